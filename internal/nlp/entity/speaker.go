package entity

// speakers makes names of no known kind persons where they stand beside a verb
// of speech ("Kidd said"), and with them the longer names that end alike. A
// tagger has seen the verbs already.
func (r *reader) speakers() {
	if r.tagger != nil {
		return
	}
	says := map[string]bool{}
	for k, c := range r.found {
		if c.kind != Other || !r.verbs[r.t.Lower(c.last)] && !r.verbs[r.t.Lower(c.first-1)] {
			continue
		}
		r.found[k].kind = Person
		says[r.t.Word(c.last-1)] = true
	}
	for k, c := range r.found {
		if c.kind == Other && c.last-c.first < 4 && says[r.t.Word(c.last-1)] {
			r.found[k].kind = Person
		}
	}
}

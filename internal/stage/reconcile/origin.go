package reconcile

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
)

// origins tells who carries claims in the end.
type origins struct {
	t *table
	// rests is the source that an article as a whole rests on, "" for its
	// own reporting.
	rests []news.SourceID
	house *houses
	// leading is the named authority that an article cites most, "" if none.
	leading []news.SourceID
	// carried are people whose words reach the articles by way of others.
	carried map[news.SourceID]bool
}

func (t *table) newOrigins() *origins {
	o := &origins{t: t, rests: make([]news.SourceID, len(t.story.Readings)), house: t.houses(), carried: t.carriedPeople(), leading: make([]news.SourceID, len(t.story.Readings))}
	o.lead()
	for i := range t.story.Readings {
		o.rests[i] = o.house.of(t.restsOn(i))
	}
	return o
}

// who is the innermost source of claim c that counts: a person whose words
// others carry counts as its carrier, or as nobody where none is named.
func (o *origins) who(c int) news.SourceID {
	for _, a := range o.t.views[c].Attribution {
		if a.Source != "" && !o.carried[a.Source] && !anonymous(a) {
			return o.house.of(a.Source)
		}
	}
	return o.unnamed(c)
}

// unnamed is the source of a claim whose sources are described only: "police"
// are the authority that the article cites most by name.
func (o *origins) unnamed(c int) news.SourceID {
	for _, a := range o.t.views[c].Attribution {
		if a.Source == "" || o.carried[a.Source] {
			continue
		}
		if s := o.leading[o.t.views[c].art]; s != "" && o.t.authority(a.Source) {
			return s
		}
		return o.house.of(a.Source)
	}
	return ""
}

// lead fills o.leading: the named authority that each article cites most.
func (o *origins) lead() {
	for art := range o.t.by {
		count := map[news.SourceID]int{}
		for _, c := range o.t.by[art] {
			for _, a := range o.t.views[c].Attribution {
				if s := o.house.of(a.Source); a.Source != "" && !o.carried[a.Source] && !anonymous(a) && o.t.authority(s) {
					if count[s]++; count[s] > count[o.leading[art]] {
						o.leading[art] = s
					}
				}
			}
		}
	}
}

// anonymous reports whether a source is described, not named: such a one
// counts as an origin only where nobody named carries its words.
func anonymous(a news.Attribution) bool {
	r, _ := utf8.DecodeRuneInString(a.Name)
	return unicode.IsLower(r)
}

// spoken returns the sources that claims of f are attributed to, by claim.
func (o *origins) spoken(f *fact) map[int]string {
	out := map[int]string{}
	for _, c := range f.claims {
		if who := o.who(c); who != "" {
			out[c] = string(who)
		}
	}
	return out
}

// of names the origin of each claim of f. A claim in the outlet's own voice
// rests on what its article rests on; without that, and where others have it
// from somebody, it is taken to repeat what f's most cited source said: an
// unsourced repetition is no second origin. Only if nobody is cited at all do
// voices decide: outlets may be origins of what happens in public.
func (o *origins) of(f *fact) []string {
	said := o.spoken(f)
	most := mostOf(f, said)
	voices, known := o.voices(f)
	out := make([]string, len(f.claims))
	for i, c := range f.claims {
		art := o.t.views[c].art
		switch {
		case said[c] != "":
			out[i] = said[c]
		case most != "" && !known[art]:
			out[i] = o.ownVoice(art, f, said, most)
		default:
			out[i] = voices[art]
		}
	}
	return out
}

// mostOf is the source of most of f's claims, the earliest cited of equals.
func mostOf(f *fact, said map[int]string) string {
	count := map[string]int{}
	best := ""
	for _, c := range f.claims {
		if s := said[c]; s != "" {
			count[s]++
		}
	}
	for _, c := range f.claims {
		if s := said[c]; count[s] > count[best] && s != "" {
			best = s
		}
	}
	return best
}

// ownVoice is the source of an unattributed claim among attributed ones: what
// its own article attributes the same to, else what it rests on if that is one
// of f's sources, else the most cited.
func (o *origins) ownVoice(art int, f *fact, said map[int]string, most string) string {
	for _, d := range f.claims {
		if o.t.views[d].art == art && said[d] != "" {
			return said[d]
		}
	}
	for _, s := range said {
		if s == string(o.rests[art]) {
			return s
		}
	}
	return most
}

// outlet names the family of outlets that an article is from; an article of an
// unknown outlet is a family by itself.
func (t *table) outlet(art int) string {
	a := &t.story.Readings[art].Article
	switch o := a.Outlet; {
	case o == nil:
		return "article " + string(a.ID)
	case o.Group != "":
		return "outlet " + o.Group
	default:
		return "outlet " + o.Name
	}
}

// count is the number of independent origins of f: claims of one origin, and
// claims whose words were copied or shared, are one.
func (o *origins) count(f *fact) int {
	var up unionFind
	up.grow(len(f.claims))
	first := map[string]int{}
	names := o.of(f)
	for i, c := range f.claims {
		name := names[i]
		if j, ok := first[name]; ok {
			up.join(i, j)
		} else {
			first[name] = i
		}
		for j := range i {
			if d := f.claims[j]; o.t.shared[key(c, d)] || o.t.verbatim(c, d) {
				up.join(i, j)
			}
		}
	}
	carried := map[int]int{}
	var roots []int
	for i := range f.claims {
		r := up.root(i)
		if carried[r]++; carried[r] == 1 {
			roots = append(roots, r)
		}
	}
	slices.SortStableFunc(roots, func(a, b int) int { return carried[b] - carried[a] })
	for _, r := range roots {
		f.originNames = append(f.originNames, o.display(names[r]))
	}
	f.why = append(f.why, news.Reason{Label: "origins", Score: float64(len(roots))})
	return len(roots)
}

// Claims of different articles whose terms are as good as the same, and are
// many, are one text.
const (
	verbatimCosine = 0.88
	verbatimTerms  = 8
)

func (t *table) verbatim(i, j int) bool {
	a, b := &t.views[i], &t.views[j]
	if len(a.terms) < verbatimTerms || len(b.terms) < verbatimTerms {
		return false
	}
	_, cos := t.overlap(a, b)
	return cos >= verbatimCosine
}

// display is the name of an origin for readers.
func (o *origins) display(origin string) string {
	if n := o.t.sourceName(news.SourceID(origin)); n != "" {
		return n
	}
	for i := range o.t.story.Readings {
		if a := o.t.story.Readings[i].Article; o.t.outlet(i) == origin && a.Outlet != nil {
			return a.Outlet.Name
		}
	}
	return ""
}

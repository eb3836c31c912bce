package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/nlp/token"
)

// kindOf maps the tagger's kinds to ours.
var kindOf = map[string]string{"PER": Person, "ORG": Organisation, "LOC": Place}

// sentence reads the names of a sentence: what the tagger sees, and beside it
// the capitalised runs that it left.
func (r *reader) sentence(s token.Sentence) {
	if r.tagger == nil {
		r.capitals(s)
		return
	}
	from := len(r.found)
	r.tagged(s)
	seen := slices.Clone(r.found[from:])
	r.capitals(s)
	rest := r.found[from+len(seen):]
	kept := slices.DeleteFunc(rest, func(c candidate) bool {
		return slices.ContainsFunc(seen, func(t candidate) bool { return c.first < t.last && t.first < c.last })
	})
	r.found = r.found[:from+len(seen)+len(kept)]
	slices.SortFunc(r.found[from:], func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
}

// tagged adds the names that the tagger sees in a sentence.
func (r *reader) tagged(s token.Sentence) {
	words := make([]string, 0, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		words = append(words, r.t.Word(i))
	}
	tags := r.tagger.Names(words)
	for i := 0; i < len(tags); i++ {
		side, kind, ok := strings.Cut(tags[i], "-")
		if !ok || side != "B" {
			continue
		}
		j := i + 1
		for j < len(tags) && tags[j] == "I-"+kind {
			j++
		}
		r.keep(candidate{s.First + i, s.First + j, kindOf[kind]})
		i = j - 1
	}
}

// keep trims a tagged name and adds it if something is left.
func (r *reader) keep(c candidate) {
	for c.last > c.first && r.t.Tokens[c.last-1].Kind == token.Mark && r.t.Word(c.last-1) != ")" {
		c.last--
	}
	for c.first < c.last && r.t.Tokens[c.first].Kind == token.Mark {
		c.first++
	}
	if c.kind == Person {
		c.first = r.pastTitles(c.first, c.last)
	}
	if c.first >= c.last || c.last == c.first+1 && r.stop[r.t.Lower(c.first)] {
		return
	}
	r.found = append(r.found, c)
}

// pastTitles returns the first token of [i, end) after the titles at its start.
func (r *reader) pastTitles(i, end int) int {
	for i < end {
		n, e := r.titles.At(r.t, i, end)
		switch {
		case r.t.Word(i) == ".":
			n = 1
		case n == 0 || e.kind == "degree" || e.kind == "link":
			return i
		case i+n == end && e.kind != "honorific" && r.given[r.t.Lower(i)]:
			return i
		}
		i += n
	}
	return i
}

// echoes adds words that the text elsewhere has as part of a person's full
// name and that no candidate covers: the tagger may miss a short form.
func (r *reader) echoes() {
	known := map[string]bool{}
	covered := map[int]bool{}
	for _, c := range r.found {
		for i := c.first; i < c.last; i++ {
			covered[i] = true
			if c.kind == Person && c.last-c.first > 1 && len(r.t.Word(i)) > 3 {
				known[r.t.Word(i)] = true
			}
		}
	}
	for i := range r.t.Tokens {
		if w := r.t.Word(i); known[w] && !covered[i] && capital(w) && !r.common(i) {
			r.found = append(r.found, candidate{i, i + 1, Person})
		}
	}
	slices.SortFunc(r.found, func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
}

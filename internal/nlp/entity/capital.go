package entity

import (
	"github.com/selisik/selisik/internal/nlp/phrase"
	"github.com/selisik/selisik/internal/nlp/token"
)

// capitals finds names in a sentence by its capitalised runs and the tables.
func (r *reader) capitals(s token.Sentence) {
	heading := r.heading(s)
	for i := s.First; i < s.Last; {
		end := r.run(i, s.Last)
		if end == i {
			i++
			continue
		}
		r.cut(i, end, i == s.First || heading)
		i = end
	}
}

// run returns the end of the run of capitalised words at token i.
func (r *reader) run(i, end int) int {
	j, last := i, i
	for j < end {
		switch {
		case r.t.Tokens[j].Kind == token.Word && capital(r.t.Word(j)):
			last = j + 1
		case last == i:
			return i
		case r.particles[r.t.Lower(j)]:
		case r.initialDot(j):
			last = j + 1
		default:
			return last
		}
		j++
	}
	return last
}

// initialDot reports whether token j is the full stop of an initial or of an
// abbreviated title inside a name.
func (r *reader) initialDot(j int) bool {
	if r.t.Word(j) != "." || j+1 >= len(r.t.Tokens) || !capital(r.t.Word(j+1)) {
		return false
	}
	n, e := r.titles.At(r.t, j-1, j)
	return len(r.t.Word(j-1)) == 1 || n == 1 && (e.kind == "honorific" || e.kind == "rank")
}

// heading reports whether most words of the sentence are capitalised, so that
// capitals tell nothing.
func (r *reader) heading(s token.Sentence) bool {
	caps, words := 0, 0
	for i := s.First; i < s.Last; i++ {
		if r.t.Tokens[i].Kind != token.Word || r.stop[r.t.Lower(i)] {
			continue
		}
		words++
		if capital(r.t.Word(i)) {
			caps++
		}
	}
	return words >= 4 && caps*10 >= words*8
}

// common reports whether the word at token i says nothing by its capital.
func (r *reader) common(i int) bool {
	w := r.t.Lower(i)
	return r.stop[w] || r.lower[w] && !r.given[w]
}

// cut parts the run [i, end) into names and adds them. weak tells that a
// capital at its start (or anywhere, in a heading) is no evidence.
func (r *reader) cut(i, end int, weak bool) {
	titled := r.afterTitle(i)
	for weak && i < end && r.common(i) && !titled {
		if n, _ := r.titles.At(r.t, i, end); n > 0 {
			break
		}
		i++
	}
	for i < end {
		if n, _ := r.orgWords.At(r.t, i, end); n > 0 && r.headFirst {
			n = r.untilTitle(i+n, end) - i
			r.add(i, i+n, Organisation)
			i, titled = i+n, false
			continue
		}
		if n, _ := r.titles.At(r.t, i, end); n > 0 {
			i, titled = i+n, true
			for i < end && r.t.Word(i) == "." {
				i++
			}
			continue
		}
		if n, _ := r.orgs.At(r.t, i, end); n > 0 {
			r.add(i, i+n, Organisation)
			i += n
			continue
		}
		if n, _ := r.places.At(r.t, i, end); n > 0 {
			r.add(i, i+n, Place)
			i += n
			continue
		}
		n := r.untilKnown(i+1, end) - i
		r.add(i, i+n, r.judge(i, i+n, titled))
		i += n
	}
}

func (r *reader) afterTitle(i int) bool {
	if i == 0 {
		return false
	}
	n, _ := r.titles.At(r.t, i-1, i)
	return n > 0
}

// untilTitle returns the first token from i on that starts a title, or end.
func (r *reader) untilTitle(i, end int) int {
	for ; i < end; i++ {
		if n, e := r.titles.At(r.t, i, end); n > 0 && e.kind != "modifier" && e.kind != "degree" {
			return i
		}
	}
	return end
}

// untilKnown returns the first token from i on that starts a phrase of a
// table, or end.
func (r *reader) untilKnown(i, end int) int {
	for ; i < end; i++ {
		for _, p := range []*phrase.Table[entry]{&r.titles, &r.places, &r.orgs} {
			if n, _ := p.At(r.t, i, end); n > 0 && !r.given[r.t.Lower(i)] {
				return i
			}
		}
		if n, _ := r.orgWords.At(r.t, i, end); n > 0 && r.headFirst {
			return i
		}
	}
	return end
}

// judge tells the kind of a name by its words.
func (r *reader) judge(i, end int, titled bool) string {
	if titled {
		return Person
	}
	last := end - 1
	if n, _ := r.orgWords.At(r.t, last, end); n > 0 {
		return Organisation
	}
	if n, _ := r.placeWords.At(r.t, last, end); n > 0 && !r.headFirst {
		return Place
	}
	if n, _ := r.placeWords.At(r.t, i, end); n > 0 {
		return Place
	}
	for j := i; j < end; j++ {
		if r.given[r.t.Lower(j)] {
			return Person
		}
	}
	if end == i+1 && acronym(r.t.Word(i)) {
		return Organisation
	}
	return Other
}

// add keeps a name; a lone word that the tables call common is none.
func (r *reader) add(i, end int, kind string) {
	if end == i+1 && (kind == Other || kind == Person) && r.common(i) {
		return
	}
	r.found = append(r.found, candidate{i, end, kind})
}

// words returns the name that tokens [i, end) spell, with single blanks.
func (r *reader) words(i, end int) string {
	b := make([]byte, 0, 32)
	for j := i; j < end; j++ {
		if j > i && r.t.Tokens[j].Start > r.t.Tokens[j-1].End {
			b = append(b, ' ')
		}
		b = append(b, r.t.Word(j)...)
	}
	return string(b)
}

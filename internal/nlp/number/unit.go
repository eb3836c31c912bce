package number

import (
	"slices"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/nlp/piece"
)

// unitOf reads what the number counts at piece i into d.
func (r *reader) unitOf(i int, d *draft) int {
	if d.currency != "" {
		return i
	}
	if _, n := r.sames.Match(r.l, i); n > 0 && !r.headLast && d.first > 0 && d.opening == d.first && r.l.Same(d.first-1, i) && r.tangible(d.first-1) {
		d.opening--
		d.unit, d.known = r.name(d.opening), true // "korban satu lagi"
		return i + n
	}
	if _, n := r.sames.Match(r.l, i); n > 0 && r.unit != "" && r.l.At(i).Sentence-r.l.At(r.at-1).Sentence <= 1 {
		d.unit, d.sure = r.unit, true
		return i + n
	}
	if r.l.Lower(i) == "-" && r.l.At(i).Glued && r.l.At(i+1).Glued {
		if u, n := r.units.Match(r.l, i+1); n > 0 { // "a 12-minute show"
			d.unit, d.sure = u, true
			return i + 1 + n
		}
	}
	if u, n := r.units.Match(r.l, i); n > 0 && r.l.Same(i-1, i) && !(r.headLast && r.compound(i, n)) {
		d.unit, d.sure = u, true
		if c, m := r.classifiers.Match(r.l, i); m >= n && c == u {
			i += m
			return max(i, r.nounAfter(i))
		}
		return i + n
	}
	if u, n := r.classifiers.Match(r.l, i); n > 0 && r.l.Same(i-1, i) {
		d.unit, d.sure = u, true
		if u != "" {
			return r.nounAfter(i + n)
		}
		if next := r.noun(i+n, d); next > i+n {
			return next
		}
		d.unit, d.sure = "", false
		if r.function[r.l.Lower(i)] {
			return i
		}
		return i + n
	}
	if d.label != "" {
		return i
	}
	return r.noun(i, d)
}

// compound reports whether the n pieces at i describe a plural noun right
// after them: "seven family members".
func (r *reader) compound(i, n int) bool {
	w := r.l.Lower(i + n)
	return n == 1 && !plural(r.l.Lower(i)) && plural(w) && r.nouns[w] != "" && r.l.Same(i, i+n)
}

// nounAfter takes the noun after a classifier into the span: "9 ekor sapi".
func (r *reader) nounAfter(i int) int {
	if r.isNoun(i) && r.nouns[r.stem(r.l.Lower(i))] != "" {
		return i + 1
	}
	return i
}

// noun reads the noun that the number counts.
func (r *reader) noun(i int, d *draft) int {
	if r.headLast {
		return r.lastNoun(i, d)
	}
	if !r.isNoun(i) && !r.entitled(i, d) {
		return i
	}
	d.unit = r.name(i)
	d.known = r.nouns[d.unit] != ""
	return r.whole(i)
}

// entitled reports whether the noun at piece i is a known one that is written
// large with the title it begins: "empat Izin Usaha Pertambangan". The number
// must not be part of a name itself.
func (r *reader) entitled(i int, d *draft) bool {
	before := d.first - 1
	return r.l.Kind(i) == piece.Word && r.l.Upper(i) && r.l.Same(d.first, i) && r.nouns[r.stem(r.l.Lower(i))] != "" &&
		!r.l.Upper(d.first) && (!r.l.Upper(before) || r.starts(before))
}

// name returns the unit that the noun at piece i stands for.
func (r *reader) name(i int) string {
	w := r.stem(r.l.Lower(i))
	if u, n := r.units.Match(r.l, i); n > 0 {
		return u
	}
	if w != r.l.Lower(i) {
		var t = piece.List{Source: w, Pieces: []piece.Piece{{Kind: piece.Word, Lower: w}}}
		if u, n := r.units.Match(&t, 0); n > 0 {
			return u
		}
	}
	if r.l.Lower(i+1) == "-" && r.l.Lower(i+2) == r.l.Lower(i) {
		return w
	}
	if r.l.Upper(i) && r.acronym(i) {
		return r.l.Word(i)
	}
	return w
}

// whole returns the piece after the noun at i and what is hyphened to it.
func (r *reader) whole(i int) int {
	i++
	for r.l.Lower(i) == "-" && r.l.At(i).Glued && r.l.At(i+1).Glued && r.l.Kind(i+1) == piece.Word {
		i += 2
	}
	return i
}

// lastNoun reads the noun of a language that puts it last: the first word of
// the next five that stands in a table or has the look of a plural, else the
// word right after the number.
func (r *reader) lastNoun(i int, d *draft) int {
	if next := r.hyphened(i); d.spoken && next > i {
		if r.lastNoun(next, d); d.unit != "" {
			return i // "two | 16-year-old boys": the age is a quantity of its own
		}
	}
	for j := i; j < i+5 && r.modifies(j); j = r.whole(j) {
		if u, n := r.units.Match(r.l, j); n > 0 && j > i && !r.compound(j, n) {
			d.unit, d.sure = u, true
			return j + n
		}
		w := r.l.Lower(j)
		if (r.nouns[w] != "" || plural(w) && !r.proper(j)) && !r.compound(j, 1) {
			d.unit = w
			return r.whole(j)
		}
	}
	if r.isNoun(i) && d.spoken && d.min == 1 {
		if r.isNoun(i+1) && r.nouns[r.l.Lower(i)] == "" {
			if r.modifies(i + 2) {
				return i // "one new online community"
			}
			i++ // "one recent attempt"
		}
		d.unit = r.l.Lower(i)
		return r.whole(i)
	}
	return i
}

// hyphened returns the piece after a number at i and the words that hyphens tie
// to it ("16-year-old"), i if there are none.
func (r *reader) hyphened(i int) int {
	if r.l.Kind(i) != piece.Number {
		return i
	}
	if end := r.whole(i); end > i+1 {
		return end
	}
	return i
}

// modifies reports whether piece i may stand between a number and its noun: no
// small word, unless it is an acronym ("US"), hyphened to what follows
// ("off-duty") or joins two words that modify ("current or former").
func (r *reader) modifies(i int) bool {
	if r.l.Kind(i) != piece.Word || !r.l.Same(i-1, i) {
		return false
	}
	if !r.function[r.l.Lower(i)] || r.acronym(i) {
		return true
	}
	if r.l.Lower(i+1) == "-" && r.l.At(i+1).Glued && r.l.At(i+2).Glued {
		return true
	}
	kind, n := r.qualifiers.Match(r.l, i)
	return n == 1 && (kind == and || kind == or) && r.modifier(i-1) && r.modifier(i+1)
}

// modifier reports whether piece i is a word that is no number and no small word.
func (r *reader) modifier(i int) bool {
	_, n := r.cardinals.Match(r.l, i)
	return n == 0 && r.l.Kind(i) == piece.Word && !r.function[r.l.Lower(i)]
}

// proper reports whether the word at piece i is written large where others are
// not.
func (r *reader) proper(i int) bool { return r.l.Upper(i) && !r.headline(i) }

func plural(w string) bool {
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is")
}

// isNoun reports whether piece i can be what a number counts.
func (r *reader) isNoun(i int) bool {
	w := r.l.Lower(i)
	if r.l.Kind(i) != piece.Word || !r.l.Same(i-1, i) || r.function[w] || len(w) < 2 || w[0] == '.' || strings.ContainsAny(w, "'’@#") {
		return false
	}
	if _, n := r.clock.Match(r.l, i); n > 0 {
		return false
	}
	if _, n := r.cardinals.Match(r.l, i); n > 0 {
		return false
	}
	return (!r.l.Upper(i) || r.acronym(i) || r.headline(i)) && !r.verb(w)
}

// verb reports whether w is derived from a root with what begins verbs.
func (r *reader) verb(w string) bool {
	begins := func(s string) bool { return strings.HasPrefix(w, s) }
	return slices.ContainsFunc(r.verbal, begins) && !r.roots[w] && r.nouns[w] == "" && r.stems.Stem(w) != w
}

// acronym reports whether piece i is written in capitals.
func (r *reader) acronym(i int) bool {
	w := r.l.Word(i)
	return len(w) > 1 && len(w) < 7 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// stem cuts an ending that the pack lists off a noun, unless the whole is a root.
func (r *reader) stem(w string) string {
	if r.roots[w] {
		return w
	}
	for _, e := range r.endings {
		if s, ok := strings.CutSuffix(w, e); ok && (len(s) > 3 || len(s) == 3 && r.roots[s]) {
			return s
		}
	}
	return w
}

// headline reports whether most words of the sentence of piece i begin with a
// capital, as in headlines, so that one tells nothing.
func (r *reader) headline(i int) bool {
	s := r.l.At(i).Sentence
	if s == r.sentence {
		return r.titled
	}
	r.sentence = s
	words, upper := 0, 0
	for j := i; j >= 0 && r.l.Pieces[j].Sentence == s; j-- {
		capitals(r.l, j, &words, &upper)
	}
	for j := i + 1; j < r.l.Len() && r.l.Pieces[j].Sentence == s; j++ {
		capitals(r.l, j, &words, &upper)
	}
	r.titled = words > 2 && upper*10 >= words*7
	return r.titled
}

func capitals(l *piece.List, i int, words, upper *int) {
	if l.Kind(i) != piece.Word {
		return
	}
	*words++
	if unicode.IsUpper([]rune(l.Word(i)[:1])[0]) {
		*upper++
	}
}

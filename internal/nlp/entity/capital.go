package entity

import (
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/nlp/phrase"
	"github.com/selisik/selisik/internal/nlp/token"
)

// capitals finds names in a sentence by its capitalised runs and the tables.
func (r *reader) capitals(s token.Sentence) {
	for i := s.First; i < s.Last; {
		end := r.run(i, s.Last)
		if end == i {
			i++
			continue
		}
		r.cut(i, end, i == s.First || r.title)
		i = end
	}
}

// run returns the end of the run of capitalised words at token i that no name
// holds yet. Small words may stand inside: titles of several words, particles
// of names, and what joins the words of an institution ("Centre for Health").
func (r *reader) run(i, end int) int {
	last, joined := i, false
	for j := i; j < end && r.owner[j] == 0; j++ {
		n, _ := r.titles.At(r.t, j, end)
		switch {
		case r.t.Tokens[j].Kind == token.Word && capital(r.t.Word(j)):
			last = j + max(1, n)
			j = last - 1
		case last == i:
			return i
		case r.particles[r.t.Lower(j)]:
		case r.initialDot(j):
			last = j + 1
		case !r.headFirst && r.of(j) && (joined || r.orgAt(j-1)):
			joined = true
		default:
			return last
		}
	}
	return last
}

// of reports whether token j is a small word that may stand inside the name of
// an institution.
func (r *reader) of(j int) bool {
	n, e := r.titles.At(r.t, j, j+1)
	return n > 0 && e.kind == "of"
}

// orgAt reports whether token j is a word of institutions.
func (r *reader) orgAt(j int) bool {
	if j >= len(r.t.Tokens) {
		return false
	}
	n, _ := r.orgWords.At(r.t, j, j+1)
	return n > 0
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

// heading reports whether most words of the sentence are capitalised and no
// full stop ends it, so that capitals tell nothing.
func (r *reader) heading(s token.Sentence) bool {
	if w := r.t.Word(s.Last - 1); w == "." || w == "\"" || w == "”" {
		return false
	}
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
	w := strings.ReplaceAll(r.t.Lower(i), "’", "'")
	if a, b, ok := strings.Cut(w, "-"); ok && a != "" && strings.HasPrefix(b, a) {
		return true // a reduplication
	}
	if r.stop[w] || r.calendar[w] || r.measures[w] {
		return true
	}
	return !r.given[w] && (r.lower[w] || r.tagger != nil && r.tagger.Common(w))
}

// cut parts the run [i, end) into names and adds them. weak tells that a
// capital at its start (or anywhere, in a heading) is no evidence.
func (r *reader) cut(i, end int, weak bool) {
	titled := r.afterTitle(i)
	for weak && i < end && r.common(i) && !titled && !r.titleAt(i, end) {
		i++
	}
	for n, _ := r.orgs.At(r.t, i, end); i < end && n == 0 && r.stop[r.t.Lower(i)] && !r.titleAt(i, end); i++ {
	}
	for i < end {
		for titled && i+1 < end && r.common(i) && !r.knownAt(i, end) {
			i++ // the office's own words: "Menteri Kehutanan …"
		}
		n, kind := r.piece(i, end, titled)
		if kind != "" {
			r.add(candidate{i, i + n, kind}, weak)
		}
		titled = kind == "" || kind == Place && titled
		i += n
	}
}

// piece returns how many tokens the next name of the run [i, end) has and its
// kind, "" for titles.
func (r *reader) piece(i, end int, titled bool) (int, string) {
	if r.orgHead(i, end) {
		n, _ := r.orgWords.At(r.t, i, end)
		return r.untilTitle(i+n, end) - i, Organisation
	}
	place, _ := r.places.At(r.t, i, end)
	if n := r.orgTail(i, end); n > place && !titled {
		return n, Organisation
	}
	if n, e := r.titles.At(r.t, i, end); n > 0 && e.kind != "maybe" {
		for i+n < end && r.t.Word(i+n) == "." {
			n++
		}
		return n, ""
	}
	if n, _ := r.orgs.At(r.t, i, end); n > 0 {
		return n, Organisation
	}
	if place > 0 {
		return place, Place
	}
	next := r.untilKnown(i+1, end)
	return next - i, r.judge(i, next, titled)
}

// orgHead reports whether a word that heads names of organisations stands at
// token i, in a language where it comes first.
func (r *reader) orgHead(i, end int) bool {
	n, _ := r.orgWords.At(r.t, i, end)
	return n > 0 && r.headFirst && i+n < end
}

// orgTail returns how many tokens from i on name an institution whose word
// comes last ("Austria Press Agency") or is followed by what it is of; 0 if
// none, or if the next title comes first.
func (r *reader) orgTail(i, end int) int {
	if r.headFirst {
		return 0
	}
	n := 0
	for j := i; j < end; j++ {
		if k, e := r.titles.At(r.t, j, end); k > 0 && !e.links() && e.kind != "maybe" && e.kind != "modifier" && (j == i || !r.orgAt(j+k)) {
			break
		}
		switch {
		case r.orgAt(j):
			n = j + 1 - i
		case n > 0 && (r.of(j) || r.of(j-1)):
			if capital(r.t.Word(j)) {
				n = j + 1 - i
			}
		case n > 0 && n == j-i && r.of(j-2):
			n = j + 1 - i
		case n > 0:
			return n
		}
	}
	if n == 1 {
		return 0
	}
	return n
}

func (r *reader) titleAt(i, end int) bool {
	n, e := r.titles.At(r.t, i, end)
	return n > 0 && !e.links()
}

func (r *reader) afterTitle(i int) bool {
	if i == 0 {
		return false
	}
	n, e := r.titles.At(r.t, i-1, i)
	return n > 0 && !e.links() && e.kind != "modifier"
}

// untilTitle returns the first token from i on that starts a title, or end.
func (r *reader) untilTitle(i, end int) int {
	for ; i < end; i++ {
		if n, e := r.titles.At(r.t, i, end); n > 0 && e.kind != "modifier" && e.kind != "degree" && e.kind != "maybe" {
			return i
		}
	}
	return end
}

// untilKnown returns the first token from i on that starts a phrase of a
// table, or end.
func (r *reader) untilKnown(i, end int) int {
	for ; i < end; i++ {
		if r.orgHead(i, end) {
			return i
		}
		if r.given[r.t.Lower(i)] {
			continue
		}
		for _, p := range []*phrase.Table[entry]{&r.titles, &r.places, &r.orgs} {
			if n, e := p.At(r.t, i, end); n > 0 && e.kind != "maybe" {
				return i
			}
		}
	}
	return end
}

// knownAt reports whether a title, a place or an institution that the tables
// know starts at token i.
func (r *reader) knownAt(i, end int) bool {
	n, _ := r.places.At(r.t, i, end)
	m, _ := r.orgs.At(r.t, i, end)
	return n+m > 0 || r.titleAt(i, end) || r.orgHead(i, end)
}

// judge tells the kind of a name by its words.
func (r *reader) judge(i, end int, titled bool) string {
	if n, _ := r.orgWords.At(r.t, end-1, end); n > 0 {
		return Organisation
	}
	if n, _ := r.placeWords.At(r.t, end-1, end); n > 0 && !r.headFirst {
		return Place
	}
	if n, _ := r.placeWords.At(r.t, i, end); n > 0 {
		return Place
	}
	if end == i+1 && r.route(r.t.Word(i)) {
		return Place
	}
	if titled && !r.calendar[r.t.Lower(i)] && r.tagger == nil {
		return Person
	}
	if r.hasGiven(candidate{first: i, last: end}) {
		return Person
	}
	if end == i+1 && acronym(r.t.Word(i)) {
		return Organisation
	}
	return Other
}

// add keeps a name that its words alone make likely: one that a table knows,
// or with a word that is not common. weak tells that its first capital is no
// evidence.
func (r *reader) add(c candidate, weak bool) {
	if c = r.trimHeading(c); c.first == c.last || weak && r.measure(c) {
		return
	}
	if (c.kind == Place || c.kind == Organisation) && r.inTables(c) {
		r.found = append(r.found, c)
		return
	}
	if w := r.t.Word(c.first); weak && c.last == c.first+1 && (r.tagger != nil || c.kind == Other && !r.large[w]) {
		return
	}
	for i := c.first; i < c.last; i++ {
		if c.kind == Organisation && c.last-c.first > 1 && r.orgAt(i) || !r.common(i) && capital(r.t.Word(i)) && !strings.ContainsFunc(r.t.Word(i), unicode.IsDigit) {
			r.found = append(r.found, c)
			return
		}
	}
}

// trimHeading takes common words off the ends of a name in a sentence whose
// words are all capitalised.
func (r *reader) trimHeading(c candidate) candidate {
	if !r.title || r.inTables(c) {
		return c
	}
	for c.last > c.first && r.common(c.last-1) {
		c.last--
	}
	for c.first < c.last && r.common(c.first) && !r.orgHead(c.first, c.last) {
		c.first++
	}
	return c
}

// glued reports whether the page ran the word at token j, no domain, into the one
// before.
func (r *reader) glued(j int) bool {
	return capital(r.t.Word(j)) && !strings.Contains(r.t.Word(j), ".") && r.t.Tokens[j-1].Kind == token.Word && r.t.Tokens[j].Kind == token.Word
}

// words returns the name that tokens [i, end) spell, with single blanks.
func (r *reader) words(i, end int) string {
	b := make([]byte, 0, 32)
	for j := i; j < end; j++ {
		if j > i && (r.t.Tokens[j].Start > r.t.Tokens[j-1].End || r.glued(j)) {
			b = append(b, ' ')
		}
		b = append(b, r.t.Word(j)...)
	}
	return string(b)
}

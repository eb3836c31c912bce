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
	from := len(r.found)
	r.title = r.heading(s)
	if r.tagger != nil {
		r.tagged(s)
		r.own(from)
	}
	r.capitals(s)
	slices.SortFunc(r.found[from:], byFirst)
	r.join(from)
}

// join puts together, from candidate k on, a word that heads names of places and
// the place after it, and two names of persons with a particle of names between
// ("Hasan bin Umar").
func (r *reader) join(k int) {
	for k+1 < len(r.found) {
		c, d := r.found[k], r.found[k+1]
		n, _ := r.placeWords.At(r.t, c.first, c.last)
		place := r.headFirst && c.kind == Place && d.kind == Place && d.first == c.last && n == c.last-c.first
		person := c.kind == Person && d.kind == Person && d.first == c.last+1 && r.particles[r.t.Lower(c.last)]
		if !place && !person {
			k++
			continue
		}
		r.found[k].last = d.last
		r.found = slices.Delete(r.found, k+1, k+2)
	}
}

func byFirst(a, b candidate) int { return cmp.Compare(a.first, b.first) }

// own marks the tokens of the candidates from index k on as taken; from 0 on,
// no others are.
func (r *reader) own(k int) {
	if k == 0 {
		clear(r.owner)
	}
	for ; k < len(r.found); k++ {
		for i := r.found[k].first; i < r.found[k].last; i++ {
			r.owner[i] = k + 1
		}
	}
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
	if c = r.trimHeading(c); c.kind == Person {
		c = r.trimPerson(c)
	}
	if c.kind == Organisation {
		c = r.untilAcronym(c)
	}
	if c.first >= c.last || r.measure(c) || c.last == c.first+1 && (r.stop[r.t.Lower(c.first)] || r.calendar[r.t.Lower(c.first)]) {
		return
	}
	if r.allCommon(c) || c.kind == Person && c.last-c.first > 1 && r.common(c.first) && r.afterTitle(c.first) {
		return
	}
	if last := c.last - 1; c.kind == Person && last > c.first && acronym(r.t.Word(last)) && !r.hasGiven(c) {
		c.kind = Organisation // "Kanwil XI"
	}
	if n, _ := r.places.At(r.t, c.first, c.last); n == c.last-c.first && !r.given[r.t.Lower(c.first)] {
		c.kind = Place
	}
	if c.last == c.first+1 && r.route(r.t.Word(c.first)) {
		c.kind = Place
	}
	if n, _ := r.orgs.At(r.t, c.first, c.last); n == c.last-c.first {
		c.kind = Organisation
	}
	r.split(c)
}

// route reports whether w is two places with a hyphen between: "Jakarta-Medan".
func (r *reader) route(w string) bool {
	a, b, ok := strings.Cut(w, "-")
	if !ok {
		return false
	}
	n, _ := r.places.At(word(a), 0, 1)
	m, _ := r.places.At(word(b), 0, 1)
	return n > 0 && m > 0
}

// hasGiven reports whether a word of the name is a frequent given name.
func (r *reader) hasGiven(c candidate) bool {
	for i := c.first; i < c.last; i++ {
		if w := r.t.Word(i); r.given[r.t.Lower(i)] && (len(w) > 3 || !acronym(w)) {
			return true // not the numeral of "Kanwil XI"
		}
	}
	return false
}

// split adds a name, cut in two where an institution or a place runs into a
// person ("BPS Rina Amalia").
func (r *reader) split(c candidate) {
	n, _ := r.orgs.At(r.t, c.first, c.last)
	m, _ := r.places.At(r.t, c.first, c.last)
	n = max(n, m)
	if n == 0 && acronym(r.t.Word(c.first)) {
		for n = 1; c.first+n+1 < c.last && len(r.t.Word(c.first+n)) > 2 && acronym(r.t.Word(c.first+n)); n++ {
		}
	} else if n == 0 {
		n = r.headOf(c)
	}
	if n, e := r.titles.At(r.t, c.first, c.last); n > 0 && e.kind == "rank" && c.kind == Organisation && c.first+n < c.last && acronym(r.t.Word(c.first)) {
		c.first, c.kind = c.first+n, Person
	}
	if n > 0 && c.kind != Person && c.first+n < c.last && r.personAt(c.first+n, c) && !r.inTables(c) {
		kind := Organisation
		if m == n {
			kind = Place
		}
		r.found = append(r.found, candidate{c.first, c.first + n, kind})
		c.first, c.kind = c.first+n, Person
	}
	r.found = append(r.found, c)
}

// headOf returns how many words of a name are an institution by its word for one
// and what common words and letters follow that: "Kementerian PU" of "Kementerian PU
// Wirsana Ombak"; 0 if none are, or all.
func (r *reader) headOf(c candidate) int {
	if !r.headFirst || !r.orgHead(c.first, c.last) {
		return 0
	}
	k := c.first + 1
	for k < c.last && (acronym(r.t.Word(k)) || r.common(k)) {
		k++
	}
	if k == c.first+1 || k+1 >= c.last {
		return 0
	}
	return k - c.first
}

// personAt reports whether a person's name begins at token i of a name that
// begins with an institution or a place: with a given name, or, where an office
// stands before it all, as two words or more of which the last is no common one,
// nor the first one that begins another institution or place.
func (r *reader) personAt(i int, c candidate) bool {
	if r.given[r.t.Lower(i)] {
		return true
	}
	if c.last-i < 2 || r.named(c.last) || !r.hasGiven(candidate{first: i, last: c.last}) && !r.afterOffice(c.first) {
		return false
	}
	return r.unknown(i, c.last) || c.last-i <= tailWords && r.afterOffice(c.first) && r.unknown(c.last-1, c.last) && !r.knownAt(i, c.last) && r.allCapital(i, c.last)
}

// allCapital reports whether all of the tokens [i, end) begin with a capital, and
// the first is no acronym.
func (r *reader) allCapital(i, end int) bool {
	if acronym(r.t.Word(i)) {
		return false
	}
	for ; i < end && capital(r.t.Word(i)); i++ {
	}
	return i == end
}

// named reports whether a comma and a capitalised word stand at token i: the
// person of the office before them.
func (r *reader) named(i int) bool {
	return i+1 < len(r.t.Tokens) && r.t.Word(i) == "," && capital(r.t.Word(i+1)) && !r.calendar[r.t.Lower(i+1)]
}

// afterOffice reports whether a word for an office stands before token i, with
// none between but capitalised words, an acronym in brackets, and what lists the
// tasks of an institution: "Kepala Dinas Pangan, Air, dan Tanah (PAT)".
func (r *reader) afterOffice(i int) bool {
	listed := false
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		if n, e := r.titles.At(r.t, j, i); n > 0 && e.kind == "office" {
			return true
		}
		switch w := r.t.Word(j); {
		case capital(w):
		case r.bracketed(j):
			j -= 2
		case r.and[r.t.Lower(j)]:
			listed = true
		case w == "," && listed:
		default:
			return false
		}
	}
	return false
}

// bracketed reports whether token i closes the brackets around an acronym.
func (r *reader) bracketed(i int) bool {
	return i > 2 && r.t.Word(i) == ")" && r.t.Word(i-2) == "(" && capital(r.t.Word(i-1))
}

// inTables reports whether the tables know the whole name as an institution or
// a place.
func (r *reader) inTables(c candidate) bool {
	n, _ := r.places.At(r.t, c.first, c.last)
	m, _ := r.orgs.At(r.t, c.first, c.last)
	return max(n, m) == c.last-c.first
}

// untilAcronym extends an institution over the capitalised words up to an
// acronym in parentheses that shortens them all.
func (r *reader) untilAcronym(c candidate) candidate {
	j := c.last
	for j < len(r.t.Tokens) && j < c.last+6 && (capital(r.t.Word(j)) || r.and[r.t.Lower(j)]) {
		j++
	}
	if j > c.last && j+1 < len(r.t.Tokens) && r.t.Word(j) == "(" && shortens(r.t.Word(j+1), r.words(c.first, j)) {
		c.last = j
	}
	return c
}

// unplace takes words off the front of a person's name if the text has them in
// the name of a place: "Bupati Talang Rejo Arman Setiadi". A name of no more
// than such a word, right before a person, is that place.
func (r *reader) unplace() {
	places := map[string]bool{}
	for _, c := range r.found {
		for i := c.first; c.kind == Place && i < c.last; i++ {
			places[r.t.Word(i)] = true
		}
	}
	for k := range r.found {
		c := &r.found[k]
		i := c.first
		for c.kind == Person && i+1 < c.last && places[r.t.Word(i)] && !r.given[r.t.Lower(i)] {
			i++
		}
		switch {
		case i > c.first && (c.last-i > 1 || r.afterTitle(c.first)):
			c.first = i
		case c.kind == Person && c.last == c.first+1 && places[r.t.Word(c.first)] && k+1 < len(r.found) && r.found[k+1].first == c.last:
			c.kind = Place
		}
	}
}

// measure reports whether a name is one word that counts or measures, and no
// institution of the tables ("BPS").
func (r *reader) measure(c candidate) bool {
	n, _ := r.orgs.At(r.t, c.first, c.last)
	return c.last == c.first+1 && n == 0 && r.measures[r.t.Lower(c.first)]
}

// allCommon reports whether a name consists of words that are written small
// elsewhere, and so is none. Names that start with an institution's or a
// place's word ("kementerian pertahanan") may.
func (r *reader) allCommon(c candidate) bool {
	if n, _ := r.orgWords.At(r.t, c.first, c.last); n > 0 && c.last > c.first+n {
		return false
	}
	if n, _ := r.places.At(r.t, c.first, c.last); n > 0 {
		return false
	}
	if n, _ := r.orgs.At(r.t, c.first, c.last); n > 0 {
		return false
	}
	for i := c.first; i < c.last; i++ {
		if !r.common(i) {
			return false
		}
	}
	return true
}

// trimPerson takes titles off both ends of a person's name, and an acronym
// that belongs to the role before it ("Menteri UKM Maman").
func (r *reader) trimPerson(c candidate) candidate {
	c.first = r.pastTitles(c.first, c.last)
	for c.last-c.first > 2 && r.common(c.last-1) {
		c.last-- // a verb in a headline
	}
	if c.last-c.first > 1 && acronym(r.t.Word(c.first)) && !acronym(r.t.Word(c.first+1)) && len(r.t.Word(c.first)) > 2 && !r.given[r.t.Lower(c.first)] {
		c.first++
	}
	// A name of one or two letters before it was taken for a part of the rank.
	if i := c.first - 1; i > 0 && len(r.t.Word(i)) == 1 && capital(r.t.Word(i)) && r.afterTitle(i) {
		c.first = i
	}
	return c
}

// pastTitles returns the first token of [i, end) after the titles at its start.
func (r *reader) pastTitles(i, end int) int {
	for i < end {
		n, e := r.titles.At(r.t, i, end)
		switch {
		case r.t.Word(i) == ".":
			n = 1
		case n == 0 || e.kind == "degree" || e.links() || e.kind == "maybe":
			return i
		case r.given[r.t.Lower(i)] && e.kind != "honorific" && e.kind != "rank":
			return i
		}
		i += n
	}
	return i
}

// echoes makes words that the text elsewhere has as part of a person's full
// name persons too: the tagger may miss a short form.
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
	for k, c := range r.found {
		if c.last == c.first+1 && known[r.t.Word(c.first)] && !r.inTables(c) {
			r.found[k].kind = Person
		}
	}
	for i := range r.t.Tokens {
		if w := r.t.Word(i); known[w] && !covered[i] && capital(w) && !r.common(i) {
			r.found = append(r.found, candidate{i, i + 1, Person})
		}
	}
	slices.SortFunc(r.found, byFirst)
}

// initials makes the letters after a word such as "berinisial" persons, and
// those that stand before an age in parentheses.
func (r *reader) initials() {
	letters := map[string]bool{}
	for i := range r.t.Tokens {
		if w := r.t.Word(i); len(w) < 5 && acronym(w) && (r.announced(i) || r.aged(i+1)) {
			letters[w] = true
		}
	}
	if len(letters) == 0 {
		return
	}
	r.own(0)
	for i := range r.t.Tokens {
		if k := r.owner[i] - 1; !letters[r.t.Word(i)] {
			continue
		} else if k < 0 {
			r.found = append(r.found, candidate{i, i + 1, Person})
		} else if c := &r.found[k]; c.last == c.first+1 {
			c.kind = Person
		}
	}
	slices.SortFunc(r.found, byFirst)
}

// announced reports whether a word that announces initials stands before token
// i, with nothing but other initials between.
func (r *reader) announced(i int) bool {
	for j := i - 1; j >= max(0, i-8); j-- {
		if _, e := r.titles.At(r.t, j, j+1); e.kind == "initials" {
			return true
		} else if w := r.t.Word(j); w != "," && !e.links() && !acronym(w) {
			return false
		}
	}
	return false
}

// aged reports whether an age in parentheses stands at token i.
func (r *reader) aged(i int) bool {
	return i+2 < len(r.t.Tokens) && r.t.Word(i) == "(" && r.t.Tokens[i+1].Kind == token.Number && len(r.t.Word(i+1)) <= 2 && r.t.Word(i+2) == ")"
}

// agree gives the mentions of one form the kind that most of them have; a
// person's wins a draw.
func (r *reader) agree() {
	rank := map[string]int{Person: 0, Organisation: 1, Place: 2, Other: 3}
	count := map[string]*[4]int{}
	for _, c := range r.found {
		w := r.words(c.first, c.last)
		if count[w] == nil {
			count[w] = new([4]int)
		}
		count[w][rank[c.kind]]++
	}
	kinds := []string{Person, Organisation, Place, Other}
	for k, c := range r.found {
		n := count[r.words(c.first, c.last)]
		best := 0
		for i := range n {
			if n[i] > n[best] {
				best = i
			}
		}
		r.found[k].kind = kinds[best]
	}
}

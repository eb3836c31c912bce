package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spelled makes the words before a bracketed acronym one institution if their
// initials are its letters, commas and conjunctions between them or not: "Badan
// Pangan, Air, dan Tanah (BPAT)". Candidates inside it give way.
func (r *reader) spelled() {
	for i := 1; i+2 < len(r.t.Tokens); i++ {
		if r.t.Word(i) != "(" || r.t.Word(i+2) != ")" || !acronym(r.t.Word(i+1)) {
			continue
		}
		if first := r.initialsEndAt(i, r.t.Word(i+1)); first >= 0 && !r.headsRole(first, i) {
			r.replace(candidate{first, i, Organisation})
			r.replace(candidate{i + 1, i + 2, Organisation})
		}
	}
}

// headsRole reports whether the words [i, end) begin with that of an office:
// "Kepala Cabang Dinas (KCD)" is no institution.
func (r *reader) headsRole(i, end int) bool {
	n, e := r.titles.At(r.t, i, end)
	return n > 0 && e.kind == "office" && !r.orgHead(i, end)
}

// initialsEndAt returns the first of the words before token end whose initials
// are the letters of short, all in their order; -1 if they are not. An acronym of
// two letters proves too little.
func (r *reader) initialsEndAt(end int, short string) int {
	letters := []rune(strings.ToLower(short))
	if len(letters) < 3 {
		return -1
	}
	for i, least := end-1, max(0, end-3*len(letters)); i >= least; i-- {
		w := r.t.Word(i)
		switch initial, _ := utf8.DecodeRuneInString(r.t.Lower(i)); {
		case capital(w) && initial == letters[len(letters)-1]:
			if letters = letters[:len(letters)-1]; len(letters) == 0 {
				return i
			}
		case w == "," || r.and[r.t.Lower(i)] || r.stop[r.t.Lower(i)] && !capital(w):
		default:
			return -1
		}
	}
	return -1
}

// replace puts c in the place of the candidates that overlap it.
func (r *reader) replace(c candidate) {
	r.found = slices.DeleteFunc(r.found, func(d candidate) bool { return d.first < c.last && c.first < d.last })
	r.found = append(r.found, c)
	slices.SortFunc(r.found, byFirst)
}

// apart parts an institution's acronym from the person named right behind it
// ("Direktur BPAT Sumarni"), where the text has the rest as a person elsewhere.
func (r *reader) apart() {
	persons := map[string]bool{}
	for _, c := range r.found {
		if c.kind == Person {
			persons[r.words(c.first, c.last)] = true
		}
	}
	var out []candidate
	for _, c := range r.found {
		if c.last-c.first < 2 || !letters3(r.t.Word(c.first)) || !persons[r.words(c.first+1, c.last)] {
			out = append(out, c)
			continue
		}
		out = append(out, candidate{c.first, c.first + 1, Organisation}, candidate{c.first + 1, c.last, Person})
	}
	r.found = out
}

// tailWords is how many words a person's name has at the most that stands behind
// an institution's.
const tailWords = 4

// parted parts an institution or a place from the person named right behind it
// ("Petugas Pos Pantau Gunung Lawira Liswanta"), where an office stands before it
// or a verb of speech behind, and the text calls somebody by the first word of
// the rest, or by all of it.
func (r *reader) parted() {
	if !r.headFirst {
		return
	}
	persons, later := map[string]bool{}, map[string]bool{} // names, and their words but the first
	for _, c := range r.found {
		if c.kind != Person {
			continue
		}
		persons[r.words(c.first, c.last)] = true
		n, _ := r.placeWords.At(r.t, c.first, c.last)
		for i := c.first + 1; i < c.last && n == 0; i++ {
			later[r.t.Word(i)] = true
		}
	}
	var out []candidate
	for _, c := range r.found {
		k := r.personIn(c, persons)
		if k == 0 || later[r.t.Word(k)] || !r.afterOffice(c.first) && !r.verbs[r.t.Lower(c.last)] {
			out = append(out, c) // a foundation has its founder's name
			continue
		}
		head := Organisation
		if n, _ := r.placeWords.At(r.t, c.first, k); n > 0 {
			head = Place
		}
		out = append(out, candidate{c.first, k, head}, candidate{k, c.last, Person})
	}
	r.found = out
}

// holders makes a name of unknown words a person that stands right behind the
// acronym of an institution with an office before it: "Kepala Balai Air Lembur
// (BAL) Sumarni".
func (r *reader) holders() {
	if !r.headFirst {
		return
	}
	for k, c := range r.found {
		if c.kind != Person && c.last-c.first <= tailWords && r.bracketed(c.first-1) && r.unknown(c.first, c.last) && r.afterOffice(c.first) {
			r.found[k].kind = Person
		}
	}
}

// personIn returns the token inside the name of an institution, or of what was
// taken for a person and begins with a word for places, at which one of the
// persons begins, 0 if none does: two words or more are before it, one of them
// known to the tables or in capitals, and no word from there on is known or a
// common one.
func (r *reader) personIn(c candidate, persons map[string]bool) int {
	n, _ := r.placeWords.At(r.t, c.first, c.last)
	if c.kind != Organisation && (c.kind != Person || n == 0) || r.inTables(c) {
		return 0
	}
	for k := max(c.first+2, c.last-tailWords); k < c.last; k++ {
		called := persons[r.t.Word(k)] || persons[r.words(k, c.last)] || r.misspelt(k, persons)
		if called && r.unknown(k, c.last) && (n > 0 || !r.unknown(c.first, k)) {
			return k
		}
	}
	return 0
}

// misspelt reports whether one of persons is called by token i but for a slip.
func (r *reader) misspelt(i int, persons map[string]bool) bool {
	w := r.t.Lower(i)
	if utf8.RuneCountInString(w) < leastLetters {
		return false
	}
	for p := range persons {
		if !strings.Contains(p, " ") && slip(strings.ToLower(p), w) {
			return true
		}
	}
	return false
}

// unknown reports whether none of the words [i, end), initials aside, is known to
// the tables, a common one, or in capitals.
func (r *reader) unknown(i, end int) bool {
	for ; i < end; i++ {
		if utf8.RuneCountInString(r.t.Word(i)) == 1 && capital(r.t.Word(i)) {
			continue
		}
		if r.common(i) || r.knownAt(i, end) || acronym(r.t.Word(i)) {
			return false
		}
	}
	return true
}

// ranked parts what runs into a person at a rank ("Polres Lembur AKP Sumarni") or
// at a country's letters ("Kemlu RI Sumarni"), takes degrees off the end of a name
// ("Sumarni SH"), and off that of an institution the rank of who stands behind it.
func (r *reader) ranked() {
	var out []candidate
	for _, c := range r.found {
		if c.kind != Person && c.kind != Organisation || r.inTables(c) {
			out = append(out, c)
			continue
		}
		if k, n := r.rankIn(c); n > 0 {
			if c.kind == Organisation || r.orgHead(c.first, k) {
				out = append(out, candidate{c.first, k, Organisation})
			}
			c.first, c.kind = k+n, Person
		} else if k := r.countryIn(c); k > 0 {
			out = append(out, candidate{c.first, k, Organisation})
			c.first, c.kind = k, Person
		}
		for c.last-c.first > 1 && (c.kind == Person && r.degree(c.last-1) || c.kind == Organisation && r.rankAt(c.last-1) || r.owned(c.last-1)) {
			c.last--
		}
		out = append(out, c)
	}
	r.found = out
}

// rankIn returns the token of a rank inside a candidate and how many tokens it
// has, its full stop with it; 0 if no word follows it there.
func (r *reader) rankIn(c candidate) (at, tokens int) {
	for k := c.first + 1; k+1 < c.last; k++ {
		n, e := r.titles.At(r.t, k, c.last)
		if n == 0 || e.kind != "rank" || !capital(r.t.Word(k)) {
			continue
		}
		if r.t.Word(k+n) == "." {
			n++
		}
		if k+n < c.last && capital(r.t.Word(k+n)) {
			return k, n
		}
	}
	return 0, 0
}

// owned reports whether token i is letters that belong to who is named before:
// "RKAB-nya".
func (r *reader) owned(i int) bool {
	head, tail, ok := strings.Cut(r.t.Word(i), "-")
	return ok && acronym(head) && r.suffixes[tail]
}

// rankAt reports whether token i is a rank in capitals.
func (r *reader) rankAt(i int) bool {
	n, e := r.titles.At(r.t, i, i+1)
	return n == 1 && e.kind == "rank" && acronym(r.t.Word(i))
}

// countryIn returns the token behind the letters of a country inside a person's
// name, or an institution's that an office stands before and unknown words end;
// 0 if there are none.
func (r *reader) countryIn(c candidate) int {
	for k := c.first + 1; k+2 < c.last; k++ {
		if n, _ := r.places.At(r.t, k, k+1); n != 1 || !acronym(r.t.Word(k)) {
			continue
		}
		if c.kind == Person || r.afterOffice(c.first) && r.unknown(k+1, c.last) {
			return k + 1
		}
	}
	return 0
}

// degree reports whether token i is a degree in capitals.
func (r *reader) degree(i int) bool {
	n, e := r.titles.At(r.t, i, i+1)
	return n == 1 && e.kind == "degree" && acronym(r.t.Word(i))
}

// letters3 reports whether w is an acronym of three or more letters.
func letters3(w string) bool {
	return acronym(w) && utf8.RuneCountInString(w) >= 3 && strings.IndexFunc(w, func(c rune) bool { return !unicode.IsLetter(c) }) < 0
}

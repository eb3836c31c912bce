package entity

import (
	"cmp"
	"strings"

	"github.com/selisik/selisik/internal/nlp/token"
)

// reach is how many tokens a role may be long.
const reach = 18

// role returns the role that stands beside candidate k, "" if none.
func (r *reader) role(k int) string {
	c := r.found[k]
	if c.kind != Person {
		return ""
	}
	before := r.roleBefore(c)
	if before != "" && !r.isRank(before) {
		return before
	}
	return cmp.Or(r.roleAfter(c), before)
}

// bounds returns the sentence that holds token i, with the line before it if
// that breaks off without a mark: pages break lines at links.
func (r *reader) bounds(i int) token.Sentence {
	n := r.t.SentenceAt(r.t.Tokens[i].Start)
	if n < 0 {
		return token.Sentence{Last: len(r.t.Tokens)}
	}
	s := r.t.Sentences[n]
	if n > 0 && r.t.Sentences[n-1].Paragraph == s.Paragraph-1 && r.t.Tokens[s.First-1].Kind == token.Word {
		s.First = r.t.Sentences[n-1].First
	}
	return s
}

// roleBefore reads the role to the left of the name: words that can stand in a
// role, back to the leftmost office word. A rank alone is returned where there
// is no more. Of a name behind a stroke ("pelatih Ana/Budi") the words before are
// about both.
func (r *reader) roleBefore(c candidate) string {
	if c.first > 0 && r.t.Word(c.first-1) == "/" {
		return ""
	}
	s := r.bounds(c.first)
	low := max(s.First, c.first-reach)
	i, rank := c.first-1, ""
	for ; i >= low && (r.t.Word(i) == "," || r.small(i)); i-- {
		if n, e := r.titles.At(r.t, i, i+1); n > 0 && e.kind == "rank" {
			rank = r.words(i, i+1)
		}
	}
	end, begin := i+1, i+1
	for ; i >= low && r.inRole(i, false); i-- {
		begin = i
	}
	return cmp.Or(r.trimRole(begin, end), rank)
}

// roleAfter reads an apposition: a comma, office words, and a comma or the
// sentence's end. Where offices come first, one that begins with a preposition ("…, kepada wartawan") tells
// of the speaking, not of who spoke.
func (r *reader) roleAfter(c candidate) string {
	s := r.bounds(c.first)
	i := r.skipDegrees(r.skipParens(c.last, s.Last), s.Last)
	if i >= s.Last || r.t.Word(i) != "," {
		return ""
	}
	begin := i + 1
	if r.headFirst && begin < s.Last && r.edge(begin) {
		return ""
	}
	end := begin
	for end < min(s.Last, begin+reach) && r.inRole(end, true) {
		end++
	}
	if end < s.Last && !strings.Contains(",.(", r.t.Word(end)) {
		return ""
	}
	if n, e := r.office(begin, end); n < 0 || n > begin+4 || e.kind == "rank" {
		return ""
	}
	return r.trimRole(begin, end)
}

// skipParens returns the token after a parenthesis at i, or i.
func (r *reader) skipParens(i, end int) int {
	if i >= end || r.t.Word(i) != "(" {
		return i
	}
	for j := i + 1; j < min(end, i+6); j++ {
		if r.t.Word(j) == ")" {
			return j + 1
		}
	}
	return i
}

// skipDegrees returns the token after degrees and their commas at i, or i.
func (r *reader) skipDegrees(i, end int) int {
	for i+1 < end && r.t.Word(i) == "," {
		n, e := r.titles.At(r.t, i+1, end)
		if n == 0 || e.kind != "degree" {
			break
		}
		if i += 1 + n; i < end && r.t.Word(i) == "." {
			i++
		}
	}
	return i
}

// small reports whether token i is an honorific or a rank, or the full stop
// of one.
func (r *reader) small(i int) bool {
	if r.t.Word(i) == "." && i > 0 {
		i--
	}
	n, e := r.titles.At(r.t, i, i+1)
	return n > 0 && (e.kind == "honorific" || e.kind == "rank")
}

// isRank reports whether a role is a rank and no more.
func (r *reader) isRank(role string) bool {
	_, e := r.titles.At(word(role), 0, 1)
	return e.kind == "rank"
}

// word is a sequence of one word.
type word string

func (w word) Word(int) string  { return string(w) }
func (w word) Lower(int) string { return strings.ToLower(string(w)) }

// inRole reports whether token i may stand inside a role. Before the name, in
// a language that puts the office last, small words are few; wide tells that
// the role stands in an apposition.
func (r *reader) inRole(i int, wide bool) bool {
	if k := r.owner[i]; k > 0 {
		return r.found[k-1].kind != Person
	}
	w := r.t.Word(i)
	switch {
	case w == "(" || w == ")" || w == "/" || w == "&":
		return true
	case r.t.Tokens[i].Kind != token.Word:
		return r.t.Tokens[i].Kind == token.Number && len(w) < 3
	case capital(w):
		return !r.calendar[r.t.Lower(i)]
	}
	n, e := r.titles.At(r.t, i, i+1)
	if n == 0 && r.verbs[r.t.Lower(i)] {
		return false
	}
	if !r.headFirst && !wide {
		return n > 0 && e.kind != "initials" || r.orgAt(i)
	}
	return n > 0 && e.kind != "initials" || !r.stop[r.t.Lower(i)]
}

// office returns the first token in [i, end) that starts an office word, -1 if
// there is none.
func (r *reader) office(i, end int) (int, entry) {
	for ; i < end; i++ {
		n, e := r.titles.At(r.t, i, end)
		if n > 0 && (e.kind == "office" || e.kind == "person" || e.kind == "rank" || e.kind == "maybe") {
			return i, e
		}
	}
	return -1, entry{}
}

// trimRole cuts the words [begin, end) to the role: from its first office word
// where roles start with it.
func (r *reader) trimRole(begin, end int) string {
	i, _ := r.office(begin, end)
	if i < 0 {
		return ""
	}
	if j := r.afterAnd(i, end); j > i {
		i, begin = j, j
	}
	if r.headFirst {
		begin = r.modified(i, begin)
	}
	for begin < end && !r.titleAt(begin, end) && r.stop[r.t.Lower(begin)] {
		begin++
	}
	for begin < end && r.edge(begin) {
		begin++
	}
	for end > begin && (r.edge(end-1) || r.t.Word(end-1) == "(") {
		end--
	}
	return strings.Trim(r.words(begin, end), " ,.")
}

// afterAnd returns the first token after the last conjunction in [i, end) that
// parts two offices: the second is that of the name. It returns i if none does.
func (r *reader) afterAnd(i, end int) int {
	for j := end - 1; j > i; j-- {
		if !r.and[r.t.Lower(j-1)] {
			continue
		}
		if k, _ := r.office(j, end); k == j || k > j && !r.headFirst {
			return j
		}
	}
	return i
}

// modified returns the first of the modifiers before the office word at i.
func (r *reader) modified(i, low int) int {
	for i > low {
		n, e := r.titles.At(r.t, i-1, i)
		if n == 0 || e.kind != "modifier" {
			break
		}
		i--
	}
	return i
}

// edge reports whether token i cannot stand at the end of a role.
func (r *reader) edge(i int) bool {
	n, e := r.titles.At(r.t, i, i+1)
	return n > 0 && (e.links() || e.kind == "initials") || r.t.Word(i) == "."
}

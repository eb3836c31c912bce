package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/text"
)

// Splitter cuts texts of one language. It is immutable and safe for use by
// several goroutines.
type Splitter struct {
	abbreviations map[string]string // kind by form in lower case, without the last dot
	clitics       []string
	glue          glue
	calendar      map[string]bool // weekdays, months and zones: "at 9 a.m. Sunday"
}

// New builds a splitter from the pack's abbreviations and the tables whose
// words it finds in words run together.
func New(p *lang.Pack) *Splitter {
	s := &Splitter{abbreviations: map[string]string{}, glue: newGlue(p), calendar: map[string]bool{}}
	for _, table := range []string{"weekdays", "months", "zones"} {
		for _, r := range p.Rows(table) {
			s.calendar[r.Cols[0]] = true
		}
	}
	for _, r := range p.Rows("abbreviations") {
		if r.Cols[1] == "clitic" {
			s.clitics = append(s.clitics, r.Cols[0])
			continue
		}
		s.abbreviations[strings.TrimSuffix(strings.ToLower(r.Cols[0]), ".")] = r.Cols[1]
	}
	return s
}

// Split cuts src into tokens and sentences in one pass each.
func (s *Splitter) Split(src string) *Text {
	t := s.tokens(src)
	s.sentences(t)
	return t
}

// Whole is Split for the whole text of an article: words run together are cut
// as well where the text has both of them elsewhere.
func (s *Splitter) Whole(src string) *Text {
	t := s.tokens(src)
	s.glue.part(t)
	s.sentences(t)
	return t
}

// tokens cuts src into tokens.
func (s *Splitter) tokens(src string) *Text {
	t := &Text{Source: src, Tokens: make([]Token, 0, len(src)/5+1)}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRuneInString(src[i:])
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			i += n
			continue
		}
		end, kind := scan(src, i)
		if n := s.clitic(src, i); n > 0 {
			end, kind = i+n, Word
		} else if kind == Word {
			end = i + s.word(src[i:end])
		}
		t.Tokens = append(t.Tokens, Token{Span: text.Span{Start: i, End: end}, Kind: kind})
		i = end
	}
	t.lowerAll()
	return t
}

// clitic returns the length of the clitic that stands at i right after a word,
// 0 if none does.
func (s *Splitter) clitic(src string, i int) int {
	if last, _ := utf8.DecodeLastRuneInString(src[:i]); !unicode.IsLetter(last) {
		return 0
	}
	for _, c := range s.clitics {
		if rest, ok := strings.CutPrefix(src[i:], c); ok {
			if next, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(next) {
				return len(c)
			}
		}
	}
	return 0
}

// word returns where the first token of a run of letters and digits ends:
// before a clitic, or where two words were run together.
func (s *Splitter) word(w string) int {
	for _, c := range s.clitics {
		if len(w) > len(c) && strings.HasSuffix(w, c) {
			return len(w) - len(c)
		}
	}
	if len(w) < shortHead+2 {
		return len(w)
	}
	return s.glue.cut(w)
}

// scan returns the end of the token that starts at i, and its kind.
func scan(src string, i int) (int, Kind) {
	r, n := utf8.DecodeRuneInString(src[i:])
	switch {
	case unicode.IsDigit(r):
		return scanRun(src, i, true)
	case unicode.IsLetter(r) || r == '@' || r == '#':
		if r == '@' || r == '#' {
			if next, _ := utf8.DecodeRuneInString(src[i+n:]); !unicode.IsLetter(next) {
				return i + n, Mark
			}
		}
		return scanRun(src, i, false)
	}
	return i + n, Mark
}

// scanRun extends a token over letters, digits, combining marks and those
// joiners that stand between two letters or digits.
func scanRun(src string, i int, number bool) (int, Kind) {
	kind := Word
	if number {
		kind = Number
	}
	j := i
	var last rune
	for j < len(src) {
		r, n := utf8.DecodeRuneInString(src[j:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || (j == i) || r == '_' {
			if kind == Number && unicode.IsLetter(r) {
				kind = Word // "2nd", "19.15WIB" is cut by the pack's users
			}
			last = r
			j += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(src[j+n:])
		if !joins(last, r, next) {
			break
		}
		last = r
		j += n
	}
	return j, kind
}

// joins reports whether r binds the runes on its sides into one token.
func joins(prev, r, next rune) bool {
	digits := unicode.IsDigit(prev) && unicode.IsDigit(next)
	letters := unicode.IsLetter(prev) && unicode.IsLetter(next)
	alnum := (unicode.IsDigit(prev) || unicode.IsLetter(prev)) && (unicode.IsDigit(next) || unicode.IsLetter(next))
	switch r {
	case '-', '‑', '\'', '’', '&':
		return alnum
	case '.':
		// "10.000", "Liputan6.com"; not "rapat.Dia", a missing blank.
		return digits || (alnum && unicode.IsLower(next)) || (unicode.IsUpper(prev) && unicode.IsUpper(next) && letters)
	case ',', ':', '/':
		return digits
	}
	return false
}

// sentences fills t.Sentences.
func (s *Splitter) sentences(t *Text) {
	first, paragraph := 0, 0
	cut := func(last int) {
		if last > first {
			t.Sentences = append(t.Sentences, Sentence{Span: t.SpanOf(first, last), First: first, Last: last, Paragraph: paragraph})
			first = last
		}
	}
	for i := range t.Tokens {
		if i > 0 && strings.Contains(t.Source[t.Tokens[i-1].End:t.Tokens[i].Start], "\n") {
			cut(i)
			paragraph++
		}
		if i < first {
			continue
		}
		if end := s.endsAt(t, i); end > 0 {
			cut(end)
		}
	}
	cut(len(t.Tokens))
}

// endsAt returns the token index after the sentence that ends at token i, or 0
// if none does. Closing marks go with the sentence that they close.
func (s *Splitter) endsAt(t *Text, i int) int {
	w := t.Word(i)
	if w != "." && w != "!" && w != "?" && w != "…" {
		return 0
	}
	j := i + 1
	for j < len(t.Tokens) && t.Tokens[j].Start == t.Tokens[j-1].End {
		c := t.Word(j)
		if !strings.Contains("\"'”’)]»!?.…", c) || c == "\"" && opens(t, j) {
			break
		}
		j++
	}
	if j >= len(t.Tokens) {
		return j
	}
	next := t.Word(j)
	r, _ := utf8.DecodeRuneInString(next)
	if w == "." && j == i+1 && s.abbreviated(t, i, j) {
		return 0
	}
	switch {
	case t.Tokens[j].Start == t.Tokens[j-1].End && !unicode.IsUpper(r) && !(j == i+1 && strings.Contains("“«(\"", next)):
		return 0 // glued, and not a missing blank before a new sentence
	case unicode.IsLower(r):
		return 0 // "…!" ujar dia
	case strings.Contains(",;:)", next):
		return 0
	}
	return j
}

// opens reports whether the straight mark at token i, right behind the end of a
// sentence and before a capital, opens a quotation: its paragraph has an even
// number of them before it.
func opens(t *Text, i int) bool {
	if i+1 >= len(t.Tokens) || t.Tokens[i+1].Start != t.Tokens[i].End || !startsUpper(t.Word(i+1)) {
		return false
	}
	before := t.Source[:t.Tokens[i].Start]
	return strings.Count(before[strings.LastIndexByte(before, '\n')+1:], "\"")%2 == 0
}

// abbreviated reports whether the full stop at token i belongs to an
// abbreviation or an initial and ends no sentence before one that starts with
// token next.
func (s *Splitter) abbreviated(t *Text, i, next int) bool {
	if i == 0 || t.Tokens[i-1].End != t.Tokens[i].Start {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t.Word(next))
	switch s.abbreviations[t.Lower(i-1)] {
	case "title", "other":
		return true
	case "final":
		return !unicode.IsUpper(first) || s.calendar[t.Lower(next)]
	case "number":
		return unicode.IsDigit(first)
	}
	if initials(t.Word(i - 1)) {
		return !s.glue.small[t.Lower(next)] // "Wali Kota L.A. Ratna Wijaya"
	}
	r, n := utf8.DecodeRuneInString(t.Word(i - 1))
	return n == t.Tokens[i-1].Len() && unicode.IsUpper(r)
}

// initials reports whether w is capitals with full stops between them: "L.A".
func initials(w string) bool {
	for i, r := range w {
		if i%2 == 0 && !(r >= 'A' && r <= 'Z') || i%2 == 1 && r != '.' {
			return false
		}
	}
	return len(w) > 1 && len(w)%2 == 1
}

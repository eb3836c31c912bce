package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// longestDateline is how many tokens may stand before a dateline's dash, and
// firstParagraphs among how many it is looked for: a caption or a headline may
// stand above it.
const (
	longestDateline = 12
	firstParagraphs = 3
)

// reportBegins returns the byte at which the report begins behind a dateline, or 0
// if there is none.
func reportBegins(f *field) int { return datelineOf(f).End }

// datelineOf returns the span from a dateline ("JAKARTA, Kabar.example - ",
// "LONDON, June 5 (AP) — ") to the report behind it; it is empty if none is found
// in the first paragraphs.
func datelineOf(f *field) text.Span {
	paragraph := -1
	for i, s := range f.text.Sentences {
		if s.Paragraph == paragraph {
			continue
		}
		if paragraph = s.Paragraph; paragraph >= firstParagraphs {
			break
		}
		if i == 0 && i+1 < len(f.text.Sentences) && (f.text.Sentences[1].Paragraph > paragraph && townAlone(f, s) || allShout(f.text, s.First, s.Last)) {
			return s.Span
		}
		if at := afterDateline(f.text, s, f.mentions, f.towns); at > 0 {
			if allShout(f.text, f.text.At(at), s.Last) { // "KABAR.EXAMPLE - JAKARTA."
				at = s.End
			}
			return text.Span{Start: s.Start, End: at}
		}
	}
	return text.Span{}
}

// allShout reports whether the tokens [i, end) are a word or two in capitals and a
// full stop: "JAKARTA.", the letters of an outlet.
func allShout(t *token.Text, i, end int) bool {
	if n := end - i; n < 2 || n > 3 || t.Word(end-1) != "." {
		return false
	}
	for ; i < end-1; i++ {
		if !shouts(t.Word(i)) {
			return false
		}
	}
	return true
}

// townAlone reports whether a sentence is no more than a place, or words in
// capitals: a dateline on its own line.
func townAlone(f *field, s token.Sentence) bool {
	if placeAt(s.Start, f.mentions) == s.Span {
		return true
	}
	for i := s.First; i < s.Last; i++ {
		if !shouts(f.text.Word(i)) {
			return false
		}
	}
	return s.Last-s.First <= 3
}

// afterDateline returns the byte behind the dateline that a sentence opens
// with, or 0 if it opens with none.
//
// A dateline is names, figures and marks up to a dash, and there is a sign that
// it is one: a word in capitals, a domain, brackets, a place with a comma behind
// it; or a place is all that stands before the dash or colon. Where a page lost
// the dash ("kabar.example, JakartaBanjir …"), the town ends within a word.
func afterDateline(t *token.Text, s token.Sentence, mentions []news.Mention, towns map[string]bool) int {
	d := dateline{t: t, first: s.First, place: placeAt(s.Start, mentions), mentions: mentions, opens: s.First == 0}
	if d.place.Len() == 0 && s.First < s.Last {
		d.place = againAt(t, s.First, mentions)
	}
	for i := s.First; i < min(s.First+longestDateline, s.Last); i++ {
		w := t.Word(i)
		signed := d.sign && i > s.First && t.Word(i-1) == ","
		if head, rest, glued := strings.Cut(w, "-"); glued && startsUpper(rest) && !shouts(rest) && !domain(rest) && (d.spelledOut(head, i) || signed && towns[strings.ToLower(head)]) {
			return t.Tokens[i].End - len(rest)
		}
		if d.sign && i > s.First+1 && t.Tokens[i].Start == t.Tokens[i-1].End && startsUpper(w) && t.Word(i-2) == "," && towns[t.Lower(i-1)] {
			return t.Tokens[i].Start
		}
		if head, rest := runTogether(w); rest != "" && signed && towns[strings.ToLower(head)] {
			return t.Tokens[i].End - len(rest)
		}
		switch {
		case strings.Contains("-–—", w) || w == ":" && d.onlyPlace(i):
			return d.endsAt(i)
		case t.Tokens[i].Kind == token.Mark && !strings.Contains(",()/|.", w):
			return 0
		case t.Tokens[i].Kind == token.Word && !startsUpper(w) && !domain(w):
			return 0
		}
		d.sign = d.sign || w == "(" || domain(w) || shouts(w) || w == "," && d.onlyPlace(i)
	}
	return 0
}

// dateline is what was seen of one so far.
type dateline struct {
	t        *token.Text
	first    int
	place    text.Span // that the sentence begins with; empty if with none
	mentions []news.Mention
	opens    bool // the sentence is the first of its text
	sign     bool
}

// endsAt returns where the text behind the mark at token i begins, and behind
// dashes that follow it, if what stands before it is a dateline.
func (d *dateline) endsAt(i int) int {
	next := i + 1
	for next < len(d.t.Tokens) && strings.Contains("-–—", d.t.Word(next)) {
		next++
	}
	if i == d.first || next >= len(d.t.Tokens) {
		return 0
	}
	if d.t.Tokens[next].Kind == token.Word && !startsUpper(d.t.Word(next)) {
		return 0
	}
	if d.sign || d.newTown(i) || d.onlyPlace(i) && (d.t.Word(i) == ":" || d.t.Tokens[i-1].End < d.t.Tokens[i].Start) {
		return d.t.Tokens[next].Start
	}
	return 0
}

// onlyPlace reports whether one place is all that stands before token i.
func (d *dateline) onlyPlace(i int) bool {
	return d.place.Len() > 0 && d.place == d.t.SpanOf(d.first, i)
}

// newTown reports whether a town of two or three words that nothing else tells
// stands before the dash at token i: at the head of the text, and no name behind
// the dash that it could be tied to.
func (d *dateline) newTown(i int) bool {
	dash, next := d.t.Tokens[i], d.t.Tokens[i+1]
	if n := i - d.first; !d.opens || n < 2 || n > 3 || d.t.Tokens[i-1].End == dash.Start || dash.End == next.Start {
		return false
	}
	for _, tok := range d.t.Tokens[d.first:i] {
		if tok.Kind != token.Word {
			return false
		}
	}
	return !slices.ContainsFunc(d.mentions, func(m news.Mention) bool { return m.Span.Start == next.Start })
}

// placeAt returns the place that begins at byte b.
func placeAt(b int, mentions []news.Mention) text.Span {
	for _, m := range mentions {
		if m.Span.Start == b && m.Kind == news.Place {
			return m.Span
		}
	}
	return text.Span{}
}

// againAt returns the span of the word at token i if the text has it as a place
// further on, or an organisation of it: a town that no list knows is a place by
// that.
func againAt(t *token.Text, i int, mentions []news.Mention) text.Span {
	w := t.Word(i)
	for _, m := range mentions {
		place, of := m.Kind == news.Place, m.Kind == news.Place || m.Kind == news.Organisation
		if m.Span.Start > t.Tokens[i].End && (place && m.Name == w || of && strings.HasSuffix(m.Name, " "+w)) {
			return t.Tokens[i].Span
		}
	}
	return text.Span{}
}

// runTogether cuts a word before its first capital behind a small letter; rest is
// empty if it has none.
func runTogether(w string) (head, rest string) {
	for i, r := range w {
		if before, _ := utf8.DecodeLastRuneInString(w[:i]); unicode.IsUpper(r) && unicode.IsLower(before) {
			return w[:i], w[i:]
		}
	}
	return w, ""
}

// domain reports whether w is one: "kabar.example".
func domain(w string) bool {
	i := strings.IndexByte(w, '.')
	return i > 1 && i < len(w)-2
}

// spelledOut reports whether a word in capitals is a name rather than an
// acronym ("PBB-Rusia"): it is long, or follows another.
func (d *dateline) spelledOut(w string, i int) bool {
	return shouts(w) && (i > d.first || utf8.RuneCountInString(w) >= 6)
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// shouts reports whether w is a word of three or more letters in capitals.
func shouts(w string) bool {
	return utf8.RuneCountInString(w) >= 3 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// Package token cuts text into tokens and sentences.
//
// Tokens are words, numbers and single marks; what lies between them is white
// space, so tokens and gaps together are the text again. Sentences end at
// sentence marks unless the pack's abbreviations say otherwise, and always at
// a blank line; a quotation of several sentences is several sentences.
package token

import (
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/text"
)

// Kind is the class of a token.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner hyphens, apostrophes, digits: "orang-orang", "Liputan6.com"
	Number             // digits with inner marks: "10.000", "19.15", "15/8"
	Mark               // one punctuation mark or symbol
)

// Token is one token of a text.
type Token struct {
	text.Span
	Kind Kind
}

// Sentence is a range of tokens [First, Last) and the span that they cover.
type Sentence struct {
	text.Span
	First, Last int
	// Paragraph counts from 0.
	Paragraph int
}

// Text is a text with its tokens and sentences, both in order. It is what all
// of nlp works on.
type Text struct {
	Source    string
	Tokens    []Token
	Sentences []Sentence

	lower []string
}

// Spaced returns the source with a blank wherever a page has run words together:
// between words of letters alone with no sign between them, and around brackets
// (not those of "saksi(-saksi)").
func (t *Text) Spaced() string {
	var out strings.Builder
	at := 0
	for i := 1; i < len(t.Tokens); i++ {
		x, y := t.Tokens[i-1], t.Tokens[i]
		a, b := t.Source[x.Start:x.End], t.Source[y.Start:y.End]
		opens := b == "(" && i+1 < len(t.Tokens) && startsUpper(t.Word(i+1))
		if x.End == y.Start && (letters(a) || a == ")") && (letters(b) || opens) {
			out.WriteString(t.Source[at:x.End])
			out.WriteByte(' ')
			at = x.End
		}
	}
	return out.String() + t.Source[at:]
}

func letters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) < 0
}

// Word returns the text of token i.
func (t *Text) Word(i int) string { return t.Tokens[i].Of(t.Source) }

// Lower returns the text of token i in lower case; "" outside the range, so
// that rules may look around without checking borders.
func (t *Text) Lower(i int) string {
	if i < 0 || i >= len(t.lower) {
		return ""
	}
	return t.lower[i]
}

// At returns the index of the first token that ends after byte offset b;
// len(t.Tokens) if there is none.
func (t *Text) At(b int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if t.Tokens[m].End > b {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// SentenceAt returns the index of the sentence that holds byte offset b, or of
// the nearest one before it; -1 if there is none.
func (t *Text) SentenceAt(b int) int {
	lo, hi := 0, len(t.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if t.Sentences[m].Start <= b {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo - 1
}

// SpanOf returns the span from the start of token first to the end of token
// last-1.
func (t *Text) SpanOf(first, last int) text.Span {
	if first >= last || first < 0 || last > len(t.Tokens) {
		return text.Span{}
	}
	return text.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// lowerAll fills the lower-case forms.
func (t *Text) lowerAll() {
	t.lower = make([]string, len(t.Tokens))
	for i := range t.Tokens {
		t.lower[i] = strings.ToLower(t.Word(i))
	}
}

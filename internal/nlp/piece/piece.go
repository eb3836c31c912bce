// Package piece cuts the tokens of a text finer, for rules that read numbers
// and dates: at each border between digits and letters and at each hyphen, so
// that "Rp16.258", "09-Jun-25", "ke-80" and "10-15" come apart the same way
// whether or not a blank stands in them. It also holds Table, which finds the
// longest of many phrases at a place.
//
// In: token.Text. Out: a List whose pieces have spans in the same source. A
// piece never crosses a token. It does not judge what a piece means.
package piece

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Kind is the class of a piece.
type Kind uint8

// The kinds of piece.
const (
	None   Kind = iota // outside the list
	Word               // letters
	Number             // digits with inner marks: "10.000", "15/8", "19.15"
	Mark               // one mark
)

// Piece is a part of a token.
type Piece struct {
	text.Span
	Kind Kind
	// Glued is set when no white space stands before the piece.
	Glued bool
	// Sentence is the index of the token's sentence.
	Sentence int32
	Lower    string // lower case
}

// List is the pieces of a text, in order.
type List struct {
	Source string
	Pieces []Piece
}

// Cut returns the pieces of t. Cost: one pass.
func Cut(t *token.Text) *List {
	l := &List{Source: t.Source, Pieces: make([]Piece, 0, len(t.Tokens)+len(t.Tokens)/8)}
	for si, s := range t.Sentences {
		for i := s.First; i < s.Last; i++ {
			first := len(l.Pieces)
			l.cut(t.Tokens[i], t.Lower(i))
			for j := first; j < len(l.Pieces); j++ {
				l.Pieces[j].Sentence = int32(si)
				l.Pieces[j].Glued = j > first || (i > 0 && t.Tokens[i-1].End == t.Tokens[i].Start)
			}
		}
	}
	return l
}

// cut appends the pieces of one token.
func (l *List) cut(tok token.Token, lower string) {
	w := tok.Of(l.Source)
	if tok.Kind == token.Mark || len(lower) != len(w) || !strings.ContainsAny(w, "-‑0123456789") {
		l.Pieces = append(l.Pieces, Piece{Span: tok.Span, Kind: kindOf(tok.Kind), Lower: lower})
		return
	}
	for i := 0; i < len(w); {
		n, kind := run(w[i:])
		l.Pieces = append(l.Pieces, Piece{
			Span: text.Span{Start: tok.Start + i, End: tok.Start + i + n}, Kind: kind, Lower: lower[i : i+n],
		})
		i += n
	}
}

func kindOf(k token.Kind) Kind {
	switch k {
	case token.Number:
		return Number
	case token.Mark:
		return Mark
	}
	return Word
}

// run returns the length and kind of the piece that w starts with.
func run(w string) (int, Kind) {
	r, n := utf8.DecodeRuneInString(w)
	switch {
	case hyphen(r):
		return n, Mark
	case unicode.IsDigit(r):
		return n + digits(w[n:]), Number
	}
	for n < len(w) {
		r, size := utf8.DecodeRuneInString(w[n:])
		if hyphen(r) || unicode.IsDigit(r) {
			break
		}
		n += size
	}
	return n, Word
}

// digits returns the length of the digits and inner marks that w starts with.
func digits(w string) int {
	for n := 0; n < len(w); {
		r, size := utf8.DecodeRuneInString(w[n:])
		if unicode.IsDigit(r) {
			n += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(w[n+size:])
		if !strings.ContainsRune(".,:/", r) || !unicode.IsDigit(next) {
			return n
		}
		n += size
	}
	return len(w)
}

func hyphen(r rune) bool { return r == '-' || r == '‑' }

// Len returns the number of pieces.
func (l *List) Len() int { return len(l.Pieces) }

// At returns piece i, a zero one outside the list.
func (l *List) At(i int) Piece {
	if i < 0 || i >= len(l.Pieces) {
		return Piece{}
	}
	return l.Pieces[i]
}

// Lower returns the lower case of piece i; "" outside the list, so that rules
// may look around without checking borders.
func (l *List) Lower(i int) string {
	if i < 0 || i >= len(l.Pieces) {
		return ""
	}
	return l.Pieces[i].Lower
}

// Word returns piece i as it is written.
func (l *List) Word(i int) string { return l.At(i).Of(l.Source) }

// Kind returns the kind of piece i; None outside the list.
func (l *List) Kind(i int) Kind {
	if i < 0 || i >= len(l.Pieces) {
		return None
	}
	return l.Pieces[i].Kind
}

// Upper reports whether piece i starts with a capital letter.
func (l *List) Upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(l.Word(i))
	return unicode.IsUpper(r)
}

// Same reports whether pieces i and j stand in one sentence.
func (l *List) Same(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(l.Pieces) && j < len(l.Pieces) && l.Pieces[i].Sentence == l.Pieces[j].Sentence
}

// SpanOf returns the span of pieces [first, last).
func (l *List) SpanOf(first, last int) text.Span {
	if first >= last || first < 0 || last > len(l.Pieces) {
		return text.Span{}
	}
	return text.Span{Start: l.Pieces[first].Start, End: l.Pieces[last-1].End}
}

// Package number finds quantities in text: a number, in digits or words, with
// what it counts, its bounds and whether it is approximate.
//
// In: token.Text. Out: quantities with spans that cover qualifier, number and
// unit ("lebih dari 10.000 tentara").
//
// Method: the text is cut into pieces (package piece); at each piece that can
// begin a quantity a small recursive-descent grammar reads the longest one,
//
//	quantity = { label | qualifier } amount [ to amount ] [ post ] unit [ post ]
//	amount   = [ currency ] ( digits | words | roman | vague ) { magnitude }
//
// whose terminals are the pack's tables. Number words are evaluated by the
// usual additive and multiplicative rules. Then the context decides whether it
// is a quantity at all: numbers of articles of law, of rooms and roads, years
// and names with numbers are none.
//
// It does not read dates and clock times (package when), and it does not say
// which of two nouns a number counts when they are far from it.
package number

import (
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/piece"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Quantity is a number with what it counts. A nil bound is open.
type Quantity struct {
	text.Span
	Min, Max *float64 // inclusive; equal when exact
	Approx   bool
	// Unit is a sign ("%", "km", "IDR"), a noun as the pack's units give it,
	// or else as the text does, in lower case. A noun that is numbered rather
	// than counted (the 51st minute) has Ordinal before it. "" if not known.
	Unit string
}

// Ordinal marks the unit of an ordinal: "#menit".
const Ordinal = "#"

// Finder finds the quantities of one language. It is immutable and safe for
// use by several goroutines.
type Finder struct {
	words
	headLast bool // the noun that is counted stands last: "two senior officials"
}

// New builds a finder from the pack's tables.
func New(p *lang.Pack) *Finder {
	return &Finder{words: load(p), headLast: !p.HeadFirst}
}

// Find returns the quantities of t in order of their start; none overlap.
// Cost: one pass.
func (f *Finder) Find(t *token.Text) []Quantity {
	l := piece.Cut(t)
	r := reader{Finder: f, l: l, sentence: -1}
	var out []Quantity
	for i := 0; i < l.Len(); {
		next := r.step(i, &out)
		i = max(next, i+1)
	}
	return out
}

// reader reads one text.
type reader struct {
	*Finder
	l        *piece.List
	sentence int32 // the one that titled speaks of
	titled   bool
	unit     string  // of the last quantity
	at       int     // the piece after it
	total    float64 // its value, or that of the count that it is a part of; 0 if it counts nothing
	list     bool    // the last quantity went on with a list of names
}

// step reads what stands at piece i into out and returns the piece after it,
// or i if nothing does.
func (r *reader) step(i int, out *[]Quantity) int {
	c := r.class(i)
	if c == 0 {
		return i
	}
	if c&blocked != 0 {
		if _, n := r.not.Match(r.l, i); n > 0 {
			return i + n
		}
	}
	if next := r.ordinal(i, c, out); next > i {
		return next
	}
	if next := r.score(i, out); next > i {
		return next
	}
	return r.quantity(i, out)
}

// class returns what piece i may begin.
func (r *reader) class(i int) class {
	switch r.l.Kind(i) {
	case piece.Number:
		return digit
	case piece.None:
		return 0
	}
	return r.classes[r.l.Lower(i)]
}

// add appends a quantity over pieces [first, last), or adds it to the one
// before it: "6 years 6 months".
func (r *reader) add(out *[]Quantity, first, last int, q Quantity) {
	q.Span = r.l.SpanOf(first, last)
	if n := len(*out); n > 0 && r.continues(first) && r.prolong(&(*out)[n-1], q) {
		r.at = last
		return
	}
	r.unit, r.at = q.Unit, last
	*out = append(*out, q)
}

// tally keeps the value of a count, for the parts of it that are told next.
func (r *reader) tally(d *draft) {
	switch {
	case d.part:
		return
	case d.currency != "" || d.unit == "" || d.unit == percent || strings.HasPrefix(d.unit, Ordinal) || r.durations[d.unit] != "" || r.measures[d.unit].dimension != "":
		r.total = 0
	default:
		r.total = d.hi()
	}
	r.list = false
}

func exact(v float64) (min, max *float64) {
	a, b := v, v
	return &a, &b
}

// Duration reports whether unit is a unit of time.
func (f *Finder) Duration(unit string) bool { return f.durations[unit] != "" }

// Cardinal reads a whole number, in digits or words, at piece i of l and
// returns its value and how many pieces it takes, 0 if there is none. It
// serves packages that count in numbers, like package when.
func (f *Finder) Cardinal(l *piece.List, i int) (value float64, pieces int) {
	if l.Kind(i) == piece.Number {
		v, ok := f.digits(l.Word(i))
		if !ok || l.At(i).Glued && l.Kind(i-1) == piece.Word {
			return 0, 0
		}
		return v, 1
	}
	if f.classes[l.Lower(i)]&(cardinal|magnitude) == 0 {
		return 0, 0
	}
	r := reader{Finder: f, l: l}
	return r.spoken(i)
}

// Fused reads a word that holds both an exact number and a unit ("setahun") at
// piece i.
func (f *Finder) Fused(l *piece.List, i int) (value float64, unit string, pieces int) {
	w, n := f.fuseds.Match(l, i)
	if w.open || w.echoes {
		return 0, "", 0
	}
	return w.value, w.unit, n
}

// Collective reads the rank that one word at piece i tells ("kedua": 2), 0 if
// it tells none.
func (f *Finder) Collective(l *piece.List, i int) int {
	v, n := f.collectives.Match(l, i)
	if n != 1 {
		return 0
	}
	return int(v)
}

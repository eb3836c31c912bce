// Package number finds quantities in text: a number, in digits or words, with
// what it counts, its bounds and whether it is approximate.
package number

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Quantity is a number with what it counts. A nil bound is open.
type Quantity struct {
	text.Span
	Min, Max *float64
	Approx   bool
	Unit     string
}

// Finder finds the quantities of one language.
type Finder struct{}

// New builds a finder from the pack's tables.
func New(p *lang.Pack) *Finder { return &Finder{} }

// Find returns the quantities of t in order of their start; none overlap.
func (f *Finder) Find(t *token.Text) []Quantity { return nil }

// Package when finds expressions of time in text and resolves them against
// the date of the article, and reads publication stamps.
package when

import (
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Expression is a resolved expression of time. The end is inclusive.
type Expression struct {
	text.Span
	Start, End       time.Time
	StartDay, EndDay bool // only the calendar day of Start (End) is meant
	Note             string
}

// Finder finds and resolves the times of one language.
type Finder struct{}

// New builds a finder from the pack's tables.
func New(p *lang.Pack) *Finder { return &Finder{} }

// Find returns the times of t that can be resolved against anchor, in order;
// none overlap. A zero anchor leaves out those that need one.
func (f *Finder) Find(t *token.Text, anchor time.Time) []Expression { return nil }

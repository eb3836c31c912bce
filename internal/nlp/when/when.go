// Package when finds expressions of time in text and resolves them against
// the date of the article, and reads publication stamps.
//
// In: token.Text and the time of publication. Out: expressions with spans and
// resolved bounds, days or instants.
//
// Method: an expression is a bag of parts (weekday, date, clock time, part of
// the day, zone, "last", "week" …), each at most once, in nearly any order,
// with light words and marks between ("Senin malam, 9 Juni 2025 pukul
// 23.55 WIB"). gather.go collects the bag, the pack's tables are its
// terminals, and resolve.go turns it into dates by the calendar of the
// article's zone. A clock time without a date takes the date that the text
// speaks of: that in its sentence, else the nearest before it that is not the
// day of a statement, else the day of publication.
//
// A weekday that is not that of its date is noted (Mismatch). Expressions that
// need an event to resolve ("H-2") are left out.
package when

import (
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/piece"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Expression is a resolved expression of time. The end is inclusive.
type Expression struct {
	text.Span
	Start, End       time.Time
	StartDay, EndDay bool // only the calendar day of Start (End) is meant
	// Note is Mismatch or Edge, "" if nothing is odd.
	Note string
}

// The notes of an expression.
const (
	// Mismatch: the weekday is not that of the date.
	Mismatch = "weekday-mismatch"
	// Edge: the end of a month or the like, told as its last day but often
	// meant wider.
	Edge = "edge"
)

// Finder finds and resolves the times of one language. It is immutable and
// safe for use by several goroutines.
type Finder struct{ words }

// New builds a finder from the pack's tables.
func New(p *lang.Pack) *Finder { return &Finder{load(p)} }

// Find returns the times of t that can be resolved against anchor, in order;
// none overlap. A zero anchor leaves out those that need one. Cost: one pass,
// and one more over a text with clock times that name no zone.
func (f *Finder) Find(t *token.Text, anchor time.Time) []Expression {
	r := reader{Finder: f, l: piece.Cut(t)}
	var bags []bag
	for i := 0; i < r.l.Len(); {
		b, next := r.expression(i)
		if next > i {
			if n := len(bags); n > 0 {
				b.first = max(b.first, bags[n-1].last)
			}
			bags = append(bags, b)
			i = next
			continue
		}
		i++
	}
	if len(bags) == 0 {
		return nil
	}
	c := context{reader: &r, t: t, anchor: anchor, bags: bags, out: make([]Expression, 0, len(bags))}
	return c.resolveAll()
}

// reader collects the bags of one text.
type reader struct {
	*Finder
	l *piece.List
}

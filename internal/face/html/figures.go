package html

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// figure is a row of the table of numbers and times: a statement with every
// value that articles give in it.
type figure struct {
	statement
	Numbers, Times []given
}

// given is one value with the articles that give it.
type given struct {
	Value string
	evidence
}

// figuresShown is how many rows the table has at the most, valuesShown how many
// values each of its cells: those that most articles give.
const (
	figuresShown = 40
	valuesShown  = 4
)

func (b builder) figures() []figure {
	var out []figure
	all := b.Page.Figures()
	for _, f := range all[:min(len(all), figuresShown)] {
		row := figure{statement: b.statement(query.Item{ID: f.Finding.ID, Text: face.Clip(f.Finding.Statement, 160), Finding: f.Finding, Claims: f.Finding.Claims})}
		for _, q := range f.Quantities[:min(len(f.Quantities), valuesShown)] {
			row.Numbers = append(row.Numbers, given{b.w.Quantity(q.Min, q.Max, q.Unit), b.evidence(q.Claims)})
		}
		for _, t := range b.widest(f.Times) {
			row.Times = append(row.Times, given{b.w.Span(t.Start, t.End), b.evidence(t.Claims)})
		}
		out = append(out, row)
	}
	return out
}

// widest returns the times that most articles give, in order of time.
func (b builder) widest(all []query.TimeGiven) []query.TimeGiven {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(x, y query.TimeGiven) int { return len(b.Marks(y.Claims)) - len(b.Marks(x.Claims)) })
	out = out[:min(len(out), valuesShown)]
	slices.SortStableFunc(out, func(x, y query.TimeGiven) int { return cmp.Compare(x.Start, y.Start) })
	return out
}

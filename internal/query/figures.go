package query

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
)

// Figure is a finding with the numbers and times that its claims give.
type Figure struct {
	Finding    *dossier.Finding
	Quantities []QuantityGiven // by reach, then size
	Times      []TimeGiven     // in order of time
}

// QuantityGiven is one quantity with the claims that give it; a nil bound is
// open.
type QuantityGiven struct {
	Min, Max *float64
	Unit     string
	Claims   []string
}

// TimeGiven is one time with the claims that give it.
type TimeGiven struct {
	Start, End string
	Claims     []string
}

// Figures lists the findings in which claims give a number, or times that are
// not all the same: the main finding first, then by how many articles take
// part, then in the story's order.
func (p *Page) Figures() []Figure {
	var out []Figure
	for i := range p.Story.Findings {
		f := p.figure(&p.Story.Findings[i])
		if len(f.Quantities) > 0 || len(f.Times) > 1 {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Figure) int {
		return cmp.Or(btoi(b.Finding.Main)-btoi(a.Finding.Main), len(p.Marks(b.Finding.Claims))-len(p.Marks(a.Finding.Claims)))
	})
	return out
}

func (p *Page) figure(f *dossier.Finding) Figure {
	out := Figure{Finding: f}
	claims := f.Claims
	for _, d := range f.Differences {
		for _, v := range d.Values {
			claims = union(claims, v.Claims)
		}
	}
	for _, id := range claims {
		if c := p.Claim(id); c != nil {
			out.add(c)
		}
	}
	slices.SortStableFunc(out.Quantities, func(a, b QuantityGiven) int { return len(p.Marks(b.Claims)) - len(p.Marks(a.Claims)) })
	slices.SortStableFunc(out.Times, func(a, b TimeGiven) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

func (f *Figure) add(c *dossier.Claim) {
	for _, q := range c.Quantities {
		i := slices.IndexFunc(f.Quantities, func(o QuantityGiven) bool {
			return o.Unit == q.Unit && sameBound(o.Min, q.Min) && sameBound(o.Max, q.Max)
		})
		if i < 0 {
			i = len(f.Quantities)
			f.Quantities = append(f.Quantities, QuantityGiven{Min: q.Min, Max: q.Max, Unit: q.Unit})
		}
		f.Quantities[i].Claims = append(f.Quantities[i].Claims, c.ID)
	}
	for _, t := range c.Times {
		i := slices.IndexFunc(f.Times, func(o TimeGiven) bool { return o.Start == t.Start && o.End == t.End })
		if i < 0 {
			i = len(f.Times)
			f.Times = append(f.Times, TimeGiven{Start: t.Start, End: t.End})
		}
		f.Times[i].Claims = append(f.Times[i].Claims, c.ID)
	}
}

func sameBound(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

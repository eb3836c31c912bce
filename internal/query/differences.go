package query

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/selisik/selisik/internal/dossier"
)

// Difference is a point on which the articles do not say the same.
type Difference struct {
	ID      string // "f3.d1"
	Slot    string
	Kind    string // that of the dossier, or Spelling
	Text    string // the explanation
	About   string // the sentence that it is about, with a gap where the values stand
	Rank    int    // from 1; 0 where the dossier has none
	Finding *dossier.Finding
	Sides   []Side
}

// Side is one value of a difference with who says it.
type Side struct {
	Value  string
	Sayers []Sayer
	Claims []string
	Marks  []int
}

// Sayer is a source with the articles that carry its word; Name is "" where
// articles speak in their own voice.
type Sayer struct {
	Name  string
	Marks []int
}

// Spelling is the kind of a difference that disputes nothing: one person's name
// is written in two ways.
const Spelling = "spelling"

// kindRank puts what a reader must know first.
var kindRank = map[string]int{"contradiction": 0, "update": 1, "scope": 2, "precision": 3, Spelling: 4}

// kindOf returns how d is told: by its kind in the dossier, or as Spelling.
func kindOf(d *dossier.Difference) string {
	if d.Spelling {
		return Spelling
	}
	return d.Kind
}

// differences lists those of all findings, the most important first: by kind,
// wording last, those of the main finding before others, then by how many
// articles take part.
func (p *Page) differences() []Difference {
	var out []Difference
	for i := range p.Story.Findings {
		f := &p.Story.Findings[i]
		for j := range f.Differences {
			d := p.sides(f, j)
			if len(d.Sides) > 1 && !(d.Slot == "wording" && p.sideBySide(d)) { // one value differs from nothing
				out = append(out, d)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Difference) int {
		return cmp.Or(a.Rank-b.Rank, a.rank()-b.rank(), b.reach()-a.reach())
	})
	return out
}

func (p *Page) sides(f *dossier.Finding, j int) Difference {
	d := &f.Differences[j]
	out := Difference{
		ID: f.ID + ".d" + itoa(j+1), Slot: d.Slot, Kind: kindOf(d), Text: d.Explanation, Finding: f,
		About: cmp.Or(d.About, f.Statement), Rank: d.Rank,
	}
	for _, v := range d.Values {
		out.Sides = append(out.Sides, Side{p.inContext(d.Slot, v), p.sayers(v.Claims), v.Claims, p.Marks(v.Claims)})
	}
	return out
}

// sideBySide reports whether one group of quotes has two or more sides of d
// among its wordings.
func (p *Page) sideBySide(d Difference) bool {
	return slices.ContainsFunc(p.Quotes, func(g QuoteGroup) bool {
		if len(g.Variants) < 2 {
			return false
		}
		n := 0
		for _, s := range d.Sides {
			n += btoi(p.quoted(s, g))
		}
		return n > 1
	})
}

// quoted reports whether a claim of the side holds a quote of the group.
func (p *Page) quoted(s Side, g QuoteGroup) bool {
	return slices.ContainsFunc(p.Passages(s.Claims), func(c Passage) bool {
		return slices.ContainsFunc(g.Variants, func(v Variant) bool {
			return slices.ContainsFunc(v.Passages, func(q Passage) bool {
				return q.Article == c.Article && q.Field == c.Field && q.Span[0] < c.Span[1] && c.Span[0] < q.Span[1]
			})
		})
	})
}

func (d Difference) rank() int {
	r, ok := kindRank[d.Kind]
	if !ok {
		r = len(kindRank)
	}
	r *= 2
	if !d.Finding.Main {
		r++
	}
	if d.Slot == "wording" {
		r += 100
	}
	return r
}

func (d Difference) reach() int {
	n := 0
	for _, s := range d.Sides {
		n += len(s.Marks)
	}
	return n
}

// Claims returns the claims of all sides.
func (d Difference) Claims() []string {
	var out []string
	for _, s := range d.Sides {
		out = union(out, s.Claims)
	}
	return out
}

// sayers groups claims by their innermost source, in the order of the claims.
func (x *Index) sayers(claims []string) []Sayer {
	var out []Sayer
	by := map[string][]string{}
	for _, id := range claims {
		c := x.claims[id]
		if c == nil {
			continue
		}
		name := ""
		if len(c.Attribution) > 0 {
			name = c.Attribution[0].Name
		}
		if by[name] == nil {
			out = append(out, Sayer{Name: name})
		}
		by[name] = append(by[name], id)
	}
	for i := range out {
		out[i].Marks = x.Marks(by[out[i].Name])
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }

package html

import (
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// matrix is the coverage: a row a finding, a column an outlet.
type matrix struct {
	Outlets []string
	Rows    []row
}

type row struct {
	statement
	Cells []cell
}

// cell is what one outlet does with one finding.
type cell struct {
	State, Label string // states|differs|omits, and in words with the outlet
	evidence
}

// matrixRows is how many findings the matrix has at the most.
const matrixRows = 40

// matrix draws findings that at least two articles take part in, main ones
// first; with one outlet there is nothing to compare and no row.
func (b builder) matrix() *matrix {
	m := &matrix{}
	if len(b.Outlets) < 2 {
		return m
	}
	for _, o := range b.Outlets {
		m.Outlets = append(m.Outlets, b.w.Outlet(&b.Story.Articles[o.Marks[0]-1]))
	}
	for _, main := range []bool{true, false} {
		for i := range b.Story.Coverage {
			c := &b.Story.Coverage[i]
			f := b.Finding(c.Finding)
			if f != nil && !f.Aside && f.Main == main && carriers(c) > 1 && len(m.Rows) < matrixRows {
				m.Rows = append(m.Rows, b.row(f, c))
			}
		}
	}
	return m
}

func carriers(c *dossier.Coverage) int {
	n := 0
	for _, s := range c.Articles {
		if s != "omits" {
			n++
		}
	}
	return n
}

func (b builder) row(f *dossier.Finding, c *dossier.Coverage) row {
	r := row{statement: b.statement(query.Item{ID: f.ID, Text: f.Statement, Finding: f, Claims: f.Claims})}
	r.ID = ""
	for i, o := range b.Outlets {
		state := b.state(o, c)
		v := cell{State: state, Label: b.w.Outlet(&b.Story.Articles[b.Outlets[i].Marks[0]-1]) + ": " + b.w.Label("state", state)}
		if state != "omits" {
			v.evidence = b.passages(b.within(f, o))
		}
		r.Cells = append(r.Cells, v)
	}
	return r
}

// state is what an outlet's articles do together: one that differs outweighs
// one that states, and that one the others.
func (b builder) state(o query.Outlet, c *dossier.Coverage) string {
	out := "omits"
	for _, n := range o.Marks {
		switch c.Articles[b.Story.Articles[n-1].ID] {
		case "differs":
			return "differs"
		case "states":
			out = "states"
		}
	}
	return out
}

// within returns the passages of a finding, and of its differences, that stand
// in the articles of an outlet.
func (b builder) within(f *dossier.Finding, o query.Outlet) []query.Passage {
	claims := f.Claims
	for _, d := range f.Differences {
		for _, v := range d.Values {
			claims = append(claims[:len(claims):len(claims)], v.Claims...)
		}
	}
	var out []query.Passage
	for _, p := range b.Passages(claims) {
		for _, n := range o.Marks {
			if p.Article == n {
				out = append(out, p)
			}
		}
	}
	return out
}

// Initial returns an outlet's name short enough for a column's head.
func (m *matrix) Initial(name string) string { return face.Clip(name, 18) }

// States returns the states in the order of the legend.
func (m *matrix) States() []string { return []string{"states", "differs", "omits"} }

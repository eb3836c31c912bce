package query

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
)

// Copy is one edge of the copy graph, by article numbers.
type Copy struct {
	From, To int
	Kind     string
	Share    float64 // of To's words that stand in From
	Why      string
	Passages []dossier.Passage
}

// copies lists the edges between articles of the story by what was copied
// from, then the largest share first.
func (p *Page) copies() []Copy {
	var out []Copy
	for _, l := range p.Story.Lineage {
		if p.Number(l.From) == 0 || p.Number(l.To) == 0 {
			continue
		}
		out = append(out, Copy{p.Number(l.From), p.Number(l.To), l.Kind, l.Share, l.Why, l.Passages})
	}
	slices.SortStableFunc(out, func(a, b Copy) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.Share, a.Share), cmp.Compare(a.To, b.To))
	})
	return out
}

// Omission is what one article leaves out of what others carry.
type Omission struct {
	Article  int
	Findings []*dossier.Finding // most important first
}

// omissions lists, for each article in order, the weighty findings that it
// does not mention: those that are the main one, that several origins carry,
// or that stand in at least half of the articles. Articles that leave out
// nothing of weight are absent.
func (p *Page) omissions() []Omission {
	states := map[string]map[string]string{}
	for _, c := range p.Story.Coverage {
		states[c.Finding] = c.Articles
	}
	var weighty []*dossier.Finding
	for i := range p.Story.Findings {
		if f := &p.Story.Findings[i]; p.weighty(f, states[f.ID]) {
			weighty = append(weighty, f)
		}
	}
	slices.SortStableFunc(weighty, func(a, b *dossier.Finding) int {
		return cmp.Or(btoi(b.Main)-btoi(a.Main), len(p.Marks(b.Claims))-len(p.Marks(a.Claims)))
	})
	var out []Omission
	for i := range p.Story.Articles {
		o := Omission{Article: i + 1}
		for _, f := range weighty {
			if states[f.ID][p.Story.Articles[i].ID] == "omits" {
				o.Findings = append(o.Findings, f)
			}
		}
		if len(o.Findings) > 0 {
			out = append(out, o)
		}
	}
	return out
}

func (p *Page) weighty(f *dossier.Finding, states map[string]string) bool {
	carry := 0
	for _, s := range states {
		carry += btoi(s != "omits")
	}
	return !f.Aside && (f.Main || f.Status == "corroborated" || carry > 1 && 2*carry >= len(p.Story.Articles))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

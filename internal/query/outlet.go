package query

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
)

// OutletRecord is what some stories tell of one outlet.
type OutletRecord struct {
	Articles []OutletArticle // newest first
	Copies   []Tally         // outlets that it has text from, most articles first
	Copied   []Tally         // outlets that have text from it
	// Figures is in how many differences of numbers it took part; Alone, in how
	// many of them nobody else gave its figure.
	Figures, Alone int
	Corrected      int // articles that were changed in substance, or have a correction
	Withdrawn      int
}

// OutletArticle is one article of the outlet.
type OutletArticle struct {
	Story   *dossier.Story
	Article *dossier.Article
	Copied  float64 // the largest share of its words that stand in one earlier article, in [0,1]
}

// Tally counts articles by a name.
type Tally struct {
	Name string
	N    int
}

// Record gathers what the pages of some stories tell of the outlet of a name.
func Record(pages []*Page, outlet string) OutletRecord {
	var out OutletRecord
	from, to := map[string]int{}, map[string]int{}
	for _, p := range pages {
		own := map[int]bool{}
		for i := range p.Story.Articles {
			if a := &p.Story.Articles[i]; OutletName(a) == outlet {
				own[i+1] = true
				out.article(p, i+1)
			}
		}
		for _, c := range p.Copies {
			if c.Kind == "cites" || own[c.From] && own[c.To] {
				continue
			}
			if own[c.To] {
				from[OutletName(&p.Story.Articles[c.From-1])]++
			}
			if own[c.From] {
				to[OutletName(&p.Story.Articles[c.To-1])]++
			}
		}
		out.figures(p, own)
	}
	slices.SortStableFunc(out.Articles, func(a, b OutletArticle) int {
		return cmp.Or(cmp.Compare(stampOf(b.Article), stampOf(a.Article)), cmp.Compare(a.Article.ID, b.Article.ID))
	})
	out.Copies, out.Copied = tallies(from), tallies(to)
	return out
}

func (r *OutletRecord) article(p *Page, n int) {
	a := &p.Story.Articles[n-1]
	v := OutletArticle{Story: p.Story, Article: a}
	for _, c := range p.Copies {
		if c.To == n && c.Kind != "cites" {
			v.Copied = max(v.Copied, c.Share)
		}
	}
	r.Articles = append(r.Articles, v)
	changed := slices.ContainsFunc(a.Revisions, func(x dossier.Revision) bool { return x.Substantive && !x.Withdrawn })
	if changed || slices.ContainsFunc(a.Notices, func(x dossier.Notice) bool { return x.Kind == "correction" }) {
		r.Corrected++
	}
	if a.Withdrawn != nil {
		r.Withdrawn++
	}
}

// figures counts the differences of numbers in which own articles take part, and
// those in which a side is theirs alone.
func (r *OutletRecord) figures(p *Page, own map[int]bool) {
	for _, d := range p.Differs {
		if d.Slot != "quantity" {
			continue
		}
		part, alone := false, false
		for _, s := range d.Sides {
			others := slices.ContainsFunc(s.Marks, func(n int) bool { return !own[n] })
			mine := slices.ContainsFunc(s.Marks, func(n int) bool { return own[n] })
			part, alone = part || mine, alone || mine && !others
		}
		r.Figures, r.Alone = r.Figures+btoi(part), r.Alone+btoi(part && alone)
	}
}

func tallies(count map[string]int) []Tally {
	var out []Tally
	for name, n := range count {
		if name != "" {
			out = append(out, Tally{name, n})
		}
	}
	slices.SortFunc(out, func(a, b Tally) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Name, b.Name)) })
	return out
}

func stampOf(a *dossier.Article) string {
	if a.Published == nil {
		return ""
	}
	return a.Published.Time
}

package reconcile

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// What two claims of different findings need so that figures in them are
// answers to one question: figures that exclude each other hold claims apart
// that other words would join.
const (
	rivalScore   = 0.2
	rivalContext = 0.5
)

// rivals gives facts the clashes of their claims with claims that none of
// their findings hold: each to the first of facts with either claim. Its cost
// is that of the pairs that score rivalScore or more.
func (t *table) rivals(facts []*fact) {
	in := make([][]int, len(t.views)) // claim → facts
	for k, f := range facts {
		for _, c := range f.claims {
			in[c] = append(in[c], k)
		}
	}
	var pairs [][2]int
	for p, s := range t.score {
		if s >= rivalScore && t.views[p[0]].art != t.views[p[1]].art && common(in[p[0]], in[p[1]]) == 0 {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, comparePairs)
	for _, p := range pairs {
		for _, c := range t.ofOneDay(t.quantityClashes(p[0], p[1])) {
			if c.kind == news.Sharpness || c.match.context < rivalContext || t.wordsOf(&t.views[p[0]]).score[c.match.unit] {
				continue // goals are now a team's, now a player's
			}
			f := facts[min(in[p[0]][0], in[p[1]][0])]
			f.rivals = append(f.rivals, c)
		}
	}
}

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
	// soleRival is enough where each article has one figure of the unit only,
	// and the unit is of a noun of its own ("spectators").
	soleRival = 0.1
)

// rivals gives facts the clashes of their claims with claims that none of
// their findings hold, and dates with two days of the week wherever they stand:
// each to the first of facts with either claim. Its cost
// is that of the pairs that score soleRival or more.
func (t *table) rivals(facts []*fact) {
	in := make([][]int, len(t.views)) // claim → facts
	for k, f := range facts {
		for _, c := range f.claims {
			in[c] = append(in[c], k)
		}
	}
	var pairs [][2]int
	for p, s := range t.score {
		if s >= soleRival && t.views[p[0]].art != t.views[p[1]].art {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, comparePairs)
	for _, p := range pairs {
		f := facts[min(in[p[0]][0], in[p[1]][0])]
		f.rivals = append(f.rivals, t.weekdayClashes(p[0], p[1])...)
		if common(in[p[0]], in[p[1]]) > 0 {
			continue
		}
		for _, c := range t.ofOneDay(t.quantityClashes(p[0], p[1])) {
			if c.kind == news.Sharpness || t.wordsOf(&t.views[p[0]]).score[c.match.unit] {
				continue // goals are now a team's, now a player's
			}
			if (t.score[p] < rivalScore || c.match.context < rivalContext) && !t.soleRivals(p[0], p[1], c.match.unit) {
				continue
			}
			f.rivals = append(f.rivals, c)
		}
	}
}

// soleRivals reports whether the articles of two claims that are a little alike
// each tell one figure of the unit and no other, and the unit is a noun that
// tells what is counted.
func (t *table) soleRivals(i, j int, unit string) bool {
	a, b := &t.views[i], &t.views[j]
	return a.art != b.art && t.score[key(i, j)] >= soleRival && t.wordsOf(a).telling(unit) &&
		t.figuresOf(a.art, unit) == 1 && t.figuresOf(b.art, unit) == 1
}

// figuresOf counts the different figures of a unit in an article.
func (t *table) figuresOf(art int, unit string) int {
	told := map[string]bool{}
	for _, i := range t.by[art] {
		for _, q := range t.views[i].Quantities {
			if q.Unit == unit {
				told[bound(q.Min)+".."+bound(q.Max)] = true
			}
		}
	}
	return len(told)
}

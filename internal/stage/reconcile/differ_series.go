package reconcile

import (
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// How many figures two articles must tell otherwise before they can be two
// numbers of a series (prices of two days, two eruptions): of all, and of one
// unit, for prices differ daily and the weights that they are of never.
const (
	seriesLeast   = 2
	seriesOfAUnit = 3
)

// seriesGap is how long after one another two articles of a series appear that
// have nothing to tell each other: two days' prices are no rounding of each other,
// and no update.
const seriesGap = 12 * time.Hour

// agreement counts the figures that two articles have in common, and the
// questions to which they give figures that exclude each other.
type agreement struct{ same, other int }

// pairUnit is two articles and a unit, "" for all.
type pairUnit struct {
	articles [2]int
	unit     string
}

// agreements counts, for all pairs of articles, the questions to which both
// have an answer.
func (t *table) agreements(qs []question) map[pairUnit]agreement {
	out := map[pairUnit]agreement{}
	for _, q := range qs {
		alike := map[[2]int]bool{} // articles that both answer it → whether with one figure
		for i, y := range q.figures {
			for _, x := range q.figures[:i] {
				k := key(t.views[x.Claim].art, t.views[y.Claim].art)
				a, b := t.quantity(x), t.quantity(y)
				same := equal(a, b)
				if k[0] != k[1] && (same || kindOf(a, b) == news.Contradiction && !t.toll(x.Claim, a)) {
					alike[k] = alike[k] || same
				}
			}
		}
		for k, same := range alike {
			for _, of := range []pairUnit{{k, ""}, {k, t.quantity(q.figures[0]).Unit}} {
				g := out[of]
				g.same += int(flag(same))
				g.other += int(flag(!same))
				out[of] = g
			}
		}
	}
	return out
}

// seriesOf returns the pairs of articles that tell most figures otherwise, all
// or those of one unit, or any as many if they appeared days apart: they speak of
// two days or two things, and do not contradict each other.
func (t *table) seriesOf(agreed map[pairUnit]agreement) map[[2]int]bool {
	out := map[[2]int]bool{}
	for of, g := range agreed {
		least := seriesLeast
		if of.unit != "" {
			least = seriesOfAUnit
		}
		days := t.daysApart(t.by[of.articles[0]][0], t.by[of.articles[1]][0])
		if g.other >= least && (g.other > g.same || days) {
			out[of.articles] = true
		}
	}
	return out
}

// series reports whether the articles of two claims are of one series.
func (t *table) series(i, j int) bool {
	return t.serial[key(t.views[i].art, t.views[j].art)]
}

// ofSeries leaves out of the clashes of one question those between articles of a
// series. Where there are such, the question has an answer for each day, and
// articles half a day apart do not contradict each other in it either.
func (t *table) ofSeries(cs []clash) []clash {
	left := t.ofOneDay(slices.Clone(cs))
	if len(left) == len(cs) {
		return left
	}
	return slices.DeleteFunc(left, func(c clash) bool {
		return c.kind == news.Contradiction && !c.toll && t.apart(c.a.claim, c.b.claim, seriesGap)
	})
}

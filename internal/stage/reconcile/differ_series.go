package reconcile

import (
	"github.com/selisik/selisik/internal/news"
)

// seriesLeast is how many figures two articles must tell otherwise before they
// can be two numbers of a series: prices of two days, two eruptions.
const seriesLeast = 2

// agreement counts the figures that two articles have in common, and the
// questions to which they give figures that exclude each other.
type agreement struct{ same, other int }

// agreements counts, for all pairs of articles, the questions to which both
// have an answer.
func (t *table) agreements(qs []question) map[[2]int]agreement {
	out := map[[2]int]agreement{}
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
			g := out[k]
			if same {
				g.same++
			} else {
				g.other++
			}
			out[k] = g
		}
	}
	return out
}

// series reports whether the articles of two claims tell most figures otherwise:
// then they speak of two days or two things, and do not contradict each other.
func (t *table) series(i, j int) bool {
	g := t.agreed[key(t.views[i].art, t.views[j].art)]
	return g.other >= seriesLeast && g.other > g.same
}

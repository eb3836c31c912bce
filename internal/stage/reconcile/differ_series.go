package reconcile

import (
	"strconv"

	"github.com/selisik/selisik/internal/news"
)

// seriesLeast is how many figures two articles must tell otherwise before they
// can be two numbers of a series: prices of two days, two eruptions.
const seriesLeast = 2

// agreement counts the figures that two articles have in common, and the
// questions to which they give figures that exclude each other.
type agreement struct{ same, other map[string]bool }

// agreements compares the figures of all articles pair by pair.
func (t *table) agreements() map[[2]int]agreement {
	out := map[[2]int]agreement{}
	for p, s := range t.score {
		a, b := &t.views[p[0]], &t.views[p[1]]
		if s < alignedAt || a.art == b.art || len(a.Quantities) == 0 || len(b.Quantities) == 0 {
			continue
		}
		k := key(a.art, b.art)
		if out[k].same == nil {
			out[k] = agreement{map[string]bool{}, map[string]bool{}}
		}
		for _, x := range a.Quantities {
			if hasEqual(b.Quantities, x) {
				out[k].same[bound(x.Min)+" "+bound(x.Max)] = true
			}
		}
		for _, c := range t.quantityClashes(p[0], p[1]) {
			if c.kind == news.Contradiction && !c.match.toll {
				out[k].other[c.a.key+" "+strconv.Itoa(c.a.claim)] = true
			}
		}
	}
	return out
}

// series reports whether the articles of two claims tell most figures otherwise:
// then they speak of two days or two things, and do not contradict each other.
func (t *table) series(i, j int) bool {
	if t.agreed == nil {
		t.agreed = t.agreements()
	}
	g := t.agreed[key(t.views[i].art, t.views[j].art)]
	return len(g.other) >= seriesLeast && len(g.other) > len(g.same)
}

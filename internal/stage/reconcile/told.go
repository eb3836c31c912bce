package reconcile

import "math"

// Where the features stand that a first look at all pairs gives.
const (
	toldLeast = len(FeatureNames) - 2
	toldBoth  = len(FeatureNames) - 1
)

// tell fills the features of pairs that tell how widely their claims are told:
// a claim that other articles have too, by the weights first, has likelier a
// match here as well; one that stands alone joins less. A claim is told as
// widely as the mean, over the other articles, of its best score there. It
// returns the scores of the first look.
func (t *table) tell(pairs []Pair, first Features) map[[2]int]float64 {
	scores := make(map[[2]int]float64, len(pairs))
	best := make([][]float64, len(t.views))
	for i := range best {
		best[i] = make([]float64, len(t.by))
	}
	m := Model{Weights: first}
	for _, p := range pairs {
		s := m.Score(p.Features)
		scores[key(p.A, p.B)] = s
		a, b := t.views[p.A].art, t.views[p.B].art
		best[p.A][b] = math.Max(best[p.A][b], s)
		best[p.B][a] = math.Max(best[p.B][a], s)
	}
	told := make([]float64, len(t.views))
	for i := range best {
		sum := 0.0
		for art, s := range best[i] {
			if art != t.views[i].art {
				sum += s
			}
		}
		told[i] = ratio(sum, float64(len(t.by)-1))
	}
	for k := range pairs {
		p := &pairs[k]
		p.Features[toldLeast] = math.Min(told[p.A], told[p.B])
		p.Features[toldBoth] = told[p.A] * told[p.B]
	}
	return scores
}

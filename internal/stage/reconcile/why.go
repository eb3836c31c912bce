package reconcile

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// reasons is how many features tell why claims were joined.
const reasons = 4

// why tells what joined the claims of f: their mean score, then the features
// that added most to it, as log-odds, on average over the pairs that count.
func (t *table) why(f *fact) []news.Reason {
	out := []news.Reason{{Label: "alike", Score: t.cohesion(f)}}
	var sum Features
	n := 0.0
	for i, c := range f.claims {
		for _, d := range f.claims[:i] {
			if p, ok := t.parts[key(c, d)]; ok {
				for k := range sum {
					sum[k] += p[k]
				}
				n++
			}
		}
	}
	if n == 0 {
		return out
	}
	var parts []news.Reason
	for k := 1; k < len(sum); k++ { // 0 is the bias
		parts = append(parts, news.Reason{Label: FeatureNames[k], Score: sum[k] / n})
	}
	slices.SortStableFunc(parts, func(a, b news.Reason) int { return cmp.Compare(b.Score, a.Score) })
	for _, p := range parts[:reasons] {
		if p.Score > 0 {
			out = append(out, p)
		}
	}
	return out
}

// cohesion is the mean score of f's pairs of claims; 1 for a single claim.
func (t *table) cohesion(f *fact) float64 {
	sum, n := 0.0, 0
	for i, c := range f.claims {
		for _, d := range f.claims[:i] {
			sum += t.score[key(c, d)]
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}

package cluster

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// Pair is two compared articles, by index, with the languages that choose
// their model and their features in the order of FeatureNames.
type Pair struct {
	A, B      int
	Languages [2]string // sorted
	Features  []float64
}

// Pairs returns the pairs of articles that Group weighs.
func (c *Comparison) Pairs() []Pair {
	var out []Pair
	for _, p := range c.pairs {
		a, b := &c.docs[p.a], &c.docs[p.b]
		out = append(out, Pair{a.index, b.index, pairOf(a.language, b.language), slices.Clone(p.features[:])})
	}
	return out
}

// Explain returns what speaks for and against two articles telling one event,
// in log-odds; they add up to the score of the pair in an input of n articles,
// above 0 for a join.
func (g *Grouper) Explain(a, b news.Article, n int) []news.Reason {
	docs := g.documents([]news.Article{a, b}, &Memo{})
	m := g.models.of(a.Language, b.Language).forInput(n)
	var out []news.Reason
	for i, x := range compare(&docs[0], &docs[1]) {
		if part := m.Weights[i] * x; part != 0 {
			out = append(out, news.Reason{Label: labels[i], Score: part})
		}
	}
	return append(out, news.Reason{Label: thresholdLabel, Score: -m.Threshold})
}

package cluster

import "github.com/selisik/selisik/internal/news"

// Model weighs the features of a pair.
type Model struct {
	Weights   [fCount]float64
	Cap       float64 // bound of a pair's score, in log-odds
	Threshold float64 // average score above which clusters are joined
}

func defaultModel() Model {
	m := Model{Cap: 4, Threshold: -1.25}
	m.Weights = [fCount]float64{-6.168, 3.235, 1.900, 2.581, 2.224, -0.169, 4.494, 0.214, 0, -1.213, 2.156}
	return m
}

// score returns the log-odds that the pair is of one story, within ±Cap.
func (m *Model) score(f features) float64 {
	var s float64
	for i, w := range m.Weights {
		s += w * f[i]
	}
	return max(-m.Cap, min(m.Cap, s))
}

// Pair is a compared pair of articles, for training: their indices and
// features, named by FeatureNames.
type Pair struct {
	A, B     int
	Features []float64
}

// FeatureNames names the features of a Pair.
func FeatureNames() []string { return labels[:] }

// Pairs returns the candidate pairs that Group would weigh.
func (g *Grouper) Pairs(articles []news.Article) []Pair {
	docs := g.documents(articles)
	var out []Pair
	for _, p := range g.pairs(docs) {
		f := p.f
		out = append(out, Pair{docs[p.A].index, docs[p.B].index, f[:]})
	}
	return out
}

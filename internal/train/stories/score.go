package stories

// Figures are precision, recall and F1 of a grouping over pairs of articles
// and over articles (B-cubed, Bagga & Baldwin 1998).
type Figures struct {
	PairP, PairR, PairF float64
	CubeP, CubeR, CubeF float64
}

// Score compares a grouping, given as lists of indices, with the stories of
// the articles.
func Score(gold []string, groups [][]int) Figures {
	var both, pred, want, p, r float64
	size := map[string]int{}
	for _, s := range gold {
		size[s]++
	}
	for _, n := range size {
		want += float64(n*(n-1)) / 2
	}
	for _, g := range groups {
		n := map[string]int{}
		for _, i := range g {
			n[gold[i]]++
		}
		pred += float64(len(g)*(len(g)-1)) / 2
		for _, i := range g {
			k := float64(n[gold[i]])
			both += (k - 1) / 2
			p += k / float64(len(g))
			r += k / float64(size[gold[i]])
		}
	}
	f := Figures{PairP: ratio(both, pred), PairR: ratio(both, want), CubeP: p / float64(len(gold)), CubeR: r / float64(len(gold))}
	f.PairF, f.CubeF = harmonic(f.PairP, f.PairR), harmonic(f.CubeP, f.CubeR)
	return f
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 1
	}
	return a / b
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

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
	var c counts
	c.add(gold, groups, func(string) bool { return true })
	return c.figures()
}

// counts add up over groupings.
type counts struct {
	both, pred, want float64 // pairs
	p, r, n          float64 // articles
}

// add counts the articles whose story is in, and half of each pair for each of
// its two articles whose story is in.
func (c *counts) add(gold []string, groups [][]int, in func(story string) bool) {
	size := map[string]int{}
	for _, s := range gold {
		size[s]++
	}
	for _, g := range groups {
		n := map[string]int{}
		for _, i := range g {
			n[gold[i]]++
		}
		for _, i := range g {
			if !in(gold[i]) {
				continue
			}
			k, all := float64(n[gold[i]]), float64(size[gold[i]])
			c.both += (k - 1) / 2
			c.pred += float64(len(g)-1) / 2
			c.want += (all - 1) / 2
			c.p += k / float64(len(g))
			c.r += k / all
			c.n++
		}
	}
}

func (c *counts) figures() Figures {
	f := Figures{PairP: ratio(c.both, c.pred), PairR: ratio(c.both, c.want), CubeP: ratio(c.p, c.n), CubeR: ratio(c.r, c.n)}
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

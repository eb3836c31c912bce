package names

import (
	"math"
	"math/rand/v2"

	"github.com/selisik/selisik/internal/nlp/tagger"
)

// instance is a labelled sentence as features: ids of each word, and its
// labels.
type instance struct {
	features [][]int32
	labels   []int
}

// chain is a linear-chain CRF under training.
type chain struct {
	labels []string
	hashes []uint32
	freq   []float64
	w, g   []float64 // weights, and the sums of squared gradients (AdaGrad)
	sum    []float64 // of the weights after each of the last epochs
	rounds float64
	decay  float64
	rate   float64
}

// problem collects instances and numbers their features and labels.
type problem struct {
	ids     map[uint32]int32
	hashes  []uint32
	count   []int
	labels  []string
	labelID map[string]int
	list    []instance
}

func newProblem(labels []string) *problem {
	p := &problem{ids: map[uint32]int32{}, labelID: map[string]int{}, labels: labels}
	for i, l := range labels {
		p.labelID[l] = i
	}
	return p
}

// add enters a sentence; sentences with a label that the problem lacks are left
// out.
func (p *problem) add(features [][]uint32, labels []string) {
	var in instance
	for _, l := range labels {
		id, ok := p.labelID[l]
		if !ok {
			return
		}
		in.labels = append(in.labels, id)
	}
	for _, fs := range features {
		ids := make([]int32, len(fs))
		for j, h := range fs {
			id, ok := p.ids[h]
			if !ok {
				id = int32(len(p.hashes))
				p.ids[h] = id
				p.hashes = append(p.hashes, h)
				p.count = append(p.count, 0)
			}
			p.count[id]++
			ids[j] = id
		}
		in.features = append(in.features, ids)
	}
	p.list = append(p.list, in)
}

// prune drops features seen fewer than least times.
func (p *problem) prune(least int) {
	to := make([]int32, len(p.hashes))
	var hashes []uint32
	var count []int
	for i, n := range p.count {
		to[i] = -1
		if n >= least {
			to[i] = int32(len(hashes))
			hashes, count = append(hashes, p.hashes[i]), append(count, n)
		}
	}
	for _, in := range p.list {
		for i, ids := range in.features {
			kept := ids[:0]
			for _, id := range ids {
				if to[id] >= 0 {
					kept = append(kept, to[id])
				}
			}
			in.features[i] = kept
		}
	}
	p.hashes, p.count = hashes, count
}

// settings of a training run.
type settings struct {
	epochs, keep int     // epochs, and how many of the last are averaged
	rate, decay  float64 // of the steps, and of weights towards zero
	seen         int     // features seen less often are left out
	least        float64 // features whose weights are all smaller are dropped
}

// fit trains a chain on the problem's instances in a random order that rng
// draws, and returns its averaged weights.
//
// Method: stochastic gradient of the conditional likelihood with AdaGrad
// (Duchi et al. 2011) and an L2 penalty that each feature pays in proportion
// to how rare it is; weights are averaged over the last epochs.
func (p *problem) fit(s settings, rng *rand.Rand) tagger.Weights {
	p.prune(s.seen)
	k := len(p.labels)
	n := (len(p.hashes) + 1 + k) * k
	c := &chain{labels: p.labels, hashes: p.hashes, w: make([]float64, n), g: make([]float64, n), sum: make([]float64, n), decay: s.decay, rate: s.rate}
	for _, x := range p.count {
		c.freq = append(c.freq, float64(x))
	}
	order := rng.Perm(len(p.list))
	l := newLattice(k)
	for e := range s.epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			c.learn(l, &p.list[i])
		}
		if e >= s.epochs-s.keep {
			for i, w := range c.w {
				c.sum[i] += w
			}
			c.rounds++
		}
	}
	return c.weights(s.least)
}

// row returns where feature f's weights start; transitions lie after the
// features: first those of the start, then those after each label.
func (c *chain) row(f int) int { return f * len(c.labels) }

func (c *chain) transitions() int { return c.row(len(c.hashes)) }

// learn takes one gradient step on a sentence.
func (c *chain) learn(l *lattice, in *instance) {
	n, k := len(in.labels), len(c.labels)
	if n == 0 {
		return
	}
	l.grow(n)
	for i, ids := range in.features {
		e := l.emit[i*k : (i+1)*k]
		clear(e)
		for _, id := range ids {
			w := c.w[c.row(int(id)):][:k]
			for b := range e {
				e[b] += w[b]
			}
		}
	}
	tr := c.transitions()
	l.run(n, c.w[tr:])
	for i, ids := range in.features {
		d := l.node[i*k : (i+1)*k]
		d[in.labels[i]]--
		for _, id := range ids {
			c.update(c.row(int(id)), d, c.decay/c.freq[id])
		}
	}
	first := append([]float64(nil), l.node[:k]...)
	for i := 1; i < n; i++ {
		l.edge[in.labels[i-1]*k+in.labels[i]]--
	}
	c.update(tr, first, 0)
	c.update(tr+k, l.edge, 0)
}

// update moves weights against the gradient.
func (c *chain) update(at int, grad []float64, decay float64) {
	for b, g := range grad {
		g += decay * c.w[at+b]
		if g == 0 {
			continue
		}
		c.g[at+b] += g * g
		c.w[at+b] -= c.rate * g / math.Sqrt(1e-8+c.g[at+b])
	}
}

// weights returns the averaged weights of the features whose largest weight
// is at least the given one.
func (c *chain) weights(least float64) tagger.Weights {
	k := len(c.labels)
	avg := make([]float64, len(c.sum))
	for i, x := range c.sum {
		avg[i] = x / c.rounds
	}
	tr := c.transitions()
	out := tagger.Weights{Labels: c.labels, Features: map[uint32][]float64{}, Start: avg[tr : tr+k], Next: avg[tr+k:]}
	for f, h := range c.hashes {
		row := avg[c.row(f) : c.row(f)+k]
		top := 0.0
		for _, x := range row {
			top = max(top, math.Abs(x))
		}
		if top >= least {
			out.Features[h] = row
		}
	}
	return out
}

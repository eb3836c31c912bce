package names

import "math"

// lattice is the memory of forward-backward over one sentence.
type lattice struct {
	k                 int
	emit              []float64 // scores of labels at words
	forward, backward []float64 // scaled
	scale             []float64
	node              []float64 // probability of a label at a word
	edge              []float64 // expected count of a pair of labels
	pair              []float64 // exp of the transition weights
}

func newLattice(k int) *lattice {
	return &lattice{k: k, edge: make([]float64, k*k), pair: make([]float64, (k+1)*k)}
}

func (l *lattice) grow(n int) {
	if len(l.scale) < n {
		m := n * l.k
		l.emit, l.forward, l.backward, l.node = make([]float64, m), make([]float64, m), make([]float64, m), make([]float64, m)
		l.scale = make([]float64, n)
	}
}

// run fills node and edge from emit and the transition weights (of the start,
// then after each label).
func (l *lattice) run(n int, transitions []float64) {
	k := l.k
	for i, w := range transitions {
		l.pair[i] = math.Exp(w)
	}
	for i := range n {
		l.exp(i)
	}
	copy(l.forward[:k], l.pair[:k])
	for i := range n {
		f := l.forward[i*k : (i+1)*k]
		if i > 0 {
			l.ahead(i, f)
		}
		total := 0.0
		for b := range f {
			f[b] *= l.emit[i*k+b]
			total += f[b]
		}
		for b := range f {
			f[b] /= total
		}
		l.scale[i] = total
	}
	l.backwards(n)
}

// exp turns the scores at word i into factors, the largest being 1.
func (l *lattice) exp(i int) {
	e := l.emit[i*l.k : (i+1)*l.k]
	top := e[0]
	for _, x := range e {
		top = max(top, x)
	}
	for b := range e {
		e[b] = math.Exp(e[b] - top)
	}
}

// ahead sums the ways from word i-1 into f.
func (l *lattice) ahead(i int, f []float64) {
	k := l.k
	clear(f)
	for a, x := range l.forward[(i-1)*k : i*k] {
		t := l.pair[(a+1)*k : (a+2)*k]
		for b := range f {
			f[b] += x * t[b]
		}
	}
}

// backwards fills backward, node and edge.
func (l *lattice) backwards(n int) {
	k := l.k
	clear(l.edge)
	for i := n - 1; i >= 0; i-- {
		back := l.backward[i*k : (i+1)*k]
		if i == n-1 {
			for b := range back {
				back[b] = 1
			}
		} else {
			l.behind(i, back)
		}
		for b := range back {
			l.node[i*k+b] = l.forward[i*k+b] * back[b]
		}
	}
}

// behind sums the ways from word i+1 back into back, and counts the pairs.
func (l *lattice) behind(i int, back []float64) {
	k := l.k
	next := l.backward[(i+1)*k : (i+2)*k]
	e := l.emit[(i+1)*k : (i+2)*k]
	for a := range back {
		t := l.pair[(a+1)*k : (a+2)*k]
		sum := 0.0
		x := l.forward[i*k+a] / l.scale[i+1]
		for b := range next {
			p := t[b] * e[b] * next[b]
			sum += p
			l.edge[a*k+b] += x * p
		}
		back[a] = sum / l.scale[i+1]
	}
}

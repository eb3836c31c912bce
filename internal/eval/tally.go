package eval

import (
	"fmt"
	"maps"
	"slices"
)

// Figure is one metric: a share (P only, Ratio set) or precision, recall and F1.
type Figure struct {
	Ratio   bool
	P, R, F float64
	// Right of Gold for a ratio; P and R carry their own counts otherwise.
	Right, Gold int
}

// String prints the figure with three decimals.
func (f Figure) String() string {
	if f.Ratio {
		return fmt.Sprintf("%.3f", f.P)
	}
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f", f.P, f.R, f.F)
}

// Miss is something that a metric counted as wrong.
type Miss struct{ Metric, Event, What string }

// Tally adds up what was right, what was predicted and what gold has.
type Tally struct {
	ratios map[string]*[2]int // right, gold
	prf    map[string]*[4]int // right of predicted, predicted, found of gold, gold
	means  map[string]*mean
	Misses []Miss
}

// mean is precision and recall averaged over pages or articles.
type mean struct {
	p, r float64
	n    int
}

// NewTally returns an empty tally.
func NewTally() *Tally {
	return &Tally{ratios: map[string]*[2]int{}, prf: map[string]*[4]int{}, means: map[string]*mean{}}
}

// ratio counts one thing that is right or not.
func (t *Tally) ratio(metric string, right bool) {
	c := t.ratios[metric]
	if c == nil {
		c = &[2]int{}
		t.ratios[metric] = c
	}
	c[1]++
	if right {
		c[0]++
	}
}

// pairs adds counts of precision (right of pred) and recall (found of gold).
func (t *Tally) pairs(metric string, right, pred, found, gold int) {
	c := t.prf[metric]
	if c == nil {
		c = &[4]int{}
		t.prf[metric] = c
	}
	for i, n := range [4]int{right, pred, found, gold} {
		c[i] += n
	}
}

// average adds the precision and recall of one item to a macro average.
func (t *Tally) average(metric string, p, r float64) {
	m := t.means[metric]
	if m == nil {
		m = &mean{}
		t.means[metric] = m
	}
	m.p, m.r, m.n = m.p+p, m.r+r, m.n+1
}

func (t *Tally) miss(metric, event, format string, args ...any) {
	t.Misses = append(t.Misses, Miss{metric, event, fmt.Sprintf(format, args...)})
}

// Figures returns the metrics by name.
func (t *Tally) Figures() map[string]Figure {
	out := map[string]Figure{}
	for m, c := range t.ratios {
		out[m] = Figure{Ratio: true, P: share(c[0], c[1], 0), Right: c[0], Gold: c[1]}
	}
	for m, c := range t.prf {
		p := share(c[0], c[1], c[3])
		r := 1.0
		if c[3] > 0 {
			r = float64(c[2]) / float64(c[3])
		}
		out[m] = Figure{P: p, R: r, F: f1(p, r)}
	}
	for m, c := range t.means {
		p, r := c.p/float64(c.n), c.r/float64(c.n)
		out[m] = Figure{P: p, R: r, F: f1(p, r)}
	}
	return out
}

// Metrics returns the names of the metrics in figures, sorted.
func Metrics(figures map[string]Figure) []string { return slices.Sorted(maps.Keys(figures)) }

// share is n of d; where nothing was predicted it is 1 if gold has nothing
// either, else 0.
func share(n, d, gold int) float64 {
	if d > 0 {
		return float64(n) / float64(d)
	}
	if gold == 0 {
		return 1
	}
	return 0
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

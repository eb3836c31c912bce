package tagger

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
)

// model is a linear chain: weights of features by label, and of label pairs.
type model struct {
	labels  []string
	weights table
	scale   float32
	// next[a*len(labels)+b] is the weight of label b after label a; start[b]
	// of b at the start. A forbidden pair has minus infinity.
	next, start []float32
}

// forbidden reports whether label b cannot follow label a ("" at the start):
// I-X follows only B-X and I-X.
func forbidden(a, b string) bool {
	return strings.HasPrefix(b, "I-") && (len(a) < 2 || a[1:] != b[1:])
}

// decode finds the best labels for a sentence; v is scratch space.
func (m *model) decode(v *scratch, n int, features func(fs []uint32, i int) []uint32) []uint8 {
	k := len(m.labels)
	v.grow(n, k)
	for i := range n {
		v.features = features(v.features[:0], i)
		m.score(v.emit, v.features)
		m.step(v, i, k)
	}
	best := 0
	for b := 1; b < k; b++ {
		if v.score[b] > v.score[best] {
			best = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		v.path[i] = uint8(best)
		best = int(v.back[i*k+best])
	}
	return v.path[:n]
}

// score sums the weights of features into emit.
func (m *model) score(emit []float32, features []uint32) {
	sum := [64]int32{}
	for _, h := range features {
		for b, w := range m.weights.row(h) {
			sum[b&63] += int32(int8(w))
		}
	}
	for b := range emit {
		emit[b] = float32(sum[b&63]) * m.scale
	}
}

// step moves the best scores from word i-1 to word i.
func (m *model) step(v *scratch, i, k int) {
	if i == 0 {
		for b := range k {
			v.score[b] = m.start[b] + v.emit[b]
		}
		return
	}
	for b := range k {
		best, from := float32(math.Inf(-1)), 0
		for a := range k {
			if s := v.score[a] + m.next[a*k+b]; s > best {
				best, from = s, a
			}
		}
		v.after[b] = best + v.emit[b]
		v.back[i*k+b] = uint8(from)
	}
	v.score, v.after = v.after, v.score
}

// scratch is the memory of one decoding, kept between calls.
type scratch struct {
	sentence           sentence
	features           []uint32
	emit, score, after []float32
	back, path         []uint8
}

func (v *scratch) grow(n, k int) {
	if len(v.emit) != k {
		v.emit, v.score, v.after = make([]float32, k), make([]float32, k), make([]float32, k)
	}
	if cap(v.back) < n*k {
		v.back = make([]uint8, n*k)
	}
	if cap(v.path) < n {
		v.path = make([]uint8, n)
	}
	v.back, v.path = v.back[:n*k], v.path[:n]
}

// Weights are a trained chain as the trainer hands it over. Feature rows hold
// one weight a label; Start and Next hold the weights of labels at the start
// and of pairs, Next[a*len(Labels)+b] of b after a.
type Weights struct {
	Labels   []string
	Features map[uint32][]float64
	Start    []float64
	Next     []float64
}

// pack writes the chain: label names, transitions, then features in steps of
// the largest weight/127.
func (w Weights) pack() []byte {
	top := 1e-9
	for _, row := range w.Features {
		for _, x := range row {
			top = max(top, math.Abs(x))
		}
	}
	scale := top / 127
	names := strings.Join(w.Labels, " ")
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(names)))
	out = append(out, names...)
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(scale)))
	for _, x := range append(append([]float64{}, w.Start...), w.Next...) {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(x)))
	}
	rows := map[uint32][]byte{}
	for h, row := range w.Features {
		b := make([]byte, len(row))
		for i, x := range row {
			b[i] = byte(int8(math.Round(x / scale)))
		}
		if strings.Trim(string(b), "\x00") != "" {
			rows[h] = b
		}
	}
	return append(out, packTable(len(w.Labels), rows)...)
}

func openModel(b []byte) (*model, error) {
	if len(b) < 4 {
		return nil, fmt.Errorf("model of %d bytes", len(b))
	}
	n := int(binary.LittleEndian.Uint32(b))
	if n > 1000 || len(b) < 8+n {
		return nil, fmt.Errorf("labels of %d bytes", n)
	}
	m := &model{labels: strings.Fields(string(b[4 : 4+n]))}
	k := len(m.labels)
	m.scale = math.Float32frombits(binary.LittleEndian.Uint32(b[4+n:]))
	b = b[8+n:]
	if k == 0 || k > 64 || len(b) < 4*(k+k*k) {
		return nil, fmt.Errorf("%d labels", k)
	}
	all := make([]float32, k+k*k)
	for i := range all {
		all[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	m.start, m.next = all[:k], all[k:]
	for i := range all {
		a, l := "", m.labels[i%k]
		if i >= k {
			a = m.labels[i/k-1]
		}
		if forbidden(a, l) {
			all[i] = float32(math.Inf(-1))
		}
	}
	t, err := openTable(b[4*len(all):])
	if err != nil {
		return nil, err
	}
	if t.width != k {
		return nil, fmt.Errorf("rows of %d for %d labels", t.width, k)
	}
	m.weights = t
	return m, nil
}

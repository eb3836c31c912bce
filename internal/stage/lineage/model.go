package lineage

import (
	_ "embed" // the model
	"fmt"
	"strconv"
	"strings"
)

//go:embed model.tsv
var embedded string

// Model weighs the measures of a pair; above 0 in sum, one took from the other
// or both from one text.
type Model struct {
	Weights []float64 // in the order of MeasureNames
}

// MeasureNames names the measures, the bias first.
func MeasureNames() []string { return append([]string{}, labels[:]...) }

// ParseModel reads lines "label<TAB>weight"; lines that start with # are left
// out. Every measure must be there.
func ParseModel(raw string) (Model, error) {
	byLabel := map[string]float64{}
	for i, line := range strings.Split(strings.TrimSpace(raw), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		label, value, _ := strings.Cut(line, "\t")
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return Model{}, fmt.Errorf("parse lineage model line %d: %w", i+1, err)
		}
		byLabel[label] = w
	}
	var m Model
	for _, label := range labels {
		w, ok := byLabel[label]
		if !ok {
			return Model{}, fmt.Errorf("parse lineage model: no %s", label)
		}
		m.Weights = append(m.Weights, w)
	}
	return m, nil
}

// Format writes a model as ParseModel reads it.
func (m Model) Format() string {
	var b strings.Builder
	for i, w := range m.Weights {
		fmt.Fprintf(&b, "%s\t%.4f\n", labels[i], w)
	}
	return b.String()
}

// score returns the log-odds of a link.
func (m Model) score(x *measures) float64 {
	var s float64
	for i, w := range m.Weights {
		s += w * x[i]
	}
	return s
}

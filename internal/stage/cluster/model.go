package cluster

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/lang"
)

// Model weighs the features of a pair of articles of one language, or of two.
type Model struct {
	Weights []float64 // in the order of FeatureNames
	// Threshold is the log-odds from which clusters are joined in an input of
	// Articles articles.
	Threshold float64
	Articles  float64
}

// FeatureNames names the features, the bias first.
func FeatureNames() []string { return slices.Clone(labels[:]) }

// limit bounds the score of one pair, so that no single one decides about a
// cluster.
const limit = 3

// prior is how much of the change of prior odds an input smaller than the
// training's gets: among five articles that someone chose, any two are far
// likelier to tell one event than among a day's hundreds. fewest keeps the
// smallest inputs from taking everything for one event.
const (
	prior  = 0.8
	fewest = 8
)

// forInput returns the model with its threshold moved for an input of n
// articles. It rises for no input.
func (m *Model) forInput(n int) *Model {
	out := *m
	if n := float64(n + fewest); n < m.Articles {
		out.Threshold -= prior * math.Log(m.Articles/n)
	}
	return &out
}

// score returns how far the log-odds of a pair lie above the threshold.
func (m *Model) score(f *features) float64 {
	var s float64
	for i, w := range m.Weights {
		s += w * f[i]
	}
	return max(-limit, min(limit, s-m.Threshold))
}

// ModelName is the file among a pack's models that weighs pairs of its
// language, or pairs with another one: "stories.tsv", "stories-en.tsv".
func ModelName(other string) string {
	if other == "" {
		return "stories.tsv"
	}
	return "stories-" + other + ".tsv"
}

// loadModel reads a model of a pack; ok is false if there is none that fits.
func loadModel(p *lang.Pack, name string) (Model, bool) {
	raw, err := p.Model(name)
	if err != nil {
		return Model{}, false
	}
	m, err := ParseModel(string(raw))
	return m, err == nil
}

const (
	thresholdLabel = "threshold"
	articlesLabel  = "articles"
)

// ParseModel reads lines "label<TAB>weight"; lines that start with # are left
// out. Every feature must be there.
func ParseModel(raw string) (Model, error) {
	byLabel := map[string]float64{}
	for i, line := range strings.Split(strings.TrimSpace(raw), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		label, value, _ := strings.Cut(line, "\t")
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return Model{}, fmt.Errorf("parse model line %d: %w", i+1, err)
		}
		byLabel[label] = w
	}
	m := Model{Threshold: byLabel[thresholdLabel], Articles: byLabel[articlesLabel]}
	for _, label := range FeatureNames() {
		w, ok := byLabel[label]
		if !ok {
			return Model{}, fmt.Errorf("parse model: no %s", label)
		}
		m.Weights = append(m.Weights, w)
	}
	return m, nil
}

// Format writes a model as ParseModel reads it.
func (m *Model) Format() string {
	var b strings.Builder
	for i, w := range m.Weights {
		fmt.Fprintf(&b, "%s\t%.4f\n", labels[i], w)
	}
	fmt.Fprintf(&b, "%s\t%.4f\n%s\t%.0f\n", thresholdLabel, m.Threshold, articlesLabel, m.Articles)
	return b.String()
}

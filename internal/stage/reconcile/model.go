package reconcile

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/lang"
)

// ModelName is the file in a pack's models folder that holds the scorer.
const ModelName = "claims.tsv"

// Model is a logistic model over Features. It is language-neutral: the packs
// hold the same file.
type Model struct{ Weights Features }

// Score returns how likely two claims with these features say the same.
func (m *Model) Score(f Features) float64 {
	z := 0.0
	for i, w := range m.Weights {
		z += w * f[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// Marshal returns the model as a table of names and weights, with comment as
// its first lines.
func (m *Model) Marshal(comment string) []byte {
	var b bytes.Buffer
	for _, l := range strings.Split(strings.TrimSpace(comment), "\n") {
		fmt.Fprintf(&b, "# %s\n", l)
	}
	b.WriteString("feature\tweight\n")
	for i, n := range FeatureNames {
		fmt.Fprintf(&b, "%s\t%.4f\n", n, m.Weights[i])
	}
	return b.Bytes()
}

// ParseModel reads what Marshal wrote. A feature that it does not name weighs
// nothing; one that is not known is an error.
func ParseModel(raw []byte) (*Model, error) {
	m := &Model{}
	sc := bufio.NewScanner(bytes.NewReader(raw))
	header := false
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		if !header {
			header = true
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		i := slices.Index(FeatureNames[:], name)
		w, err := strconv.ParseFloat(value, 64)
		if i < 0 || err != nil {
			return nil, fmt.Errorf("%s:%d: no weight of a feature: %q", ModelName, n, line)
		}
		m.Weights[i] = w
	}
	return m, sc.Err()
}

// loadModel returns the pack's scorer, or a plain one that goes by cosine
// where the pack has none or a broken one.
func loadModel(p *lang.Pack) *Model {
	if raw, err := p.Model(ModelName); err == nil {
		if m, err := ParseModel(raw); err == nil {
			return m
		}
	}
	return plainModel()
}

// plainModel joins claims whose terms are about half the same.
func plainModel() *Model {
	m := &Model{}
	m.Weights[slices.Index(FeatureNames[:], "bias")] = -4.5
	m.Weights[slices.Index(FeatureNames[:], "cosine")] = 8
	m.Weights[slices.Index(FeatureNames[:], "number-clash")] = -1
	return m
}

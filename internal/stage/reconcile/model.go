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

// Model is a logistic model over Features. It is language-neutral: one
// pack's file serves all that have none of their own.
//
// Two groups of claims join while the average over their pairs is at least
// Join; a claim also serves another group that it is on average Attach near.
type Model struct {
	Weights      Features
	Join, Attach float64
}

// Thresholds of a model whose file names none.
const (
	defaultJoin   = 0.5
	defaultAttach = 0.5
)

// Score returns how likely two claims with these features say the same.
func (m *Model) Score(f Features) float64 {
	z := 0.0
	for i, w := range m.Weights {
		z += w * f[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// Parts returns what each feature adds to the log-odds of sameness.
func (m *Model) Parts(f Features) Features {
	for i, w := range m.Weights {
		f[i] *= w
	}
	return f
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
	fmt.Fprintf(&b, "%s\t%.2f\n%s\t%.2f\n", joinRow, m.Join, attachRow, m.Attach)
	return b.Bytes()
}

// Rows of the file that hold the thresholds.
const (
	joinRow   = "join"
	attachRow = "attach"
)

// field returns where the value of a row of the file belongs; nil if the row
// is not known.
func (m *Model) field(name string) *float64 {
	switch name {
	case joinRow:
		return &m.Join
	case attachRow:
		return &m.Attach
	}
	if i := slices.Index(FeatureNames[:], name); i >= 0 {
		return &m.Weights[i]
	}
	return nil
}

// ParseModel reads what Marshal wrote. A feature that it does not name weighs
// nothing; one that is not known is an error.
func ParseModel(raw []byte) (*Model, error) {
	m := &Model{Join: defaultJoin, Attach: defaultAttach}
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
		at := m.field(name)
		w, err := strconv.ParseFloat(value, 64)
		if at == nil || err != nil {
			return nil, fmt.Errorf("%s:%d: no weight of a feature: %q", ModelName, n, line)
		}
		*at = w
	}
	return m, sc.Err()
}

// loadModel returns the pack's scorer; nil where it has none or a broken one.
func loadModel(p *lang.Pack) *Model {
	raw, err := p.Model(ModelName)
	if err != nil {
		return nil
	}
	m, err := ParseModel(raw)
	if err != nil {
		return nil
	}
	return m
}

// plainModel joins claims whose terms are about half the same.
func plainModel() *Model {
	m := &Model{Join: defaultJoin, Attach: defaultAttach}
	*m.field("bias"), *m.field("cosine"), *m.field("number-clash") = -4.5, 8, -1
	return m
}

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
	First        Features // weights of the first look, which tells how widely claims are told
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
	b.WriteString("feature\tweight\tfirst\n")
	for i, n := range FeatureNames {
		fmt.Fprintf(&b, "%s\t%.4f\t%.4f\n", n, m.Weights[i], m.First[i])
	}
	fmt.Fprintf(&b, "%s\t%.2f\n%s\t%.2f\n", joinRow, m.Join, attachRow, m.Attach)
	return b.Bytes()
}

// Rows of the file that hold the thresholds.
const (
	joinRow   = "join"
	attachRow = "attach"
)

// fields returns where the values of a row of the file belong; nil if the row
// is not known.
func (m *Model) fields(name string) []*float64 {
	switch name {
	case joinRow:
		return []*float64{&m.Join}
	case attachRow:
		return []*float64{&m.Attach}
	}
	if i := slices.Index(FeatureNames[:], name); i >= 0 {
		return []*float64{&m.Weights[i], &m.First[i]}
	}
	return nil
}

// read puts the values of a row where they belong; a value that is left out is
// 0.
func (m *Model) read(row []string) error {
	at := m.fields(row[0])
	if len(row) < 2 || len(row) > 1+len(at) {
		return fmt.Errorf("no weight of a feature: %q", strings.Join(row, "\t"))
	}
	for i, cell := range row[1:] {
		w, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return fmt.Errorf("no weight of a feature: %q", cell)
		}
		*at[i] = w
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
		if err := m.read(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", ModelName, n, err)
		}
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
	for name, w := range map[string]float64{"bias": -4.5, "cosine": 8, "number-clash": -1} {
		*m.fields(name)[0] = w
	}
	return m
}

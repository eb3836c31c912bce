package reconcile

import (
	"fmt"
	"math"
	"slices"

	"github.com/selisik/selisik/internal/lang"
)

// ModelName is the file in a pack's models folder that holds the scorer.
const ModelName = "claims.tsv"

// Model is a logistic model over Features. It is language-neutral: one
// pack's file serves all that have none of their own.
//
// Two groups of claims join while the average over their pairs is at least
// Join; a claim also serves another group that it is on average Attach near.
// Claims of two origins corroborate each other only if the first look alone
// gives them Meet at least.
type Model struct {
	Weights      Features
	First        Features // weights of the first look, which tells how widely claims are told
	Join, Attach float64
	Meet         float64
}

// Thresholds of a model whose file names none.
const (
	defaultJoin   = 0.5
	defaultAttach = 0.5
	defaultMeet   = 0.7
)

// Score returns how likely two claims with these features say the same.
func (m *Model) Score(f Features) float64 {
	z := 0.0
	for i, w := range m.Weights {
		z += w * f[i]
	}
	return logistic(z)
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

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
	var rows []string
	for i, n := range FeatureNames {
		rows = append(rows, fmt.Sprintf("%s\t%.4f\t%.4f", n, m.Weights[i], m.First[i]))
	}
	rows = append(rows, fmt.Sprintf("%s\t%.2f", joinRow, m.Join), fmt.Sprintf("%s\t%.2f", attachRow, m.Attach), fmt.Sprintf("%s\t%.2f", meetRow, m.Meet))
	return marshal(comment, "feature\tweight\tfirst", rows)
}

// Rows of the file that hold the thresholds.
const (
	joinRow   = "join"
	attachRow = "attach"
	meetRow   = "meet"
)

// fields returns where the values of a row of the file belong; nil if the row
// is not known.
func (m *Model) fields(name string) []*float64 {
	switch name {
	case joinRow:
		return []*float64{&m.Join}
	case attachRow:
		return []*float64{&m.Attach}
	case meetRow:
		return []*float64{&m.Meet}
	}
	if i := slices.Index(FeatureNames[:], name); i >= 0 {
		return []*float64{&m.Weights[i], &m.First[i]}
	}
	return nil
}

// ParseModel reads what Marshal wrote. A feature that it does not name weighs
// nothing; one that is not known is an error.
func ParseModel(raw []byte) (*Model, error) {
	m := &Model{Join: defaultJoin, Attach: defaultAttach, Meet: defaultMeet}
	if err := unmarshal(raw, ModelName, m.fields); err != nil {
		return nil, err
	}
	return m, nil
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
	m := &Model{Join: defaultJoin, Attach: defaultAttach, Meet: defaultMeet}
	for name, w := range map[string]float64{"bias": -4.5, "cosine": 8, "number-clash": -1} {
		*m.fields(name)[0] = w
	}
	return m
}

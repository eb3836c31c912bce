package reconcile

import (
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// FigureModelName is the file in a pack's models folder that holds the scorer
// of figures.
const FigureModelName = "figures.tsv"

// FigureModel tells how likely two figures answer one question. It is
// language-neutral, as Model is.
//
// Agree says it of any two: weights of log-odds that their amounts are equal,
// learnt from pairs that no person labelled. Figures that are equal, or equal
// but for rounding, gain Bonus and half of it. For figures that exclude each
// other, those log-odds are one of the features of Differ, learnt from labelled
// differences; Slip is what it adds to them that the digits are the same in
// another order, as a slip leaves them. Figures are grouped while the average
// likelihood is Ask or more.
type FigureModel struct {
	Agree            FigureFeatures
	Differ           DifferFeatures
	Bonus, Slip, Ask float64
}

// DifferNames are what the likelihood that unequal figures answer one question
// is made of, in the order of DifferFeatures.
var DifferNames = [...]string{
	"differ-bias",     // always 1
	"differ-agree",    // log-odds by Agree
	"differ-aspect",   // words near both tell one aspect
	"differ-distance", // Distance
	"differ-near",     // those words stand close to both
	"differ-loose",    // many things are told in the unit: a duration, times
}

// DifferFeatures is one row, in the order of DifferNames.
type DifferFeatures [len(DifferNames)]float64

// DifferRow returns the row of a pair at a distance.
func (m *FigureModel) DifferRow(p *FigurePair, distance float64) DifferFeatures {
	return DifferFeatures{1, m.agree(p), flag(p.Aspect), distance, flag(p.near), flag(p.loose)}
}

func (m *FigureModel) agree(p *FigurePair) float64 {
	z := 0.0
	for i, w := range m.Agree {
		z += w * p.Features[i]
	}
	return z
}

// score is how likely two figures at a distance answer one question.
func (m *FigureModel) score(p *FigurePair, distance float64) float64 {
	switch p.Relation {
	case Equal:
		return logistic(m.agree(p) + m.Bonus)
	case Rounded:
		return logistic(m.agree(p) + m.Bonus/2)
	case Rival:
		z := m.Slip * flag(p.slip)
		for i, x := range m.DifferRow(p, distance) {
			z += m.Differ[i] * x
		}
		return logistic(z)
	}
	return 0
}

// at returns where the value of a row of the file belongs; nil if the row is
// not known.
func (m *FigureModel) at(name string) []*float64 {
	if i := slices.Index(FigureNames[:], name); i >= 0 {
		return []*float64{&m.Agree[i]}
	}
	if i := slices.Index(DifferNames[:], name); i >= 0 {
		return []*float64{&m.Differ[i]}
	}
	switch name {
	case bonusRow:
		return []*float64{&m.Bonus}
	case slipRow:
		return []*float64{&m.Slip}
	case askRow:
		return []*float64{&m.Ask}
	}
	return nil
}

// Rows of the file that hold what is no weight of a feature.
const (
	bonusRow = "bonus"
	slipRow  = "slip"
	askRow   = "ask"
)

// Marshal returns the model as a table of names and weights, with comment as
// its first lines.
func (m *FigureModel) Marshal(comment string) []byte {
	var rows []string
	for _, n := range slices.Concat(FigureNames[:], DifferNames[:], []string{bonusRow, slipRow, askRow}) {
		rows = append(rows, fmt.Sprintf("%s\t%.4f", n, *m.at(n)[0]))
	}
	return marshal(comment, "feature\tweight", rows)
}

// ParseFigureModel reads what Marshal wrote. A feature that it does not name
// weighs nothing; one that is not known is an error.
func ParseFigureModel(raw []byte) (*FigureModel, error) {
	m := &FigureModel{}
	if err := unmarshal(raw, FigureModelName, m.at); err != nil {
		return nil, err
	}
	return m, nil
}

// loadFigureModel returns the pack's scorer of figures; nil where it has none or
// a broken one.
func loadFigureModel(p *lang.Pack) *FigureModel {
	raw, err := p.Model(FigureModelName)
	if err != nil {
		return nil
	}
	m, err := ParseFigureModel(raw)
	if err != nil {
		return nil
	}
	return m
}

// figureModelOf returns the scorer of figures of the story's first language that
// has one, else that of the first pack with one; where no pack has, one that
// finds no question.
func (r *Reconciler) figureModelOf(s *news.Story) *FigureModel {
	for _, tag := range slices.Concat(s.Languages, r.packs.Tags()) {
		if m := r.figures[tag]; m != nil {
			return m
		}
	}
	return &FigureModel{Ask: 2}
}

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
// differences. Figures are grouped while the average likelihood is Ask or more.
type FigureModel struct {
	Agree      FigureFeatures
	Differ     DifferFeatures
	Bonus, Ask float64
}

// DifferNames are what the likelihood that unequal figures answer one question
// is made of, in the order of DifferFeatures.
var DifferNames = [...]string{
	"differ-bias",     // always 1
	"differ-agree",    // log-odds by Agree
	"differ-aspect",   // words near both tell one aspect
	"differ-distance", // Distance
}

// DifferFeatures is one row, in the order of DifferNames.
type DifferFeatures [len(DifferNames)]float64

// DifferRow returns the row of a pair at a distance.
func (m *FigureModel) DifferRow(p *FigurePair, distance float64) DifferFeatures {
	return DifferFeatures{1, m.agree(p), flag(p.Aspect), distance}
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
		z := 0.0
		for i, x := range m.DifferRow(p, distance) {
			z += m.Differ[i] * x
		}
		return logistic(z)
	}
	return 0
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// at returns where the value of a row of the file belongs; nil if the row is
// not known.
func (m *FigureModel) at(name string) *float64 {
	if i := slices.Index(FigureNames[:], name); i >= 0 {
		return &m.Agree[i]
	}
	if i := slices.Index(DifferNames[:], name); i >= 0 {
		return &m.Differ[i]
	}
	return map[string]*float64{"bonus": &m.Bonus, "ask": &m.Ask}[name]
}

// Marshal returns the model as a table of names and weights, with comment as
// its first lines.
func (m *FigureModel) Marshal(comment string) []byte {
	var b bytes.Buffer
	for _, l := range strings.Split(strings.TrimSpace(comment), "\n") {
		fmt.Fprintf(&b, "# %s\n", l)
	}
	b.WriteString("feature\tweight\n")
	for _, n := range slices.Concat(FigureNames[:], DifferNames[:], []string{"bonus", "ask"}) {
		fmt.Fprintf(&b, "%s\t%.4f\n", n, *m.at(n))
	}
	return b.Bytes()
}

// ParseFigureModel reads what Marshal wrote. A feature that it does not name
// weighs nothing; one that is not known is an error.
func ParseFigureModel(raw []byte) (*FigureModel, error) {
	m := &FigureModel{}
	sc := bufio.NewScanner(bytes.NewReader(raw))
	for n := 1; sc.Scan(); n++ {
		name, cell, _ := strings.Cut(sc.Text(), "\t")
		if name == "" || name == "feature" || strings.HasPrefix(name, "#") {
			continue
		}
		w, err := strconv.ParseFloat(cell, 64)
		if err != nil || m.at(name) == nil {
			return nil, fmt.Errorf("%s:%d: no weight of a feature: %q", FigureModelName, n, sc.Text())
		}
		*m.at(name) = w
	}
	return m, sc.Err()
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

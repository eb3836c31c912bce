package cluster

import (
	"slices"

	"github.com/selisik/selisik/internal/lang"
)

// models are the merge models by language and by pair of languages.
type models struct {
	byPair map[[2]string]*Model
	other  *Model // for languages without one
}

// loadModels reads the models of all packs. Two packs may each hold the model
// of their pair; the one whose tag comes first wins.
func loadModels(packs *lang.Packs) *models {
	m := &models{byPair: map[[2]string]*Model{}, other: &Model{Weights: make([]float64, fCount), Threshold: limit}}
	tags := packs.Tags()
	for i := len(tags) - 1; i >= 0; i-- {
		for j := len(tags) - 1; j >= 0; j-- {
			m.load(packs.For(tags[i]), tags[i], tags[j])
		}
	}
	if own := m.byPair[[2]string{pivot, pivot}]; own != nil {
		m.other = own
	}
	return m
}

func (m *models) load(p *lang.Pack, tag, with string) {
	name := ModelName(with)
	if tag == with {
		name = ModelName("")
	}
	if model, ok := loadModel(p, name); ok {
		m.byPair[pairOf(tag, with)] = &model
	}
}

// of returns the model for two languages.
func (m *models) of(a, b string) *Model {
	if model := m.byPair[pairOf(a, b)]; model != nil {
		return model
	}
	return m.other
}

func pairOf(a, b string) [2]string {
	p := []string{a, b}
	slices.Sort(p)
	return [2]string{p[0], p[1]}
}

// forInput returns the models for an input of n articles.
func (m *models) forInput(n int) *models {
	out := &models{byPair: map[[2]string]*Model{}, other: m.other.forInput(n)}
	for k, v := range m.byPair {
		out.byPair[k] = v.forInput(n)
	}
	return out
}

// size returns n as far as forInput tells inputs apart by it.
func (m *models) size(n int) uint64 {
	most := m.other.Articles
	for _, model := range m.byPair {
		most = max(most, model.Articles)
	}
	return uint64(min(n, int(most)))
}

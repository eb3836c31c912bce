package reconcile

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// Reconciler reconciles stories. It is immutable and safe for use by several
// goroutines.
type Reconciler struct {
	packs   *lang.Packs
	words   map[string]*words
	model   map[string]*Model
	figures map[string]*FigureModel
	// common serves languages without a scorer of their own.
	common *Model
}

// New builds a reconciler from the packs' tables and scorers.
func New(packs *lang.Packs) *Reconciler {
	r := &Reconciler{packs: packs, words: map[string]*words{}, model: map[string]*Model{}, figures: map[string]*FigureModel{}}
	for _, tag := range append(packs.Tags(), "und") {
		p := packs.For(tag)
		r.words[tag] = newWords(p)
		if m := loadModel(p); m != nil {
			r.model[tag] = m
		}
		if m := loadFigureModel(p); m != nil {
			r.figures[tag] = m
		}
	}
	r.common = r.commonModel()
	return r
}

// commonModel is the scorer for languages without one: that of the first pack
// that has one, by tag, or a plain one that goes by cosine.
func (r *Reconciler) commonModel() *Model {
	for _, tag := range r.packs.Tags() {
		if m := r.model[tag]; m != nil {
			return m
		}
	}
	return plainModel()
}

// Story returns s with Entities, Sources, Claims, Findings, Timeline and
// Coverage filled; its Lineage is that given, and so are its Readings but for
// speakers that other articles tell (settleSpeakers). Findings come in order of
// importance, the main ones first.
func (r *Reconciler) Story(s news.Story) news.Story {
	s = settleSpeakers(s)
	t := newTable(&s, r)
	groups := t.group(t.pairs(), r.modelOf(&s))
	t.findings(groups)
	s.Timeline = t.timeline()
	s.Coverage = t.coverage()
	return s
}

// modelOf returns the scorer of the story's first language that has one.
func (r *Reconciler) modelOf(s *news.Story) *Model {
	for _, tag := range s.Languages {
		if m := r.model[tag]; m != nil {
			return m
		}
	}
	return r.common
}

// With returns a reconciler that is r with another scorer, for all languages.
func (r *Reconciler) With(m *Model) *Reconciler {
	out := *r
	out.model, out.common = nil, m
	return &out
}

// Pairs returns the story with its claims numbered and the pairs of claims
// that Story would compare, sorted, with their features: what the scorer is
// trained on. The weights first give the features that need a first look.
func (r *Reconciler) Pairs(s news.Story, first Features) (news.Story, []Pair) {
	s = settleSpeakers(s)
	t := newTable(&s, r)
	pairs := t.features(t.pairs())
	t.tell(pairs, first)
	return s, pairs
}

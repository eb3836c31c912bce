package cluster

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// Edition is the articles of one window, compared and grouped into threads. It
// is immutable.
type Edition struct {
	Comparison
	Window   Window
	articles []news.Article
	mixed    bool    // of several languages, so that docs have their bridge
	threads  [][]int // of indices
}

// Edition groups the articles of one window; rules are by index.
func (g *Grouper) Edition(w Window, articles []news.Article, rules Constraints, memo *Memo) *Edition {
	m := matcher{memo, g.forWindow(w, len(articles))}
	e := &Edition{Comparison: *g.compare(articles, m), Window: w, articles: articles, mixed: mixed(articles)}
	e.threads = e.Comparison.threads(m.models, rules)
	return e
}

// forWindow returns the models for a window of n articles. A window that is a
// part of the archive is one of a large input, however few articles it has.
func (g *Grouper) forWindow(w Window, n int) *models {
	if w.IsAll() {
		return g.models.forInput(n)
	}
	return g.models
}

// Threads returns the groups as sorted lists of indices into the edition's
// articles, in order of their earliest; every index is in exactly one.
func (e *Edition) Threads() [][]int { return e.threads }

// Join returns which threads of two neighbouring editions tell one event, as
// lists of indices into their articles taken together, a's first: all members
// of two or more threads each. rules are by these indices as well. Threads of
// one edition meet where one of the other brings them together.
func (g *Grouper) Join(a, b *Edition, rules Constraints, memo *Memo) [][]int {
	if len(a.docs) == 0 || len(b.docs) == 0 {
		return nil
	}
	x, y := g.alikeBridged(a, b, memo)
	docs := slices.Concat(x, y)
	n, n2 := len(x), len(a.articles)
	position := make([]int, len(docs)) // of articles
	for i := range docs {
		if i >= n {
			docs[i].index += n2
		}
		position[docs[i].index] = i
	}
	pairs := slices.Clone(a.pairs)
	for _, p := range b.pairs {
		pairs = append(pairs, pair{p.a + n, p.b + n, p.features})
	}
	t := task{docs: docs, pairs: append(pairs, matcher{memo, g.models}.crossing(docs, n)...), models: g.models, rules: rules.through(position)}
	for _, list := range a.threads {
		t.start = append(t.start, through(position, list))
	}
	for _, list := range b.threads {
		t.start = append(t.start, through(position[n2:], list))
	}
	return grown(agglomerate(t), t.start, docs)
}

// grown returns the clusters that hold more than one of start, as lists of
// articles.
func grown(clusters, start [][]int, docs []document) [][]int {
	size := make([]int, len(docs)) // of the cluster that a document started in
	for _, list := range start {
		for _, d := range list {
			size[d] = len(list)
		}
	}
	var out [][]int
	for _, c := range clusters {
		if len(c) == size[c[0]] {
			continue
		}
		for i, d := range c {
			c[i] = docs[d].index
		}
		slices.Sort(c)
		out = append(out, c)
	}
	return out
}

// alikeBridged returns the documents of two editions, both with their bridges
// if there are two languages between them.
func (g *Grouper) alikeBridged(a, b *Edition, memo *Memo) (x, y []document) {
	if a.mixed == b.mixed && (a.mixed || a.articles[0].Language == b.articles[0].Language) {
		return a.docs, b.docs
	}
	return g.withBridges(a, memo), g.withBridges(b, memo)
}

// withBridges returns the documents of e with their bridges.
func (g *Grouper) withBridges(e *Edition, memo *Memo) []document {
	if e.mixed {
		return e.docs
	}
	docs := slices.Clone(e.docs)
	each(len(docs), func(w *worker, i int) {
		a := &e.articles[docs[i].index]
		docs[i].bridge = memo.bridges.get(wordingOf(a), func() vectors { return g.bridged(a, w) })
	})
	return docs
}

func mixed(articles []news.Article) bool {
	return slices.ContainsFunc(articles, func(a news.Article) bool { return a.Language != articles[0].Language })
}

// Package cluster puts articles into stories: one event each.
package cluster

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/similar"
)

// Grouper groups articles.
type Grouper struct {
	packs   *lang.Packs
	readers map[string]*reader
	other   *reader
	model   Model
}

// New builds a grouper with the embedded model.
func New(packs *lang.Packs) *Grouper { return NewWith(packs, defaultModel()) }

// NewWith builds a grouper that uses model.
func NewWith(packs *lang.Packs, model Model) *Grouper {
	g := &Grouper{packs: packs, readers: map[string]*reader{}, other: newReader(lang.Empty("und")), model: model}
	for _, tag := range packs.Tags() {
		g.readers[tag] = newReader(packs.For(tag))
	}
	return g
}

// Group returns the stories as lists of indices into articles; every index is
// in exactly one list. The result does not depend on the order of articles.
func (g *Grouper) Group(articles []news.Article) [][]int {
	docs := g.documents(articles)
	var links []link
	for _, p := range g.pairs(docs) {
		links = append(links, link{p.A, p.B, g.model.score(p.f)})
	}
	stories := agglomerate(len(docs), links, -g.model.Cap, g.model.Threshold)
	for _, s := range stories {
		for i, d := range s {
			s[i] = docs[d].index
		}
		slices.Sort(s)
	}
	return stories
}

// Factor x
var Factor = 1.0

func (g *Grouper) reader(tag string) *reader {
	if r := g.readers[tag]; r != nil {
		return r
	}
	return g.other
}

// documents vectorises articles, in parallel, and sorts by time of publication.
func (g *Grouper) documents(articles []news.Article) []document {
	docs := make([]document, len(articles))
	each(len(articles), func(w *worker, i int) {
		tag := articles[i].Language
		docs[i] = g.reader(tag).read(&articles[i], i, w.memo(tag))
	})
	counts := map[string]*similar.Counter{}
	for i := range docs {
		c := counts[docs[i].language]
		if c == nil {
			c = similar.NewCounter()
			counts[docs[i].language] = c
		}
		c.AddKeys(slices.Concat(docs[i].titleKeys.words, docs[i].bodyKeys.words), 1)
	}
	idfs := map[string]*similar.IDF{}
	for tag, c := range counts {
		idfs[tag] = g.reader(tag).idf.With(c, Factor)
	}
	each(len(docs), func(_ *worker, i int) { docs[i].weigh(idfs[docs[i].language]) })
	slices.SortStableFunc(docs, func(a, b document) int {
		x, y := &articles[a.index], &articles[b.index]
		return cmp.Or(a.time.Compare(b.time), cmp.Compare(a.id, b.id), cmp.Compare(x.Ref, y.Ref), cmp.Compare(x.Input, y.Input))
	})
	return docs
}

// pair is two documents that were compared.
type pair struct {
	A, B int
	f    features
}

// pairs compares each document with its candidates.
func (g *Grouper) pairs(docs []document) []pair {
	cands := candidates(docs)
	rows := make([][]pair, len(docs))
	each(len(docs), func(_ *worker, i int) {
		for _, j := range cands[i] {
			rows[i] = append(rows[i], pair{j, i, featuresOf(&docs[j], &docs[i])})
		}
	})
	return slices.Concat(rows...)
}

// worker holds what one goroutine keeps between articles: hashes of stems by
// language and word.
type worker struct{ stems map[string]map[string]uint64 }

func (w *worker) memo(tag string) map[string]uint64 {
	if w.stems[tag] == nil {
		w.stems[tag] = map[string]uint64{}
	}
	return w.stems[tag]
}

// each calls do(0) … do(n-1) on all cores.
func each(n int, do func(w *worker, i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			own := &worker{stems: map[string]map[string]uint64{}}
			for i := w; i < n; i += workers {
				do(own, i)
			}
		})
	}
	wg.Wait()
}

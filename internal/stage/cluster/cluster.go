package cluster

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/zeebo/xxh3"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/similar"
)

// Grouper groups articles. It is safe for use by several goroutines.
type Grouper struct {
	readers map[string]*reader
	bridges map[string]*bridge
	other   *bridge // for languages without a pack
	models  *models
}

// New builds a grouper from the tables and models of the packs.
func New(packs *lang.Packs) *Grouper {
	empty := lang.Empty("und")
	g := &Grouper{readers: map[string]*reader{}, bridges: map[string]*bridge{}, models: loadModels(packs)}
	for _, tag := range packs.Tags() {
		g.readers[tag] = newReader(packs.For(tag))
	}
	to := g.readers[pivot]
	if to == nil {
		to = newReader(empty)
	}
	for tag, r := range g.readers {
		g.bridges[tag] = newBridge(r, to, packs.For(tag))
	}
	g.other = newBridge(newReader(empty), to, empty)
	return g
}

// With returns a grouper that weighs pairs of languages a and b by m.
func (g *Grouper) With(a, b string, m Model) *Grouper {
	out := *g
	out.models = &models{byPair: map[[2]string]*Model{}, other: g.models.other}
	for k, v := range g.models.byPair {
		out.models.byPair[k] = v
	}
	out.models.byPair[pairOf(a, b)] = &m
	return &out
}

// Group returns the stories as lists of indices into articles; every index is
// in exactly one list. The lists are in order of their earliest article, each
// is sorted. Which articles meet does not depend on their order, nor on the
// number of cores. It groups the windows of c one by one and joins what
// crosses their borders. Cost is near linear in the articles.
func (g *Grouper) Group(articles []news.Article, c Calendar) [][]int {
	times := make([]time.Time, len(articles))
	for i := range articles {
		times[i] = Placed(&articles[i])
	}
	var (
		before *Edition
		back   []int // from positions in before to articles
		story  = newClasses(len(articles))
	)
	windows := c.Cut(times)
	for _, w := range windows {
		var own []news.Article
		var at []int
		for i := range articles {
			if w.Holds(times[i]) {
				own, at = append(own, articles[i]), append(at, i)
			}
		}
		e := g.Edition(w, own, Constraints{}, &Memo{})
		story.gather(at, e.Threads())
		if before != nil {
			story.gather(slices.Concat(back, at), g.Join(before, e, Constraints{}, &Memo{}))
		}
		before, back = e, at
	}
	out := story.lists()
	first := make(map[int]int, len(out)) // the earliest of a story, by its lowest index
	for _, s := range out {
		first[s[0]] = slices.MinFunc(s, func(i, j int) int { return Order(&articles[i], &articles[j]) })
	}
	slices.SortFunc(out, func(a, b []int) int { return Order(&articles[first[a[0]]], &articles[first[b[0]]]) })
	return out
}

// through maps a list of indices.
func through(at, list []int) []int {
	out := make([]int, len(list))
	for i, x := range list {
		out[i] = at[x]
	}
	return out
}

// Placed is the time by which an article is put into a window: of publication,
// or the first of all time where it tells none.
func Placed(a *news.Article) time.Time {
	if a.Published == nil {
		return time.Time{}
	}
	return a.Published.Time
}

// Comparison is a set of articles whose pairs have been compared. It is
// immutable.
type Comparison struct {
	docs  []document
	pairs []pair
}

// Compare compares the articles. The models of g do not matter to it.
func (g *Grouper) Compare(articles []news.Article) *Comparison {
	return g.compare(articles, matcher{memo: &Memo{}})
}

func (g *Grouper) compare(articles []news.Article, m matcher) *Comparison {
	docs := g.documents(articles, m.memo)
	return &Comparison{docs, m.pairs(docs)}
}

// Group groups the compared articles by the models of g, as one window. The
// result is as of Grouper.Group.
func (c *Comparison) Group(g *Grouper) [][]int {
	return c.threads(g.models.forInput(len(c.docs)), Constraints{})
}

// threads groups the compared articles; rules are by index.
func (c *Comparison) threads(m *models, rules Constraints) [][]int {
	position := make([]int, len(c.docs))
	for d := range c.docs {
		position[c.docs[d].index] = d
	}
	out := agglomerate(task{docs: c.docs, pairs: c.pairs, models: m, rules: rules.through(position)})
	for _, s := range out {
		for i, d := range s {
			s[i] = c.docs[d].index
		}
		slices.Sort(s)
	}
	return out
}

// documents vectorises articles and sorts them by time of publication, those
// without one first.
func (g *Grouper) documents(articles []news.Article, memo *Memo) []document {
	docs := make([]document, len(articles))
	each(len(articles), func(w *worker, i int) {
		a := &articles[i]
		docs[i] = newDocument(a, i)
		docs[i].keys = memo.words.get(wordingOf(a), func() keys {
			return g.bridge(a.Language).reader.read(a, w.memo(a.Language))
		})
	})
	slices.SortStableFunc(docs, func(a, b document) int { return Order(&articles[a.index], &articles[b.index]) })
	tables := g.tables(docs, memo)
	several, size := mixed(articles), g.models.size(len(articles))
	each(len(docs), func(w *worker, i int) {
		d := &docs[i]
		a, t := &articles[d.index], tables[d.language]
		d.base = mark(d.id, t.id, size)
		d.vectors = memo.vectors.get(d.base, func() vectors { return d.keys.vectors(t.idf) })
		if several {
			d.bridge = memo.bridges.get(wordingOf(a), func() vectors { return g.bridged(a, w) })
		}
		d.keys = keys{}
	})
	return docs
}

// bridged returns the vectors of an article in the pivot.
func (g *Grouper) bridged(a *news.Article, w *worker) vectors {
	k := g.bridge(a.Language).read(a, w.memo(a.Language), w.memo(pivot))
	return k.vectors(g.other.pivot.idf)
}

// Order is the order of articles in time: by placement, then id, then where
// they came from.
func Order(a, b *news.Article) int {
	return cmp.Or(Placed(a).Compare(Placed(b)), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.Input, b.Input))
}

// bridge returns the reader of a language and its way to the pivot.
func (g *Grouper) bridge(tag string) *bridge {
	if b := g.bridges[tag]; b != nil {
		return b
	}
	return g.other
}

// table is the weights of words in one language.
type table struct {
	id  uint64 // stands for what was counted
	idf *similar.IDF
}

// tables returns the weights of words by language, with this input counted in:
// what all of a day's articles talk about says little about which of them
// belong together. docs are in order of time; only the first settled ones of
// each language count, so that most arrivals change no weight.
func (g *Grouper) tables(docs []document, memo *Memo) map[string]table {
	by := map[string][]*document{}
	for i := range docs {
		by[docs[i].language] = append(by[docs[i].language], &docs[i])
	}
	out := map[string]table{}
	for tag, own := range by {
		own = own[:settled(len(own))]
		ids := []uint64{xxh3.HashString(tag)}
		for _, d := range own {
			ids = append(ids, d.id)
		}
		id := mark(ids...)
		out[tag] = table{id, memo.tables.get(id, func() *similar.IDF {
			c := similar.NewCounter()
			for _, d := range own {
				c.AddKeys(d.keys.all(), 1)
			}
			return g.bridge(tag).reader.idf.With(c, 1)
		})}
	}
	return out
}

// settled returns how many of n articles are counted: all of up to 1,024, which
// are soon grouped anew; else the greatest number not above n in a series that
// grows by a thirty-second each time.
func settled(n int) int {
	k := min(n, 1024)
	for k >= 1024 && k+k/32 <= n {
		k += k / 32
	}
	return k
}

// pair is two documents, by position, that were compared.
type pair struct {
	a, b int
	features
}

// within is the index of documents by their words, for those of one language.
func within(docs []document) index {
	return index{
		name:   1,
		docs:   docs,
		vector: func(d *document) similar.Vector { return d.body },
		fits:   func(a, b *document) bool { return a.language == b.language },
		least:  0.02,
	}
}

// between is the index of documents by their words in the pivot, for those of
// two languages.
func between(docs []document) index {
	return index{
		name:   2,
		docs:   docs,
		vector: func(d *document) similar.Vector { return d.bridge.body },
		fits:   func(a, b *document) bool { return a.language != b.language },
		least:  0.01,
	}
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
	for k := range workers {
		wg.Go(func() {
			w := &worker{stems: map[string]map[string]uint64{}}
			for i := k; i < n; i += workers {
				do(w, i)
			}
		})
	}
	wg.Wait()
}

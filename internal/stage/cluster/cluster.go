package cluster

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"time"

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
		e := g.Edition(w, own, Constraints{}, nil)
		story.gather(at, e.Threads())
		if before != nil {
			story.gather(slices.Concat(back, at), g.Join(before, e, Constraints{}))
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
func (g *Grouper) Compare(articles []news.Article) *Comparison { return g.compare(articles, nil) }

func (g *Grouper) compare(articles []news.Article, memo *Memo) *Comparison {
	docs := g.documents(articles, memo)
	return &Comparison{docs, pairs(docs)}
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
// without one first. memo may be nil.
func (g *Grouper) documents(articles []news.Article, memo *Memo) []document {
	docs := make([]document, len(articles))
	bridges := make([]keys, len(articles))
	mixed := mixed(articles)
	each(len(articles), func(w *worker, i int) {
		a := &articles[i]
		b := g.bridge(a.Language)
		docs[i] = newDocument(a, i)
		docs[i].keys = memo.keys(a, func() keys { return b.reader.read(a, w.memo(a.Language)) })
		if mixed {
			bridges[i] = b.read(a, w.memo(a.Language), w.memo(pivot))
		}
	})
	tables := g.tables(docs)
	each(len(docs), func(_ *worker, i int) {
		d := &docs[i]
		d.vectors = d.keys.vectors(tables[d.language])
		if mixed {
			d.bridge = bridges[i].vectors(g.other.pivot.idf)
		}
		d.keys, bridges[i] = keys{}, keys{}
	})
	slices.SortStableFunc(docs, func(a, b document) int { return Order(&articles[a.index], &articles[b.index]) })
	return docs
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

// tables returns the weights of words by language, with this input counted in:
// what all of a day's articles talk about says little about which of them
// belong together.
func (g *Grouper) tables(docs []document) map[string]*similar.IDF {
	counts := map[string]*similar.Counter{}
	for i := range docs {
		c := counts[docs[i].language]
		if c == nil {
			c = similar.NewCounter()
			counts[docs[i].language] = c
		}
		c.AddKeys(docs[i].keys.all(), 1)
	}
	out := map[string]*similar.IDF{}
	for tag, c := range counts {
		out[tag] = g.bridge(tag).reader.idf.With(c, 1)
	}
	return out
}

// pair is two documents, by position, that were compared.
type pair struct {
	a, b int
	features
}

// within is the index of documents by their words, for those of one language.
func within(docs []document) index {
	return index{
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
		docs:   docs,
		vector: func(d *document) similar.Vector { return d.bridge.body },
		fits:   func(a, b *document) bool { return a.language != b.language },
		least:  0.01,
	}
}

// pairs compares each document with its candidates of its own language, then
// with those of others.
func pairs(docs []document) []pair {
	same, cross := within(docs), between(docs)
	rows := make([][]pair, len(docs))
	own := same.candidates()
	localize(docs, own)
	for _, candidates := range [][][]int{own, cross.candidates()} {
		each(len(docs), func(_ *worker, i int) {
			for _, j := range candidates[i] {
				rows[i] = append(rows[i], pair{j, i, compare(&docs[j], &docs[i])})
			}
		})
	}
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

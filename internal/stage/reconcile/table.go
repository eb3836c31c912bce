package reconcile

import (
	"cmp"
	"math"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// table holds a story's claims made comparable, and what is found out about
// them. It lives as long as one call of Story.
type table struct {
	r        *Reconciler
	story    *news.Story
	entities *entities
	bridge   *bridge
	views    []view
	// idf is the weight of a term: rare inside the story and in the language.
	idf []float64
	df  []int
	// rarity is the part of idf that the language gives.
	rarity []float64
	ids    map[string]int
	arts   map[news.ArticleID]int
	by     [][]int // article → its claims
	// shared marks claims whose words stand in another article, by link.
	shared map[[2]int]bool
	// linked marks articles that share a good part of their text.
	linked map[[2]int]bool
	score  map[[2]int]float64  // pair of claims, lower first → likelihood of sameness
	alone  map[[2]int]float64  // the same by the two claims alone, of a first look
	meet   float64             // the least of alone that corroborates
	people []news.EntityID     // those of central, once asked
	parts  map[[2]int]Features // what made the scores of pairs that were joined
	serial map[[2]int]bool     // articles of one series
	// What is read of claims, as far as asked.
	cut        asked[*token.Text]
	designated asked[[]designation]
	bears      asked[[]bearing]
	scored     asked[*score]
	framed     asked[[]framing]
}

// asked holds what is read of claims, by their place: each is read once, when it
// is first asked for.
type asked[T any] map[int]T

func (a asked[T]) of(i int, read func(i int) T) T {
	x, ok := a[i]
	if !ok {
		x = read(i)
		a[i] = x
	}
	return x
}

// view is one claim made comparable.
type view struct {
	*news.Claim
	art     int
	pos     float64     // place in the article's text in [0,1]; 0 for the title
	order   int         // number of the claim in its article
	seq     []int       // terms in order
	at      []text.Span // where in the claim's field each of seq stands
	hedge   []string    // the kind of hedge that each of seq is, "" for most
	alleged []bool      // each of seq is a hedge of what somebody supposes
	negated []bool      // each of seq is a word that denies what follows
	terms   []int       // the same, sorted, each once
	pairs   []int       // sorted ids of neighbouring terms
	weight  float64     // sum of idf of terms
	names   map[news.EntityID]bool
	who     news.SourceID // innermost source
}

// newTable numbers the claims of s and prepares them for comparison.
func newTable(s *news.Story, r *Reconciler) *table {
	t := &table{
		entities: enroll(s), r: r, story: s, ids: map[string]int{}, arts: map[news.ArticleID]int{}, by: make([][]int, len(s.Readings)),
		cut: asked[*token.Text]{}, designated: asked[[]designation]{}, bears: asked[[]bearing]{}, scored: asked[*score]{}, framed: asked[[]framing]{},
	}
	for i := range s.Readings {
		t.arts[s.Readings[i].Article.ID] = i
	}
	t.bridge = t.newBridge()
	for i := range s.Claims {
		t.add(&s.Claims[i])
	}
	t.weigh()
	t.shared, t.linked = t.passages(), t.links()
	return t
}

func (t *table) add(c *news.Claim) {
	a := t.arts[c.Article]
	v := view{Claim: c, art: a, order: len(t.by[a]), names: map[news.EntityID]bool{}}
	w := t.wordsOf(&v)
	for _, x := range t.unframed(&v, content(c, w.terms(c.Text))) {
		x.form = t.bridge.cross(w, x)
		v.seq = append(v.seq, t.intern(x))
		v.hedge = append(v.hedge, w.hedge[x.lower])
		v.alleged = append(v.alleged, w.alleged[x.lower])
		v.negated = append(v.negated, w.negator[x.lower])
		v.at = append(v.at, x.Shift(c.Span.Start))
	}
	for i := 1; i < len(v.seq); i++ {
		v.pairs = append(v.pairs, v.seq[i-1]<<32|v.seq[i])
	}
	slices.Sort(v.pairs)
	v.terms = slices.Clone(v.seq)
	slices.Sort(v.terms)
	v.terms = slices.Compact(v.terms)
	for _, e := range c.Entities {
		v.names[e] = true
	}
	if len(c.Attribution) > 0 {
		v.who = c.Attribution[0].Source
	}
	if n := len(t.story.Readings[a].Article.Text); c.Field == news.InText && n > 0 {
		v.pos = float64(c.Span.Start) / float64(n)
	}
	t.by[a] = append(t.by[a], len(t.views))
	t.views = append(t.views, v)
}

// intern numbers a term; the commonest of its words gives it its rarity.
func (t *table) intern(x term) int {
	id, ok := t.ids[x.form]
	if !ok {
		id = len(t.ids)
		t.ids[x.form] = id
		t.df = append(t.df, 0)
		t.rarity = append(t.rarity, x.rarity)
	}
	t.rarity[id] = min(t.rarity[id], x.rarity)
	return id
}

// weigh fills idf and the views' weights.
func (t *table) weigh() {
	for i := range t.views {
		for _, x := range t.views[i].terms {
			t.df[x]++
		}
	}
	n := float64(len(t.views))
	t.idf = make([]float64, len(t.df))
	for x, d := range t.df {
		t.idf[x] = (1 + t.rarity[x]) / 2 * math.Log((n+1)/(float64(d)+0.5))
	}
	for i := range t.views {
		for _, x := range t.views[i].terms {
			t.views[i].weight += t.idf[x]
		}
	}
}

// passages marks the pairs of claims that stand, for the most part, in the two
// sides of a copied passage.
func (t *table) passages() map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, l := range t.story.Lineage {
		from, ok1 := t.arts[l.From]
		to, ok2 := t.arts[l.To]
		if !ok1 || !ok2 || l.Kind == news.Cites {
			continue
		}
		for _, p := range l.Passages {
			for _, i := range t.inside(from, p.From) {
				for _, j := range t.inside(to, p.To) {
					out[key(i, j)] = true
				}
			}
		}
	}
	return out
}

// inside returns the claims of an article's text of which at least half lies in sp.
func (t *table) inside(art int, sp text.Span) []int {
	var out []int
	for _, i := range t.by[art] {
		c := t.views[i].Claim
		lap := min(c.Span.End, sp.End) - max(c.Span.Start, sp.Start)
		if c.Field == news.InText && 2*lap >= c.Span.Len() && lap > 0 {
			out = append(out, i)
		}
	}
	return out
}

// key is the pair of i and j, lower first.
func key(i, j int) [2]int { return [2]int{min(i, j), max(i, j)} }

func comparePairs(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

package lineage

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// Tracer finds the copy graph of a story. It is safe for use by several
// goroutines.
type Tracer struct {
	readers map[string]*reader
	other   *reader // for languages without a pack
	model   Model
}

// New builds a tracer. It panics only if the embedded model is broken.
func New(packs *lang.Packs) *Tracer {
	m, err := ParseModel(embedded)
	if err != nil {
		panic(err)
	}
	t := &Tracer{readers: map[string]*reader{}, other: newReader(lang.Empty("und")), model: m}
	for _, tag := range packs.Tags() {
		t.readers[tag] = newReader(packs.For(tag))
	}
	return t
}

// Links returns the edges between the readings, sorted by From, To and Kind.
// The result does not depend on the order of readings. Cost is quadratic in
// their number and linear in their length.
func (t *Tracer) Links(readings []news.Reading) []news.Link {
	views := t.views(readings)
	var out []news.Link
	for j, b := range views {
		for _, a := range views[:j] {
			if l, ok := t.link(a, b); ok {
				out = append(out, l)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y news.Link) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To), cmp.Compare(x.Kind, y.Kind))
	})
	return out
}

// views prepares the readings, by time of publication.
func (t *Tracer) views(readings []news.Reading) []*view {
	out := make([]*view, len(readings))
	for i := range readings {
		r := t.readers[readings[i].Article.Language]
		if r == nil {
			r = t.other
		}
		out[i] = r.view(&readings[i])
	}
	slices.SortStableFunc(out, func(a, b *view) int {
		return cmp.Or(a.published().Compare(b.published()), cmp.Compare(a.Article.ID, b.Article.ID))
	})
	return out
}

// link judges two articles, a not later than b.
func (t *Tracer) link(a, b *view) (news.Link, bool) {
	if a.credits(b) && !b.credits(a) {
		a, b = b, a
	}
	if a.Article.Language != b.Article.Language {
		return translation(a, b)
	}
	c := compare(a, b)
	if t.model.score(&c.measures) > 0 && len(c.matches) > 0 {
		return news.Link{
			From: a.Article.ID, To: b.Article.ID, Kind: c.kind(),
			Share: c.share, Passages: c.passages(), Why: c.why(t.model),
		}, true
	}
	if b.credits(a) {
		return news.Link{From: a.Article.ID, To: b.Article.ID, Kind: news.Cites, Why: "names the outlet as a source"}, true
	}
	return news.Link{}, false
}

// Pair is two readings, by index, with their measures in the order of
// MeasureNames.
type Pair struct {
	A, B     int
	Measures []float64
}

// Pairs returns the measures of every two readings of one language, for
// training.
func (t *Tracer) Pairs(readings []news.Reading) []Pair {
	index := map[*news.Reading]int{}
	for i := range readings {
		index[&readings[i]] = i
	}
	var out []Pair
	views := t.views(readings)
	for j, b := range views {
		for _, a := range views[:j] {
			if a.Article.Language == b.Article.Language {
				c := compare(a, b)
				out = append(out, Pair{index[a.Reading], index[b.Reading], c.measures[:]})
			}
		}
	}
	return out
}

package reconcile

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// window is how many terms on either side of a slot tell what it is about.
const window = 4

// context returns the terms around a span of v's field, sorted, each once.
func (v *view) context(sp text.Span) []int { return v.near(sp, window) }

// near returns the n terms on either side of a span of v's field, sorted, each
// once.
func (v *view) near(sp text.Span, n int) []int {
	first := len(v.seq)
	last := 0
	for i, at := range v.at {
		if at.End <= sp.Start {
			last = i + 1
		}
		if at.Start >= sp.End && i < first {
			first = i
		}
	}
	out := slices.Concat(v.seq[max(0, last-n):last], v.seq[first:min(len(v.seq), first+n)])
	slices.Sort(out)
	return slices.Compact(out)
}

// sameContext is the shared weight of what stands around two slots, of the
// lighter side's.
func (t *table) sameContext(a *view, sa text.Span, b *view, sb text.Span) float64 {
	return ratio(t.contexts(a, sa, b, sb))
}

// contexts returns the weight shared by what stands around two slots, and the
// lighter side's weight.
func (t *table) contexts(a *view, sa text.Span, b *view, sb text.Span) (shared, least float64) {
	ca, cb := a.context(sa), b.context(sb)
	wa, wb := 0.0, 0.0
	for _, x := range ca {
		wa += t.idf[x]
		if has(cb, x) {
			shared += t.idf[x]
		}
	}
	for _, x := range cb {
		wb += t.idf[x]
	}
	return shared, min(wa, wb)
}

// tokens returns the tokens of claim i's text, cut once.
func (t *table) tokens(i int) *token.Text {
	return t.cut.of(i, func(i int) *token.Text { return t.wordsOf(&t.views[i]).split.Split(t.views[i].Text) })
}

// language is the tag of v's article.
func (t *table) language(v *view) string { return t.story.Readings[v.art].Article.Language }

// source returns the text of the field that v stands in.
func (t *table) source(v *view) string {
	a := &t.story.Readings[v.art].Article
	if v.Field == news.InTitle {
		return a.Title
	}
	return a.Text
}

// Package lineage finds which articles took text from which.
package lineage

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Tracer finds the copy graph of a story.
type Tracer struct {
	packs *lang.Packs
	split map[string]*token.Splitter
}

// New builds a tracer.
func New(packs *lang.Packs) *Tracer {
	t := &Tracer{packs: packs, split: map[string]*token.Splitter{}}
	for _, tag := range packs.Tags() {
		t.split[tag] = token.New(packs.For(tag))
	}
	return t
}

// words are the words of one article's text with their places.
type words struct {
	*news.Reading
	keys   []uint64
	spans  []text.Span
	quoted []bool
	own    int // words outside quotation marks
}

func (t *Tracer) words(r *news.Reading) *words {
	split := t.split[r.Article.Language]
	if split == nil {
		split = token.New(lang.Empty(r.Article.Language))
	}
	w := &words{Reading: r}
	tt := split.Split(r.Article.Text)
	for i, tok := range tt.Tokens {
		if tok.Kind == token.Mark {
			continue
		}
		in := slices.ContainsFunc(r.Quotes, func(q news.Quote) bool { return q.Span.Contains(tok.Span) })
		w.keys = append(w.keys, similar.Hash(tt.Lower(i)))
		w.spans = append(w.spans, tok.Span)
		w.quoted = append(w.quoted, in)
		if !in {
			w.own++
		}
	}
	return w
}

// Links returns the edges between the readings, sorted by From, To and Kind.
func (t *Tracer) Links(readings []news.Reading) []news.Link {
	all := make([]*words, len(readings))
	for i := range readings {
		all[i] = t.words(&readings[i])
	}
	slices.SortStableFunc(all, func(a, b *words) int {
		return cmp.Or(when(a).Compare(when(b)), cmp.Compare(a.Article.ID, b.Article.ID))
	})
	var out []news.Link
	for j, b := range all {
		for _, a := range all[:j] {
			if l, ok := link(a, b); ok {
				out = append(out, l)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y news.Link) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To), cmp.Compare(x.Kind, y.Kind))
	})
	return out
}

// link compares two articles, a the earlier.
func link(a, b *words) (news.Link, bool) {
	matches := similar.Align(a.keys, b.keys, similar.AlignOptions{MinRun: 4, MaxGap: 3, MinSame: 7})
	l := news.Link{From: a.Article.ID, To: b.Article.ID, Kind: news.Rewrite}
	own := 0
	for _, m := range matches {
		for k := m.B0; k < m.B1; k++ {
			if !b.quoted[k] {
				own++
			}
		}
		l.Passages = append(l.Passages, news.Passage{
			From: text.Span{Start: a.spans[m.A0].Start, End: a.spans[m.A1-1].End},
			To:   text.Span{Start: b.spans[m.B0].Start, End: b.spans[m.B1-1].End},
		})
	}
	if b.own == 0 || a.own == 0 {
		return l, false
	}
	l.Share = min(1, float64(own)/float64(b.own))
	if l.Share >= 0.6 {
		l.Kind = news.Verbatim
	}
	l.Why = fmt.Sprintf("%d of %d words outside quotations stand in %d shared passages", own, b.own, len(matches))
	return l, own >= 25 && float64(own)/float64(min(a.own, b.own)) >= 0.12
}

// when returns the time of publication, zero if not known.
func when(w *words) time.Time {
	if w.Article.Published == nil {
		return time.Time{}
	}
	return w.Article.Published.Time
}

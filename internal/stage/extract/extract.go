// Package extract reads an article: names, quotes with speakers, reported
// speech, quantities, times, sources, and the claims that carry all of them.
package extract

import (
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/quote"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/nlp/when"
)

// Extractor reads articles of every language that has a pack. It is safe for
// use by several goroutines.
type Extractor struct{ byTag map[string]*reader }

// reader holds the finders of one language.
type reader struct {
	split   *token.Splitter
	names   *entity.Finder
	quotes  *quote.Finder
	numbers *number.Finder
	times   *when.Finder
}

// New builds the finders of every pack.
func New(packs *lang.Packs) (*Extractor, error) {
	x := &Extractor{byTag: map[string]*reader{}}
	for _, tag := range append(packs.Tags(), "und") {
		p := packs.For(tag)
		names, err := entity.New(p)
		if err != nil {
			return nil, err
		}
		x.byTag[tag] = &reader{token.New(p), names, quote.New(p), number.New(p), when.New(p)}
	}
	return x, nil
}

// Read reads one article.
func (x *Extractor) Read(a news.Article) news.Reading {
	r := x.byTag[a.Language]
	if r == nil {
		r = x.byTag["und"]
	}
	out := news.Reading{Article: a}
	var anchor time.Time
	if a.Published != nil {
		anchor = a.Published.Time
	}
	t := r.split.Split(a.Text)
	names := r.names.Find(t)
	for _, m := range names {
		out.Mentions = append(out.Mentions, news.Mention{Span: m.Span, Kind: m.Kind, Name: m.Name, Role: m.Role})
	}
	for _, q := range r.numbers.Find(t) {
		out.Quantities = append(out.Quantities, news.Quantity{Span: q.Span, Min: q.Min, Max: q.Max, Approx: q.Approx, Unit: q.Unit})
	}
	for _, e := range r.times.Find(t, anchor) {
		out.Times = append(out.Times, news.TimeRef{Span: e.Span, Start: news.Moment{Time: e.Start, DayOnly: e.StartDay}, End: news.Moment{Time: e.End, DayOnly: e.EndDay}, Note: e.Note})
	}
	for _, q := range r.quotes.Quotes(t, names) {
		out.Quotes = append(out.Quotes, news.Quote{Span: q.Span, Text: q.Of(a.Text), Speaker: q.Speaker, Role: q.Role, Cue: q.Cue.Of(a.Text), CueSpan: q.Cue, Direct: q.Direct})
	}
	if a.Title != "" {
		tt := r.split.Split(a.Title)
		for _, s := range tt.Sentences {
			out.Claims = append(out.Claims, claim(a, news.InTitle, s, a.Title))
		}
	}
	for _, s := range t.Sentences {
		out.Claims = append(out.Claims, claim(a, news.InText, s, a.Text))
	}
	return out
}

func claim(a news.Article, f news.Field, s token.Sentence, src string) news.Claim {
	return news.Claim{Article: a.ID, Field: f, Span: s.Span, Text: s.Of(src), Polarity: news.Affirmed, Modality: news.Asserted}
}

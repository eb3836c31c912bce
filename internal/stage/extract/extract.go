// Package extract reads an article: names, quotes with speakers, reported
// speech, quantities, times, sources, and the claims that carry all of them.
//
// Each text (the title, then the body) goes through the finders of its
// language once; what they found is laid over its sentences, which are the
// claims (claims.go), and gathered as the sources of the article (sources.go).
// A language without a pack still gives claims, without anything on them.
package extract

import (
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/quote"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/nlp/when"
)

// Extractor reads articles of every language that has a pack. It is immutable
// and safe for use by several goroutines.
type Extractor struct{ byTag map[string]*reader }

// reader holds the finders of one language.
type reader struct {
	split   *token.Splitter
	names   *entity.Finder
	quotes  *quote.Finder
	numbers *number.Finder
	times   *when.Finder
	tone    *tone
	credits *credits
	towns   map[string]bool
	sides   map[string]bool // pronouns for whomever somebody speaks for: "pihaknya"
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
		x.byTag[tag] = &reader{token.New(p), names, quote.New(p), number.New(p), when.New(p), newTone(p), newCredits(p), p.Set("places"), sides(p)}
	}
	return x, nil
}

// sides are the pronouns of a pack that stand for a body.
func sides(p *lang.Pack) map[string]bool {
	out := map[string]bool{}
	for _, r := range p.Rows("pronouns") {
		out[r.Cols[0]] = r.Cols[1] == "third-person-body"
	}
	return out
}

// Read reads one article. The same article gives the same reading; its cost is
// linear in the article's length.
func (x *Extractor) Read(a news.Article) news.Reading {
	r := x.byTag[a.Language]
	if r == nil {
		r = x.byTag["und"]
	}
	out := news.Reading{Article: a}
	body := r.field(a, news.InText, nil)
	title := r.field(a, news.InTitle, body)
	title.complete(body)
	for _, f := range []*field{title, body} {
		out.Mentions = append(out.Mentions, f.mentions...)
		out.Quantities = append(out.Quantities, f.quantities...)
		out.Times = append(out.Times, f.times...)
		out.Claims = append(out.Claims, r.claims(a, f)...)
	}
	out.Quotes = quotes(body)
	out.Sources = r.sources(a, body)
	return out
}

// field is a text of the article with what the finders found in it.
type field struct {
	name       news.Field
	text       *token.Text
	names      []entity.Mention
	said       quote.Reading
	mentions   []news.Mention
	quantities []news.Quantity
	times      []news.TimeRef
	towns      map[string]bool // places that the pack knows, in lower case
}

// field runs the finders over one text of a; of a title with body, over what the
// body has of its names.
func (r *reader) field(a news.Article, name news.Field, body *field) *field {
	src := a.Text
	if name == news.InTitle {
		src = a.Title
	}
	f := &field{name: name, text: r.split.Whole(src), towns: r.towns}
	f.names = r.names.Find(f.text)
	if body != nil {
		f.named(body)
	}
	for _, m := range f.names {
		f.mentions = append(f.mentions, news.Mention{Span: m.Span, Title: name == news.InTitle, Kind: m.Kind, Name: m.Name, Role: m.Role})
	}
	f.said = r.attribute(f)
	r.measure(a, f)
	return f
}

// quotes converts the quotations of a text.
func quotes(f *field) []news.Quote {
	var out []news.Quote
	src := f.text.Source
	for _, q := range f.said.Quotes {
		out = append(out, news.Quote{Span: q.Span, Text: q.Of(src), Speaker: q.Speaker, Role: q.Role, Cue: q.Cue.Of(src), CueSpan: q.Cue, Direct: q.Direct})
	}
	return out
}

// attribute finds who says what in f.
func (r *reader) attribute(f *field) quote.Reading {
	if f.name == news.InTitle {
		return r.quotes.Headline(f.text, f.names)
	}
	return r.quotes.From(f.text, f.names, reportBegins(f))
}

// complete gives the speakers of a headline the full names that the body has.
func (f *field) complete(body *field) {
	full := map[string]entity.Mention{}
	for _, m := range body.names {
		words := strings.Fields(m.Name)
		if m.Kind != entity.Person || len(words) < 2 {
			continue
		}
		for _, w := range []string{words[0], words[len(words)-1]} {
			if full[w].Name == "" {
				full[w] = m
			}
		}
	}
	for _, a := range f.said.Attributions {
		for i := range a.Chain {
			if m := full[a.Chain[i].Name]; m.Name != "" {
				a.Chain[i].Name, a.Chain[i].Role = m.Name, m.Role
			}
		}
	}
}

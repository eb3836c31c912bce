package facetest

import (
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/dossier"
)

// builder makes a story whose spans are found by the words they cover.
type builder struct{ s dossier.Story }

func ptr[T any](v T) *T { return &v }

// span returns where words stand in s, in code points, and panics if they do
// not: the fixture would be wrong.
func span(s, words string) dossier.Span {
	i := strings.Index(s, words)
	if i < 0 {
		panic("facetest: not in the text: " + words)
	}
	start := utf8.RuneCountInString(s[:i])
	return dossier.Span{start, start + utf8.RuneCountInString(words)}
}

func (b *builder) article(a dossier.Article) {
	a.Language = or(a.Language, "id")
	a.Quotes, a.Quantities, a.Times = list(a.Quotes), list(a.Quantities), list(a.Times)
	a.Removed, a.Sources = list(a.Removed), list(a.Sources)
	a.Version, a.Revisions, a.Notices = max(a.Version, 1), list(a.Revisions), list(a.Notices)
	b.s.Articles = append(b.s.Articles, a)
}

func (b *builder) text(article string) string {
	for _, a := range b.s.Articles {
		if a.ID == article {
			return a.Text
		}
	}
	panic("facetest: no article " + article)
}

// claim adds what article says in words; each of by is a source that says so,
// the innermost first.
func (b *builder) claim(id, article, words string, by ...string) {
	c := dossier.Claim{
		ID: id, Article: article, Field: "text", Span: span(b.text(article), words), Text: words,
		Attribution: []dossier.Attribution{}, Polarity: "affirmed", Modality: "asserted",
		Quantities: []dossier.ClaimQuantity{}, Times: []dossier.ClaimTime{}, Entities: []string{},
	}
	for i, name := range by {
		c.Attribution = append(c.Attribution, dossier.Attribution{Name: name, Source: b.source(name, article), Cue: "kata", Via: i > 0})
	}
	b.s.Claims = append(b.s.Claims, c)
}

func (b *builder) source(name, article string) string {
	for i := range b.s.Sources {
		if x := &b.s.Sources[i]; x.Name == name {
			if x.Articles[len(x.Articles)-1] != article {
				x.Articles = append(x.Articles, article)
			}
			return x.ID
		}
	}
	id := "s" + string(rune('1'+len(b.s.Sources)))
	b.s.Sources = append(b.s.Sources, dossier.Source{ID: id, Name: name, Kind: "official", Articles: []string{article}})
	return id
}

func (b *builder) finding(f dossier.Finding) {
	f.OriginNames, f.Differences, f.Why = list(f.OriginNames), list(f.Differences), list(f.Why)
	f.Notes = list(f.Notes)
	b.s.Findings = append(b.s.Findings, f)
}

func (b *builder) quote(article, words, speaker, role string) {
	for i := range b.s.Articles {
		if a := &b.s.Articles[i]; a.ID == article {
			q := dossier.Quote{Span: span(a.Text, words), Text: words, Direct: true, Cue: ptr("ujar")}
			if speaker != "" {
				q.Speaker = &speaker
			}
			if role != "" {
				q.Role = &role
			}
			a.Quotes = append(a.Quotes, q)
		}
	}
}

func (b *builder) copied(from, to, kind string, share float64, words ...string) {
	l := dossier.Link{From: from, To: to, Kind: kind, Share: share, Passages: []dossier.Passage{}, Why: "shared-words"}
	for _, w := range words {
		l.Passages = append(l.Passages, dossier.Passage{From: span(b.text(from), w), To: span(b.text(to), w)})
	}
	b.s.Lineage = append(b.s.Lineage, l)
}

// cover fills coverage from the findings: an article that holds a claim of a
// finding states it, or differs if a difference has it on a later side.
func (b *builder) cover() {
	home := map[string]string{}
	for _, c := range b.s.Claims {
		home[c.ID] = c.Article
	}
	for _, f := range b.s.Findings {
		m := map[string]string{}
		for _, a := range b.s.Articles {
			m[a.ID] = "omits"
		}
		for _, c := range f.Claims {
			m[home[c]] = "states"
		}
		for _, d := range f.Differences {
			for _, v := range d.Values[1:] {
				for _, c := range v.Claims {
					m[home[c]] = "differs"
				}
			}
		}
		b.s.Coverage = append(b.s.Coverage, dossier.Coverage{Finding: f.ID, Articles: m})
	}
}

func (b *builder) story() dossier.Story {
	s := b.s
	s.Languages, s.Entities, s.Sources, s.Lineage = list(s.Languages), list(s.Entities), list(s.Sources), list(s.Lineage)
	s.Timeline, s.Brief, s.Coverage = list(s.Timeline), list(s.Brief), list(s.Coverage)
	s.Notes = list(s.Notes)
	return s
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

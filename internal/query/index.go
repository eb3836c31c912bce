package query

import (
	"slices"

	"github.com/selisik/selisik/internal/dossier"
)

// Index finds the parts of one story by id. It is immutable once made.
type Index struct {
	Story    *dossier.Story
	articles map[string]int
	claims   map[string]*dossier.Claim
	findings map[string]*dossier.Finding
	carriers map[string][]*dossier.Finding // by claim
}

// NewIndex indexes s, which it keeps; s must not change afterwards. Where an
// id stands twice the first wins.
func NewIndex(s *dossier.Story) *Index {
	x := &Index{
		Story:    s,
		articles: map[string]int{},
		claims:   map[string]*dossier.Claim{},
		findings: map[string]*dossier.Finding{},
		carriers: map[string][]*dossier.Finding{},
	}
	for i := range s.Articles {
		if _, ok := x.articles[s.Articles[i].ID]; !ok {
			x.articles[s.Articles[i].ID] = i + 1
		}
	}
	for i := range s.Claims {
		x.claims[s.Claims[i].ID] = &s.Claims[i]
	}
	for i := range s.Findings {
		f := &s.Findings[i]
		x.findings[f.ID] = f
		for _, c := range f.Claims {
			x.carriers[c] = append(x.carriers[c], f)
		}
	}
	return x
}

// Number returns the place of an article in the story, from 1: the mark by
// which it is cited. 0 means that the story has no such article.
func (x *Index) Number(article string) int { return x.articles[article] }

// Article returns the article of an id, nil if the story has none.
func (x *Index) Article(id string) *dossier.Article {
	if n := x.articles[id]; n > 0 {
		return &x.Story.Articles[n-1]
	}
	return nil
}

// Claim returns the claim of an id, nil if the story has none.
func (x *Index) Claim(id string) *dossier.Claim { return x.claims[id] }

// Finding returns the finding of an id, nil if the story has none.
func (x *Index) Finding(id string) *dossier.Finding { return x.findings[id] }

// FindingOf returns the finding that most of the claims belong to, the
// earliest of those that tie; nil if none does.
func (x *Index) FindingOf(claims []string) *dossier.Finding {
	var best *dossier.Finding
	most := 0
	count := map[string]int{}
	for _, c := range claims {
		for _, f := range x.carriers[c] {
			count[f.ID]++
		}
	}
	for i := range x.Story.Findings {
		if f := &x.Story.Findings[i]; count[f.ID] > most {
			best, most = f, count[f.ID]
		}
	}
	return best
}

// Marks returns the numbers of the articles that hold the claims, ascending,
// each once.
func (x *Index) Marks(claims []string) []int {
	var out []int
	for _, id := range claims {
		if c := x.claims[id]; c != nil && x.Number(c.Article) > 0 {
			out = append(out, x.Number(c.Article))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// OutletName returns what readers know the article's publisher by: the
// outlet's name, else its domain, else "".
func OutletName(a *dossier.Article) string {
	switch {
	case a.Outlet == nil:
		return ""
	case a.Outlet.Name != "":
		return a.Outlet.Name
	case a.Outlet.Domain != nil:
		return *a.Outlet.Domain
	}
	return ""
}

// Passage is a stretch of one article: the unit of evidence.
type Passage struct {
	Article int          `json:"-"` // its number in the story
	Field   string       `json:"field"`
	Span    dossier.Span `json:"span"`
}

// Passages returns where the claims stand, by article and place, each once.
func (x *Index) Passages(claims []string) []Passage {
	var out []Passage
	for _, id := range claims {
		if c := x.claims[id]; c != nil && x.Number(c.Article) > 0 {
			out = append(out, Passage{x.Number(c.Article), c.Field, c.Span})
		}
	}
	slices.SortStableFunc(out, comparePassages)
	return slices.Compact(out)
}

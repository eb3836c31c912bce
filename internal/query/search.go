package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/store"
)

// SearchSchema names the version of Results as JSON.
const SearchSchema = "selisik.search/1"

// What a question is looked for in.
const (
	InArticles = "articles"
	InQuotes   = "quotes"
	InFindings = "findings"
)

// reach is how many matching articles, the newest, are ranked; openStories is
// how many of their stories are opened for quotes and findings.
const (
	reach       = 2000
	openStories = 200
)

// Question is what is searched for.
type Question struct {
	Words       string // all must be there, in any form
	In          string // InArticles (also ""), InQuotes, InFindings
	Speaker     string // of quotes: a name or part of one
	Outlet      string // a domain, or a name that a pack knows
	From, Until time.Time
	Limit       int // 0: 20
}

// Results answers a question, best first.
type Results struct {
	Schema  string   `json:"schema"`
	Words   string   `json:"words"`
	In      string   `json:"in"`
	Results []Result `json:"results"`
	// Partial is set when more articles match than were looked at: the newest
	// were.
	Partial bool `json:"partial"`
	// Waiting is how many matching articles have no dossier to look in yet.
	Waiting int `json:"waiting"`
}

// Result is one article, quote or finding.
type Result struct {
	Kind      string             `json:"kind"` // article|quote|finding
	ID        string             `json:"id"`   // of the article, or of the finding in its story
	Story     string             `json:"story"`
	Score     float64            `json:"score"`
	Title     string             `json:"title"` // of the article, or of the story
	Text      string             `json:"text"`
	Marks     []dossier.Span     `json:"marks"` // where Text has words of the question, in code points
	Article   string             `json:"article"`
	Articles  int                `json:"articles"` // that carry it
	Outlet    string             `json:"outlet"`
	URL       *string            `json:"url"`
	Language  string             `json:"language"`
	Published *dossier.Published `json:"published"`
	Speaker   string             `json:"speaker,omitempty"`
	Role      string             `json:"role,omitempty"`
	Status    string             `json:"status,omitempty"`
	Origins   int                `json:"origins,omitempty"`

	placed time.Time
}

// Searcher answers questions about a store. Both stores only match; it ranks,
// so that they rank alike.
type Searcher struct {
	store store.Store
	packs *lang.Packs
	terms *term.Maker
}

// NewSearcher returns a searcher; it builds the packs' stemmers, once.
func NewSearcher(s store.Store, packs *lang.Packs) *Searcher {
	return &Searcher{s, packs, term.New(packs)}
}

// Search answers q. Results are ordered by score, then newest first, then by
// id: the same store gives the same answer. A question without a word gives
// news.ErrInvalid. Quotes and findings are those of the stories' last dossiers.
func (s *Searcher) Search(ctx context.Context, q Question) (Results, error) {
	out := Results{Schema: SearchSchema, Words: q.Words, In: cmp.Or(q.In, InArticles), Results: []Result{}}
	a := s.ask(q)
	if len(a.readings) == 0 {
		return out, fmt.Errorf("search %q: no word to look for: %w", q.Words, news.ErrInvalid)
	}
	hits, partial, err := a.match(ctx)
	if err != nil {
		return out, err
	}
	out.Partial = partial
	limit := cmp.Or(q.Limit, 20)
	if out.In == InArticles {
		out.Results, err = a.articles(ctx, hits[:min(limit, len(hits))])
		return out, err
	}
	found, waiting, more, err := a.stories(ctx, hits)
	if err != nil {
		return out, err
	}
	slices.SortStableFunc(found, better)
	out.Results = append(out.Results, found[:min(limit, len(found))]...)
	out.Waiting, out.Partial = waiting, partial || more
	return out, nil
}

func better(a, b Result) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), b.Origins-a.Origins, b.placed.Compare(a.placed),
		cmp.Compare(a.Story, b.Story), cmp.Compare(a.Article, b.Article), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Text, b.Text))
}

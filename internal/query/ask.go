package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/text"
)

// asking is one question being answered.
type asking struct {
	*Searcher
	q        Question
	readings [][]string      // of words and speaker together: what an article must have
	words    [][]string      // of the words alone; nil if only a speaker is asked for
	speaker  []string        // words of the speaker's name
	wanted   map[string]bool // terms of any reading of the words
}

// scored is a matching article with its score.
type scored struct {
	store.Hit
	score float64
}

func (s *Searcher) ask(q Question) *asking {
	a := &asking{Searcher: s, q: q, words: s.terms.Asked(q.Words), speaker: words(text.Plain(q.Speaker)), wanted: map[string]bool{}}
	a.readings = s.terms.Asked(q.Words + " " + q.Speaker)
	for _, r := range a.words {
		for _, t := range r {
			a.wanted[t] = true
		}
	}
	return a
}

// match returns the articles that match any reading of the question, best
// first, and whether there are more than were looked at.
func (a *asking) match(ctx context.Context) (hits []scored, partial bool, err error) {
	domains, err := a.outlets()
	if err != nil {
		return nil, false, err
	}
	best := map[news.ArticleID]scored{}
	for _, stems := range a.readings {
		for _, domain := range domains {
			found, err := a.store.Articles().Match(ctx, store.Match{Stems: stems, Outlet: domain, From: a.q.From, Until: a.q.Until, Limit: reach})
			if err != nil {
				return nil, false, err
			}
			partial = partial || len(found) == reach
			for _, h := range found {
				s := scored{h, round(bm25(a.terms, stems, weighted(h.Title, h.Body), float64(h.Words), usualLength))}
				if s.score > best[h.Article].score {
					best[h.Article] = s
				}
			}
		}
	}
	for _, s := range best {
		hits = append(hits, s)
	}
	slices.SortFunc(hits, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.score, x.score), y.Placed.Compare(x.Placed), cmp.Compare(x.Article, y.Article))
	})
	return hits, partial, nil
}

// outlets are the domains asked for: the one named, or those of a publisher of
// that name in any pack; "" for any. A name that is neither gives
// news.ErrInvalid.
func (a *asking) outlets() ([]string, error) {
	name := strings.ToLower(strings.TrimSpace(a.q.Outlet))
	var out []string
	for _, tag := range a.packs.Tags() {
		for _, row := range a.packs.For(tag).Rows("outlets") {
			if strings.ToLower(row.Cols[1]) == name && !slices.Contains(out, row.Cols[0]) {
				out = append(out, row.Cols[0])
			}
		}
	}
	switch {
	case len(out) > 0:
		return out, nil
	case name != "" && !strings.Contains(name, "."):
		return nil, fmt.Errorf("outlet %q: no outlet that is known by this name; give its domain: %w", a.q.Outlet, news.ErrInvalid)
	}
	return []string{name}, nil
}

// articles describes the articles of hits, in their order; one that was
// replaced since is left out.
func (a *asking) articles(ctx context.Context, hits []scored) ([]Result, error) {
	pages := make([]news.PageID, len(hits))
	for i, h := range hits {
		pages[i] = h.Page
	}
	versions, err := a.store.Articles().Versions(ctx, pages...)
	if err != nil {
		return nil, err
	}
	by := map[news.ArticleID]*store.Article{}
	for i := range versions {
		by[versions[i].ID] = &versions[i]
	}
	out := []Result{}
	for _, h := range hits {
		if v := by[h.Article]; v != nil {
			out = append(out, a.article(h, v))
		}
	}
	return out, nil
}

func (a *asking) article(h scored, v *store.Article) Result {
	d := dossier.FromReading(&news.Reading{Article: v.Effective()})
	r := Result{Kind: "article", ID: d.ID, Story: string(h.Story), Score: h.score, Article: d.ID, Articles: 1, Title: d.Title}
	r.from(&d)
	r.Text, r.Marks = a.snippet(d.Language, d.Text)
	return r
}

// from takes over what tells where an article was published.
func (r *Result) from(d *dossier.Article) {
	r.Outlet, r.URL, r.Language, r.Published = OutletName(d), d.URL, d.Language, d.Published
}

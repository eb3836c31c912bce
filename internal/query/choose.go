package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Ask chooses stories of a store, as lists, saved queries and alerts do; its
// zero value chooses all. It is kept as JSON.
type Ask struct {
	Words       string    `json:"q,omitempty" maxLength:"500"` // that an article of it has, all, in any form
	From        time.Time `json:"from,omitzero"`               // by its latest article
	Until       time.Time `json:"until,omitzero"`
	Outlet      string    `json:"outlet,omitempty" maxLength:"200"` // a name
	Entity      string    `json:"entity,omitempty" maxLength:"200"` // a name, as dossiers have it
	Place       string    `json:"place,omitempty" maxLength:"200"`  // another one
	Language    string    `json:"language,omitempty" maxLength:"20"`
	Status      string    `json:"status,omitempty" enum:"corroborated,single-origin,single-article,disputed"`
	Differences bool      `json:"differences,omitempty"` // only with differences
	MinArticles int       `json:"min_articles,omitempty" minimum:"0"`
	MinOrigins  int       `json:"min_origins,omitempty" minimum:"0"`
	Sort        string    `json:"sort,omitempty" enum:"recency,origins,growth,size"` // "" is recency
}

// How far Choose looks: so many pages of a listing, none of fewer than leastPage
// once it has something.
const (
	mostPages = 60
	leastPage = 10
)

// Choose returns stories that ask chooses, at most limit (0: 50), and where to
// go on. A page may hold fewer, even none, while there are more. Stories are
// as their last dossiers have them: one that has none yet has no origins.
func (s *Searcher) Choose(ctx context.Context, ask Ask, after store.Cursor, limit int) ([]store.Listed, store.Cursor, error) {
	f := ask.filter()
	f.After = after
	sieve, err := s.sieve(ctx, ask)
	if err != nil {
		return nil, "", err
	}
	out := []store.Listed{}
	limit = cmp.Or(max(limit, 0), 50)
	for range mostPages {
		f.Limit = limit - len(out)
		list, next, err := s.store.Stories().List(ctx, f)
		if err != nil {
			return nil, "", err
		}
		for i := range list {
			if sieve.takes(&list[i]) {
				out = append(out, list[i])
			}
		}
		f.After = next
		if sieve.empty() {
			f.After = ""
		}
		if f.After == "" || len(out) >= limit || len(out) > 0 && limit-len(out) < leastPage {
			break
		}
	}
	return out, f.After, nil
}

// filter is what the store itself chooses by.
func (a Ask) filter() store.StoryFilter {
	f := store.StoryFilter{
		From: a.From, Until: a.Until, Outlet: a.Outlet, Entity: a.Entity, Language: a.Language,
		Differences: a.Differences || a.Status == "disputed", MinArticles: a.MinArticles, Sort: store.Sort(a.Sort),
	}
	if f.Entity == "" {
		f.Entity = a.Place
	}
	if a.Sort == "recency" {
		f.Sort = store.ByRecency
	}
	return f
}

// sieve chooses by what the store does not.
type sieve struct {
	Ask
	worded map[news.StoryID]bool // those not met yet
}

func (s *Searcher) sieve(ctx context.Context, a Ask) (*sieve, error) {
	worded, err := s.worded(ctx, a)
	return &sieve{a, worded}, err
}

// empty reports whether nothing that is still to come can be taken.
func (v *sieve) empty() bool { return v.Words != "" && len(v.worded) == 0 }

func (v *sieve) takes(l *store.Listed) bool {
	if v.Words != "" && !v.worded[l.ID] {
		return false
	}
	delete(v.worded, l.ID)
	return (v.Status == "" || StoryStatus(l) == v.Status) && l.Summary.Origins >= v.MinOrigins &&
		(v.Entity == "" || v.Place == "" || slices.Contains(l.Summary.Entities, v.Place))
}

// worded are the stories of the newest articles that have the words.
func (s *Searcher) worded(ctx context.Context, a Ask) (map[news.StoryID]bool, error) {
	out := map[news.StoryID]bool{}
	if a.Words == "" {
		return out, nil
	}
	asked := s.ask(Question{Words: a.Words})
	if len(asked.readings) == 0 {
		return nil, fmt.Errorf("search %q: no word to look for: %w", a.Words, news.ErrInvalid)
	}
	hits, _, err := asked.match(ctx)
	for _, h := range hits {
		if h.Story != "" {
			out[h.Story] = true
		}
	}
	return out, err
}

// StoryStatus tells how well the best attested finding of a story's last dossier
// is: disputed where a contradiction stands, else corroborated by two or more
// origins, else of a single origin, or of a single article; "" while it has none.
func StoryStatus(l *store.Listed) string {
	switch {
	case l.Summary.Findings == 0:
		return ""
	case l.Summary.Contested > 0:
		return "disputed"
	case l.Summary.Origins > 1:
		return "corroborated"
	case len(l.Pages) > 1:
		return "single-origin"
	}
	return "single-article"
}

// Named is a name with the number of stories that have it.
type Named struct {
	Name    string `json:"name"`
	Stories int    `json:"stories"`
}

// Names returns who and what the stories that ask chooses are about, most
// stories first, then by name, at most limit, from at most so many stories.
func (s *Searcher) Names(ctx context.Context, ask Ask, limit int) ([]Named, error) {
	count := map[string]int{}
	var after store.Cursor
	for range mostPages {
		list, next, err := s.Choose(ctx, ask, after, batch)
		if err != nil {
			return nil, err
		}
		for _, l := range list {
			for _, e := range l.Summary.Entities {
				count[e]++
			}
		}
		if after = next; next == "" {
			break
		}
	}
	out := []Named{}
	for n, c := range count {
		out = append(out, Named{n, c})
	}
	slices.SortFunc(out, func(a, b Named) int { return cmp.Or(b.Stories-a.Stories, cmp.Compare(a.Name, b.Name)) })
	return out[:min(limit, len(out))], nil
}

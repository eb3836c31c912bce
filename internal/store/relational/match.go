package relational

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Match implements store.Articles: the index finds, the counts stand beside the
// articles.
func (s articles) Match(ctx context.Context, q store.Match) (out []store.Hit, err error) {
	defer s.wrap(ctx, &err, "match")
	if len(q.Stems) == 0 || q.Limit <= 0 {
		return nil, fmt.Errorf("%w: no words or no limit", news.ErrInvalid)
	}
	found, err := s.index.Find(ctx, s.db.Read, q)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	ids := make([]news.ArticleID, len(found))
	for i, f := range found {
		ids[i] = f.Article
	}
	hits := make(map[news.ArticleID]store.Hit, len(found))
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var h store.Hit
		var packed []byte
		if err := r.Scan(&h.Article, &h.Story, &h.Words, &packed); err != nil {
			return err
		}
		var err error
		h.Title, h.Body, err = countsOf(packed, q.Stems)
		hits[h.Article] = h
		return err
	}, `SELECT t.article, p.story, t.words, t.counts
		FROM terms t JOIN articles a ON a.id = t.article JOIN pages p ON p.id = a.page WHERE t.article `+s.dialect.In("$1"), array(ids))
	for _, f := range found {
		if h, ok := hits[f.Article]; ok {
			h.Page, h.Placed = f.Page, f.Placed
			out = append(out, h)
		}
	}
	return out, err
}

// entries returns what the index is to hold of the pages after one, by page.
func (s *Store) entries(ctx context.Context, q Querier, after string) (out []Entry, err error) {
	err = rows(ctx, q, func(r *sql.Rows) error {
		var e Entry
		var placed int64
		var packed []byte
		if err := r.Scan(&e.Page, &e.Article, &placed, &e.Outlet, &packed); err != nil {
			return err
		}
		var err error
		e.Stems, err = unpackStems(packed)
		e.Placed = fromMicros(placed)
		out = append(out, e)
		return err
	}, `SELECT p.id, p.article, p.placed, p.outlet, t.counts FROM pages p JOIN terms t ON t.article = p.article
		WHERE p.id > $1 ORDER BY p.id LIMIT $2`, after, page)
	return out, err
}

package relational

import (
	"context"
	"database/sql"
	"iter"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type log struct{ *Store }

type arrival struct {
	page        news.PageID
	was, placed int64
}

// arrive appends to the arrivals log. It is the last that a transaction does,
// for on some databases it holds the log's lock from here on.
func (s *Store) arrive(ctx context.Context, tx *Tx, list ...arrival) error {
	if len(list) == 0 {
		return nil
	}
	if err := s.lockLog(ctx, tx); err != nil {
		return err
	}
	for _, a := range list {
		if _, err := tx.exec(ctx, `INSERT INTO arrivals (page, was, placed) VALUES ($1, $2, $3)`, string(a.page), a.was, a.placed); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) lockLog(ctx context.Context, tx *Tx) error {
	if s.dialect.LockLog == nil {
		return nil
	}
	return s.dialect.LockLog(ctx, tx)
}

// Arrivals implements store.Log.
func (s log) Arrivals(ctx context.Context, after int64, limit int) (out []store.Arrival, err error) {
	defer s.wrap(ctx, &err, "arrivals")
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var a store.Arrival
		var was, is int64
		err := r.Scan(&a.Seq, &a.Page, &was, &is)
		a.Was, a.Is = fromMicros(was), fromMicros(is)
		out = append(out, a)
		return err
	}, `SELECT seq, page, was, placed FROM arrivals WHERE seq > $1 ORDER BY seq LIMIT $2`, after, limit)
	return out, err
}

// CountBetween implements store.Log.
func (s log) CountBetween(ctx context.Context, from, until time.Time, limit int) (n int, err error) {
	defer s.wrap(ctx, &err, "count articles")
	err = s.db.Read.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM pages WHERE placed >= $1 AND placed < $2 LIMIT $3) AS found`,
		micros(from), micros(until), limit).Scan(&n)
	return n, err
}

// Between implements store.Log. It holds no connection while the caller works.
func (s log) Between(ctx context.Context, from, until time.Time) iter.Seq2[store.Article, error] {
	const query = `SELECT a.page, a.document, a.fetched, a.seen, a.version, a.is_current, a.cut, a.body, p.withdrawn
		FROM pages p JOIN articles a ON a.id = p.article
		WHERE (p.placed, p.article) > ($1, $2) AND p.placed >= $1 AND p.placed < $3 ORDER BY p.placed, p.article LIMIT $4`
	return walk(func(last *store.Article) (batch []store.Article, err error) {
		defer s.wrap(ctx, &err, "articles between")
		at, id := micros(from), news.ArticleID("")
		if last != nil {
			at, id = micros(last.Placed()), last.ID
		}
		err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
			a, err := articles(s).scan(r)
			batch = append(batch, a)
			return err
		}, query, at, string(id), micros(until), page)
		return batch, err
	})
}

// Neighbours implements store.Log.
func (s log) Neighbours(ctx context.Context, from, until time.Time) (before, after time.Time, err error) {
	defer s.wrap(ctx, &err, "neighbours")
	if before, err = s.timeOf(ctx, `SELECT placed FROM pages WHERE placed < $1 ORDER BY placed DESC LIMIT 1`, from); err != nil {
		return
	}
	after, err = s.timeOf(ctx, `SELECT placed FROM pages WHERE placed >= $1 ORDER BY placed LIMIT 1`, until)
	return before, after, err
}

// timeOf returns the time that a query finds, zero if none.
func (s log) timeOf(ctx context.Context, query string, at time.Time) (time.Time, error) {
	found, n := time.Time{}, int64(0)
	err := rows(ctx, s.db.Read, func(r *sql.Rows) error {
		err := r.Scan(&n)
		found = fromMicros(n)
		return err
	}, query, micros(at))
	return found, err
}

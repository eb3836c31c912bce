package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type feeds struct{ *Store }

// Add implements store.Feeds.
func (s feeds) Add(ctx context.Context, list []news.Feed) (added int, err error) {
	err = s.write(ctx, "add feeds", func(tx *Tx) error {
		added = 0
		for _, f := range list {
			n, err := tx.exec(ctx, `INSERT INTO feeds (id, url, kind, title, paused, added, next_due, state) VALUES ($1, $2, $3, $4, $5, $6, $7, '{}')
				ON CONFLICT (id) DO NOTHING`,
				string(f.ID), f.URL, string(f.Kind), f.Title, asNumber(f.Paused), micros(f.Added), int64(noTime))
			if err != nil {
				return err
			}
			added += n
		}
		return nil
	})
	return added, err
}

// one runs a statement that is to touch exactly one row.
func (s *Store) one(ctx context.Context, what, query string, args ...any) error {
	return s.write(ctx, what, func(tx *Tx) error {
		n, err := tx.exec(ctx, query, args...)
		if err == nil && n == 0 {
			err = news.ErrNotFound
		}
		return err
	})
}

// Remove implements store.Feeds.
func (s feeds) Remove(ctx context.Context, id news.FeedID) error {
	return s.one(ctx, "remove feed "+string(id), `DELETE FROM feeds WHERE id = $1`, string(id))
}

// Pause implements store.Feeds.
func (s feeds) Pause(ctx context.Context, id news.FeedID, paused bool) error {
	return s.one(ctx, "pause feed "+string(id), `UPDATE feeds SET paused = $2 WHERE id = $1`, string(id), asNumber(paused))
}

const selectFeed = `SELECT id, url, kind, title, paused, added, state FROM feeds `

// Feeds implements store.Feeds.
func (s feeds) Feeds(ctx context.Context) ([]store.Feed, error) {
	return s.query(ctx, selectFeed+`ORDER BY url, id`)
}

// Due implements store.Feeds.
func (s feeds) Due(ctx context.Context, now time.Time, limit int) ([]store.Feed, error) {
	return s.query(ctx, selectFeed+`WHERE paused = 0 AND next_due <= $1 ORDER BY next_due, id LIMIT $2`, micros(now), limit)
}

func (s feeds) query(ctx context.Context, query string, args ...any) (out []store.Feed, err error) {
	defer s.wrap(ctx, &err, "feeds")
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var f store.Feed
		var added int64
		var state string
		if err := r.Scan(&f.ID, &f.URL, &f.Kind, &f.Title, &f.Paused, &added, &state); err != nil {
			return err
		}
		f.Added = fromMicros(added)
		err := json.Unmarshal([]byte(state), &f.State)
		out = append(out, f)
		return err
	}, query, args...)
	return out, err
}

// Polled implements store.Feeds.
func (s feeds) Polled(ctx context.Context, id news.FeedID, state news.FeedState, jobs []store.Job) error {
	b, err := json.Marshal(state)
	if err != nil {
		return fmt.Errorf("keep state of feed %s: %w", id, err)
	}
	return s.writeJobs(ctx, "keep state of feed "+string(id), jobs, func(tx *Tx) (bool, error) {
		n, err := tx.exec(ctx, `UPDATE feeds SET state = $2, next_due = $3 WHERE id = $1`, string(id), string(b), micros(state.NextDue))
		if err == nil && n == 0 {
			err = news.ErrNotFound
		}
		return true, err
	})
}

package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type records struct{ *Store }

const selectRecord = `SELECT collection, name, owner, version, expires, value FROM records `

// Record implements store.Records.
func (s records) Record(ctx context.Context, collection, key string) (store.Record, error) {
	found, err := s.query(ctx, selectRecord+`WHERE collection = $1 AND name = $2`, collection, key)
	if err == nil && len(found) == 0 {
		return store.Record{}, fmt.Errorf("record of %s: %w", collection, news.ErrNotFound)
	}
	if err != nil {
		return store.Record{}, err
	}
	return found[0], nil
}

// List implements store.Records.
func (s records) List(ctx context.Context, collection, owner string) ([]store.Record, error) {
	if owner == "" {
		return s.query(ctx, selectRecord+`WHERE collection = $1 ORDER BY name`, collection)
	}
	return s.query(ctx, selectRecord+`WHERE collection = $1 AND owner = $2 ORDER BY name`, collection, owner)
}

func (s records) query(ctx context.Context, query string, args ...any) (out []store.Record, err error) {
	defer s.wrap(ctx, &err, "records")
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var rec store.Record
		var expires int64
		err := r.Scan(&rec.Collection, &rec.Key, &rec.Owner, &rec.Version, &expires, &rec.Value)
		rec.Expires = fromMicros(expires)
		out = append(out, rec)
		return err
	}, query, args...)
	return out, err
}

// Put implements store.Records. Its errors do not name the key, which may be
// half a secret.
func (s records) Put(ctx context.Context, r store.Record) (store.Record, error) {
	what := "put record of " + r.Collection
	if r.Collection == "" || r.Key == "" || len(r.Key) > store.MaxRecordKey || len(r.Value) > store.MaxRecordValue {
		return store.Record{}, fmt.Errorf("%s: no name, or too large: %w", what, news.ErrInvalid)
	}
	r.Expires = fromMicros(micros(r.Expires))
	query, args := putRecord(r)
	err := s.write(ctx, what, func(tx *Tx) error {
		err := tx.QueryRowContext(ctx, query, args...).Scan(&r.Version)
		if errors.Is(err, sql.ErrNoRows) {
			err = fmt.Errorf("%w: it has changed meanwhile", news.ErrConflict)
		}
		return err
	})
	if err != nil {
		return store.Record{}, err
	}
	return r, nil
}

// putRecord is the statement that writes a record over the version it names,
// and returns the new one.
func putRecord(r store.Record) (string, []any) {
	args := []any{r.Collection, r.Key, r.Owner, micros(r.Expires), append([]byte{}, r.Value...)}
	const insert = `INSERT INTO records (collection, name, owner, version, expires, value) VALUES ($1, $2, $3, 1, $4, $5)
		ON CONFLICT (collection, name) DO `
	const set = `UPDATE SET owner = $3, version = records.version + 1, expires = $4, value = $5`
	switch r.Version {
	case 0:
		return insert + `NOTHING RETURNING version`, args
	case store.AnyVersion:
		return insert + set + ` RETURNING version`, args
	}
	return `UPDATE records SET owner = $3, version = version + 1, expires = $4, value = $5
		WHERE collection = $1 AND name = $2 AND version = $6 RETURNING version`, append(args, r.Version)
}

// Remove implements store.Records.
func (s records) Remove(ctx context.Context, collection, key string) error {
	return s.one(ctx, "remove record of "+collection, `DELETE FROM records WHERE collection = $1 AND name = $2`, collection, key)
}

// Expire implements store.Records.
func (s records) Expire(ctx context.Context, collection string, now time.Time) (n int, err error) {
	err = s.write(ctx, "expire records of "+collection, func(tx *Tx) error {
		n, err = tx.exec(ctx, `DELETE FROM records WHERE collection = $1 AND expires <= $2 AND expires <> $3`, collection, micros(now), int64(noTime))
		return err
	})
	return n, err
}

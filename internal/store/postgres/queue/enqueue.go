package queue

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/store"
)

// Tx is the transaction that jobs commit with. Its isolation has to be READ
// COMMITTED, as it is unless asked otherwise.
type Tx interface {
	Reader
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Reader is a database or a transaction to read from.
type Reader interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// waiting finds which of some kinds and keys have a job that waits, and holds
// those jobs until the transaction ends: a worker that looks for jobs passes
// over them. One that a worker is just taking counts as running.
const waiting = `
SELECT k.ord - 1
FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (kind, key, ord)
JOIN river_job j ON j.kind = k.kind AND hashtextextended(j.args ->> 'key', 0) = hashtextextended(k.key, 0)
  AND j.args ->> 'key' = k.key
WHERE j.state IN ('available', 'pending', 'retryable', 'scheduled')
FOR KEY SHARE OF j SKIP LOCKED`

// claim makes those who would add the same jobs take turns, in one order.
const claim = `
SELECT pg_advisory_xact_lock(h) FROM (
  SELECT DISTINCT hashtextextended(k.kind || ' ' || k.key, 0) AS h
  FROM unnest($1::text[], $2::text[]) AS k (kind, key) ORDER BY h) AS ordered`

const insert = `
INSERT INTO river_job (args, kind, max_attempts, queue, scheduled_at, state, created_at)
SELECT jsonb_strip_nulls(jsonb_build_object('key', key, 'args', nullif(args, ''), 'unique', nullif(once, false))), kind, $6,
  CASE kind WHEN 'cluster' THEN 'cluster' ELSE 'default' END, at, state::river_job_state,
  coalesce($8::timestamptz, now())
FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $7::bool[]) AS j (kind, key, args, at, state, once)`

// Enqueue adds jobs in a transaction: they are there if it commits.
func (q *Queue) Enqueue(ctx context.Context, tx Tx, jobs []store.Job) error {
	var plain, unique []store.Job
	seen := map[[2]string]bool{}
	for _, j := range jobs {
		id := [2]string{string(j.Kind), j.Key}
		switch {
		case !j.Unique:
			plain = append(plain, j)
		case !seen[id]:
			seen[id] = true
			unique = append(unique, j)
		}
	}
	missing, err := q.missing(ctx, tx, unique)
	if err != nil {
		return fmt.Errorf("enqueue: %w", err)
	}
	if err := q.add(ctx, tx, append(plain, missing...)); err != nil {
		return fmt.Errorf("enqueue: %w", err)
	}
	return nil
}

// missing returns those of the unique jobs of which none waits. It looks
// again once nobody else can add them.
func (q *Queue) missing(ctx context.Context, tx Tx, jobs []store.Job) ([]store.Job, error) {
	left, err := without(ctx, tx, jobs)
	if err != nil || len(left) == 0 {
		return nil, err
	}
	kinds, keys := columns(left)
	if _, err := tx.ExecContext(ctx, claim, kinds, keys); err != nil {
		return nil, err
	}
	return without(ctx, tx, left)
}

// without returns the jobs of which none waits.
func without(ctx context.Context, tx Tx, jobs []store.Job) ([]store.Job, error) {
	if len(jobs) == 0 {
		return nil, nil
	}
	kinds, keys := columns(jobs)
	rows, err := tx.QueryContext(ctx, waiting, kinds, keys)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	waits := make([]bool, len(jobs))
	for rows.Next() {
		var i int
		if err := rows.Scan(&i); err != nil {
			return nil, err
		}
		waits[i] = true
	}
	var left []store.Job
	for i, j := range jobs {
		if !waits[i] {
			left = append(left, j)
		}
	}
	return left, rows.Err()
}

func columns(jobs []store.Job) (kinds, keys []string) {
	for _, j := range jobs {
		kinds, keys = append(kinds, string(j.Kind)), append(keys, j.Key)
	}
	return kinds, keys
}

// add inserts jobs as they are. A job for at once may start at the beginning
// of time, so that no clock that is wrong holds it back.
func (q *Queue) add(ctx context.Context, tx Tx, jobs []store.Job) error {
	if len(jobs) == 0 {
		return nil
	}
	kinds, keys := columns(jobs)
	args, at, state, once := make([]string, len(jobs)), make([]time.Time, len(jobs)), make([]string, len(jobs)), make([]bool, len(jobs))
	for i, j := range jobs {
		args[i], at[i], state[i], once[i] = string(j.Args), j.After, "scheduled", j.Unique
		if j.After.IsZero() {
			at[i], state[i] = time.Unix(0, 0), "available"
		}
	}
	_, err := tx.ExecContext(ctx, insert, kinds, keys, args, at, state, store.MaxAttempts, once, q.opt.now())
	return err
}

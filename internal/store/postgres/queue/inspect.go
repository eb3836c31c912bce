package queue

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/selisik/selisik/internal/store"
)

const counts = `
SELECT kind,
  count(*) FILTER (WHERE state IN ('available', 'pending', 'retryable', 'scheduled')),
  count(*) FILTER (WHERE state = 'running'),
  count(*) FILTER (WHERE state IN ('cancelled', 'discarded')),
  min(CASE WHEN scheduled_at = 'epoch' THEN created_at ELSE scheduled_at END) FILTER (WHERE state IN ('available', 'pending', 'retryable', 'scheduled'))
FROM river_job WHERE state <> 'completed' GROUP BY kind ORDER BY kind COLLATE "C"`

// Counts is store.Jobs.Counts.
func (q *Queue) Counts(ctx context.Context) ([]store.JobCount, error) {
	rows, err := q.pool.Query(ctx, counts)
	if err != nil {
		return nil, fmt.Errorf("count jobs: %w", err)
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (c store.JobCount, err error) {
		var oldest *time.Time
		err = row.Scan(&c.Kind, &c.Waiting, &c.Running, &c.Dead, &oldest)
		if oldest != nil {
			c.Oldest = oldest.UTC()
		}
		return c, err
	})
}

const dead = `
SELECT id, kind, args, attempt, coalesce(errors[cardinality(errors)] ->> 'error', ''), finalized_at
FROM river_job WHERE state IN ('cancelled', 'discarded')
ORDER BY finalized_at DESC, id DESC LIMIT $1`

// Dead is store.Jobs.Dead.
func (q *Queue) Dead(ctx context.Context, limit int) ([]store.Dead, error) {
	rows, err := q.pool.Query(ctx, dead, limit)
	if err != nil {
		return nil, fmt.Errorf("list dead jobs: %w", err)
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (d store.Dead, err error) {
		var raw []byte
		if err = row.Scan(&d.ID, &d.Kind, &raw, &d.Attempt, &d.Error, &d.At); err != nil {
			return d, err
		}
		a, err := parse(raw)
		a.fill(&d.Job)
		d.At = d.At.UTC()
		return d, err
	})
}

const all = `
SELECT kind, args, CASE WHEN scheduled_at > 'epoch' THEN scheduled_at END
FROM river_job WHERE state <> 'completed' ORDER BY id`

// Each calls yield for each job that waits, runs or is dead, in the order in
// which they came, until it returns an error.
func (q *Queue) Each(ctx context.Context, from Reader, yield func(store.Job) error) error {
	rows, err := from.QueryContext(ctx, all)
	if err != nil {
		return fmt.Errorf("read jobs: %w", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells
	for rows.Next() {
		var j store.Job
		var raw []byte
		var after sql.NullTime
		if err := rows.Scan(&j.Kind, &raw, &after); err != nil {
			return fmt.Errorf("read jobs: %w", err)
		}
		a, err := parse(raw)
		if err != nil {
			return fmt.Errorf("read jobs: %w", err)
		}
		if a.fill(&j); after.Valid {
			j.After = after.Time.UTC()
		}
		if err := yield(j); err != nil {
			return err
		}
	}
	return rows.Err()
}

const revive = `
UPDATE river_job SET state = 'available', attempt = 0, max_attempts = $2, finalized_at = NULL, scheduled_at = 'epoch',
  metadata = metadata - 'river:rescue_count' - 'cancel_attempted_at'
WHERE state IN ('cancelled', 'discarded') AND (cardinality($1::bigint[]) = 0 OR id = ANY($1))`

// Retry is store.Jobs.Retry; attempts count anew.
func (q *Queue) Retry(ctx context.Context, ids ...int64) (int, error) {
	if ids == nil {
		ids = []int64{}
	}
	tag, err := q.pool.Exec(ctx, revive, ids, store.MaxAttempts)
	if err != nil {
		return 0, fmt.Errorf("retry jobs: %w", err)
	}
	return int(tag.RowsAffected()), nil
}

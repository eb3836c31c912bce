package queue

import (
	"context"
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
  min(greatest(scheduled_at, created_at)) FILTER (WHERE state IN ('available', 'pending', 'retryable', 'scheduled'))
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
		d.Key, d.At = a.Key, d.At.UTC()
		if a.Args != "" {
			d.Args = []byte(a.Args)
		}
		return d, err
	})
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

package queue

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river/riverdriver"

	"github.com/selisik/selisik/internal/store"
)

// member is a worker as the others see it.
type member struct {
	id   int64
	name string // River's client id
}

// errLost is that a worker was silent for so long that others took its jobs.
var errLost = errors.New("worker was silent too long")

// deaths is how often a job's worker may die before the job is held to be the
// cause, and is dead.
const deaths = 20

func (q *Queue) join(ctx context.Context, owner string) (member, error) {
	var m member
	row := q.pool.QueryRow(ctx, `INSERT INTO worker (owner) VALUES ($1) RETURNING id, name`, owner)
	if err := row.Scan(&m.id, &m.name); err != nil {
		return m, fmt.Errorf("work %s: %w", owner, err)
	}
	return m, nil
}

// leave takes the worker's row away; should that not work, it falls silent.
func (q *Queue) leave(ctx context.Context, m member) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), q.opt.TTL)
	defer cancel()
	if _, err := q.pool.Exec(ctx, `DELETE FROM worker WHERE id = $1`, m.id); err != nil {
		q.opt.Log.Warn("worker could not sign off", "worker", m.name, "error", err)
	}
}

// keep is what each worker does now and then: it beats, brings back the jobs
// of workers that are silent or known to be gone, and makes ready the jobs whose
// time has come. It returns errLost if the worker itself was taken for dead.
func (q *Queue) keep(ctx context.Context, m member, opt *store.WorkOptions) error {
	ctx, cancel := context.WithTimeout(ctx, q.opt.TTL)
	defer cancel()
	tag, err := q.pool.Exec(ctx, `UPDATE worker SET beat = clock_timestamp() WHERE id = $1`, m.id)
	if err != nil {
		return err
	}
	if tag.RowsAffected() == 0 {
		return errLost
	}
	gone, err := q.gone(ctx, m, opt.Gone)
	if err != nil {
		return err
	}
	if err := q.rescue(ctx, gone); err != nil {
		return err
	}
	if _, err := q.pool.Exec(ctx, putBack, q.opt.now(), backJump); err != nil {
		return err
	}
	return q.ripen(ctx, opt.Now())
}

// gone returns the other workers whose owners are known to be dead.
func (q *Queue) gone(ctx context.Context, m member, dead func(owner string) bool) ([]int64, error) {
	ids := []int64{}
	if dead == nil {
		return ids, nil
	}
	rows, err := q.pool.Query(ctx, `SELECT id, owner FROM worker WHERE id <> $1`, m.id)
	if err != nil {
		return nil, err
	}
	var id int64
	var owner string
	_, err = pgx.ForEachRow(rows, []any{&id, &owner}, func() error {
		if dead(owner) {
			ids = append(ids, id)
		}
		return nil
	})
	return ids, err
}

// putBack lets jobs that were put in at a later hour than it is now, for the
// clock has been put back, wait as long as they were to.
const putBack = `
WITH clock AS (SELECT coalesce($1::timestamptz, clock_timestamp()) AS now)
UPDATE river_job SET scheduled_at = scheduled_at - (created_at - clock.now), created_at = clock.now
FROM clock WHERE state IN ('retryable', 'scheduled') AND created_at > clock.now + $2::interval`

// backJump is how far a clock is behind a job to have been put back: less is
// taken for the difference between two machines.
const backJump = time.Minute

// ripen makes jobs ready that wait for a time that has come.
func (q *Queue) ripen(ctx context.Context, now time.Time) error {
	const batch = 1000
	for {
		done, err := q.driver.GetExecutor().JobSchedule(ctx, &riverdriver.JobScheduleParams{Max: batch, Now: &now})
		if err != nil || len(done) < batch {
			return err
		}
	}
}

// bring puts the jobs of those who are no workers any more back, as if they
// had not been tried; jobs whose workers die all the time are dead.
const bring = `
UPDATE river_job j SET
  attempt = greatest(attempt - 1, 0),
  state = CASE WHEN died.times < $1 THEN 'available' ELSE 'discarded' END::river_job_state,
  finalized_at = CASE WHEN died.times < $1 THEN NULL ELSE clock_timestamp() END,
  metadata = metadata || jsonb_build_object('river:rescue_count', died.times),
  errors = array_append(errors, jsonb_build_object('at', clock_timestamp(), 'attempt', attempt, 'trace', '',
    'error', 'worker ' || died.name || ' is gone'))
FROM (
  SELECT id, attempted_by[cardinality(attempted_by)] AS name,
    coalesce((metadata ->> 'river:rescue_count')::int, 0) + 1 AS times
  FROM river_job r
  WHERE state = 'running'
    AND NOT EXISTS (SELECT FROM worker w WHERE w.name = r.attempted_by[cardinality(r.attempted_by)])
  FOR UPDATE SKIP LOCKED) AS died
WHERE j.id = died.id`

// rescue brings back the jobs of workers that are silent or gone. One does so at a time: else a
// job brought back by one, and taken by a worker that has just joined, would
// look to the other as if nobody had it.
func (q *Queue) rescue(ctx context.Context, gone []int64) error {
	return pgx.BeginFunc(ctx, q.pool, func(tx pgx.Tx) error {
		var mine bool
		row := tx.QueryRow(ctx, `SELECT pg_try_advisory_xact_lock(hashtextextended('selisik rescue', 0))`)
		if err := row.Scan(&mine); err != nil || !mine {
			return err
		}
		const silent = `DELETE FROM worker WHERE beat < clock_timestamp() - $1::interval OR beat > clock_timestamp() + $1::interval OR id = ANY ($2)`
		if _, err := tx.Exec(ctx, silent, q.opt.TTL, gone); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, bring, deaths)
		return err
	})
}

package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/relational"
)

// The states of a job. One that is done is no more.
const (
	waits = 0
	runs  = 1
	dead  = 2
)

// atOnce is when a job is due that may start at any time: the zero time.
const atOnce = -62135596800000000

// queue is the jobs table.
type queue struct {
	db  relational.DB
	now func() time.Time

	crews atomic.Int64 // how many times Work was called, to tell its runs apart
	mu    sync.Mutex
	woken chan struct{} // closed when there may be more to do
}

func newQueue(db relational.DB, now func() time.Time) *queue {
	return &queue{db: db, now: now, woken: make(chan struct{})}
}

// Committed implements relational.Queue.
func (q *queue) Committed() {
	q.mu.Lock()
	defer q.mu.Unlock()
	close(q.woken)
	q.woken = make(chan struct{})
}

// more returns a channel that is closed with the next commit of jobs.
func (q *queue) more() <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.woken
}

// Add implements relational.Queue.
func (q *queue) Add(ctx context.Context, tx *relational.Tx, jobs []store.Job) error {
	now := q.now().UnixMicro()
	for _, j := range jobs {
		unique := 0
		if j.Unique {
			unique = 1
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO jobs (kind, key, args, is_unique, state, attempt, due, enqueued, owner, until_time, error)
			SELECT $1, $2, $3, $4, 0, 0, $5, $6, '', 0, ''
			WHERE $4 = 0 OR NOT EXISTS (SELECT 1 FROM jobs WHERE kind = $1 AND key = $2 AND state = 0)`,
			string(j.Kind), j.Key, j.Args, unique, j.After.UnixMicro(), now)
		if err != nil {
			return fmt.Errorf("enqueue %s %s: %w", j.Kind, j.Key, err)
		}
	}
	return nil
}

// Each implements relational.Queue. Of a job that runs or is dead it tells that
// it may start at once.
func (q *queue) Each(ctx context.Context, from relational.Querier, yield func(store.Job) error) error {
	rs, err := from.QueryContext(ctx, `SELECT kind, key, args, is_unique, state, due FROM jobs ORDER BY id`)
	if err != nil {
		return err
	}
	defer rs.Close() //nolint:errcheck // Err tells
	for rs.Next() {
		var j store.Job
		var state int
		var due int64
		if err := rs.Scan(&j.Kind, &j.Key, &j.Args, &j.Unique, &state, &due); err != nil {
			return err
		}
		if state == waits {
			j.After = time.UnixMicro(due).UTC()
		}
		if err := yield(j); err != nil {
			return err
		}
	}
	return rs.Err()
}

// Counts implements store.Worker.
func (q *queue) Counts(ctx context.Context) ([]store.JobCount, error) {
	rs, err := q.db.Read.QueryContext(ctx, `SELECT kind, state, count(*), min(CASE due WHEN $1 THEN enqueued ELSE due END) FROM jobs GROUP BY kind, state`, int64(atOnce))
	if err != nil {
		return nil, fmt.Errorf("count jobs: %w", explain(err))
	}
	defer rs.Close() //nolint:errcheck // Err tells
	of := map[store.JobKind]*store.JobCount{}
	for rs.Next() {
		var kind store.JobKind
		var state, n int
		var oldest int64
		if err := rs.Scan(&kind, &state, &n, &oldest); err != nil {
			return nil, fmt.Errorf("count jobs: %w", err)
		}
		c := of[kind]
		if c == nil {
			c = &store.JobCount{Kind: kind}
			of[kind] = c
		}
		switch state {
		case waits:
			c.Waiting, c.Oldest = n, time.UnixMicro(oldest).UTC()
		case runs:
			c.Running = n
		case dead:
			c.Dead = n
		}
	}
	var out []store.JobCount
	for _, c := range of {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b store.JobCount) int { return cmp.Compare(a.Kind, b.Kind) })
	return out, rs.Err()
}

// Dead implements store.Worker. When a job died stands where it was due.
func (q *queue) Dead(ctx context.Context, limit int) (out []store.Dead, err error) {
	rs, err := q.db.Read.QueryContext(ctx, `SELECT id, kind, key, args, is_unique, attempt, error, due FROM jobs WHERE state = 2
		ORDER BY due DESC, id DESC LIMIT $1`, limit)
	if err != nil {
		return nil, fmt.Errorf("dead jobs: %w", explain(err))
	}
	defer rs.Close() //nolint:errcheck // Err tells
	for rs.Next() {
		var d store.Dead
		var at int64
		if err := rs.Scan(&d.ID, &d.Kind, &d.Key, &d.Args, &d.Unique, &d.Attempt, &d.Error, &at); err != nil {
			return nil, fmt.Errorf("dead jobs: %w", err)
		}
		d.At = time.UnixMicro(at).UTC()
		out = append(out, d)
	}
	return out, rs.Err()
}

// Retry implements store.Worker.
func (q *queue) Retry(ctx context.Context, ids ...int64) (int, error) {
	query, args := `UPDATE jobs SET state = 0, attempt = 0, due = $1, error = '' WHERE state = 2`, []any{int64(atOnce)}
	if len(ids) > 0 {
		list, err := json.Marshal(ids)
		if err != nil {
			return 0, err
		}
		query, args = query+` AND id IN (SELECT value FROM json_each($2))`, append(args, string(list))
	}
	n := 0
	err := q.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, query, args...)
		if err != nil {
			return err
		}
		touched, err := res.RowsAffected()
		n = int(touched)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("retry jobs: %w", explain(err))
	}
	q.Committed()
	return n, nil
}

// write runs do in a transaction of its own.
func (q *queue) write(ctx context.Context, do func(*sql.Tx) error) (err error) {
	defer func() { err = relational.CutOff(ctx, err) }()
	tx, err := q.db.Write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is none
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

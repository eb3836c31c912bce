package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Tx is a transaction with the connection that it runs on, which a driver's own
// interface can be had from.
type Tx struct {
	*sql.Tx
	Conn *sql.Conn
}

// exec runs a statement and returns how many rows it touched.
func (tx *Tx) exec(ctx context.Context, query string, args ...any) (int, error) {
	res, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// write runs do in a transaction, which commits if do returns no error. Of the
// error it says what was being done. Where the dialect says so it is run again.
func (s *Store) write(ctx context.Context, what string, do func(tx *Tx) error) (err error) {
	defer s.wrap(ctx, &err, what)
	for attempt := 1; ; attempt++ {
		err = s.once(ctx, do)
		if err == nil || s.dialect.Again == nil || !s.dialect.Again(ctx, attempt, err) {
			return err
		}
	}
}

// once is write without another try.
func (s *Store) once(ctx context.Context, do func(tx *Tx) error) error {
	conn, err := s.db.Write.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	inner, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer inner.Rollback() //nolint:errcheck // after a commit there is none
	if err := do(&Tx{inner, conn}); err != nil {
		return err
	}
	if err := inner.Commit(); err != nil {
		return &CommitError{err}
	}
	return nil
}

// derived is told that tx writes only what is made again where it is missed.
func (s *Store) derived(ctx context.Context, tx *Tx) error {
	if s.dialect.Derived == nil {
		return nil
	}
	return s.dialect.Derived(ctx, tx)
}

// CommitError is an error of a commit: whether it came through may not be known.
type CommitError struct{ Err error }

func (e *CommitError) Error() string { return "commit: " + e.Err.Error() }

// Unwrap returns the driver's error.
func (e *CommitError) Unwrap() error { return e.Err }

// writeJobs is write with jobs that commit with it. do returns whether they are
// to be enqueued.
func (s *Store) writeJobs(ctx context.Context, what string, jobs []store.Job, do func(tx *Tx) (bool, error)) error {
	added := false
	err := s.write(ctx, what, func(tx *Tx) error {
		wanted, err := do(tx)
		if err != nil || !wanted || len(jobs) == 0 {
			return err
		}
		added = true
		return s.queue.Add(ctx, tx, jobs)
	})
	if err == nil && added {
		s.queue.Committed()
	}
	return err
}

// wrap puts what was being done before an error, and gives it its kind.
func (s *Store) wrap(ctx context.Context, err *error, what string) {
	if *err == nil {
		return
	}
	e := *err
	if errors.Is(e, sql.ErrNoRows) {
		e = news.ErrNotFound
	} else if s.dialect.Explain != nil {
		e = s.dialect.Explain(e)
	}
	*err = fmt.Errorf("%s: %w", what, CutOff(ctx, e))
}

// CutOff returns an error of a step whose ctx has ended as one that wraps ctx's,
// too: where the step was cut off in a transaction, database/sql tells only that
// the transaction is over, and a driver that its connection is.
func CutOff(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil || errors.Is(err, ctx.Err()) {
		return err
	}
	return fmt.Errorf("%w: %w", ctx.Err(), err)
}

// rows calls scan for each row of a query.
func rows(ctx context.Context, q Querier, scan func(*sql.Rows) error, query string, args ...any) error {
	rs, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rs.Close() //nolint:errcheck // Err tells
	for rs.Next() {
		if err := scan(rs); err != nil {
			return err
		}
	}
	return rs.Err()
}

// column returns the first column of a query.
func column[T ~string](ctx context.Context, q Querier, query string, args ...any) ([]T, error) {
	var out []T
	err := rows(ctx, q, func(r *sql.Rows) error {
		var v string
		err := r.Scan(&v)
		out = append(out, T(v))
		return err
	}, query, args...)
	return out, err
}

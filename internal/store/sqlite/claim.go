package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// lease is how long a crew may be silent before its jobs are taken for those of
// a dead process. pulse is how often it says that it lives.
const (
	lease = 30 * time.Second
	pulse = 5 * time.Second
)

// outcome is how a job ended.
type outcome struct {
	job   store.Running
	took  time.Duration
	err   error
	given bool // back, for the crew was told to stop: as if it had never run
}

// backoff is how long a job waits after its nth attempt: 1, 4, 16, 64 seconds.
func backoff(attempt int) time.Duration { return time.Second << (2 * (attempt - 1)) }

// hopeless reports whether trying again would change nothing.
func (o *outcome) hopeless() bool {
	return o.job.Attempt >= store.MaxAttempts || errors.Is(o.err, news.ErrInvalid) || errors.Is(o.err, news.ErrNotFound)
}

// settle writes how jobs ended. A job that is no longer this crew's is left to
// whose it is.
func (c *crew) settle(ctx context.Context, tx *sql.Tx, now time.Time, ended []outcome) error {
	for i := range ended {
		o := &ended[i]
		var err error
		switch {
		case o.given:
			_, err = tx.ExecContext(ctx, `UPDATE jobs SET state = 0, owner = '', attempt = attempt - 1 WHERE id = $1 AND state = 1 AND owner = $2`, o.job.ID, c.token)
		case o.err == nil:
			_, err = tx.ExecContext(ctx, `DELETE FROM jobs WHERE id = $1 AND state = 1 AND owner = $2`, o.job.ID, c.token)
		case o.hopeless():
			_, err = tx.ExecContext(ctx, `UPDATE jobs SET state = 2, owner = '', due = $3, error = $4 WHERE id = $1 AND state = 1 AND owner = $2`,
				o.job.ID, c.token, now.UnixMicro(), o.err.Error())
		default:
			_, err = tx.ExecContext(ctx, `UPDATE jobs SET state = 0, owner = '', due = $3, error = $4, enqueued = $5 WHERE id = $1 AND state = 1 AND owner = $2`,
				o.job.ID, c.token, now.Add(backoff(o.job.Attempt)).UnixMicro(), o.err.Error(), c.queue.now().UnixMicro())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// claim takes at most n jobs of kinds that may start, those that are due longest
// first. It looks at the first n of each kind: however many wait of kinds that
// it is not to take, the cost is the same.
func (c *crew) claim(ctx context.Context, tx *sql.Tx, now time.Time, kinds []store.JobKind, n int) (out []store.Running, err error) {
	if n <= 0 || len(kinds) == 0 {
		return nil, nil
	}
	args := []any{c.token, now.Add(lease).UnixMicro(), now.UnixMicro(), n}
	var first []string
	for _, k := range kinds {
		args = append(args, string(k))
		first = append(first, fmt.Sprintf(`SELECT * FROM (SELECT id, due FROM jobs WHERE state = 0 AND kind = $%d AND due <= $3 ORDER BY due, id LIMIT $4)`, len(args)))
	}
	rs, err := tx.QueryContext(ctx, `UPDATE jobs SET state = 1, owner = $1, until_time = $2, attempt = attempt + 1
		WHERE id IN (SELECT id FROM (`+strings.Join(first, ` UNION ALL `)+`) ORDER BY due, id LIMIT $4)
		RETURNING id, kind, key, args, is_unique, due, attempt`, args...)
	if err != nil {
		return nil, err
	}
	defer rs.Close() //nolint:errcheck // Err tells
	for rs.Next() {
		var r store.Running
		var due int64
		if err := rs.Scan(&r.ID, &r.Kind, &r.Key, &r.Args, &r.Unique, &due, &r.Attempt); err != nil {
			return nil, err
		}
		r.After = time.UnixMicro(due).UTC()
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b store.Running) int {
		return cmp.Or(a.After.Compare(b.After), cmp.Compare(a.ID, b.ID))
	})
	return out, rs.Err()
}

// lonely reports whether no job of a kind runs anywhere.
func lonely(ctx context.Context, tx *sql.Tx, kind store.JobKind) (bool, error) {
	var n int
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM jobs WHERE kind = $1 AND state = 1`, string(kind)).Scan(&n)
	return n == 0, err
}

// died is the error of a job whose process has died at each attempt.
const died = "its process died while it ran"

// reclaim makes jobs of dead crews wait again. A crew is dead if its process is
// known to be, and else if it has been silent for the length of its lease, or
// tells to live for longer than it can, for the clock was put back.
func (c *crew) reclaim(ctx context.Context, tx *sql.Tx, now time.Time) error {
	if err := c.putBack(ctx, tx); err != nil {
		return err
	}
	gone, err := c.dead(ctx, tx)
	if err != nil {
		return err
	}
	list, err := json.Marshal(gone)
	if err != nil {
		return err
	}
	const of = ` WHERE state = 1 AND owner <> $1 AND (until_time <= $2 OR until_time > $5 OR owner IN (SELECT value FROM json_each($3)))`
	_, err = tx.ExecContext(ctx, `UPDATE jobs SET state = 2, owner = '', due = $2, error = $4`+of+fmt.Sprintf(` AND attempt >= %d`, store.MaxAttempts),
		c.token, now.UnixMicro(), string(list), died, now.Add(2*lease).UnixMicro())
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE jobs SET state = 0, owner = '', error = $4`+of,
		c.token, now.UnixMicro(), string(list), died, now.Add(2*lease).UnixMicro())
	return err
}

// putBack lets jobs that were put in at a later hour than it is now, for the
// clock has been put back, wait as long as they were to.
func (c *crew) putBack(ctx context.Context, tx *sql.Tx) error {
	now := c.queue.now()
	_, err := tx.ExecContext(ctx, `UPDATE jobs SET due = CASE WHEN due > $1 THEN due - (enqueued - $1) ELSE due END, enqueued = $1
		WHERE state = 0 AND enqueued > $2`, now.UnixMicro(), now.Add(time.Minute).UnixMicro())
	return err
}

// dead returns the crews whose process is known to be gone.
func (c *crew) dead(ctx context.Context, tx *sql.Tx) ([]string, error) {
	gone := []string{}
	rs, err := tx.QueryContext(ctx, `SELECT DISTINCT owner FROM jobs WHERE state = 1 AND owner <> $1`, c.token)
	if err != nil {
		return nil, err
	}
	defer rs.Close() //nolint:errcheck // Err tells
	for rs.Next() {
		var owner string
		if err := rs.Scan(&owner); err != nil {
			return nil, err
		}
		if who, _, ok := cutLast(owner, "|"); ok && who != c.opt.Owner && c.opt.Gone != nil && c.opt.Gone(who) {
			gone = append(gone, owner)
		}
	}
	return gone, rs.Err()
}

// cutLast parts s around the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// finished reports whether no job of the crew's kinds may start or runs
// anywhere.
func (c *crew) finished(ctx context.Context, tx *sql.Tx, now time.Time) (bool, error) {
	var left bool
	for kind := range c.opt.Handlers {
		err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM jobs WHERE state = 1 AND kind = $1)
			OR EXISTS (SELECT 1 FROM jobs WHERE state = 0 AND kind = $1 AND due <= $2)`, string(kind), now.UnixMicro()).Scan(&left)
		if err != nil || left {
			return false, err
		}
	}
	return true, nil
}

// beat says that the crew lives.
func (c *crew) beat(ctx context.Context, tx *sql.Tx, now time.Time) error {
	_, err := tx.ExecContext(ctx, `UPDATE jobs SET until_time = $2 WHERE state = 1 AND owner = $1`, c.token, now.Add(lease).UnixMicro())
	return err
}

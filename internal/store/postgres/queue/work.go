package queue

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Work is store.Jobs.Work: one of any number of workers on one database. Jobs
// of a worker that died come back, so Drain waits for them too. A worker that
// has begun sits out a server that is away.
func (q *Queue) Work(ctx context.Context, opt store.WorkOptions) error {
	if opt.Now == nil || opt.Owner == "" || len(opt.Handlers) == 0 {
		return fmt.Errorf("work: clock, owner or handlers missing: %w", news.ErrInvalid)
	}
	for joined := false; ctx.Err() == nil; {
		m, err := q.join(ctx, opt.Owner)
		if err == nil {
			joined = true
			err = q.serve(ctx, opt, m)
		}
		if away := joined && Lost(err); !away && !errors.Is(err, errLost) {
			return ended(ctx, err)
		}
		q.opt.Log.Warn("worker joins anew", "owner", opt.Owner, "error", err)
		q.pause(ctx)
	}
	return nil
}

// pause lets a server that is away come back.
func (q *Queue) pause(ctx context.Context) {
	t := time.NewTimer(q.opt.TTL / 8)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// shift is the time a worker works under one name.
type shift struct {
	queue  *Queue
	opt    store.WorkOptions
	member member
	client *river.Client[pgx.Tx]
	active atomic.Int64 // jobs in hand
}

// serve works as a member until ctx ends or, with Drain, nothing is left;
// errLost if others took this worker for dead.
func (q *Queue) serve(ctx context.Context, opt store.WorkOptions, m member) (err error) {
	defer q.leave(ctx, m)
	s := &shift{queue: q, opt: opt, member: m}
	if s.client, err = q.client(m, &s.opt, &s.active); err != nil {
		return fmt.Errorf("work %s: %w", opt.Owner, err)
	}
	if err := q.keep(ctx, m, &s.opt); err != nil {
		return err
	}
	for {
		again, err := s.run(ctx)
		if err != nil || !again {
			return err
		}
	}
}

// ended is err, unless it is only that ctx ended.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// run lets River work until there is a reason to stop. A drained queue is
// looked at once more after River has stopped: only then is all that was done
// also written down. If something is left, it is to be run again.
func (s *shift) run(ctx context.Context) (again bool, err error) {
	lasting := context.WithoutCancel(ctx)
	if err := s.client.Start(lasting); err != nil {
		return false, err
	}
	if err := s.wait(ctx); err != nil || ctx.Err() != nil {
		return false, errors.Join(err, s.client.StopAndCancel(lasting))
	}
	if err := s.client.Stop(lasting); err != nil {
		return false, err
	}
	left, err := s.queue.left(ctx, s, "")
	return left, err
}

// wait returns when ctx ends, the worker is lost, or the queue looks drained.
func (s *shift) wait(ctx context.Context) error {
	beat := time.NewTicker(min(s.queue.opt.TTL/4, time.Second))
	defer beat.Stop()
	look := time.NewTicker(10 * time.Millisecond)
	defer look.Stop()
	if !s.opt.Drain {
		look.Stop()
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-beat.C:
			if err := s.queue.keep(ctx, s.member, &s.opt); errors.Is(err, errLost) {
				return err
			} else if err != nil {
				s.queue.opt.Log.Warn("worker could not beat", "worker", s.member.name, "error", err)
			}
		case <-look.C:
			if s.active.Load() > 0 {
				continue
			}
			if left, err := s.queue.left(ctx, s, s.member.name); err == nil && !left {
				return nil
			}
		}
	}
}

// todo is whether a job of some kinds may start, or runs at a worker other
// than one.
const todo = `
SELECT EXISTS (SELECT FROM river_job WHERE state IN ('available', 'retryable', 'scheduled')
    AND scheduled_at <= $1 AND kind = ANY($2))
  OR EXISTS (SELECT FROM river_job WHERE state = 'running' AND attempted_by[cardinality(attempted_by)] <> $3
    AND kind = ANY($2))`

// left is whether there is still something to do for a worker. Jobs that it
// runs itself are not looked at if it is named.
func (q *Queue) left(ctx context.Context, s *shift, but string) (left bool, err error) {
	now := s.opt.Now()
	if err := q.ripen(ctx, now); err != nil {
		return true, err
	}
	var kinds []string
	for kind := range s.opt.Handlers {
		kinds = append(kinds, string(kind))
	}
	err = q.pool.QueryRow(ctx, todo, now, kinds, but).Scan(&left)
	return left, err
}

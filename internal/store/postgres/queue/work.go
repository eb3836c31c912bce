package queue

import (
	"context"
	"errors"
	"fmt"
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
			var again bool
			if again, err = q.serve(ctx, opt, m); again {
				continue // by another name: what could not be written of this one's comes back
			}
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
	hands  hands
	stuck  int64 // of jobs begun at a beat that found one which nobody ran; -1 for none
}

// serve works as a member until ctx ends or, with Drain, nothing seems left;
// again tells that something is. errLost if others took this worker for dead.
func (q *Queue) serve(ctx context.Context, opt store.WorkOptions, m member) (again bool, err error) {
	defer q.leave(ctx, m)
	s := &shift{queue: q, opt: opt, member: m, stuck: -1}
	if s.client, err = q.client(m, &s.opt, &s.hands); err != nil {
		return false, fmt.Errorf("work %s: %w", opt.Owner, err)
	}
	if err := q.keep(ctx, m, &s.opt); err != nil {
		return false, err
	}
	return s.run(ctx)
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
			if err := s.beat(ctx); errors.Is(err, errLost) {
				return err
			} else if err != nil {
				s.queue.opt.Log.Warn("worker could not beat", "worker", s.member.name, "error", err)
			}
		case <-look.C:
			if s.hands.active.Load() > 0 {
				continue
			}
			if left, err := s.queue.left(ctx, s, s.member.name); err == nil && !left {
				return nil
			}
		}
	}
}

// mine is whether a job is running by a worker's name.
const mine = `SELECT EXISTS (SELECT FROM river_job WHERE state = 'running' AND attempted_by[cardinality(attempted_by)] = $1)`

// beat keeps the worker. It returns errLost, too, if a job runs by its name at
// two beats between which it had none in hand: the server was away when the
// job's end was to be written.
func (s *shift) beat(ctx context.Context) error {
	if err := s.queue.keep(ctx, s.member, &s.opt); err != nil {
		return err
	}
	before, begun := s.stuck, s.hands.begun.Load()
	if s.stuck = -1; s.hands.active.Load() > 0 {
		return nil
	}
	var stuck bool
	if err := s.queue.pool.QueryRow(ctx, mine, s.member.name).Scan(&stuck); err != nil || !stuck {
		return err
	}
	if before == begun {
		return errLost
	}
	s.stuck = begun
	return nil
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

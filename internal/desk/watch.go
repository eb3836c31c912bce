package desk

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

// How feeds are polled.
const (
	pollsAtOnce = 8
	mostDue     = 64      // feeds of one round
	feeds       = "feeds" // the partition whose lease a poller takes
	pollLease   = 2 * time.Minute
	idle        = 15 * time.Second // between looks for feeds that are due
)

// Watch polls feeds as they fall due and does the jobs that come of it, until
// ctx ends. What was begun then goes on at the next start.
func (d *Desk) Watch(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	worked := make(chan error, 1)
	go func() {
		defer cancel()
		worked <- d.Work(ctx, false)
	}()
	err := d.pollOn(ctx)
	cancel()
	return errors.Join(<-worked, err, d.leaveFeeds(ctx))
}

// leaveFeeds gives the feeds' lease back, if this desk has it.
func (d *Desk) leaveFeeds(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	l, err := d.acquire(ctx, feeds, pollLease)
	if errors.Is(err, news.ErrConflict) {
		return nil
	}
	if err == nil {
		err = d.store.Jobs().Release(ctx, l)
	}
	return err
}

func (d *Desk) pollOn(ctx context.Context) error {
	for ctx.Err() == nil {
		n, err := d.PollDue(ctx)
		if err != nil {
			return ignoreEnd(ctx, err)
		}
		if n == mostDue {
			continue
		}
		if err := d.opt.Sleep(ctx, idle); err != nil {
			return ignoreEnd(ctx, err)
		}
	}
	return nil
}

// WatchOnce polls the feeds that are due and does all jobs that may start now.
func (d *Desk) WatchOnce(ctx context.Context) error {
	for {
		n, err := d.PollDue(ctx)
		if err != nil {
			return err
		}
		if n < mostDue {
			break
		}
	}
	if err := d.Work(ctx, true, store.Fetch, store.Clean); err != nil {
		return err
	}
	if err := errors.Join(d.leaveFeeds(ctx), d.Place(ctx)); err != nil {
		return err
	}
	return d.Work(ctx, true)
}

// PollDue polls the feeds that are due, at most 64, some at a time, unless
// another process does. It returns how many there were. That one fails is kept
// in its state and no error.
func (d *Desk) PollDue(ctx context.Context) (int, error) {
	if _, err := d.acquire(ctx, feeds, pollLease); errors.Is(err, news.ErrConflict) {
		return 0, nil
	} else if err != nil {
		return 0, err
	}
	due, err := d.due(ctx)
	if err != nil {
		return 0, err
	}
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		slots = make(chan struct{}, pollsAtOnce)
	)
	for _, f := range due {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			if e := d.poll(ctx, f); e != nil {
				mu.Lock()
				err = errors.Join(err, e)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return len(due), err
}

// due returns feeds that are due, at most 64. In the first round, and when the
// clock has been put back since the one before, these are also the feeds whose
// last poll lies in the future.
func (d *Desk) due(ctx context.Context) ([]store.Feed, error) {
	now := d.opt.Now()
	due, err := d.store.Feeds().Due(ctx, now, mostDue)
	if err != nil || !d.rounds.putBack(now) {
		return due, err
	}
	all, err := d.store.Feeds().Feeds(ctx)
	for _, f := range all {
		if at, ok := poll.Due(f.Feed, f.State, now); ok && !at.After(now) && f.State.LastPoll.After(now) {
			due = append(due, f)
		}
	}
	if len(due) < mostDue {
		d.rounds.keep(now)
	}
	return due[:min(len(due), mostDue)], err
}

// rounds is the time of the last round of polls.
type rounds struct {
	mu   sync.Mutex
	last time.Time
}

// putBack reports whether now is before the last round, or the first.
func (r *rounds) putBack(now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last.IsZero() || now.Before(r.last) {
		return true
	}
	r.last = now
	return false
}

func (r *rounds) keep(now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = now
}

// poll asks one feed and enqueues visits to what is new in it.
func (d *Desk) poll(ctx context.Context, f store.Feed) error {
	now := d.opt.Now()
	items, next, failed := d.opt.Fetch.Poll(ctx, f.Feed, f.State, now)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if failed != nil {
		d.opt.Log.Warn("poll", "feed", f.URL, "err", failed)
	}
	var whole []news.RawDocument
	var jobs []store.Job
	for _, it := range items {
		if doc, ok := it.Document(now); ok {
			whole = append(whole, doc)
			continue
		}
		it.Title = "" // the page's own is what readers see, and may change
		j, err := visit{Item: it, Feed: f.ID}.job(now)
		if err != nil {
			return err
		}
		jobs = append(jobs, j)
	}
	if _, err := d.take(ctx, whole, f.ID); err != nil {
		return err
	}
	return d.store.Feeds().Polled(ctx, f.ID, next, jobs)
}

// ignoreEnd drops the error by which ctx ended.
func ignoreEnd(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

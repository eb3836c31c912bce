package alert

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// pauses are the times between tries: over a day, then a delivery is dead.
var pauses = [...]time.Duration{
	30 * time.Second, 2 * time.Minute, 10 * time.Minute, 30 * time.Minute, 2 * time.Hour, 6 * time.Hour, 16 * time.Hour,
}

const (
	busyFor     = time.Minute // that a worker has a delivery for itself; senders take less
	longestWait = 24 * time.Hour
	mostError   = 300 // bytes
)

// deliver tells one firing one way.
func (b *Bell) deliver(ctx context.Context, j store.Running) error {
	id, name, _ := strings.Cut(j.Key, " ")
	way := Way(name)
	f, wait, err := b.claim(ctx, id, way)
	if err != nil || f == nil {
		return err
	}
	if !wait.IsZero() {
		return b.opt.Store.Jobs().Enqueue(ctx, []store.Job{deliverJob(id, way, wait)})
	}
	return b.settle(ctx, f, way, b.send(ctx, f, way))
}

// claim takes a delivery for this worker. It returns nil where nothing is to be
// delivered any more, and until when to wait where it is not yet time, or
// another worker is about it: that one may have died.
func (b *Bell) claim(ctx context.Context, id string, way Way) (claimed *Firing, wait time.Time, err error) {
	now := b.opt.Now()
	f, err := b.update(ctx, id, func(f *Firing) bool {
		d, ok := f.Ways[way]
		claimed, wait = nil, time.Time{}
		if !ok || d.State == Sent {
			return false
		}
		claimed = f
		for _, t := range []time.Time{d.Next, d.Busy} {
			if t.After(now) && t.After(wait) {
				wait = t
			}
		}
		if !wait.IsZero() {
			return false
		}
		d.Busy, d.Tries = now.Add(busyFor), d.Tries+1
		f.Ways[way] = d
		return true
	})
	if errors.Is(err, news.ErrNotFound) {
		return nil, wait, nil // with its query, or after its time
	}
	if claimed != nil {
		claimed = f
	}
	return claimed, wait, err
}

// send makes the message and sends it. Without the query or its address there
// is nothing to send, and no error.
func (b *Bell) send(ctx context.Context, f *Firing, way Way) error {
	q, err := b.opt.Book.Query(ctx, f.Query)
	if err != nil {
		return hide(err, nil)
	}
	m, err := b.message(&q, f, way)
	if err != nil || m.To == "" {
		return err
	}
	return b.post(ctx, way, m)
}

func (b *Bell) post(ctx context.Context, way Way, m Message) error {
	s, ok := b.opt.Senders[way]
	if !ok {
		return fmt.Errorf("%s: not set up here: %w", way, news.ErrUnavailable)
	}
	return s.Send(ctx, m)
}

// settle writes how a try ended and has it tried again if need be. What a worker
// that is to stop did not finish counts as not tried.
func (b *Bell) settle(ctx context.Context, f *Firing, way Way, failed error) error {
	kept := context.WithoutCancel(ctx)
	var d Delivery
	_, err := b.update(kept, f.ID, func(f *Firing) bool {
		d = f.Ways[way].ended(b.opt.Now(), failed, ctx.Err() != nil)
		f.Ways[way] = d
		return true
	})
	switch {
	case errors.Is(err, news.ErrNotFound):
		return nil
	case err != nil:
		return err
	case failed != nil && ctx.Err() != nil:
		return ctx.Err()
	case d.State == Dead:
		return fmt.Errorf("deliver %s by %s: %w: given up: %w", f.ID, way, failed, news.ErrInvalid)
	case d.State == Waiting:
		return b.opt.Store.Jobs().Enqueue(kept, []store.Job{deliverJob(f.ID, way, d.Next)})
	}
	return nil
}

// ended is the delivery after a try.
func (d Delivery) ended(now time.Time, err error, stopped bool) Delivery {
	d.Busy, d.Next = time.Time{}, time.Time{}
	switch {
	case err == nil:
		return Delivery{State: Sent, Tries: d.Tries, Sent: now}
	case stopped:
		d.Tries--
		return d
	}
	d.Error = clip(err.Error(), mostError)
	if errors.Is(err, news.ErrInvalid) || d.Tries > len(pauses) {
		d.State = Dead
		return d
	}
	pause := pauses[max(d.Tries-1, 0)]
	var later LaterError
	if errors.As(err, &later) {
		pause = min(max(pause, later.In), longestWait)
	}
	d.State, d.Next = Waiting, now.Add(pause)
	return d
}

// mostRaces is how often update tries over what others wrote meanwhile.
const mostRaces = 20

// update changes a firing as it stands now; do returns whether there is
// something to write.
func (b *Bell) update(ctx context.Context, id string, do func(*Firing) bool) (*Firing, error) {
	for race := 0; ; race++ {
		f, err := b.firing(ctx, id)
		if err != nil || !do(&f) {
			return &f, err
		}
		r, err := f.record()
		if err != nil {
			return nil, err
		}
		r, err = b.opt.Store.Records().Put(ctx, r)
		f.version = r.Version
		if !errors.Is(err, news.ErrConflict) || race == mostRaces {
			return &f, err
		}
	}
}

// Test sends a sample of what a query tells, by all its ways, and returns how
// each ended; none for a query that has only its feed.
func (b *Bell) Test(ctx context.Context, q Query) map[Way]error {
	out := map[Way]error{}
	f := b.sample(&q)
	for way, to := range map[Way]string{ByWebhook: q.Webhook, ByMail: q.Mail} {
		if to == "" {
			continue
		}
		m, err := b.message(&q, &f, way)
		if err == nil {
			err = b.post(ctx, way, m)
		}
		out[way] = err
	}
	return out
}

package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// acquire takes or renews the lease of a partition. One whose holder is gone is
// free at once; while another holds it, the error is news.ErrConflict.
func (d *Desk) acquire(ctx context.Context, partition string, ttl time.Duration) (store.Lease, error) {
	for {
		l, err := d.store.Jobs().Acquire(ctx, partition, d.opt.Owner, d.opt.Now(), ttl)
		var held store.HeldError
		if !errors.As(err, &held) || !d.opt.Gone(held.Lease.Owner) {
			return l, err
		}
		if err := d.store.Jobs().Release(ctx, held.Lease); err != nil {
			return l, err
		}
	}
}

// await is acquire, waiting for a holder to be done, or to be late.
func (d *Desk) await(ctx context.Context, partition string, ttl time.Duration) (store.Lease, error) {
	for {
		l, err := d.acquire(ctx, partition, ttl)
		if !errors.Is(err, news.ErrConflict) {
			return l, err
		}
		if err := d.opt.Sleep(ctx, 200*time.Millisecond); err != nil {
			return l, err
		}
	}
}

// hold renews a lease of which half is over, or which the clock, put back, has
// made longer than any. It returns news.ErrConflict if it was lost meanwhile.
func (d *Desk) hold(ctx context.Context, l *store.Lease, ttl time.Duration) error {
	if left := l.Until.Sub(d.opt.Now()); left > ttl/2 && left <= ttl {
		return nil
	}
	epoch := l.Epoch
	again, err := d.acquire(ctx, l.Partition, ttl)
	if err != nil {
		return err
	}
	if *l = again; l.Epoch != epoch {
		return fmt.Errorf("renew lease of %s: it was lost: %w", l.Partition, news.ErrConflict)
	}
	return nil
}

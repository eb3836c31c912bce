package relational

import (
	"context"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// jobs is the queue with leases, which are alike everywhere.
type jobs struct {
	Queue
	s *Store
}

// Enqueue implements store.Jobs.
func (j jobs) Enqueue(ctx context.Context, list []store.Job) error {
	return j.s.writeJobs(ctx, "enqueue", list, func(*Tx) (bool, error) { return true, nil })
}

// Acquire implements store.Jobs: one statement, which changes nothing while
// another owner's lease runs. One that ends later than any could was taken by a
// clock that has been put back since, and is over.
func (j jobs) Acquire(ctx context.Context, partition, owner string, now time.Time, ttl time.Duration) (store.Lease, error) {
	if partition == "" || owner == "" || ttl <= 0 {
		return store.Lease{}, fmt.Errorf("acquire lease: %w: no partition, no owner or no time", news.ErrInvalid)
	}
	var l store.Lease
	err := j.s.write(ctx, "acquire lease of "+partition, func(tx *Tx) error {
		_, err := tx.exec(ctx, `INSERT INTO leases (partition, owner, epoch, until_time) VALUES ($1, $2, 1, $3)
			ON CONFLICT (partition) DO UPDATE SET
				epoch = CASE WHEN leases.owner = excluded.owner THEN leases.epoch ELSE leases.epoch + 1 END,
				owner = excluded.owner, until_time = excluded.until_time
			WHERE leases.owner = excluded.owner OR leases.owner = '' OR leases.until_time <= $4 OR leases.until_time > $5`,
			partition, owner, micros(now.Add(ttl)), micros(now), micros(now.Add(2*ttl)))
		if err != nil {
			return err
		}
		l = store.Lease{Partition: partition}
		var until int64
		err = tx.QueryRowContext(ctx, `SELECT owner, epoch, until_time FROM leases WHERE partition = $1`, partition).Scan(&l.Owner, &l.Epoch, &until)
		l.Until = fromMicros(until)
		return err
	})
	if err == nil && l.Owner != owner {
		err = store.HeldError{Lease: l}
	}
	if err != nil {
		return store.Lease{}, err
	}
	return l, nil
}

// Release implements store.Jobs. Without an owner a lease is held by nobody:
// even the one that gave it back begins a new epoch.
func (j jobs) Release(ctx context.Context, l store.Lease) error {
	return j.s.write(ctx, "release lease of "+l.Partition, func(tx *Tx) error {
		_, err := tx.exec(ctx, `UPDATE leases SET owner = '', until_time = $4 WHERE partition = $1 AND owner = $2 AND epoch = $3`,
			l.Partition, l.Owner, l.Epoch, int64(noTime))
		return err
	})
}

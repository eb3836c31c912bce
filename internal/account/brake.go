package account

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// WaitError is what is returned to whoever tries too often.
type WaitError struct{ For time.Duration }

func (e WaitError) Error() string {
	return fmt.Sprintf("too many tries: wait %s", e.For.Round(time.Second))
}

// brake slows whoever fails again and again, at whichever process of those that
// share the store. A try counts as failed until it is known to have succeeded,
// and is counted by compare and set, so that tries at the same time do not slip
// through.
type brake struct{ records store.Records }

// tries is what a record of the brake holds.
type tries struct {
	Failed int       `json:"failed"`
	Last   time.Time `json:"last"`
}

// limit is how many failures are free for a key, and the longest wait.
type limit struct {
	key  string
	free int
	most time.Duration
}

const (
	calm     = time.Hour // after which failures are forgotten
	drawers  = 1 << 18   // that keys are spread over, so that guesses cannot fill the store
	contests = 16        // times that a count is tried again when others count as well
)

// drawer is the key of the record that a limit is counted in. Two keys share
// one by chance at worst.
func (l limit) drawer() string {
	h := sha256.Sum256([]byte(l.key))
	return fmt.Sprintf("%05x", binary.BigEndian.Uint32(h[:])%drawers)
}

// wait is how long after the last of so many failures the next try may come.
func (l limit) wait(failed int) time.Duration {
	if failed < l.free {
		return 0
	}
	return min(l.most, time.Second<<min(failed-l.free, 20))
}

// must returns a WaitError if the next try may not come yet.
func (l limit) must(t tries, now time.Time) error {
	if left := l.wait(t.Failed) - now.Sub(t.Last); left > 0 {
		return WaitError{left}
	}
	return nil
}

// begin counts a try under all limits, or tells how long to wait first.
func (b brake) begin(ctx context.Context, now time.Time, limits ...limit) error {
	for _, l := range limits {
		t, _, err := b.look(ctx, l, now)
		if err == nil {
			err = l.must(t, now)
		}
		if err != nil {
			return err
		}
	}
	for _, l := range limits {
		err := b.change(ctx, l, now, func(t *tries) error {
			if err := l.must(*t, now); err != nil {
				return err
			}
			t.Failed, t.Last = t.Failed+1, now
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// succeeded takes back what begin counted: all failures of the first key, one
// of the others.
func (b brake) succeeded(ctx context.Context, now time.Time, limits ...limit) error {
	for i, l := range limits {
		err := b.change(ctx, l, now, func(t *tries) error {
			if t.Failed--; i == 0 {
				t.Failed = 0
			}
			t.Failed = max(t.Failed, 0)
			return nil
		})
		var wait WaitError
		if err != nil && !errors.As(err, &wait) { // contested: it is calm in an hour
			return err
		}
	}
	return nil
}

// look returns what is counted under a limit, and its version. What is calm, or
// of a time that a clock put back has not reached, is nothing.
func (b brake) look(ctx context.Context, l limit, now time.Time) (tries, int64, error) {
	r, err := b.records.Record(ctx, failures, l.drawer())
	if errors.Is(err, news.ErrNotFound) {
		return tries{}, 0, nil
	}
	if err != nil {
		return tries{}, 0, err
	}
	var t tries
	if json.Unmarshal(r.Value, &t) != nil || now.Sub(t.Last).Abs() > calm {
		t = tries{}
	}
	return t, r.Version, nil
}

// change changes what is counted under a limit.
func (b brake) change(ctx context.Context, l limit, now time.Time, do func(*tries) error) error {
	for range contests {
		t, version, err := b.look(ctx, l, now)
		if err == nil {
			err = do(&t)
		}
		if err != nil {
			return err
		}
		v, err := json.Marshal(t)
		if err != nil {
			return err
		}
		_, err = b.records.Put(ctx, store.Record{Collection: failures, Key: l.drawer(), Version: version, Value: v, Expires: now.Add(calm)})
		if !errors.Is(err, news.ErrConflict) {
			return err
		}
	}
	return WaitError{time.Second}
}

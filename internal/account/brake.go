package account

import (
	"fmt"
	"sync"
	"time"
)

// WaitError is what is returned to whoever tries too often.
type WaitError struct{ For time.Duration }

func (e WaitError) Error() string {
	return fmt.Sprintf("too many tries: wait %s", e.For.Round(time.Second))
}

// brake slows whoever fails again and again. A try counts as failed until it is
// known to have succeeded, so that tries at the same time do not slip through.
type brake struct {
	mu    sync.Mutex
	tries map[string]tries
}

type tries struct {
	failed int
	last   time.Time
}

// limit is how many failures are free for a key, and the longest wait.
type limit struct {
	key  string
	free int
	most time.Duration
}

const (
	calm      = time.Hour // after which failures are forgotten
	mostTries = 20_000    // keys remembered
)

// begin counts a try under all limits, or tells how long to wait first.
func (b *brake) begin(now time.Time, limits ...limit) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tries == nil {
		b.tries = map[string]tries{}
	}
	for _, l := range limits {
		if t := b.tries[l.key]; now.Sub(t.last) < l.wait(t.failed) {
			return WaitError{l.wait(t.failed) - now.Sub(t.last)}
		}
	}
	b.forget(now)
	for _, l := range limits {
		t := b.tries[l.key]
		if now.Sub(t.last) > calm {
			t.failed = 0
		}
		b.tries[l.key] = tries{t.failed + 1, now}
	}
	return nil
}

// wait is how long after the last of so many failures the next try may come.
func (l limit) wait(failed int) time.Duration {
	if failed < l.free {
		return 0
	}
	return min(l.most, time.Second<<min(failed-l.free, 20))
}

// succeeded takes back what begin counted: all failures of the first key, one
// of the others.
func (b *brake) succeeded(limits ...limit) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, l := range limits {
		t := b.tries[l.key]
		if t.failed--; i == 0 || t.failed <= 0 {
			delete(b.tries, l.key)
			continue
		}
		b.tries[l.key] = t
	}
}

// forget keeps the memory bounded: calm keys go, and if that does not help, all
// that have not failed often.
func (b *brake) forget(now time.Time) {
	if len(b.tries) < mostTries {
		return
	}
	for _, often := range []int{0, 5, 1 << 30} {
		for k, t := range b.tries {
			if now.Sub(t.last) > calm || t.failed < often {
				delete(b.tries, k)
			}
		}
		if len(b.tries) < mostTries {
			return
		}
	}
}

package serve

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/selisik/selisik/internal/account"
)

// allowance lets each name do something now and then: so many times at once,
// then once every so often.
type allowance struct {
	burst int
	every time.Duration

	mu    sync.Mutex
	names map[string]*rate.Limiter
}

// take returns an account.WaitError if it is too soon.
func (a *allowance) take(now time.Time, name string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.names == nil {
		a.names = map[string]*rate.Limiter{}
	}
	l := a.names[name]
	if l == nil {
		l = rate.NewLimiter(rate.Every(a.every), a.burst)
		a.names[name] = l
	}
	if r := l.ReserveN(now, 1); r.DelayFrom(now) > 0 {
		wait := r.DelayFrom(now)
		r.CancelAt(now)
		return account.WaitError{For: wait}
	}
	return nil
}

package fetch

import (
	"context"
	"net/url"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// host is what the client knows of one origin: whose turn it is, its rules, and
// whether it wants to be left alone.
type host struct {
	turn *rate.Limiter

	asking sync.Mutex // held while robots.txt is fetched
	rules  rules

	mu       sync.Mutex
	until    time.Time // before which the host asks not to come
	refused  answer    // with which it asked
	everyOwn time.Duration
}

// maxHosts is how many origins are remembered; then all are forgotten, and their
// robots.txt is asked anew.
const maxHosts = 10_000

func (c *Client) host(u *url.URL) *host {
	key := u.Scheme + "://" + u.Host
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[key]
	if h == nil {
		if len(c.hosts) >= maxHosts {
			clear(c.hosts)
		}
		// Two at once: robots.txt and the page that it allows.
		h = &host{turn: rate.NewLimiter(rate.Every(c.opt.Every), 2)}
		c.hosts[key] = h
	}
	return h
}

// now is the time on the client's clock; zero without one.
func (c *Client) now() time.Time {
	if c.opt.Now == nil {
		return time.Time{}
	}
	return c.opt.Now()
}

// turn waits until h may be asked.
func (c *Client) turn(ctx context.Context, h *host) error {
	if c.opt.Now == nil {
		return h.turn.Wait(ctx)
	}
	now := c.opt.Now()
	if d := h.turn.ReserveN(now, 1).DelayFrom(now); d > 0 {
		return c.opt.Wait(ctx, d)
	}
	return ctx.Err()
}

// slow heeds a Crawl-delay.
func (c *Client) slow(h *host, delay time.Duration) {
	h.mu.Lock()
	h.everyOwn = delay
	h.mu.Unlock()
	every := max(c.opt.Every, min(delay, c.opt.MaxDelay))
	if c.opt.Now == nil {
		h.turn.SetLimit(rate.Every(every))
		return
	}
	h.turn.SetLimitAt(c.opt.Now(), rate.Every(every))
}

// delay is the Crawl-delay that the host asks for.
func (h *host) delay() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.everyOwn
}

// hold keeps requests from the host for as long as it asks, on a client with a
// clock.
func (h *host) hold(a answer, now time.Time) {
	if now.IsZero() {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.until, h.refused = now.Add(min(a.retry, maxHold)), a
}

// maxHold is the longest that a host may send the client away.
const maxHold = 24 * time.Hour

// away reports whether the host asked not to come before a time after now,
// with the answer that it would give.
func (h *host) away(now time.Time) (answer, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if now.IsZero() || !now.Before(h.until) {
		return answer{}, false
	}
	a := h.refused
	a.retry = h.until.Sub(now)
	return a, true
}

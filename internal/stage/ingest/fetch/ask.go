package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/selisik/selisik/internal/stage/ingest/gz"
)

// answer is what a server said to one request.
type answer struct {
	status int
	header http.Header
	body   []byte
	next   *url.URL // of a redirect
	retry  time.Duration
}

// Causes that follow from the client's own limits.
var (
	errSlow = errors.New("too slow: no data for some seconds")
	errLate = errors.New("took too long")
)

// maxRetry is the longest Retry-After that is waited for.
const maxRetry = time.Minute

// ask sends one request in the host's turn, and once more if the host asks to
// come back soon.
func (c *Client) ask(ctx context.Context, u *url.URL) (answer, error) {
	h := c.host(u)
	for try := 0; ; try++ {
		if err := h.turn.Wait(ctx); err != nil {
			return answer{}, err
		}
		a, err := c.once(ctx, u)
		if err != nil || a.retry == 0 || try > 0 {
			return a, err
		}
		if a.retry > maxRetry {
			return a, fmt.Errorf("the server says %d and asks to wait %v", a.status, a.retry)
		}
		if err := c.opt.Wait(ctx, a.retry); err != nil {
			return a, err
		}
	}
}

// once sends one request and reads its body, within the client's limits.
func (c *Client) once(ctx context.Context, u *url.URL) (answer, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	late := time.AfterFunc(c.opt.Timeout, func() { cancel(errLate) })
	defer late.Stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return answer{}, err
	}
	req.Header.Set("User-Agent", fmt.Sprintf("%s/%s (+%s)", robot, c.opt.Version, contact))
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Encoding", "gzip")
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{}, because(ctx, err)
	}
	defer resp.Body.Close()
	a, err := c.read(resp, cancel)
	return a, because(ctx, err)
}

// because prefers the reason for which the client itself gave up.
func because(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); err != nil && (errors.Is(cause, errSlow) || errors.Is(cause, errLate)) {
		return cause
	}
	return err
}

// read takes a response in. Bodies of other status than 200 are left.
func (c *Client) read(resp *http.Response, cancel context.CancelCauseFunc) (answer, error) {
	a := answer{status: resp.StatusCode, header: resp.Header}
	switch {
	case resp.StatusCode >= 300 && resp.StatusCode < 400 && resp.Header.Get("Location") != "":
		next, err := resp.Location()
		a.next = next
		return a, err
	case resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable:
		a.retry = retryAfter(resp.Header)
		return a, nil
	case resp.StatusCode != http.StatusOK:
		return a, nil
	case resp.ContentLength > c.opt.MaxBody:
		return a, c.tooLarge()
	}
	pause := time.AfterFunc(c.opt.Idle, func() { cancel(errSlow) })
	defer pause.Stop()
	body, err := gz.Decode(resp.Header.Get("Content-Encoding"), &patient{resp.Body, pause, c.opt.Idle})
	if err != nil {
		return a, err
	}
	a.body, err = io.ReadAll(io.LimitReader(body, c.opt.MaxBody+1))
	if err == nil && int64(len(a.body)) > c.opt.MaxBody {
		err = c.tooLarge()
	}
	return a, err
}

func (c *Client) tooLarge() error {
	return fmt.Errorf("too large: more than %d MiB", c.opt.MaxBody>>20)
}

// patient is a body that puts off a timer whenever something arrives.
type patient struct {
	r     io.Reader
	timer *time.Timer
	idle  time.Duration
}

func (p *patient) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	if n > 0 {
		p.timer.Reset(p.idle)
	}
	return n, err
}

// retryAfter reads how long a server asks to wait, in seconds or until a time
// on its own clock; 0 if it does not say.
func retryAfter(h http.Header) time.Duration {
	v := h.Get("Retry-After")
	if n, err := strconv.Atoi(v); err == nil {
		return time.Duration(min(max(n, 0), 1<<30)) * time.Second
	}
	until, err := http.ParseTime(v)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return 0
	}
	return max(0, until.Sub(now))
}

package fetch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/gz"
)

// answer is what a server said to one request.
type answer struct {
	status  int
	header  http.Header
	body    []byte // of another status than 200 the beginning
	partial bool
	next    *url.URL // of a redirect
	retry   time.Duration
	took    time.Duration
}

// Causes that follow from the client's own limits.
var (
	errSlow = errors.New("too slow: no data for some seconds")
	errLate = errors.New("took too long")
)

// maxRetry is the longest Retry-After that is waited for.
const maxRetry = time.Minute

// maxNotice is how much is read of a body that is not the page asked for.
const maxNotice = 64 << 10

// ask sends one request in the host's turn, and once more if the host asks to
// come back soon. A host that asks to stay away for longer is not asked again
// before that time.
func (c *Client) ask(ctx context.Context, u *url.URL, r Request) (answer, error) {
	h := c.host(u)
	for try := 0; ; try++ {
		if a, away := h.away(c.now()); away {
			return a, a.refusal(false)
		}
		if err := c.turn(ctx, h); err != nil {
			return answer{}, err
		}
		a, err := c.once(ctx, u, r)
		if err != nil || a.retry == 0 || try > 0 {
			return a, err
		}
		if r.Hurried || a.retry > maxRetry {
			h.hold(a, c.now())
			return a, a.refusal(isWall(a))
		}
		if err := c.opt.Wait(ctx, a.retry); err != nil {
			return a, err
		}
	}
}

// once sends one request and reads its body, within the client's limits.
func (c *Client) once(ctx context.Context, u *url.URL, r Request) (answer, error) {
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
	case <-ctx.Done():
		return answer{}, ctx.Err()
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	late := time.AfterFunc(c.opt.Timeout, func() { cancel(errLate) })
	defer late.Stop()
	req, err := c.request(ctx, u, r)
	if err != nil {
		return answer{}, err
	}
	began := c.now()
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{}, because(ctx, err)
	}
	defer resp.Body.Close()
	a, err := c.read(resp, r, cancel)
	a.took = c.now().Sub(began)
	return a, because(ctx, err)
}

// pages is what is asked for where the caller does not say.
const pages = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"

func (c *Client) request(ctx context.Context, u *url.URL, r Request) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]string{
		"User-Agent": c.opt.agent(),
		"Accept":     cmp.Or(r.Accept, pages), "Accept-Encoding": "gzip",
		"If-None-Match": r.ETag, "If-Modified-Since": r.LastModified,
	} {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	return req, nil
}

// because prefers the reason for which the client itself gave up.
func because(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); err != nil && (errors.Is(cause, errSlow) || errors.Is(cause, errLate)) {
		return cause
	}
	return err
}

// read takes a response in. Of other statuses than 200 the beginning is read,
// for what it says of the sender.
func (c *Client) read(resp *http.Response, r Request, cancel context.CancelCauseFunc) (answer, error) {
	a := answer{status: resp.StatusCode, header: resp.Header}
	limit, partial := r.MaxBody, r.Partial
	switch {
	case resp.StatusCode >= 300 && resp.StatusCode < 400 && resp.Header.Get("Location") != "":
		next, err := resp.Location()
		a.next = next
		return a, err
	case resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable:
		a.retry = retryAfter(resp.Header)
		limit, partial = maxNotice, true
	case resp.StatusCode != http.StatusOK:
		limit, partial = maxNotice, true
	case resp.ContentLength > limit && !partial:
		return a, tooLarge(limit)
	}
	pause := time.AfterFunc(c.opt.Idle, func() { cancel(errSlow) })
	defer pause.Stop()
	err := a.take(&patient{resp.Body, pause, c.opt.Idle}, limit, partial)
	if resp.StatusCode != http.StatusOK {
		err = nil // what it says of itself is a courtesy
	}
	return a, err
}

// take reads and decompresses a body.
func (a *answer) take(raw io.Reader, limit int64, partial bool) error {
	body, err := gz.Decode(a.header.Get("Content-Encoding"), raw)
	if err != nil {
		return err
	}
	a.body, err = io.ReadAll(io.LimitReader(body, limit+1))
	if int64(len(a.body)) <= limit {
		return err
	}
	if !partial {
		return tooLarge(limit)
	}
	a.body, a.partial = a.body[:limit], true
	return nil
}

func tooLarge(limit int64) error {
	return failure(news.FailLarge, fmt.Sprintf("too large: more than %d MiB", limit>>20))
}

// refusal is the error for an answer that is no page.
func (a answer) refusal(wall bool) error {
	e := failure(news.FailStatus, fmt.Sprintf("the server says %d %s", a.status, http.StatusText(a.status)))
	e.Status, e.Retry = a.status, a.retry
	if wall {
		e.Kind, e.say = news.FailWall, e.say+", a wall against programs"
	}
	if a.retry > maxRetry {
		e.say = fmt.Sprintf("the server says %d and asks to wait %v", a.status, a.retry)
	}
	return e
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

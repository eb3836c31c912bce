package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"
)

// host is what the client knows of one origin: whose turn it is, and its rules.
type host struct {
	turn  *rate.Limiter
	once  sync.Once
	rules *robotstxt.Group // valid after once
	err   error            // why there are no rules
}

// errRobots means that the site does not want to be read by programs.
var errRobots = errors.New("refused by the site's robots.txt")

// maxDelay is the longest Crawl-delay that is heeded.
const maxDelay = 10 * time.Second

func (c *Client) host(u *url.URL) *host {
	key := u.Scheme + "://" + u.Host
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[key]
	if h == nil {
		// Two at once: robots.txt and the page that it allows.
		h = &host{turn: rate.NewLimiter(rate.Every(c.opt.Every), 2)}
		c.hosts[key] = h
	}
	return h
}

// allowed asks the robots.txt of u's host.
func (c *Client) allowed(ctx context.Context, u *url.URL) error {
	h := c.host(u)
	h.once.Do(func() {
		if h.rules, h.err = c.rules(ctx, u); h.rules != nil && h.rules.CrawlDelay > c.opt.Every {
			h.turn.SetLimit(rate.Every(min(h.rules.CrawlDelay, maxDelay)))
		}
	})
	switch {
	case h.err != nil:
		return h.err
	case !h.rules.Test(u.RequestURI()):
		return errRobots
	}
	return nil
}

// rules fetches robots.txt. A site that has none allows all; one whose server
// is in trouble allows nothing (RFC 9309 §2.3.1).
func (c *Client) rules(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	status, body := http.StatusOK, []byte(nil)
	for range maxHops + 1 {
		if err := check(at); err != nil {
			return nil, err
		}
		a, err := c.ask(ctx, at)
		if err != nil {
			return nil, err
		}
		if status, body = a.status, a.body; a.next == nil {
			break
		}
		at, status = a.next, http.StatusNotFound
	}
	if status == http.StatusTooManyRequests || status >= 500 {
		return nil, fmt.Errorf("robots.txt: the server says %d %s", status, http.StatusText(status))
	}
	data, err := robotstxt.FromStatusAndBytes(status, body)
	if err != nil {
		return &robotstxt.Group{}, nil // not a robots.txt: a page in its place
	}
	return data.FindGroup(robot), nil
}

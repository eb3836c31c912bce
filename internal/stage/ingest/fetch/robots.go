package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/temoto/robotstxt"

	"github.com/selisik/selisik/internal/news"
)

// rules are a host's robots.txt as it was understood.
type rules struct {
	known    bool
	expires  time.Time // zero: never
	group    *robotstxt.Group
	text     string // for telling which rule it was
	sitemaps []string
	err      error // why there are none
}

// How long a robots.txt holds (RFC 9309 §2.4), how long the lack of one, and
// how much of it is read (§2.5).
const (
	rulesAge  = 24 * time.Hour
	errorAge  = 10 * time.Minute
	maxRobots = 512 << 10
)

// allowed asks the robots.txt of u's host.
func (c *Client) allowed(ctx context.Context, u *url.URL) error {
	r, err := c.rulesOf(ctx, u)
	switch {
	case err != nil:
		return err
	case r.group.Test(u.RequestURI()):
		return nil
	}
	e := failure(news.FailRobots, "refused by the site's robots.txt")
	e.Path = r.forbids(u.RequestURI())
	return e
}

// Sitemaps returns the sitemaps that the robots.txt of address's host names, in
// its order.
func (c *Client) Sitemaps(ctx context.Context, address string) ([]string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, refuse("not a valid address")
	}
	if err := check(u); err != nil {
		return nil, err
	}
	r, err := c.rulesOf(ctx, u)
	if err != nil {
		return nil, explain(err)
	}
	return slices.Clone(r.sitemaps), nil
}

// rulesOf returns the rules of u's host, fetching them if they are not known
// or too old. What goes wrong is remembered for a while, unless ctx ended.
func (c *Client) rulesOf(ctx context.Context, u *url.URL) (rules, error) {
	h := c.host(u)
	h.asking.Lock()
	defer h.asking.Unlock()
	now := c.now()
	if h.rules.known && (now.IsZero() || now.Before(h.rules.expires)) {
		return h.rules, h.rules.err
	}
	r := c.fetchRules(ctx, u)
	if ctx.Err() != nil {
		return r, r.err
	}
	r.known, r.expires = true, now.Add(r.age())
	if h.rules = r; r.err == nil {
		c.slow(h, r.group.CrawlDelay)
	}
	return r, r.err
}

// age is how long the rules hold. Where the host asked to come later they are
// asked for then.
func (r rules) age() time.Duration {
	var e *Error
	switch {
	case r.err == nil:
		return rulesAge
	case errors.As(r.err, &e) && e.Retry > 0:
		return e.Retry
	}
	return errorAge
}

// fetchRules fetches robots.txt. A site that has none allows all; one whose
// server is in trouble allows nothing (RFC 9309 §2.3.1).
func (c *Client) fetchRules(ctx context.Context, u *url.URL) rules {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	want := Request{MaxBody: maxRobots, Partial: true}
	status, body := http.StatusOK, []byte(nil)
	for range maxHops + 1 {
		if err := check(at); err != nil {
			return rules{err: err}
		}
		a, err := c.ask(ctx, at, want)
		if err != nil {
			return rules{err: err}
		}
		if status, body = a.status, a.body; a.next == nil {
			break
		}
		at, status = a.next, http.StatusNotFound
	}
	if status == http.StatusTooManyRequests || status >= 500 {
		e := failure(news.FailStatus, fmt.Sprintf("robots.txt: the server says %d %s", status, http.StatusText(status)))
		e.Status = status
		return rules{err: e}
	}
	return parseRules(status, body)
}

// delayLine is a line that makes the library reject the whole of a robots.txt
// when its number is not one.
var delayLine = regexp.MustCompile(`(?mi)^\s*crawl-delay\s*:.*$`)

// parseRules reads a robots.txt; what cannot be read (a page in its place)
// allows all.
func parseRules(status int, body []byte) rules {
	data, err := robotstxt.FromStatusAndBytes(status, body)
	if err != nil {
		body = delayLine.ReplaceAll(body, nil)
		data, err = robotstxt.FromStatusAndBytes(status, body)
	}
	if err != nil {
		return rules{group: &robotstxt.Group{}}
	}
	return rules{group: data.FindGroup(robot), text: string(body), sitemaps: data.Sitemaps}
}

// forbids returns the rule of the client's group that forbids path: the longest
// of those that match.
func (r rules) forbids(path string) string {
	best := ""
	for _, rule := range disallowed(r.text, agentOf(r.text)) {
		one, err := robotstxt.FromString("User-agent: *\nDisallow: " + rule)
		if err == nil && len(rule) > len(best) && !one.TestAgent(path, robot) {
			best = rule
		}
	}
	return best
}

// agentOf returns the most specific name of a User-agent line that means this
// client; "*" if none does.
func agentOf(text string) string {
	best := "*"
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(line, ":")
		value = strings.ToLower(strings.TrimSpace(value))
		if strings.EqualFold(strings.TrimSpace(key), "user-agent") && value != "" &&
			strings.HasPrefix(strings.ToLower(robot), value) && (best == "*" || len(value) > len(best)) {
			best = value
		}
	}
	return best
}

// disallowed lists the Disallow lines of the groups for agent. A group is a
// run of User-agent lines and the rules after it.
func disallowed(text, agent string) []string {
	var out []string
	mine, naming := false, false
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "user-agent":
			mine = naming && mine || strings.EqualFold(value, agent)
			naming = true
		case "disallow":
			if naming = false; mine && value != "" {
				out = append(out, value)
			}
		case "allow", "crawl-delay":
			naming = false
		}
	}
	return out
}

// Package fetch gets pages from the open web, politely and safely.
//
// In: an http or https address, with the validators of an earlier answer if
// there are any. Out: its body with what HTTP says of it, or an *Error whose
// text is the cause alone, worded for the user, and which holds the same as
// values.
//
//   - Safe: every connection, on every hop, goes to a public address on port 80
//     or 443 (code.dny.dev/ssrf in the dialer, after the name is resolved, so
//     that no name can point elsewhere later); at most five redirects; 256 KiB
//     of header; 10 MiB decompressed; 20 s in all and 5 s between two pieces of
//     the body. Proxies of the environment are not used, for they would hide
//     the address.
//   - Polite: robots.txt of each host (RFC 9309) under the name Selisik, asked
//     again after a day; one request a second to a host, or its Crawl-delay; a
//     Retry-After of up to a minute is waited for, once, and a longer one keeps
//     every later request from the host; at most four requests at a time; a
//     User-Agent that says who asks and where to complain.
//
// A page that keeps programs out ("checking your browser") is told from an
// answer by the marks in walls.tsv. There is no cache and no cookie jar, and
// no JavaScript runs.
package fetch

import (
	"cmp"
	"context"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"time"

	"code.dny.dev/ssrf"

	"github.com/selisik/selisik/internal/news"
)

// Options tunes a client; the zero value works.
type Options struct {
	Version string        // the program's, for the User-Agent
	Contact string        // of whoever runs it, for the User-Agent; "" for none
	Timeout time.Duration // for one request with its body; 0: 20 s
	Idle    time.Duration // for a pause in the body; 0: 5 s
	Every   time.Duration // between two requests to one host; 0: 1 s
	MaxBody int64         // decompressed bytes; 0: 10 MiB
	// MaxDelay is the longest Crawl-delay that is heeded; 0: 10 s.
	MaxDelay time.Duration
	// Wait sleeps for what a host asks to wait; nil: a timer that ctx ends.
	Wait func(ctx context.Context, d time.Duration) error
	// Now is the clock by which turns are given and robots.txt grows old; nil:
	// turns follow the machine's clock, and nothing grows old.
	Now func() time.Time
	// Loopback lets the client reach this machine, on any port. It is for tests
	// with a server of their own: nothing else may set it.
	Loopback bool
	// Hosts gives, with Loopback, addresses to dial in place of others, both
	// "host:port": a test's sites have names of their own.
	Hosts map[string]string
}

// agent is the User-Agent: who asks and where to complain.
func (o Options) agent() string {
	where := "+" + contact
	if o.Contact != "" {
		where += "; " + o.Contact
	}
	return fmt.Sprintf("%s/%s (%s)", robot, o.Version, where)
}

func (o Options) withDefaults() Options {
	def := func(d *time.Duration, v time.Duration) {
		if *d <= 0 {
			*d = v
		}
	}
	def(&o.Timeout, 20*time.Second)
	def(&o.Idle, 5*time.Second)
	def(&o.Every, time.Second)
	def(&o.MaxDelay, 10*time.Second)
	if o.MaxBody <= 0 {
		o.MaxBody = 10 << 20
	}
	if o.Version == "" {
		o.Version = "dev"
	}
	if o.Wait == nil {
		o.Wait = sleep
	}
	return o
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

const (
	maxHops = 5
	atOnce  = 4
	contact = "https://github.com/selisik/selisik"
	robot   = "Selisik" // the name in robots.txt
)

// Page is what was at an address.
type Page struct {
	URL       string // after redirects
	MediaType string // "text/html"; "" if the server did not say
	Charset   string // as declared; "" if it was not
	Body      []byte // decompressed, in its own character set
}

// Request is what to ask for.
type Request struct {
	URL string
	// ETag and LastModified are those of an earlier answer; "" asks for the
	// whole.
	ETag, LastModified string
	Accept             string // "": pages
	// MaxBody is Options.MaxBody for this request; 0: the same.
	MaxBody int64
	// Partial wants the beginning of a body that is too large.
	Partial bool
	// Hurried does not wait for a Retry-After: it becomes Error.Retry.
	Hurried bool
}

// Response is what a server answered.
type Response struct {
	Page           // of status 304 only its URL
	Status     int // 200 or 304
	Header     http.Header
	MovedTo    string        // where permanent redirects lead; "" if there were none
	Partial    bool          // Body is only the beginning
	CrawlDelay time.Duration // that the host asks for; 0 if it does not
	Took       time.Duration // from request to the body's end; 0 without Options.Now
}

// Client fetches pages. It is safe for use by several goroutines.
type Client struct {
	opt   Options
	http  *http.Client
	slots chan struct{}

	mu    sync.Mutex
	hosts map[string]*host
}

// New returns a client. Close it when it is no longer needed.
func New(opt Options) *Client {
	opt = opt.withDefaults()
	return &Client{
		opt: opt,
		http: &http.Client{
			Transport: &http.Transport{
				DialContext: dial(opt), ForceAttemptHTTP2: true,
				TLSHandshakeTimeout: 10 * time.Second, MaxResponseHeaderBytes: 256 << 10,
				DisableCompression: true, MaxIdleConnsPerHost: atOnce,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		slots: make(chan struct{}, atOnce),
		hosts: map[string]*host{},
	}
}

// Close ends idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// dial returns what opens connections, to addresses that the guard lets pass.
func dial(opt Options) func(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: guard(opt.Loopback).Safe}
	if !opt.Loopback || len(opt.Hosts) == 0 {
		return dialer.DialContext
	}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		return dialer.DialContext(ctx, network, cmp.Or(opt.Hosts[address], address))
	}
}

// guard refuses every address but public ones.
func guard(loopback bool) *ssrf.Guardian {
	if !loopback {
		return ssrf.New()
	}
	return ssrf.New(ssrf.WithAnyPort(),
		ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.0/8")),
		ssrf.WithAllowedV6Prefixes(netip.MustParsePrefix("::1/128")))
}

// Get fetches what is at address, following redirects.
func (c *Client) Get(ctx context.Context, address string) (Page, error) {
	r, err := c.Do(ctx, Request{URL: address})
	return r.Page, err
}

// Do sends a request, following redirects. Its errors are *Error, or those of
// ctx.
func (c *Client) Do(ctx context.Context, r Request) (Response, error) {
	if r.MaxBody <= 0 {
		r.MaxBody = c.opt.MaxBody
	}
	u, err := url.Parse(r.URL)
	if err != nil {
		return Response{}, refuse("not a valid address")
	}
	resp, err := c.follow(ctx, u, r)
	if err != nil {
		return Response{}, explain(err)
	}
	return resp, nil
}

// follow sends r to u and on through redirects; robots.txt is asked before
// each hop.
func (c *Client) follow(ctx context.Context, u *url.URL, r Request) (Response, error) {
	moved, lasting := "", true
	for range maxHops + 1 {
		if err := check(u); err != nil {
			return Response{}, err
		}
		if err := c.allowed(ctx, u); err != nil {
			return Response{}, err
		}
		a, err := c.ask(ctx, u, r)
		if err != nil {
			return Response{}, err
		}
		if a.next == nil {
			resp, err := a.response(u, r)
			resp.MovedTo, resp.CrawlDelay = moved, c.host(u).delay()
			return resp, err
		}
		lasting = lasting && (a.status == http.StatusMovedPermanently || a.status == http.StatusPermanentRedirect)
		if u = a.next; lasting {
			moved = u.String()
		}
	}
	return Response{}, failure(news.FailRedirect, fmt.Sprintf("more than %d redirects", maxHops))
}

// check refuses addresses that are no web pages.
func check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return refuse(fmt.Sprintf("refused: leads to a %s address", u.Scheme))
	case u.Hostname() == "":
		return refuse("not a valid address: no host in it")
	case u.User != nil:
		return refuse("refused: a password in the address")
	}
	return nil
}

// response makes an answer a response; those that are no page are errors.
func (a answer) response(u *url.URL, r Request) (Response, error) {
	unchanged := a.status == http.StatusNotModified && r.ETag+r.LastModified != ""
	wall := isWall(a)
	if wall || a.status != http.StatusOK && !unchanged {
		return Response{}, a.refusal(wall)
	}
	mt, param, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	if err != nil {
		mt, _, _ = strings.Cut(a.header.Get("Content-Type"), ";")
		mt = strings.ToLower(strings.TrimSpace(mt))
	}
	p := Page{URL: u.String(), MediaType: mt, Charset: param["charset"], Body: a.body}
	return Response{Page: p, Status: a.status, Header: a.header, Partial: a.partial, Took: a.took}, nil
}

// Package fetch gets pages from the open web, politely and safely.
//
// In: an http or https address. Out: its body with what HTTP says of it, or an
// error whose text is the cause alone, worded for the user.
//
//   - Safe: every connection, on every hop, goes to a public address on port 80
//     or 443 (code.dny.dev/ssrf in the dialer, after the name is resolved, so
//     that no name can point elsewhere later); at most five redirects; 10 MiB
//     decompressed; 20 s in all and 5 s between two pieces of the body. Proxies
//     of the environment are not used, for they would hide the address.
//   - Polite: robots.txt of each host (RFC 9309) under the name Selisik; one
//     request a second to a host, or its Crawl-delay; a Retry-After of up to a
//     minute is waited for, once; at most four requests at a time; a User-Agent
//     that says who asks and where to complain.
//
// There is no cache and no cookie jar, and no JavaScript runs.
package fetch

import (
	"context"
	"errors"
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
)

// Options tunes a client; the zero value works.
type Options struct {
	Version string        // the program's, for the User-Agent
	Timeout time.Duration // for one request with its body; 0: 20 s
	Idle    time.Duration // for a pause in the body; 0: 5 s
	Every   time.Duration // between two requests to one host; 0: 1 s
	MaxBody int64         // decompressed bytes; 0: 10 MiB
	// Wait sleeps for what a host asks to wait; nil: a timer that ctx ends.
	Wait func(ctx context.Context, d time.Duration) error
	// Loopback lets the client reach this machine, on any port. It is for tests
	// with a server of their own: nothing else may set it.
	Loopback bool
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
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: guard(opt.Loopback).Safe}
	return &Client{
		opt: opt,
		http: &http.Client{
			Transport: &http.Transport{
				DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
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
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
	case <-ctx.Done():
		return Page{}, ctx.Err()
	}
	u, err := url.Parse(address)
	if err != nil {
		return Page{}, errors.New("not a valid address")
	}
	p, err := c.follow(ctx, u, c.allowed)
	if err != nil {
		return Page{}, explain(err)
	}
	return p, nil
}

// follow fetches u through redirects; allowed is asked before each hop.
func (c *Client) follow(ctx context.Context, u *url.URL, allowed func(context.Context, *url.URL) error) (Page, error) {
	for range maxHops + 1 {
		if err := check(u); err != nil {
			return Page{}, err
		}
		if err := allowed(ctx, u); err != nil {
			return Page{}, err
		}
		a, err := c.ask(ctx, u)
		if err != nil {
			return Page{}, err
		}
		if a.next == nil {
			return a.page(u)
		}
		u = a.next
	}
	return Page{}, fmt.Errorf("more than %d redirects", maxHops)
}

// check refuses addresses that are no web pages.
func check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("refused: leads to a %s address", u.Scheme)
	case u.Hostname() == "":
		return errors.New("not a valid address: no host in it")
	case u.User != nil:
		return errors.New("refused: a password in the address")
	}
	return nil
}

// page makes an answer a page.
func (a answer) page(u *url.URL) (Page, error) {
	if a.status != http.StatusOK {
		return Page{}, fmt.Errorf("the server says %d %s", a.status, http.StatusText(a.status))
	}
	mt, param, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	if err != nil {
		mt, _, _ = strings.Cut(a.header.Get("Content-Type"), ";")
		mt = strings.ToLower(strings.TrimSpace(mt))
	}
	return Page{URL: u.String(), MediaType: mt, Charset: param["charset"], Body: a.body}, nil
}

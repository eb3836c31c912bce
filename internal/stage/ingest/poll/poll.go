package poll

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// Options tunes a poller; the zero value works.
type Options struct {
	Version string // the program's, for the User-Agent
	// Fetch tunes the network client. Give its Now and Wait together: without
	// Now it uses the machine's clock.
	Fetch fetch.Options

	MinInterval time.Duration // between two polls of a feed; 0: 5 min
	MaxInterval time.Duration // 0: 1 h
	RestAfter   time.Duration // of permanent failures; 0: 7 days
	RestEvery   time.Duration // between polls of a resting feed; 0: 3 days
	MaxItems    int           // read of a feed; 0: 1000
	MaxParts    int           // sitemaps asked of an index at one poll; 0: 5

	// Zones are the offsets of local time that a feed may label as UTC,
	// ascending; nil: 7, 8 and 9 hours, those of Indonesia.
	Zones []time.Duration
	// Stamp reads a time; nil: feed.Stamp.
	Stamp func(string) (time.Time, bool)
}

func (o Options) withDefaults() Options {
	def := func(d *time.Duration, v time.Duration) { *d = cmp.Or(*d, v) }
	def(&o.MinInterval, 5*time.Minute)
	def(&o.MaxInterval, time.Hour)
	def(&o.RestAfter, 7*day)
	def(&o.RestEvery, 3*day)
	def(&o.Fetch.MaxDelay, time.Minute)
	o.MaxItems, o.MaxParts = cmp.Or(o.MaxItems, 1000), cmp.Or(o.MaxParts, 5)
	o.Fetch.Version = cmp.Or(o.Fetch.Version, o.Version)
	if len(o.Zones) == 0 {
		o.Zones = []time.Duration{7 * time.Hour, 8 * time.Hour, 9 * time.Hour}
	}
	if o.Stamp == nil {
		o.Stamp = feed.Stamp
	}
	return o
}

const day = 24 * time.Hour

// Poller polls feeds and fetches pages. It is safe for use by several
// goroutines, which share its limiters.
type Poller struct {
	opt Options
	web *fetch.Client
}

// New returns a poller. Close it when it is no longer needed.
func New(opt Options) *Poller {
	opt = opt.withDefaults()
	return &Poller{opt, fetch.New(opt.Fetch)}
}

// Close ends idle connections.
func (p *Poller) Close() { p.web.Close() }

// Poll asks f for what is new. now is the time of the poll.
//
// The items are those not seen before and those that have changed since
// (Item.Again), in the feed's order; at the first poll all of them. next is
// the state to keep, also beside an error, and tells in NextDue when to poll
// again. err says why there was nothing to read and wraps news.ErrUnavailable,
// or news.ErrInvalid where the address holds something else than a feed; if ctx
// ended it is that, and next is s.
func (p *Poller) Poll(ctx context.Context, f news.Feed, s news.FeedState, now time.Time) (items []Item, next news.FeedState, err error) {
	got, err := p.ask(ctx, f, s, now)
	if ctx.Err() != nil {
		return nil, s, fmt.Errorf("poll %s: %w", address(f, s), ctx.Err())
	}
	next = s
	next.Seen, next.Former = slices.Clone(s.Seen), slices.Clone(s.Former)
	next.LastPoll, next.Took = now, got.Took
	next.Polls++
	if err != nil {
		cause := failureOf(err, now)
		p.fail(f, &next, cause, now)
		return nil, next, &pollError{"poll " + address(f, s), cause, err}
	}
	if got.Status != http.StatusNotModified {
		items = p.take(&next, got, now)
	}
	p.succeed(f, &next, got, now)
	return items, next, nil
}

// address is what a feed is asked at.
func address(f news.Feed, s news.FeedState) string { return cmp.Or(s.URL, f.URL) }

// answer is what a feed's server gave, read.
type answer struct {
	fetch.Response
	feed feed.Feed // zero if it has not changed
}

// What is asked for, and how much is taken of it.
const (
	accept  = "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"
	maxFeed = 16 << 20
	// wholeEvery is how long answers of 304 are believed.
	wholeEvery = day
)

// ask fetches and reads a feed.
func (p *Poller) ask(ctx context.Context, f news.Feed, s news.FeedState, now time.Time) (answer, error) {
	r := fetch.Request{URL: address(f, s), Accept: accept, MaxBody: maxFeed, Partial: true, Hurried: true}
	if s.Failures == 0 && now.Sub(s.LastFull) < wholeEvery {
		r.ETag, r.LastModified = s.ETag, s.LastModified
	}
	resp, err := p.web.Do(ctx, r)
	a := answer{Response: resp}
	if err != nil || resp.Status == http.StatusNotModified {
		return a, err
	}
	a.feed, err = p.read(f, resp)
	if err == nil && a.feed.Format == feed.SitemapIndex {
		err = p.parts(ctx, &a, s)
	}
	return a, err
}

// read reads what was fetched as the feed that it should be.
func (p *Poller) read(f news.Feed, resp fetch.Response) (feed.Feed, error) {
	got, err := feed.Parse(resp.Body, feed.Options{Charset: resp.Charset, Limit: p.opt.MaxItems, Partial: resp.Partial})
	if err == nil && resp.Partial { // it is long, not broken
		got.Damaged, got.Omitted = false, max(got.Omitted, 1)
	}
	if err == nil {
		return got, nil
	}
	base, urlErr := url.Parse(resp.URL)
	switch {
	case !errors.Is(err, feed.ErrPage) || urlErr != nil:
		return got, &readError{news.Failure{Kind: news.FailBroken, Detail: err.Error()}, err}
	case f.Kind == news.FeedPage:
		return headlines(resp.Body, base), nil
	}
	cause := news.Failure{Kind: news.FailNotFeed}
	for _, l := range feed.Links(resp.Body, base) {
		if len(cause.Links) < maxTold {
			cause.Links = append(cause.Links, l.URL)
		}
	}
	return got, &readError{cause, err}
}

// maxTold is how many feeds of a page are told.
const maxTold = 10

// headlines makes a page a feed of its links.
func headlines(page []byte, base *url.URL) feed.Feed {
	f := feed.Feed{Format: formatPage}
	for _, l := range feed.Headlines(page, base) {
		f.Items = append(f.Items, feed.Item{URL: l.URL, Title: l.Title})
	}
	return f
}

const formatPage = feed.Format(news.FeedPage)

package poll

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// Found is a feed that an address leads to.
type Found struct {
	URL   string
	Title string // "" if it is not known
	Kind  news.FeedKind
}

// Discover returns the feeds that an address leads to: itself if it is one;
// else those that the page there links to, in its order, then the sitemaps that
// the host's robots.txt names, those for news first. Errors are those of
// Poller.FetchArticle; finding nothing is none.
func (p *Poller) Discover(ctx context.Context, address string) ([]Found, error) {
	at, err := Canonical(address)
	if err != nil {
		return nil, err
	}
	resp, err := p.web.Do(ctx, fetch.Request{URL: at, Accept: accept + ",text/html;q=0.8", MaxBody: maxFeed, Partial: true})
	if err != nil {
		return nil, fmt.Errorf("discover %s: %w (%w)", at, err, news.ErrUnavailable)
	}
	f, err := feed.Parse(resp.Body, feed.Options{Charset: resp.Charset, Limit: 1, Partial: resp.Partial})
	if err == nil {
		return []Found{{resp.URL, f.Title, kindOf(f.Format)}}, nil
	}
	if !errors.Is(err, feed.ErrPage) {
		return nil, fmt.Errorf("discover %s: %w (%w)", at, err, news.ErrInvalid)
	}
	base, err := url.Parse(resp.URL)
	if err != nil {
		return nil, fmt.Errorf("discover %s: %w", at, err)
	}
	var out []Found
	for _, l := range feed.Links(resp.Body, base) {
		out = append(out, Found{l.URL, l.Title, news.FeedFeed})
	}
	return append(out, p.sitemaps(ctx, resp.URL)...), nil
}

func kindOf(f feed.Format) news.FeedKind {
	if f == feed.Sitemap || f == feed.SitemapIndex {
		return news.FeedSitemap
	}
	return news.FeedFeed
}

// sitemaps returns those of a host's robots.txt; a host without one has none.
func (p *Poller) sitemaps(ctx context.Context, address string) []Found {
	list, err := p.web.Sitemaps(ctx, address)
	if err != nil {
		return nil
	}
	slices.SortStableFunc(list, func(a, b string) int {
		return boolCompare(strings.Contains(b, newsMark), strings.Contains(a, newsMark))
	})
	var out []Found
	for _, u := range list {
		out = append(out, Found{URL: u, Kind: news.FeedSitemap})
	}
	return out
}

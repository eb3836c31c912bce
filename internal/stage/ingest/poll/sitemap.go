package poll

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// newsMark stands in the addresses of sitemaps for news.
const newsMark = "news"

// parts reads the sitemaps of an index that may hold something new and puts
// their items into a. One that cannot be read makes the answer a damaged one;
// if none can, that is the error. Sitemaps inside of these are left out.
func (p *Poller) parts(ctx context.Context, a *answer, s news.FeedState) error {
	base, err := url.Parse(a.URL)
	if err != nil {
		return err
	}
	read := 0
	var failed error
	for _, part := range p.wanted(a.feed.Sitemaps, s) {
		got, err := p.part(ctx, absolute(base, part.URL))
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			a.feed.Damaged, failed = true, err
			continue
		}
		read++
		a.feed.Items = append(a.feed.Items, got.Items...)
		a.feed.Omitted += got.Omitted
		a.feed.Damaged = a.feed.Damaged || got.Damaged
	}
	if read == 0 {
		return failed
	}
	if n := len(a.feed.Items) - p.opt.MaxItems; n > 0 {
		a.feed.Items, a.feed.Omitted = a.feed.Items[:p.opt.MaxItems], a.feed.Omitted+n
	}
	return nil
}

func (p *Poller) part(ctx context.Context, address string) (feed.Feed, error) {
	resp, err := p.web.Do(ctx, fetch.Request{URL: address, Accept: accept, MaxBody: maxFeed, Partial: true, Hurried: true})
	if err != nil {
		return feed.Feed{}, err
	}
	return p.read(news.Feed{Kind: news.FeedSitemap}, resp)
}

// wanted chooses among the sitemaps of an index: those changed since the last
// whole answer, the latest first; among those that do not say, the ones for
// news.
func (p *Poller) wanted(all []feed.Part, s news.FeedState) []feed.Part {
	var out []feed.Part
	for _, part := range all {
		// A date alone is the beginning of its day.
		if part.Changed.IsZero() || s.LastFull.IsZero() || part.Changed.Add(day).After(s.LastFull) {
			out = append(out, part)
		}
	}
	slices.SortStableFunc(out, func(a, b feed.Part) int {
		if !a.Changed.Equal(b.Changed) {
			return b.Changed.Compare(a.Changed)
		}
		return boolCompare(strings.Contains(b.URL, newsMark), strings.Contains(a.URL, newsMark))
	})
	return out[:min(len(out), p.opt.MaxParts)]
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

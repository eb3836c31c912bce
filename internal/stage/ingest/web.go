package ingest

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// isAddress reports whether an input is to be fetched.
func isAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Limits on what one address may lead to.
const (
	maxItems = 100 // of a feed
	maxDepth = 2   // a list of feeds, a feed, a page
	maxParts = 5   // of an index of sitemaps
)

// fetched is the outcome of one fetch.
type fetched struct {
	page fetch.Page
	err  error
}

// links makes addresses records of which nothing else is known.
func links(urls []string) []record {
	out := make([]record, len(urls))
	for i, u := range urls {
		out[i][fieldURL] = u
	}
	return out
}

// addresses fetches what is behind links, some ahead of their turn, and reads
// each in its turn.
func (r *reader) addresses(links []record, depth int) {
	get := func(i int) fetched {
		p, err := r.client().Get(r.ctx, links[i][fieldURL])
		return fetched{p, err}
	}
	r.client()
	for i, f := range ahead(r, len(links), get) {
		if f.err != nil {
			r.tell(news.ErrUnavailable, "fetch "+links[i][fieldURL], f.err)
		} else {
			r.fetched(links[i], f.page, depth)
		}
		if r.done() {
			return
		}
	}
}

// client returns the client of this reading.
func (r *reader) client() *fetch.Client {
	if r.web == nil {
		opt := r.opt.Fetch
		if opt.Version == "" {
			opt.Version = r.opt.Version
		}
		r.web = fetch.New(opt)
		context.AfterFunc(r.ctx, r.web.Close)
	}
	return r.web
}

// ahead yields do(0) … do(n-1) in this order and runs up to atOnce of them at a
// time, no further ahead of what has been taken.
func ahead[T any](r *reader, n int, do func(int) T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		out := make([]chan T, n)
		start := func(i int) {
			out[i] = make(chan T, 1)
			r.busy.Go(func() { out[i] <- do(i) })
		}
		for i := range min(atOnce, n) {
			start(i)
		}
		for i := range n {
			v := <-out[i]
			out[i] = nil
			if i+atOnce < n {
				start(i + atOnce)
			}
			if !yield(i, v) {
				return
			}
		}
	}
}

// fetched reads a page as a stream of its own: it may be a feed or a file.
func (r *reader) fetched(link record, p fetch.Page, depth int) {
	s := newSource(link[fieldURL], mediaFile[p.MediaType], bytes.NewReader(p.Body))
	s.url, s.charset, s.fetched, s.depth = p.URL, p.Charset, r.opt.Now, depth
	s.web, s.hint = depth < maxDepth, link
	r.stream(s)
}

// mediaFile gives media types the file name whose extension stands for them.
var mediaFile = map[string]string{
	"text/html": "a.html", "application/xhtml+xml": "a.html",
	"text/markdown": "a.md", "text/csv": "a.csv",
	"application/json": "a.json", "application/feed+json": "a.json", "application/ld+json": "a.json",
	"application/x-ndjson": "a.jsonl", "application/jsonl": "a.jsonl",
	"application/rss+xml": "a.rss", "application/atom+xml": "a.atom",
	"application/warc": "a.warc", "text/x-opml": "a.opml",
}

// feed reads a feed, or a list of feeds.
func (r *reader) feed(s *source, k kind) {
	body, err := readUpTo(s.r, maxPage)
	if err != nil {
		r.broken(s.what(), err)
		return
	}
	if k == opmlXML {
		r.opml(s, body)
		return
	}
	f, err := feed.Parse(body, feed.Options{Charset: s.charset})
	switch {
	case err != nil:
		r.tell(news.ErrInvalid, s.what(), err)
	case len(f.Sitemaps) > 0:
		r.follow(s, links(parts(f)))
	case len(f.Items) == 0:
		r.invalid(s.what(), "no item in this feed")
	default:
		if f.Damaged {
			r.invalid(s.what(), "the feed is broken: only its whole items are used")
		}
		r.items(s, recordsOf(f))
	}
}

func (r *reader) opml(s *source, body []byte) {
	urls, err := feed.OPML(body)
	switch {
	case err != nil:
		r.tell(news.ErrInvalid, s.what(), err)
	case len(urls) == 0:
		r.invalid(s.what(), "no feed in this list")
	default:
		r.follow(s, links(urls))
	}
}

// parts returns the addresses of the first parts of an index.
func parts(f feed.Feed) []string {
	var out []string
	for _, p := range f.Sitemaps[:min(len(f.Sitemaps), maxParts)] {
		out = append(out, p.URL)
	}
	return out
}

func recordsOf(f feed.Feed) []record {
	var out []record
	for _, it := range f.Items {
		rec := record{fieldID: it.ID, fieldURL: it.URL, fieldTitle: it.Title, fieldPublished: it.Published, fieldByline: it.Byline, fieldHTML: it.HTML}
		out = append(out, rec)
	}
	return out
}

// items hands on the articles of a feed in its order: what the feed holds
// whole, and what is behind its links if the feed itself came from the web. A
// feed in a file leads nowhere, for a file is read without the network.
func (r *reader) items(s *source, items []record) {
	items = items[:min(len(items), maxItems)]
	var links []record
	for n := range items {
		if items[n].hasBody() {
			r.follow(s, links)
			links = nil
			r.record(s, s.nth(n+1), &items[n])
		} else if items[n][fieldURL] != "" {
			links = append(links, items[n])
		}
	}
	r.follow(s, links)
}

// follow fetches the pages that s leads to.
func (r *reader) follow(s *source, links []record) {
	switch {
	case len(links) == 0:
	case s.web:
		r.addresses(links, s.depth+1)
	default:
		r.tell(news.ErrInvalid, s.what(), fmt.Errorf("%d items only link to their article, and links are followed from a feed's address only", len(links)))
	}
}

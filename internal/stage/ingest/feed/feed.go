package feed

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
)

// Item is one entry of a feed.
type Item struct {
	ID, URL, Title, Published, Byline string
	// Updated is when the entry says that it changed; "" if it says so of no
	// other time than Published.
	Updated string
	// HTML is the whole article, "" if the feed holds a summary only.
	HTML string
}

// Feed is a feed's name and its items in its order.
type Feed struct {
	Title  string
	Format Format
	Items  []Item
	// Omitted is how many items were too many.
	Omitted int
	// Damaged tells that the feed is broken and only its whole items are here.
	Damaged bool
	// Sitemaps are the parts of an index of sitemaps, in its order.
	Sitemaps []Part
}

// Options says how to read a feed; the zero value works.
type Options struct {
	Charset string // as HTTP declares it; "" if it does not
	Limit   int    // items; 0: 1000
	Partial bool   // the bytes are the beginning of a feed
}

const defaultLimit = 1000

// ErrPage means that the bytes are a page where a feed was expected.
var ErrPage = errors.New("this is a page, not a feed")

// errEmpty means that nothing could be read.
var errEmpty = errors.New("it holds no whole item")

// Parse reads RSS 1 and 2, Atom, JSON Feed, a sitemap or an index of sitemaps,
// each also compressed with gzip. Of a feed with more items than the limit it
// reads the newest: the first, or the last where those are dated later. Of one
// that is cut off or broken it reads the items that are whole. A page gives
// ErrPage.
func Parse(b []byte, o Options) (Feed, error) {
	if o.Limit <= 0 {
		o.Limit = defaultLimit
	}
	b, cut, err := unzip(b)
	if err != nil {
		return Feed{}, fmt.Errorf("not a feed that can be read: %w", err)
	}
	o.Partial = o.Partial || cut
	b = toUTF8(b, o.Charset)
	var f Feed
	switch format := formatOf(b); format {
	case pageFormat:
		return Feed{}, ErrPage
	case Sitemap, SitemapIndex:
		f, err = sitemap(bytes.NewReader(b), o.Limit)
	case JSON:
		f, err = parseAll(b, o.Limit)
	default:
		f, err = parseXML(b, o)
	}
	if err != nil {
		return Feed{}, fmt.Errorf("not a feed that can be read: %w", err)
	}
	f.Damaged = f.Damaged || o.Partial
	return f, nil
}

// parseXML reads RSS and Atom.
func parseXML(b []byte, o Options) (Feed, error) {
	p := split(b)
	if len(p.items) > o.Limit {
		omitted := len(p.items) - o.Limit
		p.items = newest(p.items, o.Limit)
		f, err := salvage(p, o.Limit)
		f.Omitted, f.Damaged = omitted, !p.whole
		return f, err
	}
	f, err := parseAll(b, o.Limit)
	if err == nil {
		return f, nil
	}
	if len(p.items) == 0 {
		return f, err
	}
	f, err = salvage(p, o.Limit)
	f.Damaged = true
	return f, err
}

// newest returns the first limit items, or the last if those are dated later.
func newest(items [][]byte, limit int) [][]byte {
	first, ok := dateIn(items[0])
	last, ok2 := dateIn(items[len(items)-1])
	if ok && ok2 && last.After(first) {
		return items[len(items)-limit:]
	}
	return items[:limit]
}

// salvage reads the items of a feed that does not read as a whole: all that are
// whole together, or one by one if one of them is broken inside.
func salvage(p parts, limit int) (Feed, error) {
	if f, err := parseAll(p.join(p.items...), limit); err == nil {
		return f, nil
	}
	var out Feed
	for _, it := range p.items {
		if f, err := parseAll(p.join(it), 1); err == nil {
			out.Title, out.Format = f.Title, f.Format
			out.Items = append(out.Items, f.Items...)
		}
	}
	if len(out.Items) == 0 {
		return out, errEmpty
	}
	return out, nil
}

// parseAll lets the library read a feed.
func parseAll(b []byte, limit int) (Feed, error) {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return Feed{}, err
	}
	out := Feed{Title: strings.TrimSpace(f.Title), Format: Format(f.FeedType)}
	for _, it := range f.Items {
		if it == nil {
			continue
		}
		if len(out.Items) == limit {
			out.Omitted++
			continue
		}
		out.Items = append(out.Items, item(it))
	}
	return out, nil
}

func item(it *gofeed.Item) Item {
	out := Item{ID: it.GUID, URL: it.Link, Title: strings.TrimSpace(it.Title), Published: it.Published}
	if out.Published == "" {
		out.Published = it.Updated
	} else if it.Updated != it.Published {
		out.Updated = it.Updated
	}
	var names []string
	for _, a := range it.Authors {
		if a != nil && a.Name != "" {
			names = append(names, a.Name)
		}
	}
	out.Byline = strings.Join(names, ", ")
	for _, body := range []string{it.Content, it.Description} {
		if Whole(body) {
			out.HTML = body
			break
		}
	}
	return out
}

// wholeSize is how many letters of text an article has at the least; a summary
// has fewer.
const wholeSize = 1000

var tags = regexp.MustCompile(`<[^>]*>`)

// Whole reports whether a feed's HTML is an article and not its summary.
func Whole(html string) bool {
	return len(html) >= wholeSize && len(strings.TrimSpace(tags.ReplaceAllString(html, ""))) >= wholeSize
}

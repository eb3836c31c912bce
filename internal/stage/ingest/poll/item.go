package poll

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"net/url"
	"strings"
	"time"

	"github.com/zeebo/xxh3"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
)

// Item is one entry of a feed: what leads to a RawDocument.
type Item struct {
	URL    string // absolute; "" only if HTML is the whole text
	GUID   string // as the feed names it; "" if it does not
	Title  string
	Byline string
	// Published is the time as the feed spells it, or, if the feed's clock
	// lies, that time in the zone that it is in, by RFC 3339; Claimed is then
	// what the feed says.
	Published, Claimed string
	HTML               string // the whole text, if the feed holds it
	Again              bool   // it was seen before and has changed since
}

// Document makes a RawDocument of an item whose feed holds the whole text; ok is
// false for one that only links to its page.
func (it Item) Document(now time.Time) (d news.RawDocument, ok bool) {
	if it.HTML == "" {
		return d, false
	}
	return news.RawDocument{
		Input: cmp.Or(it.URL, it.GUID), Ref: it.GUID, URL: it.URL, MediaType: "text/html", Charset: "utf-8", Body: []byte(it.HTML),
		Title: it.Title, Published: it.Published, Byline: it.Byline, Fetched: now,
	}, true
}

// listed is an item with the hashes under which it is remembered.
type listed struct {
	Item
	seen news.SeenItem
}

// itemsOf returns the items of an answer that lead to something, each once.
func itemsOf(got answer) []listed {
	base, err := url.Parse(got.URL)
	if err != nil {
		return nil
	}
	var out []listed
	have := map[string]bool{}
	for _, it := range got.feed.Items {
		l := listed{Item: Item{URL: absolute(base, it.URL), GUID: it.ID, Title: it.Title, Byline: it.Byline, Published: it.Published, HTML: it.HTML}}
		if l.URL == "" {
			l.URL = absolute(&url.URL{}, it.ID) // a GUID that is a permalink
		}
		if l.URL == "" && l.HTML == "" {
			continue
		}
		l.seen = remember(l.Item, it, got.feed.Format)
		if !have[l.seen.Key] {
			have[l.seen.Key] = true
			out = append(out, l)
		}
	}
	return out
}

// absolute resolves a link; "" if it leads to no page.
func absolute(base *url.URL, ref string) string {
	u, err := base.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

// remember hashes what names an item and what it says. The words of a page's
// links say nothing of the pages that they lead to.
func remember(it Item, raw feed.Item, format feed.Format) news.SeenItem {
	name := it.URL
	if name == "" {
		name = it.GUID + it.Title
	}
	said := strings.Join([]string{it.Title, it.Published, raw.Updated, it.HTML}, "\x00")
	if format == formatPage {
		said = ""
	}
	return news.SeenItem{Key: hash(name, 8), Print: hash(said, 4)}
}

// hash returns the first n bytes of a hash of s, in letters that need no escape
// in JSON.
func hash(s string, n int) string {
	return base64.RawURLEncoding.EncodeToString(binary.BigEndian.AppendUint64(nil, xxh3.HashString(s))[:n])
}

// How many items are remembered beyond those that the feed lists now. Of an
// index only some sitemaps are asked at a time.
const (
	extraSeen      = 500
	extraSeenIndex = 2000
)

// compare returns the items that are new or changed and remembers all.
func compare(s *news.FeedState, items []listed, format feed.Format) []Item {
	before := make(map[string]string, len(s.Seen))
	for _, it := range s.Seen {
		before[it.Key] = it.Print
	}
	var (
		fresh []Item
		seen  []news.SeenItem
	)
	for _, it := range items {
		print, known := before[it.seen.Key]
		delete(before, it.seen.Key)
		seen = append(seen, it.seen)
		if !known || print != it.seen.Print {
			it.Again = known
			fresh = append(fresh, it.Item)
		}
	}
	extra := extraSeen
	if format == feed.SitemapIndex {
		extra = extraSeenIndex
	}
	for _, it := range s.Seen {
		if _, gone := before[it.Key]; gone && extra > 0 {
			seen = append(seen, it)
			extra--
		}
	}
	s.Seen = seen
	return fresh
}

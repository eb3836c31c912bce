package feed

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Link is a link of a page.
type Link struct{ URL, Title string }

// maxLinks is how many links of a page are looked at.
const maxLinks = 2000

// feedTypes are the media types by which pages announce their feeds.
var feedTypes = map[string]bool{
	"application/rss+xml": true, "application/atom+xml": true, "application/rdf+xml": true,
	"application/feed+json": true, "text/xml": true, "application/xml": true,
}

// Links returns the feeds that a page at base announces with <link
// rel="alternate">, in its order; if it announces none, the links whose address
// looks like a feed's. Addresses are absolute and each is there once.
func Links(page []byte, base *url.URL) []Link {
	p := scan(page, base)
	if len(p.feeds) > 0 {
		return p.feeds
	}
	var out []Link
	for _, a := range p.anchors {
		if likeFeed(a.URL) {
			out = append(out, a)
		}
	}
	return out
}

// Headlines returns the links of a page to others of its host whose words are a
// headline's: at least four words and 25 letters. Order and uniqueness are
// those of Links.
func Headlines(page []byte, base *url.URL) []Link {
	var out []Link
	for _, a := range scan(page, base).anchors {
		u, err := url.Parse(a.URL)
		if err == nil && u.Host == base.Host && len(strings.Fields(a.Title)) >= 4 && len(a.Title) >= 25 && strings.Trim(u.Path, "/") != "" {
			out = append(out, a)
		}
	}
	return out
}

// likeFeed judges an address by its last part.
func likeFeed(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	path := strings.ToLower(strings.TrimRight(u.Path, "/"))
	last := path[strings.LastIndexByte(path, '/')+1:]
	switch last {
	case "rss", "feed", "atom", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json":
		return true
	}
	return strings.HasSuffix(last, ".rss") || strings.HasSuffix(last, ".atom") || strings.HasSuffix(last, ".rdf")
}

// links is what scan finds.
type links struct {
	base           *url.URL
	feeds, anchors []Link
	seen           map[string]bool
}

// scan reads a page's links.
func scan(page []byte, base *url.URL) *links {
	l := &links{base: base, seen: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(page))
	z.SetMaxBuf(1 << 20)
	var (
		href  string
		words strings.Builder
	)
	for len(l.seen) < maxLinks {
		switch z.Next() {
		case html.ErrorToken:
			return l
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.DataAtom {
			case atom.Link:
				l.announced(t)
			case atom.A:
				href = attr(t, "href")
				words.Reset()
			}
		case html.TextToken:
			if href != "" && words.Len() < 1000 {
				words.Write(z.Text())
				words.WriteByte(' ')
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "a" && href != "" {
				l.add(&l.anchors, href, words.String())
				href = ""
			}
		}
	}
	return l
}

// announced takes a <link> if it leads to a feed.
func (l *links) announced(t html.Token) {
	rel := strings.Fields(strings.ToLower(attr(t, "rel")))
	mediaType, _, _ := strings.Cut(strings.ToLower(attr(t, "type")), ";")
	for _, r := range rel {
		if r == "alternate" && feedTypes[strings.TrimSpace(mediaType)] {
			l.add(&l.feeds, attr(t, "href"), attr(t, "title"))
			return
		}
	}
}

func (l *links) add(to *[]Link, href, title string) {
	u, err := l.base.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return
	}
	u.Fragment = ""
	if s := u.String(); !l.seen[s] {
		l.seen[s] = true
		*to = append(*to, Link{s, strings.Join(strings.Fields(title), " ")})
	}
}

func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

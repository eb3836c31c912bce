// Package feed reads lists of articles: RSS, Atom and OPML.
//
// In: the bytes of a feed. Out: its items, with the time of publication as the
// feed spells it: gofeed reads "08:01 WIB" as UTC and gives nothing for
// Indonesian weekdays, so its parsed times are not used.
package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html/charset"
)

// Item is one entry of a feed.
type Item struct {
	ID, URL, Title, Published, Byline string
	// HTML is the whole article, "" if the feed holds a summary only.
	HTML string
}

// Feed is a feed's name and its items in its order.
type Feed struct {
	Title string
	Items []Item
}

// Parse reads RSS or Atom. A feed that is cut off is an error; what stands
// before the cut is lost.
func Parse(b []byte) (Feed, error) {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return Feed{}, fmt.Errorf("not a feed that can be read: %w", err)
	}
	out := Feed{Title: strings.TrimSpace(f.Title)}
	for _, it := range f.Items {
		if it != nil {
			out.Items = append(out.Items, item(it))
		}
	}
	return out, nil
}

func item(it *gofeed.Item) Item {
	out := Item{ID: it.GUID, URL: it.Link, Title: strings.TrimSpace(it.Title), Published: it.Published}
	if out.Published == "" {
		out.Published = it.Updated
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

// OPML returns the addresses of the feeds in a list of them, in its order.
func OPML(b []byte) ([]string, error) {
	dec := xml.NewDecoder(bytes.NewReader(b))
	dec.Strict, dec.CharsetReader = false, charset.NewReaderLabel
	var out []string
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("not a list of feeds that can be read: %w", err)
		}
		if el, ok := tok.(xml.StartElement); ok && strings.EqualFold(el.Name.Local, "outline") {
			for _, a := range el.Attr {
				if strings.EqualFold(a.Name.Local, "xmlUrl") && a.Value != "" {
					out = append(out, a.Value)
				}
			}
		}
	}
}

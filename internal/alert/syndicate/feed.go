package syndicate

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// Format is a kind of feed.
type Format string

// The formats.
const (
	RSS  Format = "rss"
	Atom Format = "atom"
	JSON Format = "json"
)

// Formats are all there are.
func Formats() []Format { return []Format{RSS, Atom, JSON} }

// MediaType returns what HTTP calls a format.
func (f Format) MediaType() string {
	switch f {
	case RSS:
		return "application/rss+xml; charset=utf-8"
	case Atom:
		return "application/atom+xml; charset=utf-8"
	}
	return "application/feed+json; charset=utf-8"
}

// Feed is a list of items, the newest first.
type Feed struct {
	ID       string // a URI
	Title    string
	Author   string
	Self     string // its own address; "" if not known
	Home     string // of the site; "" if not known
	Language string // a BCP 47 tag; "" if not known
	Updated  time.Time
	Items    []Item
}

// Item is one thing that is told.
type Item struct {
	ID    string // a URI
	Title string
	Text  string // lines
	Link  string
	At    time.Time
}

// Write writes a feed; news.ErrInvalid if there is no such format.
func Write(w io.Writer, format Format, f Feed) error {
	f = f.clean()
	switch format {
	case RSS:
		return writeXML(w, f.rss())
	case Atom:
		return writeXML(w, f.atom())
	case JSON:
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(f.json())
	}
	return fmt.Errorf("feed: format %q is none of rss, atom, json: %w", format, news.ErrInvalid)
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// clean returns the feed without what no reader should see.
func (f Feed) clean() Feed {
	f.Title, f.Author, f.Self, f.Home = line(f.Title), line(f.Author), address(f.Self), address(f.Home)
	items := make([]Item, len(f.Items))
	for i, it := range f.Items {
		it.Title, it.Text, it.Link, it.At = line(it.Title), text.Plain(it.Text), address(it.Link), it.At.UTC().Truncate(time.Second)
		items[i] = it
	}
	f.Items, f.Updated = items, f.Updated.UTC().Truncate(time.Second)
	return f
}

func line(s string) string { return strings.Join(strings.Fields(text.Plain(s)), " ") }

// address is s if it is one of the web.
func address(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || text.Plain(s) != s {
		return ""
	}
	return s
}

// markup is a text as HTML: for formats whose readers take it for that.
func markup(s string) string {
	var b strings.Builder
	for l := range strings.Lines(s) {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		if address(l) != "" {
			fmt.Fprintf(&b, `<p><a href="%s">%s</a></p>`, html.EscapeString(l), html.EscapeString(l))
			continue
		}
		b.WriteString("<p>" + html.EscapeString(l) + "</p>")
	}
	return b.String()
}

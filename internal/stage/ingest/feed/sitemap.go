package feed

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// Part is one sitemap of an index.
type Part struct {
	URL     string
	Changed time.Time // zero if the index does not say
}

// entry is one <url> or <sitemap>.
type entry struct {
	Loc     string `xml:"loc"`
	Lastmod string `xml:"lastmod"`
	News    struct {
		Published   string `xml:"publication_date"`
		Title       string `xml:"title"`
		Publication struct {
			Name string `xml:"name"`
		} `xml:"publication"`
	} `xml:"news"`
}

// sitemap reads a sitemap or an index as a stream and keeps the limit entries
// that are dated latest, those first; of the rest it keeps the number. What is
// cut off or broken gives what stands before.
func sitemap(r io.Reader, limit int) (Feed, error) {
	dec := xml.NewDecoder(r)
	dec.Strict, dec.CharsetReader, dec.Entity = false, charset.NewReaderLabel, xml.HTMLEntity
	f := Feed{Format: Sitemap}
	kept := latest{limit: limit}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			f.Damaged = true
			break
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch el.Name.Local {
		case "sitemapindex":
			f.Format = SitemapIndex
		case "url", "sitemap":
			var e entry
			if err := dec.DecodeElement(&e, &el); err == nil && strings.TrimSpace(e.Loc) != "" {
				kept.add(e)
			}
		}
	}
	return kept.into(f)
}

// latest keeps the entries that are dated latest, in memory for twice as many.
type latest struct {
	limit   int
	entries []datedEntry
	dropped int
}

type datedEntry struct {
	entry
	at time.Time
}

func (l *latest) add(e entry) {
	at, ok := Stamp(e.News.Published)
	if !ok {
		at = w3c(e.Lastmod)
	}
	if l.entries = append(l.entries, datedEntry{e, at}); len(l.entries) >= 2*l.limit {
		l.cut()
	}
}

// cut sorts the latest first, equal ones in the order of the sitemap.
func (l *latest) cut() {
	slices.SortStableFunc(l.entries, func(a, b datedEntry) int { return b.at.Compare(a.at) })
	if n := len(l.entries) - l.limit; n > 0 {
		l.entries, l.dropped = l.entries[:l.limit], l.dropped+n
	}
}

// w3c reads a time of a sitemap, which may be a day alone.
func w3c(s string) time.Time {
	s = strings.TrimSpace(s)
	if t, ok := Stamp(s); ok {
		return t
	}
	t, _ := time.Parse("2006-01-02", s) // zero if it is neither
	return t
}

func (l *latest) into(f Feed) (Feed, error) {
	l.cut()
	f.Omitted = l.dropped
	if f.Damaged && len(l.entries) == 0 {
		return f, errEmpty
	}
	for _, e := range l.entries {
		if f.Format == SitemapIndex {
			f.Sitemaps = append(f.Sitemaps, Part{strings.TrimSpace(e.Loc), e.at})
			continue
		}
		if f.Title == "" {
			f.Title = strings.TrimSpace(e.News.Publication.Name)
		}
		f.Items = append(f.Items, e.item())
	}
	return f, nil
}

func (e entry) item() Item {
	it := Item{URL: strings.TrimSpace(e.Loc), Title: strings.TrimSpace(e.News.Title), Published: strings.TrimSpace(e.News.Published)}
	// lastmod is when the page changed, which is no time of publication.
	it.Updated = strings.TrimSpace(e.Lastmod)
	return it
}

package feed

import (
	"bytes"
	"strings"
)

// Format is what a feed is written in.
type Format string

// The formats that Parse reads.
const (
	RSS          Format = "rss"
	Atom         Format = "atom"
	JSON         Format = "json"
	Sitemap      Format = "sitemap"
	SitemapIndex Format = "sitemap-index"

	pageFormat Format = "page"
)

// roots gives formats by their first element.
var roots = map[string]Format{
	"rss": RSS, "rdf": RSS, "feed": Atom, "urlset": Sitemap, "sitemapindex": SitemapIndex,
	"html": pageFormat, "head": pageFormat, "body": pageFormat, "div": pageFormat, "script": pageFormat,
}

// formatOf tells what b is by its first element; RSS if it has another.
func formatOf(b []byte) Format {
	b = bytes.TrimSpace(b)
	if bytes.HasPrefix(b, []byte("{")) {
		return JSON
	}
	if len(b) >= 14 && strings.EqualFold(string(b[:14]), "<!doctype html") {
		return pageFormat
	}
	t, _, ok := nextTag(b, 0)
	if !ok {
		return RSS
	}
	name := strings.ToLower(string(t.name))
	if _, local, found := strings.Cut(name, ":"); found {
		name = local
	}
	if f, ok := roots[name]; ok {
		return f
	}
	return RSS
}

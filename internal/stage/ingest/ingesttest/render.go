package ingesttest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"time"
)

//go:embed dates.txt
var dates string

// stamp writes a time as the feed at path writes times.
func (st *state) stamp(path string, t time.Time, layout string) string {
	t = t.In(st.Zone)
	if _, ok := st.fault(path, "indonesian"); ok {
		days, months, _ := strings.Cut(dates, "\n")
		return fmt.Sprintf("%s, %02d %s %d %s WIB", strings.Fields(days)[t.Weekday()], t.Day(), strings.Fields(months)[t.Month()-1], t.Year(), t.Format("15:04"))
	}
	if _, ok := st.fault(path, "lies"); ok {
		_, offset := t.Zone()
		t = t.Add(time.Duration(offset) * time.Second).UTC()
		return strings.Replace(t.Format(layout), "+0000", "GMT", 1)
	}
	return t.Format(layout)
}

// listed returns what a feed lists, newest first.
func (st *state) listed(f feedSpec) []*article {
	var out []*article
	for i := len(st.order) - 1; i >= 0 && len(out) < f.last; i-- {
		if st.order[i].gone == 0 {
			out = append(out, st.order[i])
		}
	}
	if e, ok := st.fault(f.path, "many"); ok {
		oldest := st.Start()
		for i := range number(e.Args[0], 0) {
			out = append(out, &article{path: fmt.Sprintf("/arsip/%d", i), title: fmt.Sprintf("Arsip %d", i), published: oldest.Add(-time.Duration(i+1) * time.Minute)})
		}
	}
	return out
}

// feedFormats write feeds, by format.
var feedFormats = map[string]struct {
	mediaType string
	write     func(st *state, f feedSpec, base string) string
}{
	"rss":     {"application/rss+xml", (*state).rss},
	"rdf":     {"application/rdf+xml", (*state).rdf},
	"atom":    {"application/atom+xml", (*state).atom},
	"json":    {"application/feed+json", (*state).json},
	"sitemap": {"application/xml", (*state).sitemap},
	"index":   {"application/xml", (*state).index},
}

const declaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

func (st *state) rss(f feedSpec, base string) string {
	var b strings.Builder
	fmt.Fprintf(&b, declaration+`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>%s</title><link>%s/</link>`, esc(st.Title), base)
	for _, a := range st.listed(f) {
		fmt.Fprintf(&b, "\n<item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate>%s<description>%s</description></item>",
			esc(a.title), base+a.path, base+a.path, st.stamp(f.path, a.published, time.RFC1123Z), element("dc:creator", a.by), esc(a.summary(f.whole)))
	}
	return b.String() + "\n</channel></rss>\n"
}

func (st *state) rdf(f feedSpec, base string) string {
	var b strings.Builder
	fmt.Fprintf(&b, declaration+`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="%s/"><title>%s</title></channel>`, base, esc(st.Title))
	for _, a := range st.listed(f) {
		fmt.Fprintf(&b, "\n<item rdf:about=\"%s\"><title>%s</title><link>%s</link><dc:date>%s</dc:date></item>",
			base+a.path, esc(a.title), base+a.path, st.stamp(f.path, a.published, time.RFC3339))
	}
	return b.String() + "\n</rdf:RDF>\n"
}

func (st *state) atom(f feedSpec, base string) string {
	var b strings.Builder
	fmt.Fprintf(&b, declaration+`<feed xmlns="http://www.w3.org/2005/Atom"><title>%s</title><id>%s/</id>`, esc(st.Title), base)
	for _, a := range st.listed(f) {
		fmt.Fprintf(&b, "\n<entry><title>%s</title><id>%s</id><link href=\"%s\"/><published>%s</published><updated>%s</updated><summary type=\"html\">%s</summary></entry>",
			esc(a.title), base+a.path, base+a.path, st.stamp(f.path, a.published, time.RFC3339), st.stamp(f.path, a.changed(), time.RFC3339), esc(a.summary(f.whole)))
	}
	return b.String() + "\n</feed>\n"
}

func (st *state) json(f feedSpec, base string) string {
	type entry struct {
		ID        string `json:"id"`
		URL       string `json:"url"`
		Title     string `json:"title"`
		Published string `json:"date_published"`
		HTML      string `json:"content_html"`
	}
	var items []entry
	for _, a := range st.listed(f) {
		items = append(items, entry{base + a.path, base + a.path, a.title, st.stamp(f.path, a.published, time.RFC3339), a.summary(f.whole)})
	}
	out, err := json.Marshal(map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": st.Title, "items": items})
	if err != nil {
		return err.Error()
	}
	return string(out)
}

func (st *state) sitemap(f feedSpec, base string) string {
	var b strings.Builder
	b.WriteString(declaration + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">`)
	for _, a := range st.listed(f) {
		fmt.Fprintf(&b, "\n<url><loc>%s</loc><lastmod>%s</lastmod><news:news><news:publication><news:name>%s</news:name></news:publication><news:publication_date>%s</news:publication_date><news:title>%s</news:title></news:news></url>",
			base+a.path, a.changed().Format(time.RFC3339), esc(st.Title), st.stamp(f.path, a.published, time.RFC3339), esc(a.title))
	}
	return b.String() + "\n</urlset>\n"
}

func (st *state) index(_ feedSpec, base string) string {
	var b strings.Builder
	b.WriteString(declaration + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, f := range st.feeds {
		if f.format == "sitemap" {
			fmt.Fprintf(&b, "\n<sitemap><loc>%s</loc><lastmod>%s</lastmod></sitemap>", base+f.path, st.touched.Format(time.RFC3339))
		}
	}
	return b.String() + "\n</sitemapindex>\n"
}

// page writes an article's page.
func (st *state) page(a *article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%s - %s</title>\n", esc(a.title), esc(st.Title))
	fmt.Fprintf(&b, "<meta property=\"og:site_name\" content=\"%s\"><meta property=\"og:title\" content=\"%s\">\n", esc(st.Title), esc(a.title))
	fmt.Fprintf(&b, "<meta property=\"article:published_time\" content=\"%s\">\n", a.published.In(st.Zone).Format(time.RFC3339))
	if !a.edited.IsZero() {
		fmt.Fprintf(&b, "<meta property=\"article:modified_time\" content=\"%s\">\n", a.edited.In(st.Zone).Format(time.RFC3339))
	}
	fmt.Fprintf(&b, "%s</head>\n<body><article><h1>%s</h1>\n%s%s</article></body></html>\n", st.announce(), esc(a.title), element("address", a.by), a.html())
	return b.String()
}

// front writes the front page.
func (st *state) front() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%s</title>\n%s</head><body><h1>%s</h1>\n", esc(st.Title), st.announce(), esc(st.Title))
	for _, a := range st.listed(feedSpec{last: len(st.order)}) {
		fmt.Fprintf(&b, "<h2><a href=\"%s\">%s</a></h2>\n", a.path, esc(a.title))
	}
	return b.String() + "</body></html>\n"
}

// announce links to the feeds as browsers look for them.
func (st *state) announce() string {
	var b strings.Builder
	for _, f := range st.feeds {
		if f.format == "rss" || f.format == "atom" || f.format == "json" {
			fmt.Fprintf(&b, "<link rel=\"alternate\" type=\"%s\" title=\"%s\" href=\"%s\">\n", feedFormats[f.format].mediaType, esc(st.Title), f.path)
		}
	}
	return b.String()
}

func (a *article) html() string {
	var b strings.Builder
	for _, p := range a.text {
		fmt.Fprintf(&b, "<p>%s</p>\n", esc(p))
	}
	return b.String()
}

// summary is what a feed says of an article.
func (a *article) summary(whole bool) string {
	switch {
	case len(a.text) == 0:
		return ""
	case whole:
		return a.html()
	}
	return a.text[0]
}

func esc(s string) string { return html.EscapeString(s) }

// element writes an element, "" if it has no text.
func element(name, text string) string {
	if text == "" {
		return ""
	}
	return "<" + name + ">" + esc(text) + "</" + name + ">"
}

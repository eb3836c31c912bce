package clean

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what the markup of a page says about its article: elements of the
// head, microdata, JSON-LD. The first of several comes first.
type facts struct {
	headlines  []string // of the article: JSON-LD, Open Graph, Twitter
	h1         []heading1
	title      string // of the page
	sites      []string
	stamps     []string // of publication, most trustworthy first
	times      []string // of other <time> elements
	modified   []string // of the last change
	scripted   []string // of publication, in the data of scripts
	undated    []string // of publication, of pages and films in JSON-LD
	tongues    []string // what the page calls its language and country
	authors    []string
	canonical  string
	body       string          // the article's text, where JSON-LD has it
	lines      map[string]bool // what the page prints in short lines, folded
	deep       bool            // nested too deeply for the library
	live       bool            // a live blog: its text is many short ones
	linked     []linkedData
	byMeta     []string
	byItem     []string
	metaAuthor []string
}

// maxDepth is the nesting beyond which trees are read by our own code only.
const maxDepth = 400

// read collects the facts of a page.
func (f *facts) read(doc *html.Node) {
	f.walk(doc, 0)
	f.ownFirst()
	for _, l := range f.linked {
		f.headlines = append(f.headlines, l.headline)
		f.stamps = append(f.stamps, l.published)
		f.authors = append(f.authors, l.authors...)
		f.sites = append(f.sites, l.publisher)
		f.live = f.live || l.live
		if len(l.body) > len(f.body) {
			f.body = l.body
		}
	}
	f.stamps = slices.Concat(f.stamps, f.byMeta, f.byItem, f.undated)
	f.authors = append(f.authors, f.metaAuthor...)
}

// ownFirst puts the article of the page before those that its JSON-LD tells of
// beside it: the one whose headline the page has elsewhere.
func (f *facts) ownFirst() {
	known := append([]string{f.title}, f.headlines...)
	for _, h := range f.h1 {
		known = append(known, h.text)
	}
	own := func(l linkedData) int {
		if longEnough(l.headline) && slices.ContainsFunc(known, func(s string) bool { return agree(l.headline, s) }) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(f.linked, func(a, b linkedData) int { return own(a) - own(b) })
}

func (f *facts) walk(n *html.Node, depth int) {
	if depth > maxDepth {
		f.deep = true
	}
	if n.Type == html.ElementNode {
		f.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c, depth+1)
	}
}

func (f *facts) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Meta:
		f.meta(n)
	case atom.Title:
		if f.title == "" && (n.Parent == nil || n.Parent.DataAtom == atom.Head || n.Parent.DataAtom == atom.Body) {
			f.title = spaced(inner(n))
		}
	case atom.H1:
		if s := spaced(inner(n)); s != "" {
			f.h1 = append(f.h1, heading1{s, parts(n)})
		}
	case atom.Link:
		if attr(n, "rel") == "canonical" && f.canonical == "" {
			f.canonical = attr(n, "href")
		}
	case atom.Script:
		f.script(n)
	case atom.Html:
		f.tongues = append(f.tongues, attr(n, "lang"))
	case atom.Time:
		f.times = append(f.times, attr(n, "datetime"), spaced(inner(n)))
	}
	f.microdata(n)
}

// script reads JSON-LD, and times of publication in the data of other scripts.
func (f *facts) script(n *html.Node) {
	if n.FirstChild == nil {
		return
	}
	data := n.FirstChild.Data
	if !strings.Contains(attr(n, "type"), "ld+json") {
		for _, m := range scriptStamp.FindAllStringSubmatch(data, maxScripted) {
			f.scripted = append(f.scripted, m[1])
		}
		return
	}
	l := parseLinked(data)
	f.linked = append(f.linked, l.articles...)
	f.modified = append(f.modified, l.modified...)
	f.undated = append(f.undated, l.stamps...)
}

// scriptStamp is a time of publication in the data of a script.
var scriptStamp = regexp.MustCompile(`(?i)\b(?:(?:first|original|article|story|news)_?)?(?:date_?published|published_?(?:at|date|time|on)?|publi(?:sh|cation)_?(?:date|time)|pub_?date)\\?["']?\s*[:=]\s*\\?["']?([^"'\\,;<>]{8,40})`)

// maxScripted is how many stamps of one script are looked at.
const maxScripted = 16

// microdata reads what itemprop says.
func (f *facts) microdata(n *html.Node) {
	prop := attr(n, "itemprop")
	if prop == "" {
		return
	}
	value := firstOf(attr(n, "content"), attr(n, "datetime"))
	switch {
	case strings.Contains(prop, "datePublished"):
		f.byItem = append(f.byItem, value, spaced(inner(n)))
	case strings.Contains(prop, "dateModified"):
		f.modified = append(f.modified, value)
	case prop == "headline" && n.DataAtom != atom.Meta && len(f.h1) == 0:
		f.h1 = append(f.h1, heading1{spaced(inner(n)), parts(n)})
	}
}

// The names under which heads give the time of publication and the author.
var (
	stampNames = set(`article:published_time og:article:published_time og:published_time article:published published_time
		pubdate publishdate publish-date publish_date publication_date published_date datepublished date.published
		dc.date.issued dcterms.created dcterms.issued dcterms.date dc.date dc.date.created date parsely-pub-date sailthru.date article.published
		article.created bt:pubdate cxenseparse:recs:publishtime cxenseparse:pubdate content_publishdate content_publisheddate
		displaydate iso-8601-publish-date originalpublicationdate rbpubdate sdate timestamp vr:published_time lastpubdate
		dtk:publishdate dtk:createddate createdate publish_time publish-time published-date date_published pub_date release_date
		cxenseparse:publishtime dcterms.available dc.date.published article.published_time article_date_original firstpublished`)
	modifiedNames = set(`article:modified_time og:article:modified_time og:updated_time datemodified modified_time last-modified dcterms.modified`)
	authorNames   = set(`author article:author dc.creator dcterms.creator parsely-author sailthru.author byl content_author cxenseparse:author twitter:data1:author`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// meta reads one <meta>.
func (f *facts) meta(n *html.Node) {
	name, value := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"))), spaced(attr(n, "content"))
	switch {
	case value == "":
	case name == "og:title", name == "twitter:title":
		f.headlines = append(f.headlines, value)
	case name == "og:site_name", name == "application-name", name == "twitter:app:name:iphone":
		f.sites = append(f.sites, value)
	case name == "og:url" && f.canonical == "":
		f.canonical = value
	case name == "og:locale":
		f.tongues = append(f.tongues, value)
	case modifiedNames[name]:
		f.modified = append(f.modified, value)
	case stampNames[name]:
		f.byMeta = append(f.byMeta, value)
	case authorNames[name]:
		f.metaAuthor = append(f.metaAuthor, value)
	}
}

// parts returns the texts of the pieces directly under n and, where that is
// one element, under it.
func parts(n *html.Node) []string {
	var out []string
	var only *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := spaced(c.Data)
		if c.Type == html.ElementNode && !skipped(c) {
			s, only = spaced(inner(c)), c
		} else if c.Type != html.TextNode {
			continue
		}
		if s != "" {
			out = append(out, s)
		}
	}
	if len(out) == 1 && only != nil {
		return parts(only)
	}
	return out
}

// inner returns the text under n as it stands.
func inner(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			} else if c.DataAtom == atom.Br {
				b.WriteByte(' ')
			} else if c.Type == html.ElementNode && !skipped(c) {
				walk(c)
			}
		}
	}
	walk(n)
	return b.String()
}

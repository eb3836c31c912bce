package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what the markup of a page says about its article: elements of the
// head, microdata, JSON-LD. The first of several comes first.
type facts struct {
	headlines  []string // of the article: JSON-LD, Open Graph, Twitter
	h1         []string
	title      string // of the page
	sites      []string
	stamps     []string // of publication, most trustworthy first
	times      []string // of other <time> elements
	authors    []string
	canonical  string
	body       string // the article's text, where JSON-LD has it
	deep       bool   // nested too deeply for the library
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
	for _, l := range f.linked {
		f.headlines = append(f.headlines, l.headline)
		f.stamps = append(f.stamps, l.published)
		f.authors = append(f.authors, l.authors...)
		f.sites = append(f.sites, l.publisher)
		if len(l.body) > len(f.body) {
			f.body = l.body
		}
	}
	f.stamps = append(f.stamps, append(f.byMeta, f.byItem...)...)
	f.authors = append(f.authors, f.metaAuthor...)
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
			f.h1 = append(f.h1, s)
		}
	case atom.Link:
		if attr(n, "rel") == "canonical" && f.canonical == "" {
			f.canonical = attr(n, "href")
		}
	case atom.Script:
		if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
			f.linked = append(f.linked, parseLinked(n.FirstChild.Data)...)
		}
	case atom.Time:
		f.times = append(f.times, attr(n, "datetime"), spaced(inner(n)))
	}
	f.microdata(n)
}

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
	case prop == "headline" && n.DataAtom != atom.Meta && len(f.h1) == 0:
		f.h1 = append(f.h1, spaced(inner(n)))
	}
}

// The names under which heads give the time of publication and the author.
var (
	stampNames = set(`article:published_time og:article:published_time og:published_time article:published published_time
		pubdate publishdate publish-date publish_date publication_date published_date datepublished date.published
		dc.date.issued dcterms.created dcterms.issued dcterms.date dc.date dc.date.created date parsely-pub-date sailthru.date article.published
		article.created bt:pubdate cxenseparse:recs:publishtime cxenseparse:pubdate content_publishdate content_publisheddate
		displaydate iso-8601-publish-date originalpublicationdate rbpubdate sdate timestamp vr:published_time lastpubdate`)
	authorNames = set(`author article:author dc.creator dcterms.creator parsely-author sailthru.author byl content_author cxenseparse:author twitter:data1:author`)
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
	case stampNames[name]:
		f.byMeta = append(f.byMeta, value)
	case authorNames[name]:
		f.metaAuthor = append(f.metaAuthor, value)
	}
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

package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// html reads a page: the main text through the extractor, title, byline and
// time from what the markup says and what is printed near the headline.
func (c *Cleaner) html(raw news.RawDocument) page {
	var f facts
	src := text.Plain(decode(raw.Body, raw.Charset))
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		f.deep = true
		if doc, err = html.Parse(strings.NewReader(flat(src))); err != nil {
			return page{}
		}
	}
	f.read(doc)
	all := blocks(doc)
	f.lines = shortLines(all)
	p := page{address: firstOf(raw.URL, f.canonical)}
	if p.lines = c.mainText(doc, &f, all); !anyProse(p.lines) {
		return page{}
	}
	p.lines = append(p.lines, c.rules.notices(all, p.lines)...)
	known := append([]string{}, f.sites...)
	if o := c.outlets.find(raw.Outlet, p.address, ""); o != nil {
		known = append(known, o.Name, o.Domain, strings.Split(o.Domain, ".")[0])
	}
	p.title = f.headlineOf(known)
	p.site = siteName(f.sites, p.title)
	p.byline = c.byline(f.authors)
	s := stamping{c.stamper(c.lang.Identify(joined(p.lines))), c.forms, raw.Fetched}
	p.time, p.basis = s.at(&f, p.address).timeOf(&f, all, &p)
	return p
}

// shortLines returns what a page prints in lines as long as headlines, folded.
func shortLines(all []block) map[string]bool {
	out := map[string]bool{}
	for i := range all {
		if b := &all[i]; len(b.text) <= maxHeadline && b.linkShare() < 0.5 {
			out[fold(b.text)] = true
		}
	}
	return out
}

// maxHeadline is the length of the longest headline, in bytes.
const maxHeadline = 300

// siteName returns the first name of the site that is not the headline.
func siteName(sites []string, title string) string {
	for _, s := range sites {
		if s = strings.TrimPrefix(s, "@"); s != "" && fold(s) != fold(title) && utf8.RuneCountInString(s) <= 60 {
			return s
		}
	}
	return ""
}

func joined(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// anyProse reports whether a sentence stands among the lines, or enough of
// anything else: menus alone are no article.
func anyProse(lines []line) bool {
	n := 0
	for _, l := range lines {
		long := letters(l.text)
		if n += long; long >= 40 && finished(l.text) {
			return true
		}
	}
	return n >= 300
}

// byline returns the authors' names, without lead-in words and addresses.
func (c *Cleaner) byline(authors []string) string {
	var out []string
	seen := map[string]bool{}
	for _, a := range authors {
		a = spaced(c.rules.author.ReplaceAllString(a, ""))
		if k := fold(a); a != "" && len(a) < 120 && !strings.Contains(a, "://") && !seen[k] {
			seen[k] = true
			out = append(out, a)
		}
	}
	if len(out) > 4 {
		out = out[:4]
	}
	return strings.Join(out, ", ")
}

// flat returns a page without its nesting: the paragraphs, headings and facts
// of the head, one after the other. It is for pages that nest deeper than any
// article does, which the parser refuses.
func flat(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw := string(z.Raw())
			tag, _ := z.TagName()
			switch atom.Lookup(tag) {
			case atom.Title, atom.Meta, atom.Script, atom.Style, atom.H1, atom.P, atom.Link:
				b.WriteString(raw)
			case atom.B, atom.I, atom.A, atom.Span, atom.Em, atom.Strong, atom.Font:
			default:
				b.WriteString("<br><br>")
			}
		}
	}
}

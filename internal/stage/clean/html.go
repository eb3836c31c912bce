package clean

import (
	"regexp"
	"strings"
	"time"
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
	p := page{address: firstOf(raw.URL, f.canonical)}
	if len(f.sites) > 0 {
		p.site = firstOf(f.sites...)
	}
	known := []string{p.site}
	if o := c.outlets.find(raw.Outlet, p.address, ""); o != nil {
		known = append(known, o.Name, o.Domain, strings.Split(o.Domain, ".")[0])
	}
	p.title = f.headlineOf(known)
	p.byline = c.byline(f.authors)
	p.time, p.basis = c.timeOf(&f, all, p.title, raw.Fetched)
	if p.lines = c.mainText(doc, &f, all); !anyProse(p.lines) {
		p.lines = nil
	}
	return p
}

// anyProse reports whether a sentence stands among the lines, or enough of
// anything else: menus alone are no article.
func anyProse(lines []line) bool {
	n := 0
	for _, l := range lines {
		runes := utf8.RuneCountInString(l.text)
		if n += runes; runes >= 40 && finished(l.text) {
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

// timeOf picks the time of publication: the first stamp of the markup with
// the minute, else the first printed near the headline, else a day alone. A
// stamp that claims UTC while the same clock time is printed with another zone
// is that local time: many systems write a Z that they do not mean.
func (c *Cleaner) timeOf(f *facts, all []block, title string, now time.Time) (*news.Published, string) {
	printed := c.printed(all, title, now)
	var day *news.Published
	for _, s := range append(append([]string{}, f.stamps...), "") {
		if s == "" {
			continue
		}
		t, precise, ok := c.any.Stamp(s, now)
		if !ok {
			continue
		}
		if precise {
			if _, off := t.Zone(); off == 0 && printed != nil && sameClock(t, printed.Time) {
				t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, printed.Time.Location())
			}
			return &news.Published{Time: t, Precision: news.Minute}, "metadata"
		}
		if day == nil {
			day = &news.Published{Time: t, Precision: news.Day}
		}
	}
	if printed != nil {
		return printed, "dateline"
	}
	for _, s := range f.times {
		if t, precise, ok := c.any.Stamp(s, now); ok && precise {
			return &news.Published{Time: t, Precision: news.Minute}, "metadata"
		}
	}
	return day, "metadata"
}

// sameClock reports whether both name the same day and show clocks that differ
// by less than an hour.
func sameClock(a, b time.Time) bool {
	wall := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, time.UTC)
	}
	d := wall(a).Sub(wall(b)).Abs()
	_, zone := b.Zone()
	return zone != 0 && d < time.Hour
}

// printed returns the stamp with the minute that stands nearest to the
// headline; those in lists and frames, beside other headlines, count as far.
func (c *Cleaner) printed(all []block, title string, now time.Time) *news.Published {
	var titles []int
	key := fold(title)
	for i := range all {
		if key != "" && all[i].linkShare() < 0.5 && fold(all[i].text) == key {
			titles = append(titles, i)
		}
	}
	var best *news.Published
	least := 0
	for i := range all {
		b := &all[i]
		if !stampLine(b.text) {
			continue
		}
		t, precise, ok := c.any.Stamp(b.text, now)
		if !ok || !precise {
			continue
		}
		d := distance(titles, i)
		if b.role == item || b.role == frame {
			d += 100
		}
		if best == nil || d < least {
			best, least = &news.Published{Time: t, Precision: news.Minute}, d
		}
	}
	return best
}

// distance is how many blocks lie between block i and the nearest title; one
// before a title counts as farther than one as far after it.
func distance(titles []int, i int) int {
	least := i
	for n, t := range titles {
		d := 2 * (i - t)
		if d < 0 {
			d = 1 - d
		}
		if n == 0 || d < least {
			least = d
		}
	}
	return least
}

var hasYear = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

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

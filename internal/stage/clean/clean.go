package clean

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/langid"
	"github.com/selisik/selisik/internal/nlp/when"
	"github.com/selisik/selisik/internal/text"
)

// Cleaner cleans documents. It is immutable and safe for use by several
// goroutines.
type Cleaner struct {
	rules   *rules
	outlets *directory
	lang    *langid.Identifier
	stamps  map[string]*when.Stamper // by language
	any     *when.Stamper            // for pages of other languages: UTC where none is named
	forms   stampForms
	extract extractor
	boxes   boxNames
}

// New builds a cleaner from all packs.
func New(packs *lang.Packs) *Cleaner {
	all := inOrder(packs)
	c := &Cleaner{
		rules: newRules(all), forms: newStampForms(all), outlets: newDirectory(all), lang: langid.New(packs),
		stamps: map[string]*when.Stamper{}, any: when.NewStamper(append([]*lang.Pack{lang.Empty(langid.Undetermined)}, all...)...), extract: trafilaturaMain, boxes: newBoxNames(),
	}
	for i, p := range all {
		rest := append(append([]*lang.Pack{p}, all[:i]...), all[i+1:]...)
		c.stamps[p.Tag] = when.NewStamper(rest...)
	}
	return c
}

// inOrder returns the packs, Selisik's first language first, what is common to
// pages of all languages last.
func inOrder(packs *lang.Packs) []*lang.Pack {
	out := []*lang.Pack{packs.For("id")}
	for _, tag := range packs.Tags() {
		if tag != "id" {
			out = append(out, packs.For(tag))
		}
	}
	return append(out, packs.Common())
}

// page is what a reader of one format hands on.
type page struct {
	title, byline, site, address string
	home                         string // address of the outlet, where that of the page is not known

	stamp string          // of publication, as it is printed
	time  *news.Published // of publication, where it is read already
	basis string          // of stamp and time
	lines []line
}

// Article cleans one document. It returns an error that wraps news.ErrInvalid
// if there is no article in it.
func (c *Cleaner) Article(raw news.RawDocument) (news.Article, error) {
	p := c.read(raw)
	title := spaced(text.Plain(firstOf(raw.Title, p.title)))
	c.head(p.lines, title, raw.Fetched)
	c.rules.sweep(p.lines)
	c.head(p.lines, title, raw.Fetched)
	c.rules.captions(p.lines)
	p.lines = c.rules.trailers(c.rules.unglue(c.rules.join(p.lines)))
	c.rules.sweep(p.lines)
	c.rules.edges(p.lines)
	twice(p.lines)
	strangers(p.lines, title)
	paragraphs, removed := report(p.lines)
	a := news.Article{
		Ref: raw.Ref, Input: raw.Input, URL: firstOf(raw.URL, absolute(p.address)), Title: title, Byline: firstOf(raw.Byline, p.byline),
		Text: strings.Join(paragraphs, "\n\n"), Removed: removed,
		Outlet: c.outlets.find(raw.Outlet, firstOf(raw.URL, p.address, p.home), p.site),
	}
	if a.Text == "" {
		return a, fmt.Errorf("clean %s: no article text: %w", raw.Input, news.ErrInvalid)
	}
	a.Language = c.lang.Identify(a.Title + "\n" + a.Text)
	a.Published = c.published(raw, &p, &a)
	a.ID = ID(&a)
	a.Page = pageOf(&a)
	return a, nil
}

// head marks the title and the publication stamp where they stand again
// among the first lines.
func (c *Cleaner) head(lines []line, title string, now time.Time) {
	seen, begun := 0, false
	for i := range lines {
		l := &lines[i]
		if l.reason != "" {
			continue
		}
		if seen++; seen > headLines {
			return
		}
		if fold(l.text) == fold(title) || c.isStamp(l.text, now) || !begun && (oneLetter(l.text) || c.isDay(l.text, now)) && !goesOn(lines, i) {
			l.reason = "markup"
		}
		begun = begun || finished(l.text)
	}
}

// isDay reports whether a line is a date and no more.
func (c *Cleaner) isDay(s string, now time.Time) bool {
	if s = plainDigits(s); !stampLine(s) || len(strings.Fields(s)) > maxDayWords || !strings.ContainsAny(s[len(s)-1:], "0123456789") {
		return false
	}
	_, _, ok := c.any.Stamp(c.forms.read(s), now)
	return ok
}

// maxDayWords is how many words a date has, with its weekday.
const maxDayWords = 5

// isStamp reports whether a line is a publication stamp with the minute.
func (c *Cleaner) isStamp(s string, now time.Time) bool {
	s = plainDigits(s)
	if !stampLine(s) {
		return false
	}
	_, precise, ok := c.any.Stamp(c.forms.read(s), now)
	return ok && precise
}

// read reads a document by its format.
func (c *Cleaner) read(raw news.RawDocument) page {
	if raw.MediaType == "text/html" {
		return c.html(raw)
	}
	return c.plain(raw)
}

// published returns the time of publication that the record gives, else that
// of the page, else the day that the beginning of the report names.
func (c *Cleaner) published(raw news.RawDocument, p *page, a *news.Article) *news.Published {
	s := stamping{c.stamper(a.Language), c.forms, raw.Fetched}
	if z := zoneOfOutlet(a); z != nil && s.Home() == time.UTC {
		s.Stamper = s.In(z)
	}
	at, basis := s.read(raw.Published), "metadata"
	if at == nil {
		at, basis = p.time, p.basis
	}
	if at == nil {
		at, basis = s.read(p.stamp), p.basis
	}
	if at == nil {
		at, basis = s.read(c.rules.dateIn(a.Text)), "text"
	}
	if at == nil {
		return nil
	}
	return &news.Published{Time: at.Time, Precision: at.Precision, Basis: basis}
}

// zoneOfOutlet returns the zone of the country that an article's outlet is in,
// nil if it is not known.
func zoneOfOutlet(a *news.Article) *time.Location {
	if a.Outlet == nil {
		return nil
	}
	return zoneOfPage(firstOf(a.Outlet.Domain, host(a.URL)), nil)
}

// stamper returns the reader of stamps for pages of a language.
func (c *Cleaner) stamper(tag string) *when.Stamper {
	if s := c.stamps[tag]; s != nil {
		return s
	}
	return c.any
}

// dateIn returns the first full date of a report's beginning that is written
// as reports write the day of the news: "Rabu (13/8/2025)"; "" if none is.
func (r *rules) dateIn(s string) string {
	if r.date == nil {
		return ""
	}
	m := r.date.FindStringSubmatch(s[:min(len(s), headBytes)])
	if m == nil {
		return ""
	}
	return m[1]
}

// headBytes is how much of a report counts as its beginning.
const headBytes = 1500

// ID returns the content-derived id of a.
func ID(a *news.Article) news.ArticleID {
	outlet := ""
	if a.Outlet != nil {
		outlet = a.Outlet.Domain
	}
	h := sha256.Sum256([]byte(strings.Join([]string{outlet, a.URL, a.Title, a.Text}, "\x00")))
	return news.ArticleID("a-" + hex.EncodeToString(h[:6]))
}

// oneLetter reports whether a line is one letter, as the knobs are that set the
// size of the print.
func oneLetter(s string) bool { return len(s) == 1 && wordRune(rune(s[0])) }

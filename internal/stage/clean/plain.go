package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// plain reads plain text and Markdown. Where the record gives no title, a first line that
// reads as a headline is the title; a line of the head that is a publication
// stamp gives the time.
func (c *Cleaner) plain(raw news.RawDocument) page {
	var p page
	src := text.Plain(decode(raw.Body, raw.Charset))
	if raw.MediaType == "text/markdown" {
		src = markdown(src, &p)
	}
	p.lines = split(src)
	var top []line // what stands above the headline
	for len(p.lines) > 1 && markup(p.lines[0].text) != "" {
		top = append(top, line{text: p.lines[0].text, reason: "markup"})
		p.lines = p.lines[1:]
	}
	if raw.Title == "" && p.title == "" && len(p.lines) > 1 && titleLine(p.lines[0].text) {
		p.title, p.lines = p.lines[0].text, p.lines[1:]
	}
	for i := range p.lines[:min(len(p.lines), headLines)] {
		l := &p.lines[i]
		if name := c.rules.authorOf(l.text); name != "" && p.byline == "" {
			p.byline, l.reason = name, "credit"
		}
		if p.stamp != "" {
			continue
		}
		if stamp := without(l.text, c.rules.cuts(l.text)); c.isStamp(stamp, raw.Fetched) {
			p.stamp, p.basis, l.reason = stamp, "dateline", "markup"
		}
	}
	if raw.Title == "" && len(p.lines) > 0 && !p.lines[0].gap {
		p.blockLines()
	}
	p.lines = append(top, p.lines...)
	return p
}

// authorOf returns the name in a line that is a byline ("By Sri Lestari"), ""
// if it is none.
func (r *rules) authorOf(s string) string {
	at := r.author.FindStringIndex(s)
	if first, _ := utf8.DecodeRuneInString(s); at == nil || at[1] == 0 || !unicode.IsUpper(first) || len(strings.Fields(s)) > maxBylineWords || finished(s) {
		return ""
	}
	if name := s[at[1]:]; name != "" && capitals(name) == 1 {
		return name
	}
	return ""
}

// stampLine reports whether a line can be a publication stamp: it has a year
// and little else than a date, and is no sentence.
func stampLine(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 8 && n <= maxStampLine && hasYear.MatchString(s) && len(strings.Fields(s)) <= maxStampWords && (!strings.HasSuffix(s, ".") || strings.HasSuffix(s, ".m.") || strings.HasSuffix(s, ". m."))
}

const (
	headLines     = 6   // lines of a text in which a publication stamp may stand
	maxStampLine  = 120 // runes of a stamp
	maxStampWords = 12

	maxBylineWords = 8
)

// titleLine reports whether the first line of a text is its title.
func titleLine(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 8 || n > 160 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return last != '.' && last != ':' && last != ',' && last != '"' && last != '”'
}

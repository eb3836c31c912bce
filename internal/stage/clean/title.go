package clean

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"
)

// separator parts a headline from the names of site and section. The marks of
// East Asian type stand without blanks.
var separator = regexp.MustCompile(`\s+[-–—|·•»«:~/@]+\s+|\s*[|｜_]+\s*|\s*::\s*|\s+[»›]\s*|\s*[－：]\s*`)

// dashed is a separator that headlines have inside themselves too.
var dashed = regexp.MustCompile(`[-–—:：·/]`)

// heading1 is a top heading of a page: its text, and those of the elements in
// it where it is made of several, such as a kicker and the headline.
type heading1 struct {
	text  string
	parts []string
}

// headlineOf returns the headline of a page's article without the site's
// name: the heading of the page where head and heading agree, else what the
// head says, with the pieces that name the site taken off its ends. known are
// other names of the site.
func (f *facts) headlineOf(known []string) string {
	sites := siteNames(append(append([]string{}, f.sites...), known...))
	var candidates []string
	for _, s := range append(append([]string{}, f.headlines...), f.title) {
		if s = spaced(html.UnescapeString(s)); s != "" {
			candidates = append(candidates, s)
		}
	}
	for _, h := range f.h1 {
		if s := h.agreed(candidates, sites); s != "" {
			return s
		}
	}
	for _, s := range candidates {
		if s = f.printedPart(bare(s, sites)); s != "" && !isSite(s, sites) {
			return s
		}
	}
	for _, h := range f.h1 {
		if !isSite(h.text, sites) {
			return h.text
		}
	}
	return ""
}

// printedPart returns the piece of a title before or after a separator that the
// page prints as a line of its own, the whole where it prints none or all.
func (f *facts) printedPart(s string) string {
	if f.lines[fold(s)] {
		return s
	}
	for _, c := range separator.FindAllStringIndex(s, -1) {
		if head := s[:c[0]]; runes(head) >= minHeadline && f.lines[fold(head)] {
			return strings.TrimSpace(head)
		}
		if tail := s[c[1]:]; runes(tail) >= max(minTail, c[0]) && f.lines[fold(tail)] {
			return strings.TrimSpace(tail)
		}
	}
	return s
}

// minTail is how many runes what stands after a separator must have, and no less
// than what stands before it, to be more than the name of a site or section.
const minTail = 30

// agreed returns what of the heading is the headline in one of the candidates,
// "" if nothing is: the part that is one without the site's name, else the whole
// heading, else a part.
func (h heading1) agreed(candidates, sites []string) string {
	for _, part := range h.parts {
		for _, s := range candidates {
			if longEnough(part) && fold(part) == fold(bare(s, sites)) {
				return part
			}
		}
	}
	for _, part := range append([]string{h.text}, h.parts...) {
		for _, s := range candidates {
			if longEnough(part) && !isSite(part, sites) && agree(part, s) {
				return part
			}
		}
	}
	return ""
}

func longEnough(s string) bool { return utf8.RuneCountInString(s) >= 12 }

// agree reports whether heading h is the headline in s, which may have the
// site's name at its ends.
func agree(h, s string) bool {
	a, b := fold(h), fold(s)
	if a == "" || !strings.HasPrefix(b, a) && !strings.HasSuffix(b, a) {
		return false
	}
	return len(b) <= len(a)+60
}

// bare takes the pieces off the ends of a page's title that name the site or,
// beside it, a section.
func bare(s string, sites []string) string {
	cuts := separator.FindAllStringIndex(s, -1)
	for i, c := range cuts {
		if len(s)-c[1] > maxTitleTail || !isSite(piece(s, cuts, i), sites) {
			continue
		}
		for i > 0 && section(s[cuts[i-1][0]:cuts[i-1][1]], piece(s, cuts, i-1)) && runes(s[:cuts[i-1][0]]) >= minHeadline {
			i--
		}
		if head := strings.TrimSpace(s[:cuts[i][0]]); runes(head) >= minHeadline {
			return head
		}
	}
	if i := strings.Index(s, ": "); i > 0 && isSite(s[:i], sites) {
		return strings.TrimSpace(s[i+2:])
	}
	for i, c := range cuts {
		if isSite(s[:c[0]], sites) {
			for i+1 < len(cuts) && section(s[cuts[i][0]:cuts[i][1]], piece(s, cuts, i)) && runes(s[cuts[i+1][1]:]) >= minHeadline {
				i++
			}
			return strings.TrimSpace(s[cuts[i][1]:])
		}
	}
	if i := strings.LastIndexAny(s, "»›"); i > 0 && runes(s[:i]) >= minHeadline && len(strings.Fields(s[i:])) <= maxNameWords {
		return strings.TrimSpace(s[:i]) // no headline has these marks
	}
	return inBrackets(s, sites)
}

const (
	maxTitleTail = 70 // bytes of what follows a headline in a title
	minHeadline  = 10 // runes
)

func runes(s string) int { return utf8.RuneCountInString(strings.TrimSpace(s)) }

// piece returns what stands after separator i, up to the next.
func piece(s string, cuts [][]int, i int) string {
	end := len(s)
	if i+1 < len(cuts) {
		end = cuts[i+1][0]
	}
	return s[cuts[i][1]:end]
}

// section reports whether a piece beside the site's name may be that of a
// section. After a mark that headlines have too it is one word, or two that
// begin large.
func section(mark, s string) bool {
	n := len(strings.Fields(s))
	if dashed.MatchString(mark) {
		return n == 1 || n == 2 && capitals(s) == 1
	}
	return n <= 4 && runes(s) <= 30
}

// bracketed is a name in brackets, or after a comma, at the end of a title.
var bracketed = regexp.MustCompile(`^(.{10,}?)\s*(?:[（(]([^（()）]{2,40})[）)]|,\s+([^,]{2,40}))$`)

// inBrackets takes the site's name off where it stands in brackets.
func inBrackets(s string, sites []string) string {
	m := bracketed.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	for _, name := range sites {
		if fold(m[2]+m[3]) == name {
			return m[1]
		}
	}
	return s
}

// isSite reports whether a piece of a title names the site.
func isSite(piece string, sites []string) bool {
	p := fold(piece)
	if p == "" || domain.MatchString(strings.TrimSpace(piece)) {
		return true
	}
	if utf8.RuneCountInString(piece) > 45 {
		return false
	}
	for _, s := range sites {
		if p == s || len(s) >= 4 && (strings.HasPrefix(p, s) || strings.HasSuffix(p, s)) && len(strings.Fields(piece)) <= 5 && len(p) <= 2*len(s)+16 || len(p) >= 4 && strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// domain is a name of a site as an address.
var domain = regexp.MustCompile(`^[\p{L}\d-]+(?:\.[a-zA-Z]{2,4}){1,2}$`)

// siteNames folds the names of a site, and adds the first letters of those of
// several words.
func siteNames(names []string) []string {
	var out []string
	for _, n := range names {
		words := strings.Fields(n)
		if n = fold(n); len(n) >= 2 {
			out = append(out, n)
		}
		first := ""
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			first += string(r)
		}
		if len(words) > 1 {
			out = append(out, fold(first))
		}
	}
	return out
}

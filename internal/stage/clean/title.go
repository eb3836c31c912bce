package clean

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// separator parts a headline from the names of site and section.
var separator = regexp.MustCompile(`\s+[-–—|·•»«:~]+\s+|\s*\|+\s*|\s*::\s*|\s+[»›]\s*`)

// headlineOf returns the headline of a page's article without the site's
// name: the heading of the page where head and heading agree, else what the
// head says, with the pieces that name the site taken off its ends. known are
// other names of the site.
func (f *facts) headlineOf(known []string) string {
	sites := siteNames(append(append([]string{}, f.sites...), known...))
	var candidates []string
	for _, s := range append(append([]string{}, f.headlines...), f.title) {
		if s = spaced(s); s != "" {
			candidates = append(candidates, s)
		}
	}
	for _, h := range f.h1 {
		for _, s := range candidates {
			if utf8.RuneCountInString(h) >= 12 && !isSite(h, sites) && agree(h, s) {
				return h
			}
		}
	}
	for _, s := range candidates {
		if s = bare(s, sites); s != "" && !isSite(s, sites) {
			return s
		}
	}
	for _, h := range f.h1 {
		if !isSite(h, sites) {
			return h
		}
	}
	return ""
}

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
	for _, c := range cuts {
		if head := s[:c[0]]; tailNames(s[c[1]:], sites) && utf8.RuneCountInString(head) >= 10 {
			return strings.TrimSpace(head)
		}
	}
	if i := strings.Index(s, ": "); i > 0 && isSite(s[:i], sites) {
		return strings.TrimSpace(s[i+2:])
	}
	for _, c := range cuts {
		if isSite(s[:c[0]], sites) {
			return strings.TrimSpace(s[c[1]:])
		}
	}
	return s
}

// tailNames reports whether tail, what follows a separator, is made of short
// pieces of which one names the site.
func tailNames(tail string, sites []string) bool {
	if len(tail) > 70 {
		return false
	}
	for _, piece := range separator.Split(tail, -1) {
		if isSite(piece, sites) {
			return true
		}
	}
	return false
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
		if p == s || len(s) >= 4 && (strings.HasPrefix(p, s) || strings.HasSuffix(p, s)) && len(strings.Fields(piece)) <= 5 || len(p) >= 4 && strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// domain is a name of a site as an address.
var domain = regexp.MustCompile(`^[\p{L}\d-]+(?:\.[a-zA-Z]{2,4}){1,2}$`)

// siteNames folds the names of a site.
func siteNames(names []string) []string {
	var out []string
	for _, n := range names {
		if n = fold(n); len(n) >= 2 {
			out = append(out, n)
		}
	}
	return out
}

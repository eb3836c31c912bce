package feed

import (
	"regexp"
	"strings"
	"time"
)

// stampLayouts are the machine forms of RFC 822, with the weekday taken off, and
// RFC 3339.
var stampLayouts = []string{
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04 -0700",
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
}

// utcNames are the names by which RFC 822 and its users mean UTC.
var utcNames = regexp.MustCompile(`(?i)\s*\b(?:GMT|UTC|UT|Z)$`)

// Stamp reads a time as RFC 822 and RFC 3339 write it, with its offset; ok is
// false for any other form, and for one that names no zone or one by letters
// other than GMT, UTC, UT and Z. It knows no language.
func Stamp(s string) (t time.Time, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) > 60 {
		return t, false
	}
	if before, after, found := strings.Cut(s, ","); found && !strings.ContainsAny(before, "0123456789") {
		s = strings.TrimSpace(after)
	}
	if !strings.Contains(s, "T") || strings.Contains(s, " ") {
		s = utcNames.ReplaceAllString(s, " +0000")
	}
	for _, l := range stampLayouts {
		if t, err := time.Parse(l, s); err == nil && t.Year() > 1970 && t.Year() < 2200 {
			return t, true
		}
	}
	return time.Time{}, false
}

// dated finds the first time in an item's markup.
var dated = regexp.MustCompile(`(?i)<(?:\w+:)?(?:pubdate|date|published|updated|publication_date)>\s*(?:<!\[CDATA\[)?([^<\]]+)`)

// dateIn returns the first time in an item that Stamp reads.
func dateIn(item []byte) (time.Time, bool) {
	m := dated.FindSubmatch(item)
	if m == nil {
		return time.Time{}, false
	}
	return Stamp(string(m[1]))
}

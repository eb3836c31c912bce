package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// join puts lines together that were one paragraph before the page was cut at
// its links ("dilansir⏎Kantor Berita⏎, Selasa") or wrapped at a margin. A
// blank takes the place of the line break: joined text holds the same words and
// marks in the same order as the lines.
func (r *rules) join(lines []line) []line {
	cut := cutAtLinks(lines)
	out := lines[:0:0]
	for i, l := range lines {
		n := len(out)
		if n == 0 || l.gap || l.reason != "" || out[n-1].reason != "" || i > 0 && lines[i-1].reason != "" || !r.continues(out[n-1].text, l.text, cut) {
			out = append(out, l)
			continue
		}
		out[n-1].text += " " + l.text
		out[n-1].known = false
	}
	return out
}

// cutAtLinks reports whether the lines show the marks of a page that was cut
// at its links: lines that begin with a comma or full stop.
func cutAtLinks(lines []line) bool {
	for i := range lines {
		if r, _ := utf8.DecodeRuneInString(lines[i].text); i > 0 && punctuates(r) {
			return true
		}
	}
	return false
}

// continues reports whether next goes on with the sentence of prev.
func (r *rules) continues(prev, next string, cut bool) bool {
	first, _ := utf8.DecodeRuneInString(next)
	if punctuates(first) {
		return true
	}
	if dash(next) {
		return len(prev) < maxDateline
	}
	end, _ := utf8.DecodeLastRuneInString(prev)
	if strings.ContainsRune(".!?:;…", end) {
		return false
	}
	if strings.HasSuffix(prev, " -") || prev == "-" || unicode.IsLower(first) {
		return true
	}
	if finished(prev) {
		return false
	}
	return r.unfinished(prev) || cut && len(prev) > maxHeading
}

// unfinished reports whether s ends in a word after which a sentence goes on.
func (r *rules) unfinished(s string) bool {
	return matches(r.open, s[strings.LastIndexByte(s, ' ')+1:])
}

// dash reports whether s is the dash of a dateline, alone or before its report.
func dash(s string) bool {
	return s == "-" || s == "–" || s == "—" || s == "--" || strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "– ")
}

const (
	maxDateline = 40 // bytes of the place and outlet before the dash
	maxHeading  = 90 // bytes of the longest subheading
)

package face

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/text"
)

// Line returns s as one line that shows nothing but its characters: no control
// or format characters, every run of white space one blank, none at the ends.
func Line(s string) string { return strings.Join(strings.Fields(Block(s)), " ") }

// Block is Line for text of several paragraphs: line breaks stay.
func Block(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == '\u200c' || r == '\u200d': // joiners that scripts need
			return r
		case unicode.Is(unicode.C, r):
			return -1
		}
		return r
	}, text.Plain(s))
}

// Clip returns s cut to at most n code points, at a blank where there is one
// in the last third, with "…" where something was cut.
func Clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)[:max(n-1, 0)]
	for i := len(r) - 1; i > len(r)*2/3; i-- {
		if r[i] == ' ' {
			r = r[:i]
			break
		}
	}
	return strings.TrimRight(string(r), " ,;:-–—") + "…"
}

// narrow is below how many code points a clip has no room for the beginning.
const narrow = 60

// ClipAround is Clip that keeps mark in view: where it would be cut off, the
// middle is, between the beginning and some words before mark, or the beginning
// where n is small.
func ClipAround(s, mark string, n int) string {
	at := strings.Index(s, mark)
	if at < 0 || utf8.RuneCountInString(s[:at+len(mark)])+1 < n {
		return Clip(s, n)
	}
	head, room := "…", n/2
	if i := strings.LastIndexByte(string([]rune(s[:at])[:n/3]), ' '); n >= narrow && i > 0 {
		head, room = s[:i]+" …", n/4
	}
	before := []rune(s[:at])
	before = before[max(0, len(before)-room):]
	for i, r := range before {
		if r == ' ' {
			before = before[i:]
			break
		}
	}
	return Clip(head+string(before)+s[at:], n)
}

// Quoted returns the words of a quote in marks, without the comma that leads
// on to its speaker in the article.
func Quoted(s string) string { return "“" + strings.TrimRight(Line(s), ",; ") + "”" }

// Address returns the URL in its escaped form if it is http or https with a
// host, else "": nothing that a reader could click may run code.
func Address(s *string) string {
	if s == nil {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(*s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return Line(u.String())
}

package text

import (
	"regexp"
	"strings"
	"unicode"
)

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// Squash returns s with every run of white space made one blank and none at
// the ends, and curly quotation marks made straight: the form in which two
// passages are compared for being the same words.
func Squash(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if isSpace(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(straight(r))
	}
	return b.String()
}

func straight(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»', '‟':
		return '"'
	case '‘', '’', '‚', '‛', '´', '`':
		return '\''
	case '–', '—', '‑', '−':
		return '-'
	}
	return r
}

// Fold returns Squash(s) in lower case, for comparing words whatever their
// case, spacing and kind of quotation mark.
func Fold(s string) string { return strings.ToLower(Squash(s)) }

// Plain returns s without terminal sequences and control characters other than
// line breaks and tabs, without bidirectional overrides, and with invalid UTF-8 replaced. What
// comes from the web goes through Plain before any stage sees it, so that no
// face of a dossier can carry a terminal sequence or reversed text.
func Plain(s string) string {
	clean := true
	for _, r := range s {
		if r == '\n' || r == '\t' || (r >= ' ' && r < 0x7f) {
			continue
		}
		if r == unicode.ReplacementChar || hidden(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	if strings.ContainsRune(s, '\x1b') {
		s = escapes.ReplaceAllString(s, "")
	}
	s = strings.ToValidUTF8(s, "\ufffd")
	return strings.Map(func(r rune) rune {
		if r == '\r' {
			return '\n'
		}
		if hidden(r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// escapes are the sequences by which a terminal is told of colours and titles:
// with the escape character alone taken out, "[31m" would stay to be read.
var escapes = regexp.MustCompile(`\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\))`)

func hidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ' || (r >= 0x7f && r < 0xa0):
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return true
	case r == 0x200b || r == 0xfeff || r == 0x00ad || r == 0x2060:
		return true
	}
	return false
}

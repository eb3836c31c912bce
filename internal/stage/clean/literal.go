package clean

import (
	"encoding/json"
	"iter"
	"strings"
)

// literalTexts returns the texts in the string literals of a script that is no
// JSON, such as a call that builds the state of a page: by the names that they
// are given to ({text: "…"}), in order. Those without a name are words of the
// program, unless they hold JSON, which is read as such.
func literalTexts(script string) [][]line {
	at := map[string]int{}
	var found [][]stringPiece
	var out [][]line
	for l := range literals(script) {
		if strings.HasPrefix(l.text, "{") || strings.HasPrefix(l.text, "[") {
			if len(l.text) > someLetters {
				out = append(out, jsonTexts(l.text)...)
			}
			continue
		}
		if l.name == "" {
			continue
		}
		i, ok := at[l.name]
		if !ok {
			i = len(found)
			at[l.name], found = i, append(found, nil)
		}
		found[i] = append(found[i], stringPiece{0, l.text})
	}
	for _, pieces := range found {
		out = append(out, paragraphs(pieces, false))
	}
	return out
}

// literal is a string literal of a script and the name that it is given to, ""
// if it has none.
type literal struct{ name, text string }

// literals yields the string literals of a script. What looks like one but runs
// over the end of its line is none.
func literals(script string) iter.Seq[literal] {
	return func(yield func(literal) bool) {
		for i := 0; i < len(script); i++ {
			if script[i] != '"' && script[i] != '\'' {
				continue
			}
			n, whole := quoted(script[i:])
			if whole && !yield(literal{nameBefore(script[:i]), unescaped(script[i+1 : i+n-1])}) {
				return
			}
			i += n - 1
		}
	}
}

// quoted returns the length of the literal that s begins with, or of its line
// where it does not end on that.
func quoted(s string) (n int, whole bool) {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case s[0]:
			return i + 1, true
		case '\n':
			return i + 1, false
		case '\\':
			i++
		}
	}
	return len(s), false
}

// maxName is the length of the longest name that is looked for.
const maxName = 60

// nameBefore returns the name before a colon at the end of s, "" if there is
// none.
func nameBefore(s string) string {
	s = strings.TrimRight(s[max(0, len(s)-maxName):], " ")
	s, ok := strings.CutSuffix(s, ":")
	if !ok {
		return ""
	}
	s = strings.TrimRight(s, ` "'`)
	return s[1+strings.LastIndexFunc(s, func(r rune) bool { return !wordRune(r) && r != '_' && r != '$' }):]
}

// unescaped returns what a literal of a script says, "" if it is not sound: it
// is made a string of JSON, which knows fewer escapes and one kind of quote.
func unescaped(s string) string {
	b := []byte{'"'}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			b = append(b, '\\', c)
		case c < ' ':
			b = append(b, ' ')
		case c != '\\' || i+1 == len(s):
			b = append(b, c)
		case strings.IndexByte(`"\/bfnrtu`, s[i+1]) >= 0:
			b = append(b, c, s[i+1])
			i++
		case s[i+1] == 'x':
			b = append(b, `\u00`...)
			i++
		}
	}
	var out string
	if json.Unmarshal(append(b, '"'), &out) != nil {
		return ""
	}
	return out
}

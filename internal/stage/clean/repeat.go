package clean

import (
	"strings"
	"unicode/utf8"
)

// twice marks what stands twice in one text: a paragraph that another one
// holds, and a first line that is the whole report without its paragraphs.
func twice(lines []line) {
	keys := make([]string, len(lines))
	for i := range lines {
		if lines[i].reason == "" && utf8.RuneCountInString(lines[i].text) >= minTwice {
			keys[i] = fold(lines[i].text)
		}
	}
	for i := range lines {
		covered := 0
		for j := range lines {
			if j != i && keys[j] != "" && keys[i] != "" && len(keys[j]) < len(keys[i]) && strings.Contains(keys[i], keys[j]) {
				covered += len(keys[j])
			}
		}
		if covered > 0 && 10*covered >= 9*len(keys[i]) {
			lines[i].reason, keys[i] = "markup", ""
		}
	}
	for i := range lines {
		for j := range lines[:i] {
			if keys[i] != "" && keys[j] != "" && strings.Contains(keys[j], keys[i]) {
				lines[i].reason, keys[i] = "markup", ""
			}
		}
	}
}

// minTwice is the length in runes from which a paragraph is looked for in
// others: short sentences come back in earnest.
const minTwice = 60

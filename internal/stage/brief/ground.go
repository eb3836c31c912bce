package brief

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/news"
)

var figure = regexp.MustCompile(`\d+(?:[.,]\d+)*`)

// grounded reports whether every figure of the sentence, in digits or words,
// stands as such in a claim that it cites: "6" does not stand in "26" or "6,5".
// Dates that were set behind "kemarin" come from the claim's times.
func (d *draft) grounded(sentence string, cites []news.ClaimID) bool {
	known := map[string]bool{}
	for _, id := range cites {
		c := d.claims[id]
		if c == nil {
			continue
		}
		for _, n := range d.figures(c.Text) {
			known[n] = true
		}
	}
	for date := range d.written {
		sentence = strings.ReplaceAll(sentence, date, "")
	}
	for _, n := range d.figures(sentence) {
		if !known[n] {
			return false
		}
	}
	return true
}

// figures returns the numbers of s as they are written: those in digits with
// their separators, and the words that are numbers in the language of a pack.
func (d *draft) figures(s string) []string {
	out := figure.FindAllString(s, -1)
	for _, w := range strings.FieldsFunc(strings.ToLower(s), notWord) {
		if d.w.numbers[w] {
			out = append(out, w)
		}
	}
	return out
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

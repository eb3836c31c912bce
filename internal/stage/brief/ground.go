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
// Of the dates that the sentence writes out, day and year may stand in a time
// of the claim too.
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
		for _, t := range c.Times {
			for _, n := range []string{"2", "2006"} {
				known[t.Start.Time.Format(n)], known[t.End.Time.Format(n)] = true, true
			}
		}
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

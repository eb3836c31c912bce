package brief

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/news"
)

var figure = regexp.MustCompile(`\d+(?:[.,]\d+)*`)

// grounded reports whether every figure of the sentence stands in a claim that
// it cites.
func (d *draft) grounded(sentence string, cites []news.ClaimID) bool {
	var b strings.Builder
	for _, id := range cites {
		if c := d.claims[id]; c != nil {
			b.WriteString(c.Text)
			b.WriteByte('\n')
		}
	}
	evidence := b.String()
	for _, n := range figure.FindAllString(sentence, -1) {
		if !strings.Contains(evidence, n) {
			return false
		}
	}
	return true
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

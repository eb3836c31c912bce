package similar

import "github.com/selisik/selisik/internal/nlp/token"

// Words returns the lower-case words and numbers of tokens [first, last) of t,
// without punctuation marks: what IDF tables count.
func Words(t *token.Text, first, last int) []string {
	out := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != token.Mark {
			out = append(out, t.Lower(i))
		}
	}
	return out
}

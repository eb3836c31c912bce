package similar

import (
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/token"
)

// Words returns the stems of the words and numbers of tokens [first, last) of
// t, without punctuation marks: what the packs' IDF tables count.
func Words(t *token.Text, first, last int, stem *morph.Stemmer) []string {
	out := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != token.Mark {
			out = append(out, stem.Stem(t.Lower(i)))
		}
	}
	return out
}

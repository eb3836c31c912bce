package reconcile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// words is what the stage knows of one language.
type words struct {
	pack  *lang.Pack
	morph *morph.Stemmer
	split *token.Splitter
	head  map[string]string // a stem's stand-in among its synonyms
	rare  *similar.IDF
	// office holds the words for offices.
	office map[string]bool
	alias  [][2]string // short names of places with the full ones, folded
}

func newWords(p *lang.Pack) *words {
	w := &words{pack: p, morph: morph.New(p), split: token.New(p), head: p.Map("synonyms"), rare: similar.ForPack(p), office: map[string]bool{}}
	for _, r := range p.Rows("titles") {
		if r.Cols[1] == "office" {
			w.office[r.Cols[0]] = true
		}
	}
	for _, r := range p.Rows("places") {
		if r.Cols[2] == "alias" {
			w.alias = append(w.alias, [2]string{text.Fold(r.Cols[0]), text.Fold(r.Cols[1])})
		}
	}
	return w
}

// stem returns the form under which a lower-case word is compared: the head of
// its synonyms, looked up by the word and then by its stem.
func (w *words) stem(s string) string {
	if h, ok := w.head[s]; ok {
		return h
	}
	st := w.morph.Stem(s)
	if h, ok := w.head[st]; ok {
		return h
	}
	return st
}

// term is a word in the form in which it is compared, and how rare the word
// is in the language: 0 for the commonest, 1 for unseen ones.
type term struct {
	text.Span
	form   string
	lower  string
	rarity float64
}

// terms returns the comparable words of src in order, stop words left out.
func (w *words) terms(src string) []term {
	t := w.split.Split(src)
	var out []term
	for i, tok := range t.Tokens {
		low := t.Lower(i)
		if tok.Kind == token.Mark || !substantial(low) {
			continue
		}
		out = append(out, term{tok.Span, w.stem(low), low, w.rare.Weight(low) / w.rare.Max()})
	}
	return out
}

// substantial leaves out single letters and bare marks; a single digit counts.
func substantial(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return unicode.IsDigit(r)
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

package revise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// side is one field of one version.
type side struct {
	*news.Reading
	field     news.Field
	src       string
	sentences []sentence
}

// sentence is a sentence, or several in a row, as a row of words without marks.
type sentence struct {
	text.Span
	words []word
	key   string // the words in lower case
}

type word struct {
	text.Span
	low, stem string
	weight    float64 // how rare it is, in nats
	content   bool    // no function word
	number    bool
	capital   bool // begins with a capital where no sentence begins
}

// givenShare is what names and numbers count of their weight when sentences
// are matched: they are what changes.
const givenShare = 0.3

// side reads a field of a version.
func (rd *reader) side(r *news.Reading, field news.Field) *side {
	s := &side{Reading: r, field: field, src: r.Article.Text}
	if field == news.InTitle {
		s.src = r.Article.Title
	}
	t := rd.split.Split(s.src)
	for _, x := range t.Sentences {
		if one := rd.sentence(t, x); len(one.words) > 0 {
			s.sentences = append(s.sentences, one)
		}
	}
	return s
}

func (rd *reader) sentence(t *token.Text, x token.Sentence) sentence {
	out := sentence{Span: x.Span}
	for i := x.First; i < x.Last; i++ {
		if t.Tokens[i].Kind == token.Mark {
			continue
		}
		w := word{Span: t.Tokens[i].Span, low: text.Fold(t.Word(i)), number: t.Tokens[i].Kind == token.Number}
		w.stem = rd.stem.Stem(w.low)
		w.weight = rd.idf.Weight(w.stem)
		if head, ok := rd.synonym[w.stem]; ok {
			w.stem = head
		}
		first, _ := utf8.DecodeRuneInString(t.Word(i))
		w.capital = len(out.words) > 0 && unicode.IsUpper(first)
		w.content = !w.number && (!rd.stop[w.low] || rd.aspect[w.low] != "") && utf8.RuneCountInString(w.low) > 1
		if w.number || w.capital {
			w.weight *= givenShare
		}
		out.words = append(out.words, w)
	}
	out.key = keyOf(out.words)
	return out
}

func keyOf(words []word) string { return strings.Join(lows(words), " ") }

func lows(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.low
	}
	return out
}

// weight sums up how rare the words are.
func weight(words []word) float64 {
	sum := 0.0
	for _, w := range words {
		sum += w.weight
	}
	return sum
}

// shared sums up the weights of the words that a and b both have, by stem.
func shared(a, b []word) float64 {
	left := map[string]int{}
	for _, w := range b {
		left[w.stem]++
	}
	sum := 0.0
	for _, w := range a {
		if left[w.stem] > 0 {
			left[w.stem]--
			sum += w.weight
		}
	}
	return sum
}

// alike rates two sentences in [0,1] by the words that both have (Dice).
func alike(a, b *sentence) float64 {
	total := weight(a.words) + weight(b.words)
	if total == 0 {
		return 0
	}
	return min(1, 2*shared(a.words, b.words)/total)
}

// holds returns which share of b's weight a has.
func holds(a, b *sentence) float64 {
	if w := weight(b.words); w > 0 {
		return min(1, shared(b.words, a.words)/w)
	}
	return 0
}

// joined makes one of sentences that follow each other.
func joined(list []sentence) sentence {
	out := list[0]
	out.words = nil
	for _, s := range list {
		out.End = max(out.End, s.End)
		out.words = append(out.words, s.words...)
	}
	out.key = keyOf(out.words)
	return out
}

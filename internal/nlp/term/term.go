// Package term makes the words by which texts are searched: stems in lower
// case, in their order, without punctuation marks. What is stored of an article
// and what is asked for pass the same code, or they would not meet.
//
// In: a text and its language. Out: stems; and, for a question, whose language
// is not known, the stems that each language makes of it. It ranks nothing and
// leaves no word out: how much a word weighs is Weight.
package term

import (
	"slices"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// none is the language of texts that no pack serves: their words are their own
// stems.
const none = "und"

// Maker makes terms. It is immutable.
type Maker struct {
	by   map[string]*tongue
	tags []string // of the packs, sorted, then none
}

// tongue is what one language needs.
type tongue struct {
	split *token.Splitter
	stem  *morph.Stemmer
	idf   *similar.IDF
}

// New builds a maker for all packs.
func New(packs *lang.Packs) *Maker {
	m := &Maker{by: map[string]*tongue{}, tags: append(slices.Clone(packs.Tags()), none)}
	for _, tag := range m.tags {
		p := packs.For(tag)
		m.by[tag] = &tongue{token.New(p), morph.New(p), similar.ForPack(p)}
	}
	return m
}

func (m *Maker) tongue(tag string) *tongue {
	if t := m.by[tag]; t != nil {
		return t
	}
	return m.by[none]
}

// Of returns the terms of a text in a language (a BCP 47 tag; one without a
// pack is as good as none), in the order of the text, repeats and all.
func (m *Maker) Of(tag, s string) []string {
	t := m.tongue(tag)
	x := t.split.Split(s)
	return similar.Words(x, 0, len(x.Tokens), t.stem)
}

// Found is a word of a text with its term.
type Found struct {
	text.Span
	Term string
}

// Find returns the words of a text whose terms are wanted, in order: for
// showing where a question was met.
func (m *Maker) Find(tag, s string, wanted func(term string) bool) []Found {
	t := m.tongue(tag)
	x := t.split.Split(s)
	var out []Found
	for i, tok := range x.Tokens {
		if tok.Kind == token.Mark {
			continue
		}
		if w := t.stem.Stem(x.Lower(i)); wanted(w) {
			out = append(out, Found{tok.Span, w})
		}
	}
	return out
}

// Asked returns what each language makes of a question, each reading once, in
// the order of the languages' tags; that of texts without a pack last. A term
// that the question repeats counts once. A question without a word has no
// reading.
func (m *Maker) Asked(question string) [][]string {
	question = text.Squash(text.Plain(question))
	var out [][]string
	for _, tag := range m.tags {
		var terms []string
		for _, t := range m.Of(tag, question) {
			if !slices.Contains(terms, t) {
				terms = append(terms, t)
			}
		}
		known := slices.ContainsFunc(out, func(o []string) bool { return slices.Equal(o, terms) })
		if len(terms) > 0 && !known {
			out = append(out, terms)
		}
	}
	return out
}

// Weight returns how rare a term is, in nats: the least inverse document
// frequency that a pack gives it, for a word that is common in one language
// says little. It does not depend on what a store holds.
func (m *Maker) Weight(term string) float64 {
	least := m.by[none].idf.Weight(term)
	for i, tag := range m.tags[:len(m.tags)-1] {
		if w := m.by[tag].idf.Weight(term); i == 0 || w < least {
			least = w
		}
	}
	return least
}

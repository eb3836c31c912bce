package cluster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
)

// reader makes documents of the articles of one language. It is immutable.
type reader struct {
	split   *token.Splitter
	stem    *morph.Stemmer
	idf     *similar.IDF
	decimal string // the language's decimal mark
}

func newReader(p *lang.Pack) *reader {
	return &reader{split: token.New(p), stem: morph.New(p), idf: similar.ForPack(p), decimal: p.Decimal}
}

// titleWords is how many words stand in for a title that is missing.
const titleWords = 12

// newDocument returns what is known of an article beside its words.
func newDocument(a *news.Article, index int) document {
	d := document{index: index, language: a.Language}
	if a.Outlet != nil {
		d.outlet = a.Outlet.Domain
	}
	if a.Published != nil {
		d.time = a.Published.Time
	}
	d.id = mark(xxh3.HashString(string(a.ID)), uint64(len(a.Text)), uint64(d.time.Unix()))
	return d
}

// read hashes the words of one article. memo keeps the hashes of stems by word.
func (r *reader) read(a *news.Article, memo map[string]uint64) keys {
	var k keys
	r.add(&k, &k.title, a.Title, memo)
	r.add(&k, &k.text, a.Text, memo)
	if len(k.title) == 0 {
		k.title = k.text[:min(titleWords, len(k.text))]
	}
	return k
}

// add appends the stems of text to words, and to k those that are names or
// numbers.
func (r *reader) add(k *keys, words *[]uint64, text string, memo map[string]uint64) {
	t := r.split.Split(text)
	starts := map[int]bool{}
	for _, s := range t.Sentences {
		starts[s.First] = true
	}
	for i, tok := range t.Tokens {
		if tok.Kind == token.Mark {
			continue
		}
		h := r.hash(t, i, memo)
		*words = append(*words, h)
		if tok.Kind == token.Number {
			k.numbers = append(k.numbers, h)
		} else if !starts[i] && capital(t.Word(i)) {
			k.names = append(k.names, h)
		}
	}
}

// hash returns the hash of the stem of token i.
func (r *reader) hash(t *token.Text, i int, memo map[string]uint64) uint64 {
	low := t.Lower(i)
	if t.Tokens[i].Kind == token.Number {
		return similar.Hash(plain(low, r.decimal))
	}
	h, ok := memo[low]
	if !ok {
		h = similar.Hash(r.stem.Stem(low))
		memo[strings.Clone(low)] = h
	}
	return h
}

func capital(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(c)
}

// plain returns a number as any language would write it: "1.554" and "152,5"
// with a decimal comma become "1554" and "152.5". The two sides of a score get
// one order: "0-6" and "6-0" are one result told by two outlets.
func plain(number, decimal string) string {
	if a, b, ok := strings.Cut(number, "-"); ok && len(a) <= 3 && len(b) <= 3 && a > b {
		return b + "-" + a
	}
	if !strings.ContainsAny(number, ".,") {
		return number
	}
	return strings.Map(func(c rune) rune {
		switch string(c) {
		case decimal:
			return '.'
		case ".", ",":
			return -1
		}
		return c
	}, number)
}

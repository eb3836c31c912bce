package cluster

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
)

// pivot is the language that the packs' tables bilingual translate into.
const pivot = "en"

// bridge turns words of one language into words of the pivot.
type bridge struct {
	*reader
	pivot *reader
	words map[uint64][]uint64 // hash of stem: hashes of the pivot's stems
}

// newBridge reads the pack's table bilingual.
func newBridge(r *reader, pivot *reader, p *lang.Pack) *bridge {
	b := &bridge{reader: r, pivot: pivot, words: map[uint64][]uint64{}}
	for _, row := range p.Rows("bilingual") {
		from, to := similar.Hash(r.stem.Stem(row.Cols[0])), similar.Hash(pivot.stem.Stem(row.Cols[1]))
		b.words[from] = append(b.words[from], to)
	}
	return b
}

// read returns the keys of an article in the pivot: words by the table, words
// that it lacks (names, cognates) as the pivot would stem them, numbers as
// they are. memo is that of the reader, own that of the pivot.
func (b *bridge) read(a *news.Article, memo, own map[string]uint64) keys {
	if b.reader == b.pivot {
		return b.pivot.read(a, own)
	}
	var k keys
	b.add(&k, &k.title, a.Title, [2]map[string]uint64{memo, own})
	b.add(&k, &k.text, a.Text, [2]map[string]uint64{memo, own})
	if len(k.title) == 0 {
		k.title = k.text[:min(titleWords, len(k.text))]
	}
	return k
}

func (b *bridge) add(k *keys, words *[]uint64, text string, memo [2]map[string]uint64) {
	t := b.split.Split(text)
	for i, tok := range t.Tokens {
		if tok.Kind == token.Mark {
			continue
		}
		h := b.hash(t, i, memo[0])
		if tok.Kind == token.Number {
			k.numbers = append(k.numbers, h)
			*words = append(*words, h)
			continue
		}
		to := b.words[h]
		*words = append(*words, to...)
		if name := capital(t.Word(i)); name || len(to) == 0 {
			h = b.pivot.hash(t, i, memo[1])
			*words = append(*words, h)
			if name {
				k.names = append(k.names, h)
				k.names = append(k.names, to...)
			}
		}
	}
}

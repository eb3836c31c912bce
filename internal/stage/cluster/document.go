package cluster

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
)

// document is what grouping knows of an article.
type document struct {
	index    int // into the articles
	id       string
	language string
	outlet   string // domain, "" if not known
	group    string
	time     time.Time // zero if not known

	titleKeys, bodyKeys keys

	body    similar.Vector // words of title and text
	title   similar.Vector
	lead    similar.Vector // words of the title and of the first sentences
	names   similar.Vector // capitalised words inside sentences
	numbers similar.Vector
}

// leadWords is how many words of the text count as its lead.
const leadWords = 60

// reader makes documents of the articles of one language. It is immutable.
type reader struct {
	split *token.Splitter
	stem  *morph.Stemmer
	idf   *similar.IDF
}

func newReader(p *lang.Pack) *reader {
	return &reader{split: token.New(p), stem: morph.New(p), idf: similar.ForPack(p)}
}

// read vectorises one article.
func (r *reader) read(a *news.Article, index int, memo map[string]uint64) document {
	d := document{index: index, id: string(a.ID), language: a.Language}
	if a.Outlet != nil {
		d.outlet, d.group = a.Outlet.Domain, a.Outlet.Group
	}
	if a.Published != nil {
		d.time = a.Published.Time
	}
	d.titleKeys, d.bodyKeys = r.keys(r.split.Split(a.Title), memo), r.keys(r.split.Split(a.Text), memo)
	return d
}

// weigh makes the vectors from the keys and drops those.
func (d *document) weigh(idf *similar.IDF) {
	tw, bw := d.titleKeys, d.bodyKeys
	d.title = similar.VectorOf(slices.Clone(tw.words), idf)
	d.lead = similar.VectorOf(slices.Concat(tw.words, bw.words[:min(leadWords, len(bw.words))]), idf)
	d.body = similar.VectorOf(slices.Concat(tw.words, bw.words), idf)
	d.names = similar.VectorOf(slices.Concat(bw.names, tw.names), idf)
	d.numbers = similar.VectorOf(slices.Concat(tw.numbers, bw.numbers), idf)
	d.titleKeys, d.bodyKeys = keys{}, keys{}
}

// keys are the hashes of a text's words by kind.
type keys struct{ words, names, numbers []uint64 }

func (r *reader) keys(t *token.Text, memo map[string]uint64) keys {
	var k keys
	first := map[int]bool{}
	for _, s := range t.Sentences {
		first[s.First] = true
	}
	for i, tok := range t.Tokens {
		if tok.Kind == token.Mark {
			continue
		}
		low := t.Lower(i)
		h, ok := memo[low]
		if !ok {
			h = similar.Hash(r.stem.Stem(low))
			memo[strings.Clone(low)] = h
		}
		k.words = append(k.words, h)
		if tok.Kind == token.Number {
			k.numbers = append(k.numbers, h)
		} else if c, _ := utf8.DecodeRuneInString(t.Word(i)); unicode.IsUpper(c) && !first[i] && !strings.HasPrefix(t.Word(i), "@") {
			k.names = append(k.names, h)
		}
	}
	return k
}

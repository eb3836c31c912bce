package cluster

import (
	"time"

	"github.com/selisik/selisik/internal/nlp/similar"
)

// document is what grouping knows of an article.
type document struct {
	index    int    // into the articles
	id       uint64 // stands for the article as it is read: its words, time and outlet
	language string
	outlet   string    // domain, "" if not known
	time     time.Time // zero if not known
	keys     keys      // until they are weighed
	base     uint64    // stands for all that vectors and bridge follow from, the local ones aside
	state    uint64    // for all that compare asks of a document

	vectors
	bridge vectors // in English; empty where the input has one language
}

// vectors are the sides of an article that are compared; each has length 1.
type vectors struct {
	body      similar.Vector // words of title and text
	title     similar.Vector
	lead      similar.Vector // words of the title and of the first sentences
	names     similar.Vector // capitalised words inside sentences
	numbers   similar.Vector
	phrases   similar.Vector // pairs of neighbouring words
	local     similar.Vector // body, words weighed among the neighbours
	localLead similar.Vector // lead, likewise
	head      uint64         // the title's rarest word
}

// keys are the hashes of an article's words, by kind, in order. They are not
// changed once they are read.
type keys struct{ title, text, names, numbers []uint64 }

// leadWords is how many words of the text count as its lead.
const leadWords = 60

// all are the words of title and text.
func (k *keys) all() []uint64 { return concat(k.title, k.text) }

// lead are the words of the title and of the beginning.
func (k *keys) lead() []uint64 { return concat(k.title, k.text[:min(leadWords, len(k.text))]) }

// vectors weighs the keys.
func (k *keys) vectors(idf *similar.IDF) vectors {
	v := vectors{
		body:    similar.VectorOf(k.all(), idf),
		title:   similar.VectorOf(concat(k.title), idf),
		lead:    similar.VectorOf(k.lead(), idf),
		names:   similar.VectorOf(concat(k.names), idf),
		numbers: similar.VectorOf(concat(k.numbers), idf),
		phrases: similar.Pairs([][]uint64{k.title, k.text}, idf),
	}
	if top := v.title.Top(1); len(top) > 0 {
		v.head = top[0].Key
	}
	return v
}

// concat returns a new slice of the elements of all parts.
func concat(parts ...[]uint64) []uint64 {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	out := make([]uint64, 0, n)
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// mix returns the directions of n documents with vectors v and m with o taken
// together.
func (v *vectors) mix(n int, o *vectors, m int) vectors {
	add := func(a, b similar.Vector) similar.Vector {
		return similar.Mix(a, float32(n), b, float32(m)).Unit()
	}
	return vectors{
		body:      add(v.body, o.body),
		title:     add(v.title, o.title),
		lead:      add(v.lead, o.lead),
		names:     add(v.names, o.names),
		numbers:   add(v.numbers, o.numbers),
		phrases:   add(v.phrases, o.phrases),
		local:     add(v.local, o.local),
		localLead: add(v.localLead, o.localLead),
	}
}

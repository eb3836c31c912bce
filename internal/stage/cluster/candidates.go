package cluster

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/nlp/similar"
)

const (
	indexTerms    = 48  // heaviest words of a document that are looked up
	maxPostings   = 400 // newest documents looked at for one word
	maxCandidates = 60  // best documents compared in full
)

// index finds documents that share heavy words.
type index struct {
	name   uint64 // tells indexes of one memo apart
	docs   []document
	vector func(d *document) similar.Vector
	fits   func(a, b *document) bool // whether a pair is to be compared at all
	least  float32                   // of the cosine, over the indexed words
	border int                       // if above 0: only from there on, among those before
}

type posting struct {
	doc    int
	weight float32
}

// candidates returns for each document the earlier ones, by position, that
// share enough heavy words with it. A very common word is looked up among the
// newest documents that have it, so cost grows with the input, not its square.
//
// What a document's are follows from it and those before it, so that memo knows
// all but the last of documents of which it knew the others.
func (x *index) candidates(memo *Memo) [][]int {
	postings := map[uint64][]posting{}
	out := make([][]int, len(x.docs))
	score := make([]float32, len(x.docs))
	before := x.name
	for i := range x.docs {
		known := mark(before, x.docs[i].base)
		old, young := x.border == 0 || i < x.border, i >= x.border
		if old {
			before = known
		}
		top := x.vector(&x.docs[i]).Top(indexTerms)
		if young {
			out[i] = memo.candidates.get(known, func() []int { return x.find(i, top, postings, score) })
		}
		for _, t := range top {
			if old {
				postings[t.Key] = append(postings[t.Key], posting{i, t.Weight})
			}
		}
	}
	return out
}

// find looks document i up by its heaviest words. score is a scratch pad of
// zeros, and is left as one.
func (x *index) find(i int, top []similar.Weighted, postings map[uint64][]posting, score []float32) []int {
	var touched []int
	for _, t := range top {
		list := postings[t.Key]
		for _, p := range list[max(0, len(list)-maxPostings):] {
			if score[p.doc] == 0 {
				touched = append(touched, p.doc)
			}
			score[p.doc] += t.Weight * p.weight
		}
	}
	found := x.best(i, touched, score)
	for _, j := range touched {
		score[j] = 0
	}
	return found
}

// best returns the touched documents with the highest scores, by position.
func (x *index) best(i int, touched []int, score []float32) []int {
	higher := func(a, b int) int { return cmp.Or(cmp.Compare(score[b], score[a]), a-b) }
	var out []int
	for _, j := range touched {
		if score[j] < x.least || !x.fits(&x.docs[i], &x.docs[j]) {
			continue
		}
		if len(out) == maxCandidates {
			if higher(j, out[maxCandidates-1]) > 0 {
				continue
			}
			out = out[:maxCandidates-1]
		}
		at, _ := slices.BinarySearchFunc(out, j, higher)
		out = slices.Insert(out, at, j)
	}
	slices.Sort(out)
	return out
}

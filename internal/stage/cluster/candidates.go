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
func (x *index) candidates() [][]int {
	postings := map[uint64][]posting{}
	out := make([][]int, len(x.docs))
	score := make([]float32, len(x.docs))
	for i := range x.docs {
		old, young := x.border == 0 || i < x.border, i >= x.border
		var touched []int
		for _, t := range x.vector(&x.docs[i]).Top(indexTerms) {
			list := postings[t.Key]
			if young {
				for _, p := range list[max(0, len(list)-maxPostings):] {
					if score[p.doc] == 0 {
						touched = append(touched, p.doc)
					}
					score[p.doc] += t.Weight * p.weight
				}
			}
			if old {
				postings[t.Key] = append(list, posting{i, t.Weight})
			}
		}
		out[i] = x.best(i, touched, score)
		for _, j := range touched {
			score[j] = 0
		}
	}
	return out
}

// best returns the touched documents with the highest scores, by position.
func (x *index) best(i int, touched []int, score []float32) []int {
	var out []int
	for _, j := range touched {
		if score[j] >= x.least && x.fits(&x.docs[i], &x.docs[j]) {
			out = append(out, j)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(score[b], score[a]), a-b) })
	out = out[:min(maxCandidates, len(out))]
	slices.Sort(out)
	return out
}

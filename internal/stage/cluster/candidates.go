package cluster

import (
	"cmp"
	"slices"
	"time"
)

const (
	indexTerms    = 48                    // heaviest words of a document that are looked up
	maxPostings   = 1200                  // newest documents looked at for one word
	maxCandidates = 60                    // best documents compared in full
	minShared     = 0.02                  // of the cosine, over the indexed words
	window        = 4000 * 24 * time.Hour // between two articles of one story
)

// candidates returns for each document the earlier ones (in order of docs)
// that share enough heavy words with it and lie within the window, as indices.
//
// Invariant: docs are sorted by time, those without one first.
func candidates(docs []document) [][]int {
	postings := map[uint64][]posting{}
	out := make([][]int, len(docs))
	score := make([]float32, len(docs))
	for i := range docs {
		top := docs[i].body.Top(indexTerms)
		var touched []int
		for _, t := range top {
			list := postings[t.Key]
			for k := len(list) - 1; k >= max(0, len(list)-maxPostings); k-- {
				j := list[k].doc
				if score[j] == 0 {
					touched = append(touched, j)
				}
				score[j] += t.Weight * list[k].weight
			}
			postings[t.Key] = append(list, posting{i, t.Weight})
		}
		out[i] = best(docs, i, touched, score)
		for _, j := range touched {
			score[j] = 0
		}
	}
	return out
}

type posting struct {
	doc    int
	weight float32
}

// best returns those touched documents that may be of one story with i.
func best(docs []document, i int, touched []int, score []float32) []int {
	var out []int
	for _, j := range touched {
		if score[j] >= minShared && near(&docs[i], &docs[j]) {
			out = append(out, j)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(score[b], score[a]), a-b) })
	out = out[:min(maxCandidates, len(out))]
	slices.Sort(out)
	return out
}

// near reports whether two documents lie within the window; one without a
// time is near to all.
func near(a, b *document) bool {
	return a.time.IsZero() || b.time.IsZero() || a.time.Sub(b.time).Abs() <= window
}

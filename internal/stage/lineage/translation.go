package lineage

import (
	"fmt"

	"github.com/selisik/selisik/internal/news"
)

const (
	// parallelMarks is how many names and numbers two sentences of different
	// languages must share to run in parallel, and parallelShare which share of
	// the fewer that must be.
	parallelMarks = 2
	parallelShare = 0.5
	// translated is the share of the shorter article's sentences with names or
	// numbers that must run in parallel, in order, and leastParallel their
	// number, for a translation.
	translated    = 0.6
	leastParallel = 4
)

// translation compares articles of two languages by their names and numbers.
// Two reports of one event share some, in any order; a translation shares
// nearly all of them, sentence by sentence.
func translation(a, b *view) (news.Link, bool) {
	x, y := marked(a), marked(b)
	pairs := parallel(x, y)
	fewer := min(len(x), len(y))
	if len(pairs) < leastParallel || float64(len(pairs)) < translated*float64(fewer) {
		return news.Link{}, false
	}
	l := news.Link{From: a.Article.ID, To: b.Article.ID, Kind: news.Translation, Share: ratio(float64(len(pairs)), float64(len(y)))}
	for _, p := range pairs {
		l.Passages = append(l.Passages, news.Passage{From: x[p[0]].Span, To: y[p[1]].Span})
	}
	l.Why = fmt.Sprintf("%d of %d sentences with the same names and numbers in the same order", len(pairs), fewer)
	return l, true
}

// marked returns the sentences that have names or numbers enough.
func marked(v *view) []sentence {
	var out []sentence
	for _, s := range v.sentences {
		if len(s.marks) >= parallelMarks {
			out = append(out, s)
		}
	}
	return out
}

// parallel returns the longest row of sentence pairs, in order in both texts,
// that share their names and numbers.
func parallel(x, y []sentence) [][2]int {
	best := make([][]int, len(x)+1)
	for i := range best {
		best[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if sameMarks(x[i].marks, y[j].marks) {
				best[i][j] = max(best[i][j], best[i+1][j+1]+1)
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case best[i][j] == best[i+1][j]:
			i++
		case best[i][j] == best[i][j+1]:
			j++
		default:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		}
	}
	return out
}

func sameMarks(a, b map[string]bool) bool {
	n := 0
	for m := range a {
		if b[m] {
			n++
		}
	}
	return n >= parallelMarks && float64(n) >= parallelShare*float64(min(len(a), len(b)))
}

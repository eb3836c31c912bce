package reconcile

import (
	"cmp"
	"slices"
)

// ranks tells, for claims i and j of different articles, how many-th j is
// among the claims of its article when they are ordered by cosine with i,
// counting from 1. Ties share the better rank.
func (t *table) ranks(pairs [][2]int, cos map[[2]int]float64) map[[2]int]int {
	partners := make([][]int, len(t.views))
	for _, p := range pairs {
		partners[p[0]] = append(partners[p[0]], p[1])
		partners[p[1]] = append(partners[p[1]], p[0])
	}
	out := make(map[[2]int]int, 2*len(pairs))
	for i, ps := range partners {
		slices.SortFunc(ps, func(a, b int) int {
			return cmp.Or(cmp.Compare(t.views[a].art, t.views[b].art), cmp.Compare(cos[key(i, b)], cos[key(i, a)]), cmp.Compare(a, b))
		})
		rank := 0
		for k, j := range ps {
			switch {
			case k == 0 || t.views[ps[k-1]].art != t.views[j].art:
				rank = 1
			case cos[key(i, ps[k-1])] != cos[key(i, j)]:
				rank++
			}
			out[[2]int{i, j}] = rank
		}
	}
	return out
}

// common counts the elements that two sorted slices share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i, j = i+1, j+1
		}
	}
	return n
}

func has(sorted []int, x int) bool {
	_, ok := slices.BinarySearch(sorted, x)
	return ok
}

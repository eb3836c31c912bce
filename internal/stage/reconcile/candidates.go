package reconcile

import (
	"cmp"
	"slices"
)

// Limits that keep the work near linear in the number of claims.
const (
	// commonShare: a term that stands in a larger share of the claims calls
	// no candidates by itself (in stories of more than commonFloor claims).
	commonShare = 0.2
	commonFloor = 60
	// candidatesEach is how many partners a claim is compared with, the ones
	// that share the rarest terms. The cap bites only in stories of hundreds
	// of claims.
	candidatesEach = 80
)

// pairs returns the pairs of claims worth comparing, sorted. Two claims meet if
// they share a term that is not common in the story.
func (t *table) pairs() [][2]int {
	post := make([][]int, len(t.idf))
	limit := max(commonFloor, int(commonShare*float64(len(t.views))))
	for i := range t.views {
		for _, x := range t.views[i].terms {
			if t.df[x] > 1 && t.df[x] <= limit {
				post[x] = append(post[x], i)
			}
		}
	}
	seen := map[[2]int]bool{}
	sum := make([]float64, len(t.views))
	for i := range t.views {
		for _, j := range t.partners(i, post, sum) {
			seen[key(i, j)] = true
		}
	}
	out := make([][2]int, 0, len(seen))
	for p := range seen {
		out = append(out, p)
	}
	slices.SortFunc(out, comparePairs)
	return out
}

// partners returns the claims that share most with claim i. sum is scratch
// space, all zero before and after.
func (t *table) partners(i int, post [][]int, sum []float64) []int {
	var out []int
	for _, x := range t.views[i].terms {
		for _, j := range post[x] {
			if j == i {
				continue
			}
			if sum[j] == 0 {
				out = append(out, j)
			}
			sum[j] += t.idf[x]
		}
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(a, b)) })
	for _, j := range out {
		sum[j] = 0
	}
	return out[:min(len(out), candidatesEach)]
}

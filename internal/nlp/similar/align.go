package similar

import (
	"cmp"
	"slices"
)

// Match is a pair of token ranges [A0, A1) and [B0, B1) that say the same in
// the same order; Same counts the tokens that are equal. In an exact match all
// three lengths agree.
type Match struct {
	A0, A1, B0, B1 int
	Same           int
}

// AlignOptions tell Align what counts as shared.
type AlignOptions struct {
	// MinRun is the shortest run of equal tokens that starts a match (seed).
	MinRun int
	// MaxGap is how many tokens on either side two neighbouring runs may lie
	// apart and still be one near-verbatim match; 0 keeps exact runs.
	MaxGap int
	// MinSame is the fewest equal tokens of a match that is returned.
	MinSame int
}

// Align returns the passages that two token sequences share: maximal runs of
// equal tokens, the longest first taking its tokens (greedy string tiling,
// Wise 1993), then runs that follow each other in both texts with small gaps
// joined. Every token of a and of b is in one match at most. The result is in
// order of A0. Cost is near linear in the tokens for texts of news length; a
// seed that occurs very often is tried only at its first places.
func Align(a, b []uint64, o AlignOptions) []Match {
	if o.MinRun < 1 {
		o.MinRun = 1
	}
	runs := tile(a, b, o.MinRun)
	slices.SortFunc(runs, func(x, y Match) int { return cmp.Compare(x.A0, y.A0) })
	var out []Match
	for _, m := range joinRuns(runs, o.MaxGap) {
		if m.Same >= o.MinSame {
			out = append(out, m)
		}
	}
	return out
}

// maxPlaces bounds the places of b that one seed is tried at.
const maxPlaces = 16

// tile returns exact runs of at least minRun tokens that do not overlap in
// either text.
func tile(a, b []uint64, minRun int) []Match {
	places := map[uint64][]int{}
	for j, h := range Shingles(b, minRun) {
		if p := places[h]; len(p) < maxPlaces {
			places[h] = append(p, j)
		}
	}
	var runs []Match
	for i, h := range Shingles(a, minRun) {
		for _, j := range places[h] {
			if i > 0 && j > 0 && a[i-1] == b[j-1] {
				continue // inside a run that was found from its start
			}
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
				n++
			}
			if n >= minRun {
				runs = append(runs, Match{i, i + n, j, j + n, n})
			}
		}
	}
	slices.SortFunc(runs, func(x, y Match) int {
		return cmp.Or(y.Same-x.Same, x.A0-y.A0, x.B0-y.B0)
	})
	return untangle(runs, len(a), len(b), minRun)
}

// untangle lets runs, longest first, take the tokens that are still free, and
// cuts back those whose ends are taken.
func untangle(runs []Match, na, nb, minRun int) []Match {
	takenA, takenB := make([]bool, na), make([]bool, nb)
	var out []Match
	for _, r := range runs {
		for r.A0 < r.A1 && (takenA[r.A0] || takenB[r.B0]) {
			r.A0, r.B0 = r.A0+1, r.B0+1
		}
		n := 0
		for r.A0+n < r.A1 && !takenA[r.A0+n] && !takenB[r.B0+n] {
			n++
		}
		if n < minRun {
			continue
		}
		r.A1, r.B1, r.Same = r.A0+n, r.B0+n, n
		for k := range n {
			takenA[r.A0+k], takenB[r.B0+k] = true, true
		}
		out = append(out, r)
	}
	return out
}

// joinRuns merges runs, given in order of A0, that follow each other in both
// texts at most gap tokens apart.
func joinRuns(runs []Match, gap int) []Match {
	var out []Match
	for _, r := range runs {
		if n := len(out); n > 0 && gap > 0 {
			last := &out[n-1]
			da, db := r.A0-last.A1, r.B0-last.B1
			if da >= 0 && db >= 0 && da <= gap && db <= gap {
				last.A1, last.B1, last.Same = r.A1, r.B1, last.Same+r.Same
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

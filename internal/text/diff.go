package text

import "strings"

// Pair is a place in one sequence with its counterpart in another.
type Pair struct{ A, B int }

// Common returns a longest common subsequence of a and b as pairs of places,
// rising in both. Of several equally long ones it is always the same. Cost:
// what lies between the common ends of a and b, multiplied; where that is too
// much, only elements that stand once in each are tried, and what lies between
// them (patience diff).
func Common[T comparable](a, b []T) []Pair {
	var out []Pair
	common(a, b, Pair{}, &out)
	return out
}

// maxCells bounds the table of one comparison.
const maxCells = 1 << 20

func common[T comparable](a, b []T, at Pair, out *[]Pair) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		*out = append(*out, at)
		a, b, at = a[1:], b[1:], Pair{at.A + 1, at.B + 1}
	}
	same := 0
	for same < len(a) && same < len(b) && a[len(a)-1-same] == b[len(b)-1-same] {
		same++
	}
	middle(a[:len(a)-same], b[:len(b)-same], at, out)
	for i := same; i > 0; i-- {
		*out = append(*out, Pair{at.A + len(a) - i, at.B + len(b) - i})
	}
}

// middle is common for sequences that differ at both ends.
func middle[T comparable](a, b []T, at Pair, out *[]Pair) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	if len(a) <= maxCells/len(b) {
		table(a, b, at, out)
		return
	}
	last := Pair{}
	anchors := unique(a, b)
	if len(anchors) == 0 {
		return
	}
	for _, p := range append(anchors, Pair{len(a), len(b)}) {
		common(a[last.A:p.A], b[last.B:p.B], Pair{at.A + last.A, at.B + last.B}, out)
		if p.A < len(a) {
			*out = append(*out, Pair{at.A + p.A, at.B + p.B})
			last = Pair{p.A + 1, p.B + 1}
		}
	}
}

// table appends a longest common subsequence by dynamic programming.
func table[T comparable](a, b []T, at Pair, out *[]Pair) {
	w := len(b) + 1
	best := make([]int32, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i*w+j] = best[(i+1)*w+j+1] + 1
			} else {
				best[i*w+j] = max(best[(i+1)*w+j], best[i*w+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			*out = append(*out, Pair{at.A + i, at.B + j})
			i, j = i+1, j+1
		case best[(i+1)*w+j] >= best[i*w+j+1]:
			i++
		default:
			j++
		}
	}
}

// unique returns the elements that stand once in each, as far as they rise in
// both: greedily, in the order of a.
func unique[T comparable](a, b []T) []Pair {
	count, place := map[T][2]int{}, map[T]int{}
	for _, x := range a {
		c := count[x]
		count[x] = [2]int{c[0] + 1, c[1]}
	}
	for j, x := range b {
		c := count[x]
		count[x], place[x] = [2]int{c[0], c[1] + 1}, j
	}
	var out []Pair
	next := 0
	for i, x := range a {
		if j := place[x]; count[x] == [2]int{1, 1} && j >= next {
			out, next = append(out, Pair{i, j}), j+1
		}
	}
	return out
}

// Piece is a run of words that two texts share, or that one of them has alone.
type Piece struct {
	Kind byte // '=' kept, '-' only in the old text, '+' only in the new one
	Text string
}

// Diff returns how the words of was become those of now: runs of words, parted
// by single blanks, in reading order, what went before what came. Words are
// what lies between white space, to the letter.
func Diff(was, now string) []Piece {
	a, b := strings.Fields(was), strings.Fields(now)
	var out []Piece
	put := func(kind byte, words []string) {
		if len(words) > 0 {
			out = append(out, Piece{kind, strings.Join(words, " ")})
		}
	}
	pairs := Common(a, b)
	last, kept := Pair{}, 0
	for i := 0; i < len(pairs); i = kept {
		p := pairs[i]
		put('-', a[last.A:p.A])
		put('+', b[last.B:p.B])
		kept = i + 1
		for kept < len(pairs) && pairs[kept] == (Pair{p.A + kept - i, p.B + kept - i}) {
			kept++
		}
		last = Pair{p.A + kept - i, p.B + kept - i}
		put('=', a[p.A:last.A])
	}
	put('-', a[last.A:])
	put('+', b[last.B:])
	return out
}

package web

import (
	"fmt"
	"strings"
)

// spark is the growth of a story as a line of bars, one an hour.
type spark struct {
	Path  string // of an SVG 72 wide and 20 high
	Label string
	total int
}

const (
	barWidth    = 3
	sparkHeight = 20
)

// newSpark draws counts, oldest first, to the scale of the largest.
func newSpark(counts [24]int) spark {
	most, total := 1, 0
	for _, n := range counts {
		most, total = max(most, n), total+n
	}
	var b strings.Builder
	for i, n := range counts {
		h := 1
		if n > 0 {
			h = 3 + n*(sparkHeight-3)/most
		}
		fmt.Fprintf(&b, "M%d %dv-%dh2v%dz", i*barWidth, sparkHeight, h, h)
	}
	return spark{Path: b.String(), total: total}
}

// strip shows how many outlets carry a story, a dot each, and of them in full
// colour how many independent origins its best-founded finding has.
type strip struct {
	Dots  []dot
	Width int
}

type dot struct {
	X  int
	On bool
}

const mostDots = 16

func newStrip(outlets, origins int) strip {
	n := min(max(outlets, origins), mostDots)
	v := strip{Width: n*8 + 2}
	for i := range n {
		v.Dots = append(v.Dots, dot{i*8 + 5, i < origins})
	}
	return v
}

package cluster

// Links are what people decided about articles, by index: grouping keeps those
// of one list of Together in one story, and the two sides of each pair of lists
// in Apart in different ones. Where they contradict each other Together holds.
// This is constrained agglomeration (Davidson and Ravi 2005) with the links
// closed beforehand by whoever keeps the log of decisions.
type Links struct {
	Together [][]int
	Apart    [][2][]int
}

// sides tells for each Apart of some Links on which side a cluster has
// members: bit 1 the first, bit 2 the second.
type sides map[int]uint8

const bothSides = 3

// sidesOf returns the sides of each of n articles.
func (l Links) sidesOf(n int) []sides {
	out := make([]sides, n)
	for k, pair := range l.Apart {
		for side, members := range pair {
			for _, i := range members {
				if out[i] == nil {
					out[i] = sides{}
				}
				out[i][k] |= 1 << side
			}
		}
	}
	return out
}

// forbid reports whether joining clusters on sides a and b would bring two
// together that are to be apart.
func (a sides) forbid(b sides) bool {
	for k, s := range b {
		if a[k]|s == bothSides && a[k] != bothSides && s != bothSides {
			return true
		}
	}
	return false
}

// and returns the sides of two clusters taken together.
func (a sides) and(b sides) sides {
	if len(a) == 0 {
		return b
	}
	out := sides{}
	for k, s := range a {
		out[k] = s
	}
	for k, s := range b {
		out[k] |= s
	}
	return out
}

// through maps the links' indices.
func (l Links) through(at []int) Links {
	var out Links
	for _, t := range l.Together {
		out.Together = append(out.Together, through(at, t))
	}
	for _, p := range l.Apart {
		out.Apart = append(out.Apart, [2][]int{through(at, p[0]), through(at, p[1])})
	}
	return out
}

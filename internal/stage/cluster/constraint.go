package cluster

// Constraints are what people decided about articles, by index: grouping keeps those
// of one list of Together in one story, and the two sides of each pair of lists
// in Apart in different ones. Where they contradict each other Together holds.
// This is constrained agglomeration (Davidson and Ravi 2005) with the constraints
// closed beforehand by whoever keeps the log of decisions.
type Constraints struct {
	Together [][]int
	Apart    [][2][]int
}

// sides tells for each Apart of some Constraints on which side a cluster has
// members: bit 1 the first, bit 2 the second.
type sides map[int]uint8

const bothSides = 3

// sidesOf returns the sides of each of n articles.
func (l Constraints) sidesOf(n int) []sides {
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

// through maps the indices.
func (l Constraints) through(at []int) Constraints {
	var out Constraints
	for _, t := range l.Together {
		out.Together = append(out.Together, through(at, t))
	}
	for _, p := range l.Apart {
		out.Apart = append(out.Apart, [2][]int{through(at, p[0]), through(at, p[1])})
	}
	return out
}

// Unite returns the classes of 0 … n-1 that must and may bring together: must
// whatever else, then may in their order, each unless it would bring together
// what is apart. The classes are in order of their first member, each sorted.
func Unite(n int, must, may [][2]int, apart [][2][]int) [][]int {
	c := newClasses(n)
	c.sides = Constraints{Apart: apart}.sidesOf(n)
	for _, p := range must {
		c.join(p[0], p[1])
	}
	for _, p := range may {
		if a, b := c.find(p[0]), c.find(p[1]); !c.sides[a].forbid(c.sides[b]) {
			c.join(a, b)
		}
	}
	return c.lists()
}

// classes is a partition of 0 … n-1 that only ever grows coarser.
type classes struct {
	parent []int
	sides  []sides // of each class, at its root
}

func newClasses(n int) *classes {
	c := &classes{parent: make([]int, n), sides: make([]sides, n)}
	for i := range c.parent {
		c.parent[i] = i
	}
	return c
}

// find returns the root of i, the lowest of its class.
func (c *classes) find(i int) int {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

func (c *classes) join(i, j int) {
	a, b := c.find(i), c.find(j)
	if a == b {
		return
	}
	root := min(a, b)
	c.parent[max(a, b)] = root
	c.sides[root] = c.sides[a].and(c.sides[b])
}

// gather joins the members of each list; at maps what the lists hold.
func (c *classes) gather(at []int, lists [][]int) {
	for _, list := range lists {
		for _, i := range list {
			c.join(at[list[0]], at[i])
		}
	}
}

// lists returns the classes.
func (c *classes) lists() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range c.parent {
		r := c.find(i)
		if r == i {
			at[r] = len(out)
			out = append(out, nil)
		}
		out[at[r]] = append(out[at[r]], i)
	}
	return out
}

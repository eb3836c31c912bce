package cluster

import "container/heap"

// link is a scored pair of documents, a < b.
type link struct {
	a, b  int
	score float64
}

// agglomerate joins documents 0 … n-1 into clusters: again and again the two
// clusters whose members are on average most alike, as long as that average is
// above threshold. Pairs without a link count as floor. Ties go to the lower
// indices. Cost is near links × log links.
func agglomerate(n int, links []link, floor, threshold float64) [][]int {
	c := &clusters{members: make([][]int, n), gain: make([]map[int]float64, n), floor: floor, threshold: threshold}
	for i := range n {
		c.members[i] = []int{i}
		c.gain[i] = map[int]float64{}
	}
	for _, l := range links {
		c.gain[l.a][l.b] = l.score - floor
		c.gain[l.b][l.a] = l.score - floor
		c.offer(l.a, l.b)
	}
	for c.queue.Len() > 0 {
		p := heap.Pop(&c.queue).(proposal)
		if c.members[p.a] != nil && c.members[p.b] != nil && p.size == len(c.members[p.a])+len(c.members[p.b]) {
			c.join(p.a, p.b)
		}
	}
	var out [][]int
	for _, m := range c.members {
		if m != nil {
			out = append(out, m)
		}
	}
	return out
}

// clusters is the state of agglomerate. A cluster is named by its lowest index.
type clusters struct {
	members          [][]int // nil when joined into another
	gain             []map[int]float64
	floor, threshold float64
	queue            proposals
}

// average is the mean score between the members of two clusters.
func (c *clusters) average(a, b int) float64 {
	return c.floor + c.gain[a][b]/float64(len(c.members[a])*len(c.members[b]))
}

func (c *clusters) offer(a, b int) {
	if a > b {
		a, b = b, a
	}
	if s := c.average(a, b); s > c.threshold {
		heap.Push(&c.queue, proposal{a, b, len(c.members[a]) + len(c.members[b]), s})
	}
}

func (c *clusters) join(a, b int) {
	c.members[a] = append(c.members[a], c.members[b]...)
	c.members[b] = nil
	delete(c.gain[a], b)
	for k, g := range c.gain[b] {
		delete(c.gain[k], b)
		if k != a {
			c.gain[a][k] += g
			c.gain[k][a] += g
		}
	}
	c.gain[b] = nil
	for k := range c.gain[a] {
		c.offer(a, k)
	}
}

// proposal is to join two clusters; it is stale once either has grown.
type proposal struct {
	a, b  int
	size  int
	score float64
}

type proposals []proposal

func (p proposals) Len() int { return len(p) }
func (p proposals) Less(i, j int) bool {
	if p[i].score != p[j].score {
		return p[i].score > p[j].score
	}
	if p[i].a != p[j].a {
		return p[i].a < p[j].a
	}
	return p[i].b < p[j].b
}
func (p proposals) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p *proposals) Push(x any)   { *p = append(*p, x.(proposal)) }
func (p *proposals) Pop() any {
	old := *p
	x := old[len(old)-1]
	*p = old[:len(old)-1]
	return x
}

package reconcile

import (
	"cmp"
	"container/heap"
	"slices"
)

// group clusters claims by average link over the scored pairs; pairs that were
// not compared count as 0. Each group is sorted; a claim may be in several, in
// one as a member of the partition and in others as a guest. Groups are in
// order of their first claim. Cost: pairs × log pairs.
func (t *table) group(pairs [][2]int, m *Model) [][]int {
	t.score = make(map[[2]int]float64, len(pairs))
	t.parts = map[[2]int]Features{}
	rows := t.features(pairs)
	t.alone, t.meet = t.tell(rows, m.First), m.Meet
	for _, p := range rows {
		s := m.Score(p.Features)
		t.score[key(p.A, p.B)] = s
		if s >= m.Attach {
			t.parts[key(p.A, p.B)] = m.Parts(p.Features)
		}
	}
	g := newGrouping(len(t.views))
	for _, p := range pairs {
		if s := t.score[p]; s > 0 {
			g.link(p[0], p[1], s)
		}
	}
	return t.guests(g.run(m.Join), m.Attach)
}

// guestsAt is how near a guest must be on average to those that came before it:
// two that share a group's fact from two sides need not share one.
const guestsAt = 0.3

// guest is a claim that may serve a group beside its own, with its nearness.
type guest struct {
	claim int
	near  float64
}

// guests lets claims serve the groups of their likeliest partners too, the
// nearest first.
func (t *table) guests(groups [][]int, at float64) [][]int {
	home := make([]int, len(t.views))
	for g, members := range groups {
		for _, i := range members {
			home[i] = g
		}
	}
	calls := make([][]guest, len(groups))
	asked := map[[2]int]bool{} // claim, group
	ask := func(i, g int) {
		if q := [2]int{i, g}; home[i] != g && !asked[q] {
			asked[q] = true
			if s := t.near(i, groups[g]); s >= at {
				calls[g] = append(calls[g], guest{i, s})
			}
		}
	}
	for p, s := range t.score {
		if s >= at {
			ask(p[0], home[p[1]])
			ask(p[1], home[p[0]])
		}
	}
	out := make([][]int, len(groups))
	for g := range groups {
		out[g] = append(slices.Clone(groups[g]), t.admitted(calls[g])...)
	}
	return t.tidy(t.fuse(out))
}

// admitted returns the guests that get on with those before them.
func (t *table) admitted(calls []guest) []int {
	slices.SortFunc(calls, func(a, b guest) int { return cmp.Or(cmp.Compare(b.near, a.near), cmp.Compare(a.claim, b.claim)) })
	var in []int
	for _, c := range calls {
		if len(in) == 0 || t.near(c.claim, in) >= guestsAt {
			in = append(in, c.claim)
		}
	}
	return in
}

// fuseAt is the share of the smaller of two groups' claims that both have when
// they are taken for one.
const fuseAt = 0.6

// fuse makes one of groups that share most of the smaller one's claims.
func (t *table) fuse(groups [][]int) [][]int {
	in := make([][]int, len(t.views)) // claim → groups
	for g := range groups {
		slices.Sort(groups[g])
		for _, i := range groups[g] {
			in[i] = append(in[i], g)
		}
	}
	var up unionFind
	up.grow(len(groups))
	for g, members := range groups {
		if len(members) < 2 {
			continue
		}
		for _, i := range members {
			for _, h := range in[i] {
				if h < g && len(groups[h]) > 1 && fuseAt*float64(min(len(members), len(groups[h]))) <= float64(common(members, groups[h])) {
					up.join(g, h)
				}
			}
		}
	}
	out := make([][]int, len(groups))
	for g, members := range groups {
		r := up.root(g)
		out[r] = append(out[r], members...)
	}
	var kept [][]int
	for _, m := range out {
		if m != nil {
			slices.Sort(m)
			kept = append(kept, slices.Compact(m))
		}
	}
	return kept
}

// near is the average score of claim i with the members.
func (t *table) near(i int, members []int) float64 {
	sum := 0.0
	for _, j := range members {
		sum += t.score[key(i, j)]
	}
	return sum / float64(len(members))
}

// tidy sorts members and drops groups that lie wholly inside another.
func (t *table) tidy(groups [][]int) [][]int {
	var out [][]int
	in := make([][]int, len(t.views)) // claim → groups that hold it
	for g := range groups {
		slices.Sort(groups[g])
		for _, i := range groups[g] {
			in[i] = append(in[i], g)
		}
	}
	for g, members := range groups {
		if !covered(g, groups, in[members[0]]) {
			out = append(out, members)
		}
	}
	slices.SortStableFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}

// covered reports whether another of the groups holds all of g's members; of
// equal groups the first stays.
func covered(g int, groups [][]int, among []int) bool {
	for _, h := range among {
		if h == g || len(groups[h]) < len(groups[g]) || len(groups[h]) == len(groups[g]) && h > g {
			continue
		}
		if contains(groups[h], groups[g]) {
			return true
		}
	}
	return false
}

// contains reports whether the sorted set a has all of the sorted set b.
func contains(a, b []int) bool {
	i := 0
	for _, x := range b {
		for i < len(a) && a[i] < x {
			i++
		}
		if i == len(a) || a[i] != x {
			return false
		}
	}
	return true
}

// grouping is agglomeration in progress. Invariant: sum[a][b] == sum[b][a] is
// the total score of the pairs between live clusters a and b.
type grouping struct {
	members [][]int
	sum     []map[int]float64
	queue   mergeQueue
}

func newGrouping(n int) *grouping {
	g := &grouping{members: make([][]int, n), sum: make([]map[int]float64, n)}
	for i := range n {
		g.members[i] = []int{i}
		g.sum[i] = map[int]float64{}
	}
	return g
}

func (g *grouping) link(a, b int, s float64) { g.sum[a][b], g.sum[b][a] = s, s }

// run merges the closest clusters until none are at least at apart.
func (g *grouping) run(at float64) [][]int {
	for a := range g.sum {
		for b := range g.sum[a] {
			if a < b {
				g.offer(a, b, at)
			}
		}
	}
	for g.queue.Len() > 0 {
		m := heap.Pop(&g.queue).(merge)
		if g.members[m.a] != nil && g.members[m.b] != nil && g.size(m.a, m.b) == m.size {
			g.merge(m.a, m.b, at)
		}
	}
	var out [][]int
	for _, m := range g.members {
		if m != nil {
			slices.Sort(m)
			out = append(out, m)
		}
	}
	return out
}

// size tells apart the states of two clusters: members only ever grow.
func (g *grouping) size(a, b int) [2]int { return [2]int{len(g.members[a]), len(g.members[b])} }

func (g *grouping) offer(a, b int, at float64) {
	a, b = min(a, b), max(a, b)
	avg := g.sum[a][b] / float64(len(g.members[a])*len(g.members[b]))
	if avg >= at {
		heap.Push(&g.queue, merge{avg, a, b, g.size(a, b)})
	}
}

// merge puts b into a.
func (g *grouping) merge(a, b int, at float64) {
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
	var near []int
	for c := range g.sum[b] {
		near = append(near, c)
	}
	slices.Sort(near)
	delete(g.sum[a], b)
	for _, c := range near {
		if c == a {
			continue
		}
		s := g.sum[a][c] + g.sum[b][c]
		delete(g.sum[c], b)
		g.link(a, c, s)
	}
	g.sum[b] = nil
	for c := range g.sum[a] {
		g.offer(a, c, at)
	}
}

// merge is an offer to join two clusters that had the given sizes.
type merge struct {
	avg  float64
	a, b int
	size [2]int
}

// mergeQueue gives the best offer first; ties go to the earlier clusters.
type mergeQueue []merge

func (q mergeQueue) Len() int { return len(q) }
func (q mergeQueue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].avg, q[i].avg), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q mergeQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *mergeQueue) Push(x any)   { *q = append(*q, x.(merge)) }
func (q *mergeQueue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

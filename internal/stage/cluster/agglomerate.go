package cluster

import (
	"cmp"
	"container/heap"
	"slices"
)

// whole is how much of a judgement on two clusters rests on comparing them as
// wholes; the rest is the average of their members' pairs. It is less across
// languages, where what words have in common went through a table.
const (
	whole       = 0.7
	wholeAcross = 0.5
)

// quorum is the lowest average, in log-odds below the threshold, at which
// clusters that are alike as wholes may be joined.
const quorum = -2.5

// edge sums up the compared pairs between two clusters.
type edge struct {
	gain  float64  // of the pairs' scores over -limit, summed
	pairs int      // how many were compared
	sum   features // of those pairs
}

func (e edge) plus(o edge) edge {
	e.gain += o.gain
	e.pairs += o.pairs
	for i := range e.sum {
		e.sum[i] += o.sum[i]
	}
	return e
}

// cluster is a growing story. Its name is its lowest member.
type cluster struct {
	members []int
	parts   []part // by language
	edges   map[int]edge
	sides   sides // of what is to be apart
}

// part is what of a cluster is in one language.
type part struct {
	language string
	size     int
	vectors
	bridge vectors // empty where the input has one language
}

// wholes is how much comparing p and o as wholes counts.
func (p *part) wholes(o *part) float64 {
	if p.language == o.language {
		return whole
	}
	return wholeAcross
}

// towards returns the vectors that are compared with those of a part in
// another language, or in the same.
func (p *part) towards(o *part) *vectors {
	if p.language == o.language {
		return &p.vectors
	}
	return &p.bridge
}

// forest is the state of agglomerate.
type forest struct {
	clusters []*cluster // nil when joined into another
	models   *models
	queue    proposals
	home     []int // the cluster of each document
}

// task is what agglomerate works on.
type task struct {
	docs   []document
	pairs  []pair
	models *models
	start  [][]int     // clusters to begin with, by position; those of one are not needed
	rules  Constraints // by position
}

// agglomerate joins documents into clusters: again and again the two that
// score highest, as long as one scores above 0 and no link forbids it. Pairs
// that were not compared count as wholly unlike. Ties go to the lower
// positions. Then stragglers are taken in. Cost is near pairs × log pairs.
func agglomerate(t task) [][]int {
	f := t.forest()
	for _, list := range slices.Concat(t.start, t.rules.Together) {
		f.gather(list)
	}
	for f.queue.Len() > 0 {
		p := heap.Pop(&f.queue).(proposal)
		if a, b := f.clusters[p.a], f.clusters[p.b]; a != nil && b != nil && p.size == len(a.members)+len(b.members) {
			f.join(p.a, p.b)
		}
	}
	f.takeStragglers(t.docs)
	var out [][]int
	for _, c := range f.clusters {
		if c != nil {
			out = append(out, c.members)
		}
	}
	return out
}

// forest puts each document into a cluster of its own.
func (t *task) forest() *forest {
	f := &forest{clusters: make([]*cluster, len(t.docs)), models: t.models, home: make([]int, len(t.docs))}
	apart := t.rules.sidesOf(len(t.docs))
	for i := range t.docs {
		d := &t.docs[i]
		f.home[i] = i
		f.clusters[i] = &cluster{members: []int{i}, edges: map[int]edge{}, parts: []part{{d.language, 1, d.vectors, d.bridge}}, sides: apart[i]}
	}
	for _, p := range t.pairs {
		score := t.models.of(t.docs[p.a].language, t.docs[p.b].language).score(&p.features)
		if score <= -limit {
			continue // as good as not compared
		}
		e := edge{gain: score + limit, pairs: 1, sum: p.features}
		f.clusters[p.a].edges[p.b] = e
		f.clusters[p.b].edges[p.a] = e
		f.push(p.a, p.b, score)
	}
	return f
}

// gather joins the clusters of some documents, whatever they score.
func (f *forest) gather(list []int) {
	for _, i := range list[min(1, len(list)):] {
		if a, b := f.home[list[0]], f.home[i]; a != b {
			f.join(min(a, b), max(a, b))
		}
	}
}

// score returns how alike two clusters are, above 0 if they are to be joined.
func (f *forest) score(a, b *cluster, e edge) float64 {
	n := float64(len(a.members) * len(b.members))
	average := e.gain/n - limit
	if average < quorum {
		return average
	}
	score := average
	for i := range a.parts {
		for j := range b.parts {
			x, y := &a.parts[i], &b.parts[j]
			share := float64(x.size*y.size) / n
			score += x.wholes(y) * share * (f.models.of(x.language, y.language).score(centroids(x, y, e)) - average)
		}
	}
	return score
}

// centroids returns the features of two parts as wholes. What has no centroid
// is the mean of the compared pairs.
func centroids(x, y *part, e edge) *features {
	f := alike(x.towards(y), y.towards(x))
	for _, i := range []int{fTitleIn, fSlots, fApart, fOutlet} {
		f[i] = e.sum[i] / float64(max(1, e.pairs))
	}
	return &f
}

func (f *forest) push(a, b int, score float64) {
	if a > b {
		a, b = b, a
	}
	if score > 0 && !f.clusters[a].sides.forbid(f.clusters[b].sides) {
		heap.Push(&f.queue, proposal{a, b, len(f.clusters[a].members) + len(f.clusters[b].members), score})
	}
}

// join takes cluster j into cluster i.
func (f *forest) join(i, j int) {
	a, b := f.clusters[i], f.clusters[j]
	f.clusters[j] = nil
	for _, d := range b.members {
		f.home[d] = i
	}
	a.members = append(a.members, b.members...)
	a.sides = a.sides.and(b.sides)
	for _, s := range b.parts {
		a.addPart(s)
	}
	delete(a.edges, j)
	for k, e := range b.edges {
		c := f.clusters[k]
		delete(c.edges, j)
		if k != i {
			a.edges[k] = a.edges[k].plus(e)
		}
	}
	for k, e := range a.edges {
		c := f.clusters[k]
		c.edges[i] = e
		f.push(i, k, f.score(a, c, e))
	}
}

func (c *cluster) addPart(s part) {
	i := slices.IndexFunc(c.parts, func(o part) bool { return o.language == s.language })
	if i < 0 {
		c.parts = append(c.parts, s)
		slices.SortFunc(c.parts, func(a, b part) int { return cmp.Compare(a.language, b.language) })
		return
	}
	own := &c.parts[i]
	own.vectors = own.vectors.mix(own.size, &s.vectors, s.size)
	own.bridge = own.bridge.mix(own.size, &s.bridge, s.size)
	own.size += s.size
}

// proposal is to join two clusters; it is stale once either has grown.
type proposal struct {
	a, b  int
	size  int
	score float64
}

type proposals []proposal

func (p proposals) Len() int      { return len(p) }
func (p proposals) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p proposals) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(p[j].score, p[i].score), p[i].a-p[j].a, p[i].b-p[j].b) < 0
}
func (p *proposals) Push(x any) { *p = append(*p, x.(proposal)) }
func (p *proposals) Pop() any {
	last := len(*p) - 1
	x := (*p)[last]
	*p = (*p)[:last]
	return x
}

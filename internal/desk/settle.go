package desk

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// settle turns threads and joins into stories: it completes p with those that
// change.
func (r *run) settle(p *store.Placement) error {
	g, err := r.graph(p)
	if err != nil {
		return err
	}
	parts := g.components(&r.decided)
	if err := r.introduce(parts); err != nil {
		return err
	}
	if err := r.name(g, parts); err != nil {
		return err
	}
	named, home := map[news.StoryID]bool{}, map[news.PageID]news.StoryID{}
	for _, c := range parts {
		named[c.id] = true
		for _, page := range c.pages {
			home[page] = c.id
		}
		if !slices.Equal(g.stories[c.id], c.pages) || r.stirred(p, c.pages) {
			p.Stories = append(p.Stories, r.story(c))
		}
	}
	for _, id := range g.order {
		if !named[id] {
			p.Stories = append(p.Stories, store.Story{ID: id, Into: heir(g.stories[id], home)})
		}
	}
	for i := range p.Threads {
		p.Threads[i].Story = home[p.Threads[i].Pages[0]]
	}
	return nil
}

// graph is the threads that may change their story, with what joins them.
type graph struct {
	threads []store.Thread // new ones and all others of the stories touched, by window, then id
	joins   [][2]string
	stories map[news.StoryID][]news.PageID // as they were, sorted
	order   []news.StoryID                 // of stories, sorted
}

// graph reads what hangs together with the new threads, before and after.
func (r *run) graph(p *store.Placement) (*graph, error) {
	q := store.ThreadQuery{Windows: p.Windows}
	for _, t := range p.Threads {
		q.Pages = append(q.Pages, t.Pages...)
	}
	for _, t := range r.decided.together {
		q.Pages = append(q.Pages, t...)
	}
	for _, j := range p.Joins {
		q.Pages = append(q.Pages, headOf(j[0]), headOf(j[1]))
	}
	for _, id := range p.Rejoined {
		q.Pages = append(q.Pages, headOf(id))
	}
	near, err := r.store.Stories().Threads(r.ctx, q)
	if err != nil {
		return nil, err
	}
	all, err := r.store.Stories().Threads(r.ctx, store.ThreadQuery{Stories: storiesOf(near.Threads)})
	if err != nil {
		return nil, err
	}
	return newGraph(p, all), nil
}

// newGraph lays the placement over what is stored.
func newGraph(p *store.Placement, stored store.Threads) *graph {
	g := &graph{threads: slices.Clone(p.Threads), stories: map[news.StoryID][]news.PageID{}, order: storiesOf(stored.Threads)}
	dropped, rejoined := map[string]bool{}, map[string]bool{}
	for _, t := range stored.Threads {
		g.stories[t.Story] = append(g.stories[t.Story], t.Pages...)
		if overlaps(p.Windows, t.Window) {
			dropped[t.ID] = true
		} else {
			g.threads = append(g.threads, t)
		}
	}
	for _, id := range p.Rejoined {
		rejoined[id] = true
	}
	for _, j := range stored.Joins {
		if !dropped[j[0]] && !dropped[j[1]] && !rejoined[j[0]] {
			g.joins = append(g.joins, j)
		}
	}
	g.joins = append(g.joins, p.Joins...)
	for _, pages := range g.stories {
		slices.Sort(pages)
	}
	g.sort()
	return g
}

// sort puts the threads in order.
func (g *graph) sort() {
	slices.SortFunc(g.threads, func(a, b store.Thread) int {
		return cmp.Or(a.Window.From.Compare(b.Window.From), cmp.Compare(a.ID, b.ID))
	})
}

// component is what is one story now.
type component struct {
	id    news.StoryID
	pages []news.PageID  // sorted
	first news.ArticleID // the earliest
}

// components returns what hangs together: by decision, whatever else; then by
// joins, in the order of windows, unless a decision forbids it.
func (g *graph) components(dec *decided) []component {
	at, threadAt := map[news.PageID]int{}, map[string]int{}
	var pages []news.PageID
	for i, t := range g.threads {
		threadAt[t.ID] = i
		for _, page := range t.Pages {
			at[page] = i
			pages = append(pages, page)
		}
	}
	rules := dec.rules(pages)
	toThreads := func(list []int) []int {
		var out []int
		for _, k := range list {
			out = append(out, at[pages[k]])
		}
		return out
	}
	var must, may [][2]int
	for _, list := range rules.Together {
		list = toThreads(list)
		for _, i := range list[1:] {
			must = append(must, [2]int{list[0], i})
		}
	}
	for _, j := range g.joins {
		a, ok := threadAt[j[0]]
		b, too := threadAt[j[1]]
		if ok && too {
			may = append(may, [2]int{a, b})
		}
	}
	slices.SortFunc(may, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	var apart [][2][]int
	for _, p := range rules.Apart {
		apart = append(apart, [2][]int{toThreads(p[0]), toThreads(p[1])})
	}
	var out []component
	for _, class := range cluster.Unite(len(g.threads), must, may, apart) {
		var c component
		for _, i := range class {
			c.pages = append(c.pages, g.threads[i].Pages...)
		}
		slices.Sort(c.pages)
		out = append(out, c)
	}
	return out
}

// overlaps reports whether w shares time with one of windows.
func overlaps(windows []store.Window, w store.Window) bool {
	return slices.ContainsFunc(windows, func(x store.Window) bool { return x.From.Before(w.Until) && w.From.Before(x.Until) })
}

// storiesOf returns the different stories of threads, sorted.
func storiesOf(threads []store.Thread) []news.StoryID {
	var out []news.StoryID
	for i := range threads {
		out = append(out, threads[i].Story)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// heir returns the story that has most of some pages now, "" if none has any.
func heir(pages []news.PageID, home map[news.PageID]news.StoryID) news.StoryID {
	count := map[news.StoryID]int{}
	best := news.StoryID("")
	for _, p := range pages {
		id := home[p]
		if id == "" {
			continue
		}
		count[id]++
		if count[id] > count[best] || count[id] == count[best] && id < best {
			best = id
		}
	}
	return best
}

package desk

import (
	"cmp"
	"errors"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// meet remembers articles without their text.
func (r *run) meet(articles []store.Article) {
	for i := range articles {
		a := articles[i].Article
		a.Text, a.Removed = "", nil
		r.heads[a.Page] = a
	}
}

// introduce meets the current articles of all components and finds the
// earliest of each.
func (r *run) introduce(parts []component) error {
	var unknown []news.PageID
	for _, c := range parts {
		for _, p := range c.pages {
			if _, ok := r.heads[p]; !ok {
				unknown = append(unknown, p)
			}
		}
	}
	for chunk := range slices.Chunk(unknown, 1000) {
		versions, err := r.store.Articles().Versions(r.ctx, chunk...)
		if err != nil {
			return err
		}
		r.meet(slices.DeleteFunc(versions, func(a store.Article) bool { return !a.Current }))
	}
	for i := range parts {
		parts[i].first = r.inOrder(parts[i].pages)[0].ID
	}
	return nil
}

// inOrder returns the articles of pages in order of time.
func (r *run) inOrder(pages []news.PageID) []news.Article {
	out := make([]news.Article, len(pages))
	for i, p := range pages {
		out[i] = r.heads[p]
	}
	slices.SortFunc(out, func(a, b news.Article) int { return cluster.Order(&a, &b) })
	return out
}

// stirred reports whether an article of some pages is new or is cut anew.
func (r *run) stirred(p *store.Placement, pages []news.PageID) bool {
	return slices.ContainsFunc(pages, func(page news.PageID) bool {
		_, cut := p.Cuts[r.heads[page].ID]
		return cut || r.touched[page]
	})
}

// name gives each component the id of the story with which it shares most
// pages, each id once; what is left gets a new one.
func (r *run) name(g *graph, parts []component) error {
	type claim struct {
		id     news.StoryID
		part   int
		shared int // pages; more than there are where a decision says so
	}
	was := map[news.PageID]news.StoryID{}
	for id, pages := range g.stories {
		for _, p := range pages {
			was[p] = id
		}
	}
	var claims []claim
	for i, c := range parts {
		shared := map[news.StoryID]int{}
		for _, p := range c.pages {
			if id, ok := was[p]; ok {
				shared[id]++
			}
		}
		for id, n := range shared {
			if r.meant(id, &c) {
				n += len(was)
			}
			claims = append(claims, claim{id, i, n})
		}
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(b.shared-a.shared, cmp.Compare(a.id, b.id), cmp.Compare(parts[a.part].first, parts[b.part].first))
	})
	taken := map[news.StoryID]bool{}
	for id := range g.stories {
		taken[id] = true
	}
	given := map[news.StoryID]bool{}
	for _, c := range claims {
		if parts[c.part].id == "" && !given[c.id] {
			parts[c.part].id, given[c.id] = c.id, true
		}
	}
	for i := range parts {
		if parts[i].id == "" {
			id, err := r.free(parts[i].first, taken)
			if err != nil {
				return err
			}
			parts[i].id, taken[id] = id, true
		}
	}
	return nil
}

// meant reports whether a person decided that a component is to go on as a
// story: what another was merged or moved into, or what stayed
// in a split.
func (r *run) meant(id news.StoryID, c *component) bool {
	has := func(list []news.PageID) bool {
		return len(list) > 0 && slices.Contains(c.pages, list[0])
	}
	return slices.ContainsFunc(r.edits, func(e store.Edit) bool {
		into := e.Kind == store.Merge || e.Kind == store.Move
		return into && e.Target == id && has(e.There) && has(e.Pages) ||
			e.Kind == store.Split && e.Story == id && has(e.Stay) && !has(e.Pages)
	})
}

// free returns a story id that was never given.
func (r *run) free(first news.ArticleID, taken map[news.StoryID]bool) (news.StoryID, error) {
	for n := 0; ; n++ {
		id := pipeline.StoryID(first, n)
		if taken[id] {
			continue
		}
		_, err := r.store.Stories().Story(r.ctx, id)
		if errors.Is(err, news.ErrNotFound) {
			return id, nil
		}
		if err != nil {
			return "", err
		}
	}
}

// story is a component as it is to be stored.
func (r *run) story(c component) store.Story {
	articles := r.inOrder(c.pages)
	h := pipeline.Headed(articles)
	s := store.Story{ID: c.id, Title: h.Title, Languages: h.Languages, First: h.First, Last: h.Last, Updated: r.opt.Now()}
	for _, a := range articles {
		s.Pages = append(s.Pages, a.Page)
		if a.Outlet != nil && !slices.Contains(s.Outlets, a.Outlet.Name) {
			s.Outlets = append(s.Outlets, a.Outlet.Name)
		}
	}
	slices.Sort(s.Outlets)
	return s
}

package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// Recompute makes everything anew from the facts, documents and edits, without
// writing, and tells what differs from what the store has, one line each: the
// articles, their stories, and the dossiers that are up to date. Nothing is
// told of a sound store whose jobs are done. Cost: that of adding all documents
// again, with their articles in memory.
func (d *Desk) Recompute(ctx context.Context) ([]string, error) {
	edits, err := d.store.Edits().All(ctx, 0, 0)
	if err != nil {
		return nil, err
	}
	c := &recount{Desk: d, ctx: ctx, decided: decide(edits), pages: map[news.PageID][]store.Article{}}
	if err := c.read(); err != nil {
		return nil, err
	}
	parts := c.components()
	if err := c.compareArticles(); err != nil {
		return nil, err
	}
	if err := c.compareStories(parts); err != nil {
		return nil, err
	}
	return c.differ, nil
}

// recount is one run of Recompute.
type recount struct {
	*Desk
	ctx     context.Context
	decided decided
	pages   map[news.PageID][]store.Article // versions in order
	differ  []string
}

func (c *recount) tell(format string, args ...any) {
	c.differ = append(c.differ, fmt.Sprintf(format, args...))
}

// read cleans all documents and orders the versions of each page.
func (c *recount) read() error {
	for doc, err := range c.store.Documents().All(c.ctx) {
		if err != nil {
			return err
		}
		v, err := c.version(doc)
		if errors.Is(err, news.ErrInvalid) {
			continue
		}
		if err != nil {
			return err
		}
		c.pages[v.Page] = store.WithVersion(c.pages[v.Page], v)
	}
	return c.ctx.Err()
}

// current returns the articles that stand, in order of time.
func (c *recount) current() []store.Article {
	var out []store.Article
	for _, versions := range c.pages {
		out = append(out, versions[len(versions)-1])
	}
	slices.SortFunc(out, placedOrder)
	return out
}

// placedOrder is the order of store.Log.Between.
func placedOrder(a, b store.Article) int {
	if c := a.Placed().Compare(b.Placed()); c != 0 {
		return c
	}
	return cluster.Order(&a.Article, &b.Article)
}

// components groups all that stands, and keeps what was cut.
func (c *recount) components() []component {
	var (
		g    graph
		last *sheet
	)
	articles := c.current()
	times := make([]time.Time, len(articles))
	for i := range articles {
		times[i] = articles[i].Placed()
	}
	for _, w := range c.opt.Calendar.Cut(times) {
		n := 0
		for n < len(articles) && w.Holds(articles[n].Placed()) {
			n++
		}
		s := c.group(w, articles[:n], &c.decided)
		articles = articles[n:]
		for i, cut := range s.cuts {
			versions := c.pages[s.articles[i].Page]
			versions[len(versions)-1].Cut = cut
		}
		g.threads = append(g.threads, s.threads...)
		g.joins = append(g.joins, c.join(last, s, &c.decided)...)
		last = s
	}
	g.sort()
	return g.components(&c.decided)
}

// compareArticles holds the versions against those of the store.
func (c *recount) compareArticles() error {
	ids := make([]news.PageID, 0, len(c.pages))
	for id := range c.pages {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for chunk := range slices.Chunk(ids, 500) {
		stored, err := c.store.Articles().Versions(c.ctx, chunk...)
		if err != nil {
			return err
		}
		have := map[news.PageID][]store.Article{}
		for _, a := range stored {
			have[a.Page] = append(have[a.Page], a)
		}
		for _, id := range chunk {
			if a, b := naming(have[id]), naming(c.pages[id]); a != b {
				c.tell("page %s: the store has %s, its documents give %s", id, a, b)
			}
			for i := range min(len(have[id]), len(c.pages[id])) {
				c.pages[id][i].Withdrawn = have[id][i].Withdrawn // a fact of its own
			}
		}
	}
	return nil
}

// naming lists versions.
func naming(versions []store.Article) string {
	var b bytes.Buffer
	for i, a := range versions {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s", a.ID)
		if len(a.Cut) > 0 {
			fmt.Fprintf(&b, " less %d", len(a.Cut))
		}
	}
	return b.String()
}

// compareStories holds stories and dossiers against those of the store.
func (c *recount) compareStories(parts []component) error {
	home := map[news.PageID]int{}
	for i, p := range parts {
		for _, page := range p.pages {
			home[page] = i
		}
	}
	seen := map[int]bool{}
	for cursor, more := store.Cursor(""), true; more; more = cursor != "" {
		list, next, err := c.store.Stories().List(c.ctx, store.StoryFilter{After: cursor, Limit: 200})
		if err != nil {
			return err
		}
		cursor = next
		for _, l := range list {
			pages := slices.Sorted(slices.Values(l.Pages))
			i, ok := home[pages[0]]
			if !ok || !slices.Equal(parts[i].pages, pages) {
				c.tell("story %s: its %d articles are not one story anew", l.ID, len(pages))
				continue
			}
			seen[i] = true
			if err := c.compareDossier(l); err != nil {
				return err
			}
		}
	}
	for i, p := range parts {
		if !seen[i] {
			c.tell("story of %s and %d more: not in the store", p.pages[0], len(p.pages)-1)
		}
	}
	return nil
}

// compareDossier makes a dossier anew if the store has it up to date.
func (c *recount) compareDossier(l store.Listed) error {
	if !l.HasFresh {
		return nil
	}
	kept, err := c.store.Stories().Dossier(c.ctx, l.ID)
	if err != nil {
		return err
	}
	var versions []store.Article
	for _, p := range l.Pages {
		versions = append(versions, c.pages[p]...)
	}
	var readings []news.Reading
	for _, a := range standing(versions) {
		readings = append(readings, c.steps.Read(a.Effective()))
	}
	made, err := pack(c.steps.Revised(l.ID, readings, c.history(versions)))
	if err == nil && !bytes.Equal(made.JSON, kept.JSON) {
		c.tell("story %s: its dossier comes out otherwise", l.ID)
	}
	return err
}

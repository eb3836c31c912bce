package webtest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

// Page is one to look at.
type Page struct {
	Name, Path string
	Then       string // done in the page before it is looked at
}

// Exhibit fills a newsroom with something for every page: the examples, more
// documents, sources that do well and badly, and edits.
func (n *Newsroom) Exhibit(ctx context.Context, root string, docs iter.Seq[news.RawDocument]) error {
	if err := n.Fill(ctx, root, slices.Collect(docs)...); err != nil {
		return err
	}
	if err := n.feeds(ctx); err != nil {
		return err
	}
	list, err := n.stories(ctx)
	if err != nil || len(list) < 2 {
		return cmp.Or(err, fmt.Errorf("exhibit: %d stories", len(list)))
	}
	if _, err := n.Desk.Pin(ctx, "sari", list[0].ID, list[0].Pages[:2]); err != nil {
		return err
	}
	if _, err := n.Desk.Split(ctx, "sari", list[1].ID, list[1].Pages[:1]); err != nil {
		return err
	}
	return n.Desk.Work(ctx, true)
}

func (n *Newsroom) stories(ctx context.Context) ([]store.Listed, error) {
	list, _, err := n.Store.Stories().List(ctx, store.StoryFilter{Sort: store.BySize, Limit: 20})
	return list, err
}

func (n *Newsroom) feeds(ctx context.Context) error {
	now := n.Site.Now()
	for i, f := range []struct {
		url, title string
		state      news.FeedState
	}{
		{"https://hariantalang.example/rss", "Harian Talang", news.FeedState{Polls: 90, LastPoll: now.Add(-4 * time.Minute), LastSuccess: now.Add(-4 * time.Minute), LastFull: now.Add(-4 * time.Minute), LastNew: now.Add(-11 * time.Minute), NextDue: now.Add(6 * time.Minute)}},
		{"https://wartapagi.example/feed", "Warta Pagi", news.FeedState{Polls: 90, LastPoll: now.Add(-9 * time.Minute), LastSuccess: now.Add(-9 * time.Minute), LastFull: now.Add(-9 * time.Minute), LastNew: now.Add(-200 * time.Hour), NextDue: now.Add(50 * time.Minute)}},
		{"https://detak.example/sitemap-news.xml", "Detak", news.FeedState{Polls: 40, LastPoll: now.Add(-30 * time.Minute), LastSuccess: now.Add(-50 * time.Hour), Failures: 9, FirstFailure: now.Add(-50 * time.Hour), LastFailure: &news.Failure{Kind: news.FailWall, Status: 403}, NextDue: now.Add(4 * time.Hour)}},
		{"https://koran-timur.example/rss", "Koran Timur", news.FeedState{}},
	} {
		feed, err := poll.NewFeed(f.url, news.FeedFeed, f.title, now)
		if err != nil {
			return err
		}
		if _, err := n.Store.Feeds().Add(ctx, []news.Feed{feed}); err != nil {
			return err
		}
		if i == 3 {
			err = n.Store.Feeds().Pause(ctx, feed.ID, true)
		} else {
			err = n.Store.Feeds().Polled(ctx, feed.ID, f.state, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Pages lists one address of each kind of page, those that show most.
func (n *Newsroom) Pages(ctx context.Context) ([]Page, error) {
	list, err := n.stories(ctx)
	if err != nil {
		return nil, err
	}
	d, err := n.Store.Stories().Dossier(ctx, list[0].ID)
	if err != nil {
		return nil, err
	}
	var s dossier.Story
	if err := json.Unmarshal(d.JSON, &s); err != nil {
		return nil, err
	}
	link := slices.MaxFunc(s.Lineage, func(a, b dossier.Link) int { return len(a.Passages) - len(b.Passages) })
	outlet := ""
	for _, a := range s.Articles {
		if a.ID == link.To && a.Outlet != nil {
			outlet = a.Outlet.Name
		}
	}
	name := s.Entities[0].Name
	for _, q := range s.Articles[0].Quotes {
		if q.Speaker != nil {
			name = *q.Speaker
			break
		}
	}
	for _, l := range list[:1] {
		if len(l.Summary.Entities) > 0 && !slices.Contains(l.Summary.Entities, name) {
			name = l.Summary.Entities[0]
		}
	}
	story := "/stories/" + s.ID
	return []Page{
		{Name: "front", Path: "/"},
		{Name: "front-filter", Path: "/?differences=1&sort=origins"},
		{Name: "front-none", Path: "/?outlet=Tiada"},
		{Name: "story", Path: story},
		{Name: "story-evidence", Path: story, Then: `document.querySelector("main a.q[data-open]").click()`},
		{Name: "story-figures", Path: story, Then: `document.getElementById("s1-timeline").scrollIntoView() // no click`},
		{Name: "story-matrix", Path: story, Then: `document.getElementById("s1-matrix").scrollIntoView() // no click`},
		{Name: "story-edit", Path: story, Then: `document.getElementById("edit").scrollIntoView() // no click`},
		{Name: "article", Path: "/articles/" + link.To},
		{Name: "compare", Path: "/compare?a=" + link.From + "&b=" + link.To},
		{Name: "search", Path: "/search?q=jembatan"},
		{Name: "search-findings", Path: "/search?in=findings&q=jembatan"},
		{Name: "search-empty", Path: "/search"},
		{Name: "watch", Path: "/watch?name=Jembatan&story=" + s.ID},
		{Name: "sources", Path: "/sources"},
		{Name: "add", Path: "/add"},
		{Name: "audit", Path: "/audit"},
		{Name: "help", Path: "/help?lang=id"},
		{Name: "help-en", Path: "/help?lang=en"},
		{Name: "outlet", Path: "/outlets/" + url.PathEscape(outlet)},
		{Name: "name", Path: "/names/" + url.PathEscape(name)},
		{Name: "settings", Path: "/settings"},
		{Name: "sign-in", Path: "/sign-in"},
		{Name: "problem", Path: "/stories/s-none"},
	}, nil
}

package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func feed(url string) news.Feed {
	return news.Feed{ID: news.NewFeedID(url), URL: url, Kind: news.FeedFeed, Title: "Warta", Added: begin()}
}

func testFeeds(t *testing.T, open Open) {
	ctx, s := context.Background(), open(t)
	feeds := s.Feeds()
	a, b, c := feed("https://a.example/rss"), feed("https://b.example/rss"), feed("https://c.example/rss")
	equal(t, "added", the(feeds.Add(ctx, []news.Feed{b, a, b}))(t), 2)
	other := a
	other.Title = "Lain"
	equal(t, "added again", the(feeds.Add(ctx, []news.Feed{other, c}))(t), 1)
	equal(t, "by url", the(feeds.Feeds(ctx))(t), []store.Feed{{Feed: a}, {Feed: b}, {Feed: c}})

	status := news.FeedState{Validators: news.Validators{ETag: `"1"`}, Title: "Warta", NextDue: hour(2), Polls: 1, LastPoll: hour(1), Took: time.Second,
		LastFailure: &news.Failure{Kind: news.FailStatus, Status: 403}, Rhythm: time.Hour, Seen: []news.SeenItem{{Key: "k", Print: "p"}}}
	must(t, feeds.Polled(ctx, a.ID, status, []store.Job{job(store.Fetch, "https://a.example/1")}))
	equal(t, "jobs", waiting(t, s, store.Fetch), 1)
	early := news.FeedState{NextDue: hour(1)}
	must(t, feeds.Polled(ctx, c.ID, early, nil))
	due := func(now time.Time, limit int) (out []string) {
		t.Helper()
		for _, f := range the(feeds.Due(ctx, now, limit))(t) {
			out = append(out, f.URL)
		}
		return out
	}
	equal(t, "those never polled are due", due(hour(0), 9), []string{b.URL})
	equal(t, "longest due first", due(hour(2), 9), []string{b.URL, c.URL, a.URL})
	equal(t, "a limit", due(hour(2), 2), []string{b.URL, c.URL})
	must(t, feeds.Pause(ctx, b.ID, true))
	equal(t, "without the one paused", due(hour(2), 9), []string{c.URL, a.URL})
	b.Paused = true
	equal(t, "all, with state", the(feeds.Feeds(ctx))(t), []store.Feed{{Feed: a, State: status}, {Feed: b}, {Feed: c, State: early}})
	must(t, feeds.Pause(ctx, b.ID, false))
	must(t, feeds.Remove(ctx, c.ID))
	equal(t, "without the one removed", due(hour(2), 9), []string{b.URL, a.URL})
	fails(t, "removed again", feeds.Remove(ctx, c.ID), news.ErrNotFound)
	fails(t, "paused after that", feeds.Pause(ctx, c.ID, true), news.ErrNotFound)
	fails(t, "polled after that", feeds.Polled(ctx, c.ID, early, []store.Job{job(store.Fetch, "x")}), news.ErrNotFound)
	equal(t, "jobs", waiting(t, s, store.Fetch), 1)
}

func testEdits(t *testing.T, open Open) {
	ctx, s := context.Background(), open(t)
	for n := range 4 {
		put(t, s, article(n, 1))
	}
	log := s.Articles().Log()
	before := the(log.Arrivals(ctx, 0, 99))(t)
	first := store.Edit{At: hour(1), Who: "ratri", Kind: store.Move, Story: "s-a", Target: "s-b", Pages: pages(2), Stay: pages(0), There: pages(1, 77), Note: "lain peristiwa"}
	got := the(s.Edits().Append(ctx, first, []store.Job{job(store.Cluster, "all")}))(t)
	first.Seq = got.Seq
	equal(t, "appended", got, first)
	equal(t, "jobs", waiting(t, s, store.Cluster), 1)
	second := the(s.Edits().Append(ctx, store.Edit{At: hour(2), Who: "ratri", Kind: store.Change, Note: "feed"}, nil))(t)
	if second.Seq <= first.Seq {
		t.Errorf("seq %d after %d", second.Seq, first.Seq)
	}
	equal(t, "all", the(s.Edits().All(ctx, 0, 0))(t), []store.Edit{first, second})
	equal(t, "after one", the(s.Edits().All(ctx, first.Seq, 0))(t), []store.Edit{second})
	equal(t, "a limit", the(s.Edits().All(ctx, 0, 1))(t), []store.Edit{first})
	equal(t, "arrivals of its pages", arrivals(the(log.Arrivals(ctx, before[3].Seq, 99))(t)), []string{"p-00000 +0h +0h", "p-00001 +1h +1h", "p-00002 +2h +2h"})
}

package poll

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
)

// dayOfNews is a day of a site whose sections do differently.
const dayOfNews = `
title "Kabar Uji"
day 2026-03-02
feed /feed.xml rss
feed /gmt.xml rss
lies /gmt.xml
feed /wall.xml rss
feed /busy.xml rss
feed /tag/banjir.xml rss
feed /gone.xml rss
feed /stuck.xml rss
feed /slow.xml rss
robots
	User-agent: *
	Disallow: /tag/
	Crawl-delay: 1
05:00 publish /news/1 "Air sungai naik"
	Air sungai Way Uji naik sejak dini hari.
06:00 publish /news/2 "Warga pindah ke balai desa"
	Sebanyak 40 warga pindah.
08:00 edit /news/2 "Warga pindah ke balai desa"
	Sebanyak 60 warga pindah.
09:00 status /wall.xml 403 wall
09:00 status /busy.xml 429 retry-after 3600
09:30 status /stuck.xml 500
10:00 stuck /stuck.xml
10:30 publish /news/3 "Jembatan ditutup"
	Jembatan Way Uji ditutup.
11:00 ok /busy.xml
12:00 gone /news/1
13:00 redirect /gone.xml /feed.xml 301
14:00 delay /slow.xml 15s
15:00 publish /news/4 "Air surut"
	Air sungai surut.
20:00 gone /news/3
22:00 publish /news/5 "Malam tenang"
	Malam tenang.
`

// watched is a feed under watch and what it gave.
type watched struct {
	feed  news.Feed
	state news.FeedState
	items []Item
}

// watch polls the feeds of a site as they fall due until end, on a clock that
// jumps from one to the next, and returns them by path.
func watch(t *testing.T, site *ingesttest.Site, clock *ingesttest.Clock, end time.Time) map[string]*watched {
	t.Helper()
	p := New(Options{Fetch: fetch.Options{Loopback: true, Now: clock.Now, Wait: clock.Wait}})
	defer p.Close()
	out := map[string]*watched{}
	var all []*watched
	for _, e := range site.Of("feed") {
		f, err := NewFeed(site.URL+e.Path, news.FeedFeed, "", clock.Now())
		if err != nil {
			t.Fatal(err)
		}
		out[e.Path] = &watched{feed: f}
		all = append(all, out[e.Path])
	}
	polls := 0
	for ; polls < 5000; polls++ {
		w := slices.MinFunc(all, func(a, b *watched) int { return a.state.NextDue.Compare(b.state.NextDue) })
		now := clock.Reach(w.state.NextDue)
		if now.After(end) {
			break
		}
		var items []Item
		items, w.state, _ = p.Poll(t.Context(), w.feed, w.state, now)
		w.items = append(w.items, items...)
	}
	clock.Set(end)
	t.Logf("%d polls, %d requests", polls, len(site.Requests()))
	return out
}

// TestASimulatedDay watches eight feeds from 05:00 to midnight.
func TestASimulatedDay(t *testing.T) {
	clock := ingesttest.NewClock(time.Time{})
	site := ingesttest.Start(t, dayOfNews, clock)
	end := site.Start().Add(19 * time.Hour)
	feeds := watch(t, site, clock, end)

	got := map[string]news.ConditionKind{}
	for path, w := range feeds {
		got[path] = Health(w.feed, w.state, end).Kind
	}
	want := map[string]news.ConditionKind{
		"/feed.xml": news.FeedFine, "/gmt.xml": news.FeedAhead, "/wall.xml": news.FeedFails, "/busy.xml": news.FeedFine,
		"/tag/banjir.xml": news.FeedFails, "/gone.xml": news.FeedMoved, "/stuck.xml": news.FeedFails, "/slow.xml": news.FeedSlow,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, path := range []string{"/feed.xml", "/gmt.xml", "/gone.xml", "/slow.xml", "/busy.xml"} {
		checkItems(t, site, path, feeds[path].items)
	}
	for path, hours := range map[string]string{"/wall.xml": "09 10 11", "/stuck.xml": "09 10 11"} {
		w := feeds[path]
		if since := Health(w.feed, w.state, end).Since.In(site.Zone).Format("15"); !strings.Contains(hours, since) {
			t.Errorf("%s fails since %s", path, since)
		}
	}
	checkPoliteness(t, site.Requests())
}

// checkItems: each article once, and from the second on at the time at which it
// was published, whatever the feed's clock says.
func checkItems(t *testing.T, site *ingesttest.Site, path string, items []Item) {
	t.Helper()
	events := site.Of("publish")
	if len(items) != len(events) {
		t.Errorf("%s: %d items, %d were published", path, len(items), len(events))
		return
	}
	for i, e := range events {
		at, ok := feed.Stamp(items[i].Published)
		if items[i].URL != site.URL+e.Path || !ok || i > 0 && !at.Equal(e.At) {
			t.Errorf("%s: got %+v, want %s of %v", path, items[i], e.Path, e.At)
		}
	}
}

// checkPoliteness: robots.txt once, what it forbids never, and no request
// sooner after another than the crawl delay allows.
func checkPoliteness(t *testing.T, all []ingesttest.Request) {
	t.Helper()
	robots := 0
	for i, r := range all {
		if r.Path == "/robots.txt" {
			robots++
		}
		if strings.HasPrefix(r.Path, "/tag/") {
			t.Errorf("%s was asked", r.Path)
		}
		if i >= 3 && r.At.Sub(all[i-3].At) < time.Second {
			t.Errorf("request %d: four within %v", i, r.At.Sub(all[i-3].At))
		}
	}
	if robots != 1 {
		t.Errorf("robots.txt was asked %d times", robots)
	}
}

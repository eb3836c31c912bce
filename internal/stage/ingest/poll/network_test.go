package poll

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
)

// page is an article's page under watch.
type page struct {
	item     Item
	v        news.Validators
	versions int
	removed  bool
}

// newsroom watches the feeds and pages of several sites on one clock.
type newsroom struct {
	t     *testing.T
	clock *ingesttest.Clock
	*Poller
	feeds map[string]*watched // by host and path
	pages map[string]*page    // by address
}

func newNewsroom(t *testing.T, archive string) *newsroom {
	t.Helper()
	clock := ingesttest.NewClock(time.Time{})
	net := ingesttest.StartNet(t, archive, clock)
	n := &newsroom{t: t, clock: clock, feeds: map[string]*watched{}, pages: map[string]*page{}}
	n.Poller = New(Options{Fetch: fetch.Options{Loopback: true, Hosts: net.Hosts, Now: clock.Now, Wait: clock.Wait}})
	t.Cleanup(n.Close)
	for host, site := range net.Sites {
		for _, e := range site.Of("feed") {
			f, err := NewFeed("http://"+host+e.Path, news.FeedFeed, "", clock.Now())
			if err != nil {
				t.Fatal(err)
			}
			n.feeds[host+e.Path] = &watched{feed: f}
		}
	}
	return n
}

// pollDue polls the feeds that are due.
func (n *newsroom) pollDue() {
	for _, name := range slices.Sorted(maps.Keys(n.feeds)) {
		w, now := n.feeds[name], n.clock.Now()
		if due, ok := Due(w.feed, w.state, now); !ok || due.After(now) {
			continue
		}
		var items []Item
		items, w.state, _ = n.Poll(n.t.Context(), w.feed, w.state, now)
		for _, it := range items {
			if n.pages[it.URL] == nil {
				n.pages[it.URL] = &page{item: it}
			}
		}
	}
}

// visit fetches the pages that are new, or all, and counts their versions.
func (n *newsroom) visit(all bool) {
	for _, url := range slices.Sorted(maps.Keys(n.pages)) {
		pg := n.pages[url]
		if pg.removed || pg.versions > 0 && !all {
			continue
		}
		a, err := n.FetchArticle(n.t.Context(), pg.item, pg.v, n.clock.Now())
		pg.v, pg.removed = a.Validators, a.Removed
		if err == nil && !a.Unchanged && !a.Removed {
			pg.versions++
		}
	}
}

// TestADayOfFourOutlets looks every five minutes for feeds that are due, and
// once an hour at each page. What should come out stands in day.txtar.
func TestADayOfFourOutlets(t *testing.T) {
	n := newNewsroom(t, ingesttest.Day())
	start := n.clock.Now()
	for step := range 180 {
		n.clock.Reach(start.Add(time.Duration(step) * 5 * time.Minute))
		n.pollDue()
		n.visit(step%12 == 0)
	}
	versions, removed := map[string]int{}, []string(nil)
	for url, pg := range n.pages {
		if pg.versions != 1 {
			versions[url] = pg.versions
		}
		if pg.removed {
			removed = append(removed, url)
		}
	}
	want := map[string]int{
		"http://kabaruji.example/2/kebakaran-pasar-lembayung":     2,
		"http://wartauji.example/pasar-lembayung-terbakar":        2,
		"http://harianuji.example/daerah/warga-way-uji-mengungsi": 2,
	}
	if diff := cmp.Diff(want, versions); diff != "" || len(n.pages) != 8 {
		t.Errorf("%d pages\n%s", len(n.pages), diff)
	}
	if diff := cmp.Diff([]string{"http://harianuji.example/kota/api-di-pasar-lembayung"}, removed); diff != "" {
		t.Error(diff)
	}
	n.checkHealth(map[string]news.ConditionKind{
		"kantoruji.example/atom.xml": news.FeedFine, "kabaruji.example/feed.xml": news.FeedFine, "kabaruji.example/sitemap.xml": news.FeedFine,
		"kabaruji.example/tag/banjir.xml": news.FeedFails, "wartauji.example/rss": news.FeedAhead, "harianuji.example/feed.json": news.FeedFails,
	})
}

func (n *newsroom) checkHealth(want map[string]news.ConditionKind) {
	n.t.Helper()
	got := map[string]news.ConditionKind{}
	for name, w := range n.feeds {
		got[name] = Health(w.feed, w.state, n.clock.Now()).Kind
	}
	if diff := cmp.Diff(want, got); diff != "" {
		n.t.Error(diff)
	}
}

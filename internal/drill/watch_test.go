package drill

import (
	"testing"
	"time"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
)

// lookout is a desk that watches scripted sites, and its clock.
type lookout struct {
	*bench
	clock *ingesttest.Clock
}

// newLookout opens a store on a simulated clock and puts all feeds of the sites
// into it. patience is how long it waits for an answer, by the machine's clock.
func newLookout(t *testing.T, address string, net *ingesttest.Net, clock *ingesttest.Clock, patience time.Duration) *lookout {
	t.Helper()
	p := poll.New(poll.Options{Fetch: fetch.Options{
		Loopback: true, Hosts: net.Hosts, Now: clock.Now, Wait: clock.Wait, Timeout: patience, Idle: patience,
	}})
	t.Cleanup(p.Close)
	b := newBench(t, address, func(o *desk.Options) {
		o.Now, o.Sleep, o.Fetch, o.Patience = clock.Now, clock.Wait, p, 0
	})
	var feeds []news.Feed
	for host, site := range net.Sites {
		for _, e := range site.Of("feed") {
			f, err := poll.NewFeed("http://"+host+e.Path, news.FeedFeed, "", clock.Now())
			if err != nil {
				t.Fatal(err)
			}
			feeds = append(feeds, f)
		}
	}
	if n, err := b.store.Feeds().Add(t.Context(), feeds); err != nil || n != len(feeds) {
		t.Fatalf("%d of %d feeds: %v", n, len(feeds), err)
	}
	return &lookout{b, clock}
}

// look does what is due.
func (l *lookout) look() {
	l.t.Helper()
	if err := l.WatchOnce(l.t.Context()); err != nil {
		l.t.Fatal(err)
	}
}

// health tells how each feed does, by its address.
func (l *lookout) health() map[string]news.Condition {
	l.t.Helper()
	feeds, err := l.store.Feeds().Feeds(l.t.Context())
	if err != nil {
		l.t.Fatal(err)
	}
	out := map[string]news.Condition{}
	for _, f := range feeds {
		out[f.URL] = poll.Health(f.Feed, f.State, l.clock.Now())
	}
	return out
}

// versions are how many versions each page has, by its address.
func (l *lookout) versions() map[string]int {
	l.t.Helper()
	out := map[string]int{}
	for _, s := range l.list() {
		for _, url := range l.refs(s.Pages) {
			out[url]++
		}
	}
	return out
}

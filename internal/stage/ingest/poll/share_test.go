package poll_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/when"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
)

// TestAPollerIsSharedByGoroutines polls eight feeds of one host at once and
// leaves nothing running.
func TestAPollerIsSharedByGoroutines(t *testing.T) {
	t.Cleanup(func() { goleak.VerifyNone(t, goleak.IgnoreCurrent()) })
	clock := ingesttest.NewClock(time.Time{})
	site := ingesttest.Start(t, "day 2026-03-02\nfeed /feed.xml rss\n08:00 publish /1 \"Satu\"\n", clock)
	p := poll.New(poll.Options{Fetch: fetch.Options{Loopback: true, Now: clock.Now, Wait: clock.Wait}})
	defer p.Close()
	f, err := poll.NewFeed(site.URL+"/feed.xml", news.FeedFeed, "", clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			items, _, err := p.Poll(t.Context(), f, news.FeedState{}, clock.Now())
			if err != nil || len(items) != 1 {
				t.Errorf("%d items, %v", len(items), err)
			}
		})
	}
	wg.Wait()
	all := site.Requests()
	if len(all) != 9 {
		t.Errorf("%d requests, want eight and one for robots.txt", len(all))
	}
	if span := all[len(all)-1].At.Sub(all[0].At); span < 6*time.Second {
		t.Errorf("nine requests to one host within %v", span)
	}
}

// TestAStamperJudgesFeedsThatWriteForPeople: local time in Indonesian words,
// labelled GMT.
func TestAStamperJudgesFeedsThatWriteForPeople(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	stamper := when.NewStamper(packs.For("id"), packs.For("en"))
	clock := ingesttest.NewClock(time.Time{})
	site := ingesttest.Start(t, "day 2026-03-02\nfeed /feed.xml rss\n08:00 publish /1 \"Satu\"\n08:30 publish /2 \"Dua\"\nindonesian /feed.xml\n", clock)
	clock.Set(site.End().Add(time.Minute))
	opt := poll.Options{Fetch: fetch.Options{Loopback: true, Now: clock.Now, Wait: clock.Wait}}
	for label, want := range map[string]string{"WIB": "Senin, 02 Maret 2026 08:30 WIB", "GMT": "2026-03-02T08:30:00+07:00"} {
		opt.Stamp = func(s string) (time.Time, bool) {
			t, precise, ok := stamper.Stamp(strings.Replace(s, "WIB", label, 1), time.Time{})
			return t, ok && precise
		}
		p := poll.New(opt)
		f, err := poll.NewFeed(site.URL+"/feed.xml", news.FeedFeed, "", clock.Now())
		if err != nil {
			t.Fatal(err)
		}
		items, _, err := p.Poll(t.Context(), f, news.FeedState{}, clock.Now())
		p.Close()
		if err != nil || len(items) != 2 || items[0].Published != want {
			t.Errorf("%s: got %+v, %v", label, items, err)
		}
	}
}

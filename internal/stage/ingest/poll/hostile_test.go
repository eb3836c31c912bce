package poll

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

// TestAHostileFeedCostsAFailureAndNoMore: each of these ends within the
// client's limits, says what it was, and does not keep the others from being
// read.
func TestAHostileFeedCostsAFailureAndNoMore(t *testing.T) {
	for name, c := range map[string]struct {
		fault string
		want  news.FailureKind
	}{
		"a byte a second":      {"slow /feed.xml", news.FailTimeout},
		"no answer":            {"hang /feed.xml", news.FailTimeout},
		"a header without end": {"headers /feed.xml", news.FailLarge},
		"a redirect loop":      {"loop /feed.xml", news.FailRedirect},
		"a connection cut":     {"drop /feed.xml", news.FailConnect},
		"a page":               {"page /feed.xml", news.FailNotFeed},
		"a bot wall":           {"status /feed.xml 403 wall", news.FailWall},
		"a wall with a wait":   {"status /feed.xml 503 wall retry-after 60", news.FailWall},
		"a private address":    {"redirect /feed.xml http://10.0.0.1/", news.FailRefused},
		"cloud metadata":       {"redirect /feed.xml http://169.254.169.254/latest/", news.FailRefused},
		"another scheme":       {"redirect /feed.xml file:///etc/passwd", news.FailRefused},
		"an error of the host": {"status /feed.xml 500", news.FailStatus},
		"10 GiB of no feed":    {"huge /feed.xml", news.FailBroken},
		"a gzip bomb":          {"bomb /feed.xml", news.FailBroken},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			patience := time.Minute
			if c.want == news.FailTimeout {
				patience = time.Second
			}
			d := openHasty(t, "/feed.xml", morning+"08:30 "+c.fault+"\n10:00 ok /feed.xml\n", patience)
			d.at("08:30")
			if got := d.fails(); got != c.want {
				t.Errorf("got %q (%+v), want %q", got, d.state.LastFailure, c.want)
			}
			if d.health() != news.FeedFails {
				t.Errorf("health: %s", d.health())
			}
			d.at("10:00")
			if got := d.titles(); len(got) != 2 || d.state.Failures != 0 {
				t.Errorf("afterwards: %v", got)
			}
		})
	}
}

func TestABrokenFeedGivesItsWholeItemsAndIsAskedAnew(t *testing.T) {
	d := open(t, "/feed.xml", morning+"08:30 cut /feed.xml\n10:00 ok /feed.xml\n")
	d.at("08:30")
	if diff := cmp.Diff([]string{"Warga pindah ke balai desa"}, d.titles()); diff != "" || d.health() != news.FeedDamaged {
		t.Errorf("%s %s", d.health(), diff)
	}
	d.at("08:40")
	if got := d.titles(); got != nil {
		t.Error(got)
	}
	d.at("10:00")
	if diff := cmp.Diff([]string{"Air sungai surut"}, d.titles()); diff != "" || d.state.Damaged {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"200", "200", "200"}, d.statuses("/feed.xml")); diff != "" {
		t.Error(diff)
	}
}

func TestAFeedInAnotherCharacterSetIsRead(t *testing.T) {
	d := open(t, "/feed.xml", "day 2026-03-02\nfeed /feed.xml rss\ncharset /feed.xml windows-1252\n08:00 publish /1 \"Kafé “Uji” tutup\"\n")
	if diff := cmp.Diff([]string{"Kafé “Uji” tutup"}, d.titles()); diff != "" {
		t.Error(diff)
	}
}

// TestAFeedOf100000Items is read up to its newest, in bounded time and memory.
func TestAFeedOf100000Items(t *testing.T) {
	d := open(t, "/feed.xml", morning+"08:30 many /feed.xml 100000\n")
	opt := d.opt
	opt.MaxItems = 300
	d.Poller = New(opt)
	t.Cleanup(d.Close)
	d.at("08:30")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := d.titles()
	runtime.ReadMemStats(&after)
	if len(got) != 300 || got[0] != "Warga pindah ke balai desa" || d.state.Omitted == 0 || d.state.Damaged {
		t.Errorf("%d items, %d omitted", len(got), d.state.Omitted)
	}
	if n := len(d.state.Seen); n != 300 {
		t.Errorf("%d items are remembered", n)
	}
	t.Logf("%d MiB allocated, %d omitted", (after.TotalAlloc-before.TotalAlloc)>>20, d.state.Omitted)
}

func TestWhatIsSeenIsBounded(t *testing.T) {
	var s news.FeedState
	for i := range 50 {
		var items []listed
		for k := range 100 {
			items = append(items, listed{seen: news.SeenItem{Key: hash(string(rune(i*100+k)), 8), Print: "x"}})
		}
		if fresh := compare(&s, items, "rss"); len(fresh) != 100 {
			t.Fatalf("round %d: %d fresh", i, len(fresh))
		}
	}
	if n := len(s.Seen); n != 100+extraSeen {
		t.Errorf("%d items are remembered", n)
	}
}

func TestAPollThatIsBrokenOffLeavesTheState(t *testing.T) {
	d := open(t, "/feed.xml", morning+"08:30 hang /feed.xml\n")
	d.at("08:30")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	items, next, err := d.Poll(ctx, d.feed, d.state, d.clock.Now())
	if diff := cmp.Diff(d.state, next); diff != "" || items != nil || !errors.Is(err, ctx.Err()) {
		t.Errorf("%v %s", err, diff)
	}
}

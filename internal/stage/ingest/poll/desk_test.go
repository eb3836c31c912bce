package poll

import (
	"fmt"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
)

// desk is one feed of a scripted site with what is kept of it.
type desk struct {
	t     *testing.T
	site  *ingesttest.Site
	clock *ingesttest.Clock
	*Poller
	feed  news.Feed
	state news.FeedState
}

// open serves a script and begins to watch the feed at path.
func open(t *testing.T, path, script string) *desk { return openHasty(t, path, script, time.Minute) }

// openHasty is open with a client that waits no longer than patience.
func openHasty(t *testing.T, path, script string, patience time.Duration) *desk {
	t.Helper()
	clock := ingesttest.NewClock(time.Time{})
	d := &desk{t: t, clock: clock, site: ingesttest.Start(t, script, clock)}
	d.Poller = New(Options{Fetch: fetch.Options{
		Loopback: true, Now: clock.Now, Wait: clock.Wait, Timeout: patience, Idle: patience,
	}})
	t.Cleanup(d.Close)
	f, err := NewFeed(d.site.URL+path, news.FeedFeed, "", clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	d.feed = f
	return d
}

// at sets the clock to a time of the script's first day.
func (d *desk) at(clock string) {
	d.t.Helper()
	c, err := time.Parse("15:04", clock)
	if err != nil {
		d.t.Fatal(err)
	}
	start := d.site.Start()
	d.clock.Set(time.Date(start.Year(), start.Month(), start.Day(), c.Hour(), c.Minute(), 0, 0, d.site.Zone))
}

// poll polls once and keeps the state.
func (d *desk) poll() ([]Item, error) {
	d.t.Helper()
	items, next, err := d.Poll(d.t.Context(), d.feed, d.state, d.clock.Now())
	d.state = next
	return items, err
}

// titles polls once and returns the titles of what is new; a changed item has a
// star.
func (d *desk) titles() []string {
	d.t.Helper()
	items, err := d.poll()
	if err != nil {
		d.t.Fatal(err)
	}
	var out []string
	for _, it := range items {
		if it.Again {
			it.Title += "*"
		}
		out = append(out, it.Title)
	}
	return out
}

// fails polls once and returns the kind of the failure, "" if there is none.
func (d *desk) fails() news.FailureKind {
	d.t.Helper()
	if _, err := d.poll(); err == nil {
		return ""
	}
	return d.state.LastFailure.Kind
}

// health returns the condition's kind at the present time.
func (d *desk) health() news.ConditionKind { return Health(d.feed, d.state, d.clock.Now()).Kind }

// statuses lists what the site answered for a path, with a "c" for conditional
// requests.
func (d *desk) statuses(path string) []string {
	var out []string
	for _, r := range d.site.Requests() {
		if r.Path != path {
			continue
		}
		s := fmt.Sprint(r.Status)
		if r.Conditional {
			s += "c"
		}
		out = append(out, s)
	}
	return out
}

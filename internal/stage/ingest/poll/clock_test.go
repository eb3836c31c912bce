package poll

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// hourly is a day of an article an hour from 01:00 on.
func hourly(extra string) string {
	var b strings.Builder
	b.WriteString("day 2026-03-02\nfeed /feed.xml rss\nfeed /atom.xml atom\n" + extra + "\n")
	for h := 1; h < 24; h++ {
		fmt.Fprintf(&b, "%02d:00 publish /news/%d \"Kabar jam %d\"\n", h, h, h)
	}
	return b.String()
}

// last polls and returns the time of the newest item as it is corrected.
func (d *desk) last() string {
	d.t.Helper()
	items, err := d.poll()
	if err != nil {
		d.t.Fatal(err)
	}
	if len(items) == 0 {
		return ""
	}
	return items[0].Published
}

func TestAFeedThatLabelsLocalTimeAsUTCIsCorrected(t *testing.T) {
	for _, path := range []string{"/feed.xml", "/atom.xml"} {
		t.Run(path[1:], func(t *testing.T) {
			d := open(t, path, hourly("lies "+path))
			d.at("12:05")
			items, err := d.poll()
			if err != nil {
				t.Fatal(err)
			}
			if got := items[0].Published; got != "2026-03-02T12:00:00+07:00" || !strings.Contains(items[0].Claimed, "12:00:00") {
				t.Errorf("got %q, claimed %q", got, items[0].Claimed)
			}
			if d.state.Clock.Ahead != 7*time.Hour || d.health() != news.FeedAhead {
				t.Errorf("got %+v, %s", d.state.Clock, d.health())
			}
			d.at("13:20")
			if got := d.last(); got != "2026-03-02T13:00:00+07:00" {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestAClockIsJudgedAlsoWhenLittleComes(t *testing.T) {
	d := open(t, "/feed.xml", "day 2026-03-02\nfeed /feed.xml rss\nlies /feed.xml\n08:00 publish /1 \"Satu\"\n09:00 publish /2 \"Dua\"\n")
	d.at("08:05")
	if got := d.last(); !strings.HasSuffix(got, "GMT") {
		t.Errorf("one witness is enough: %q", got)
	}
	d.at("09:05")
	if got := d.last(); got != "2026-03-02T09:00:00+07:00" {
		t.Errorf("got %q", got)
	}
}

func TestAnHonestClockIsBelieved(t *testing.T) {
	wib := open(t, "/feed.xml", hourly("indonesian /feed.xml"))
	wib.at("12:05")
	if got := wib.last(); got != "Senin, 02 Maret 2026 12:00 WIB" || wib.state.Clock.Ahead != 0 {
		t.Errorf("got %q, %+v", got, wib.state.Clock)
	}
	honest := open(t, "/feed.xml", hourly(""))
	for _, at := range []string{"12:05", "13:20", "14:20"} {
		honest.at(at)
		honest.poll()
	}
	if honest.state.Clock.Ahead != 0 {
		t.Errorf("got %+v", honest.state.Clock)
	}
}

func TestItemsThatWaitForTheirHourAreNoLie(t *testing.T) {
	p := New(Options{})
	defer p.Close()
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	items := func(hours ...int) []Item {
		var out []Item
		for _, h := range hours {
			out = append(out, Item{Published: now.Add(time.Duration(h) * time.Hour).Format(time.RFC1123)})
		}
		return out
	}
	for name, c := range map[string]struct {
		fresh []Item
		first bool
		want  time.Duration
	}{
		"two of a full day":           {items(5, 6, -1, -2, -3, -4, -5, -6, -6), true, 0},
		"all but older ones":          {items(6, 6, 5, 4, -9, -10), true, 7 * time.Hour},
		"farther than any zone":       {items(40, 30), false, 0},
		"eight hours":                 {items(8, 7, 3), false, 8 * time.Hour},
		"as many that speak for it":   {items(6, 5, 0, 0), false, 0},
		"nothing that tells anything": {items(-20, -30), false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			var clock news.FeedClock
			p.judge(&clock, c.fresh, c.first, now)
			if clock.Ahead != c.want {
				t.Errorf("got %+v, want %v", clock, c.want)
			}
		})
	}
}

func TestAClockThatWasPutRightIsBelievedAgain(t *testing.T) {
	d := open(t, "/feed.xml", hourly("lies /feed.xml\n15:30 ok /feed.xml"))
	for _, at := range []string{"12:05", "13:20", "14:20", "15:20"} {
		d.at(at)
		d.poll()
	}
	if d.state.Clock.Ahead == 0 {
		t.Fatal("the lie was not noticed")
	}
	for _, at := range []string{"16:05", "17:05", "18:05", "19:05"} {
		d.at(at)
		d.poll()
	}
	if d.state.Clock.Ahead != 0 {
		t.Errorf("still corrected: %+v", d.state.Clock)
	}
}

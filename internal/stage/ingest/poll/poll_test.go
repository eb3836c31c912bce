package poll

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

const morning = `
title "Kabar Uji"
day 2026-03-02
feed /feed.xml rss
feed /atom.xml atom
feed /rdf.xml rdf
feed /feed.json json
feed /map.xml sitemap
feed /maps.xml index
feed /whole.xml rss whole
08:00 publish /news/1 "Air sungai naik" by "Rena"
	Air sungai Way Uji naik sejak dini hari.
08:20 publish /news/2 "Warga pindah ke balai desa"
	Warga pindah.
09:00 edit /news/1 "Air sungai surut"
	Air sungai Way Uji surut.
`

func TestPollTellsWhatIsNewAndWhatHasChanged(t *testing.T) {
	d := open(t, "/feed.xml", morning)
	for _, step := range []struct {
		at   string
		want []string
	}{
		{"08:05", []string{"Air sungai naik"}},
		{"08:10", nil},
		{"08:30", []string{"Warga pindah ke balai desa"}},
		{"09:05", []string{"Air sungai surut*"}},
		{"09:10", nil},
	} {
		d.at(step.at)
		if diff := cmp.Diff(step.want, d.titles()); diff != "" {
			t.Errorf("%s: %s", step.at, diff)
		}
	}
	if diff := cmp.Diff([]string{"200", "304c", "200c", "200c", "304c"}, d.statuses("/feed.xml")); diff != "" {
		t.Error(diff)
	}
	if len(d.statuses("/robots.txt")) != 1 {
		t.Error("robots.txt was asked more than once")
	}
	if d.state.Title != "Kabar Uji" || d.state.Format != "rss" || d.health() != news.FeedFine {
		t.Errorf("%+v", d.state)
	}
}

func TestEveryFormatGivesTheSameItems(t *testing.T) {
	for _, path := range []string{"/feed.xml", "/atom.xml", "/rdf.xml", "/feed.json", "/map.xml", "/maps.xml", "/whole.xml"} {
		t.Run(path[1:], func(t *testing.T) {
			d := open(t, path, morning)
			d.at("08:30")
			items, err := d.poll()
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, it := range items {
				at, ok := d.opt.Stamp(it.Published)
				if !ok {
					t.Errorf("published %q", it.Published)
				}
				got = append(got, fmt.Sprint(strings.TrimPrefix(it.URL, d.site.URL), " ", it.Title, " ", at.In(d.site.Zone).Format("15:04")))
			}
			if diff := cmp.Diff([]string{"/news/2 Warga pindah ke balai desa 08:20", "/news/1 Air sungai naik 08:00"}, got); diff != "" {
				t.Error(diff)
			}
			d.at("08:40")
			if again := d.titles(); again != nil {
				t.Errorf("again: %v", again)
			}
		})
	}
}

func TestAPageIsAFeedOnlyIfItWasAddedAsOne(t *testing.T) {
	d := open(t, "/", morning)
	d.at("08:30")
	_, err := d.poll()
	want := "this is a page, not a feed; it links to these feeds: " + d.site.URL + "/feed.xml, "
	if !errors.Is(err, news.ErrInvalid) || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v", err)
	}
	if c := d.state.LastFailure; c.Kind != news.FailNotFeed || len(c.Links) != 4 {
		t.Errorf("got %+v", c)
	}
	d.feed.Kind, d.state = news.FeedPage, news.FeedState{}
	if diff := cmp.Diff([]string{"Warga pindah ke balai desa"}, d.titles()); diff != "" {
		t.Error(diff)
	}
}

// TestA304AfterAFailureIsNoRecovery: the feed failed, and then answers 304 to
// whatever it is asked.
func TestA304AfterAFailureIsNoRecovery(t *testing.T) {
	d := open(t, "/feed.xml", morning+"09:30 status /feed.xml 500\n10:00 ok /feed.xml\n10:00 stuck /feed.xml\n11:00 ok /feed.xml\n")
	for _, step := range []struct {
		at       string
		want     news.FailureKind
		failures int
	}{{"09:10", "", 0}, {"09:20", "", 0}, {"09:40", news.FailStatus, 1}, {"10:10", news.FailStatus, 2}, {"11:10", "", 0}} {
		d.at(step.at)
		if got := d.fails(); got != step.want || d.state.Failures != step.failures {
			t.Errorf("%s: %q after %d failures", step.at, got, d.state.Failures)
		}
	}
	if diff := cmp.Diff([]string{"200", "304c", "500c", "304", "200"}, d.statuses("/feed.xml")); diff != "" {
		t.Error(diff)
	}
}

func TestAnAnswerOf304IsBelievedForADay(t *testing.T) {
	d := open(t, "/feed.xml", morning)
	d.at("09:10")
	for range 3 {
		if _, err := d.poll(); err != nil {
			t.Fatal(err)
		}
		d.clock.Advance(23 * time.Hour)
	}
	if diff := cmp.Diff([]string{"200", "304c", "200"}, d.statuses("/feed.xml")); diff != "" {
		t.Error(diff)
	}
}

func TestRetryAfterIsHonouredForTheWholeHost(t *testing.T) {
	d := open(t, "/feed.xml", morning+"09:30 status /feed.xml 429 retry-after 1800\n10:00 ok /feed.xml\n")
	d.at("09:30")
	if got := d.fails(); got != news.FailStatus || d.state.LastFailure.Status != 429 {
		t.Fatalf("got %q", got)
	}
	now := d.clock.Now()
	if until := now.Add(30 * time.Minute); d.state.NextDue.Before(until) || !d.state.LastFailure.Until.Equal(until) {
		t.Errorf("due %v", d.state.NextDue)
	}
	d.clock.Advance(10 * time.Minute)
	if _, err := d.FetchArticle(t.Context(), Item{URL: d.site.URL + "/news/1"}, news.Validators{}, d.clock.Now()); err == nil {
		t.Error("the host asked to stay away, and its page was fetched")
	}
	if n := len(d.statuses("/news/1")); n != 0 {
		t.Errorf("%d requests", n)
	}
	d.clock.Set(d.state.NextDue)
	if got := d.fails(); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestNoRetryAfterSendsAFeedAwayForGood(t *testing.T) {
	d := open(t, "/feed.xml", "day 2026-03-02\n08:00 status * 503 retry-after 999999999\n")
	d.fails()
	if wait := d.state.NextDue.Sub(d.clock.Now()); wait < 7*day || wait > 8*day {
		t.Errorf("next after %v", wait)
	}
}

func TestFailuresPutOffTheNextPollEverMore(t *testing.T) {
	d := open(t, "/feed.xml", "day 2026-03-02\n08:00 status * 500\n")
	var waits []time.Duration
	for range 10 {
		d.fails()
		waits = append(waits, d.state.NextDue.Sub(d.clock.Now()))
		d.clock.Set(d.state.NextDue)
	}
	for i, w := range waits {
		least := min(5*time.Minute<<i, 12*time.Hour)
		if w < least || w >= least+least/4 {
			t.Errorf("wait %d is %v, want %v and up to a quarter", i+1, w, least)
		}
	}
	if !d.state.RestingSince.IsZero() {
		t.Error("a server in trouble is no dead feed")
	}
}

func TestAFeedThatIsGoneForDaysRestsUntilItComesBack(t *testing.T) {
	d := open(t, "/feed.xml", morning+"10:00 status /feed.xml 404\nday 2026-04-02\n08:00 ok /feed.xml\n")
	d.at("10:00")
	n := 0
	for d.state.RestingSince.IsZero() && n < 100 {
		if got := d.fails(); got != news.FailStatus {
			t.Fatalf("got %q", got)
		}
		d.clock.Set(d.state.NextDue)
		n++
	}
	if rested := d.state.RestingSince.Sub(d.state.FirstFailure); rested < 7*day || rested > 8*day || d.health() != news.FeedResting {
		t.Errorf("rests after %v and %d polls, %s", rested, n, d.health())
	}
	if wait := d.state.NextDue.Sub(d.state.RestingSince); wait < 3*day || wait > 4*day {
		t.Errorf("next look after %v", wait)
	}
	d.clock.Reach(d.site.End())
	if got := d.titles(); len(got) != 2 || !d.state.RestingSince.IsZero() || d.health() == news.FeedResting {
		t.Errorf("after its return: %v, %s", got, d.health())
	}
}

func TestAPermanentRedirectThatStaysIsFollowedForGood(t *testing.T) {
	d := open(t, "/old.xml", morning+"08:30 redirect /old.xml /feed.xml 301\n11:00 gone /feed.xml\n11:00 status /feed.xml 410\n")
	d.at("09:00")
	for i := range 4 {
		if _, err := d.poll(); err != nil {
			t.Fatal(err)
		}
		if moved := d.state.URL == d.site.URL+"/feed.xml"; moved != (i >= 2) {
			t.Errorf("after %d polls at %q", i+1, d.state.URL)
		}
		d.clock.Advance(10 * time.Minute)
	}
	if diff := cmp.Diff([]string{d.site.URL + "/old.xml"}, d.state.Former); diff != "" || d.health() != news.FeedMoved {
		t.Errorf("%s %s", d.health(), diff)
	}
	if n := len(d.statuses("/old.xml")); n != 3 {
		t.Errorf("the old address was asked %d times", n)
	}
	d.at("11:00")
	for range 3 {
		d.fails()
		d.clock.Set(d.state.NextDue)
	}
	if d.state.URL != "" {
		t.Errorf("the new address is dead, and %s is still asked", d.state.URL)
	}
}

func TestATemporaryRedirectIsNotKept(t *testing.T) {
	d := open(t, "/old.xml", morning+"08:30 redirect /old.xml /feed.xml 302\n")
	d.at("09:00")
	for range 5 {
		if _, err := d.poll(); err != nil || d.state.URL != "" {
			t.Fatalf("%v at %q", err, d.state.URL)
		}
		d.clock.Advance(time.Hour)
	}
}

func TestTheRuleThatForbidsIsTold(t *testing.T) {
	d := open(t, "/tag/air.xml", "day 2026-03-02\nfeed /tag/air.xml rss\n08:00 robots\n\tUser-agent: *\n\tDisallow: /tag/\n\tCrawl-delay: 4\n")
	if got := d.fails(); got != news.FailRobots || d.state.LastFailure.Path != "/tag/" {
		t.Errorf("got %+v", d.state.LastFailure)
	}
	if wait := d.state.NextDue.Sub(d.clock.Now()); wait < day {
		t.Errorf("due after %v", wait)
	}
	if n := len(d.statuses("/tag/air.xml")); n != 0 {
		t.Errorf("%d requests", n)
	}
}

func TestTheCrawlDelayIsKeptBetweenFeedsAndPages(t *testing.T) {
	d := open(t, "/feed.xml", morning+"07:00 robots\n\tUser-agent: *\n\tCrawl-delay: 20\n")
	d.at("08:30")
	items, err := d.poll()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for _, it := range items {
			if _, err := d.FetchArticle(t.Context(), it, news.Validators{}, d.clock.Now()); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := d.site.Requests()
	if gap := all[len(all)-1].At.Sub(all[2].At); d.state.CrawlDelay != 20*time.Second || gap < 60*time.Second {
		t.Errorf("delay %v; four pages after %v", d.state.CrawlDelay, gap)
	}
}

func TestTheStateIsJSON(t *testing.T) {
	d := open(t, "/feed.xml", morning+"09:30 status /feed.xml 403 wall\n")
	d.at("08:30")
	d.poll()
	d.at("09:30")
	d.poll()
	raw, err := json.Marshal(d.state)
	if err != nil {
		t.Fatal(err)
	}
	var back news.FeedState
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.state, back); diff != "" {
		t.Error(diff)
	}
	if empty, err := json.Marshal(news.FeedState{}); err != nil || string(empty) != "{}" {
		t.Errorf("the empty state is %s", empty)
	}
}

func TestTheSameCallsGiveTheSameStates(t *testing.T) {
	d := open(t, "/feed.xml", morning)
	d.at("08:30")
	now := d.clock.Now()
	_, a, err := d.Poll(t.Context(), d.feed, d.state, now)
	if err != nil {
		t.Fatal(err)
	}
	_, b, err := d.Poll(t.Context(), d.feed, d.state, now)
	if diff := cmp.Diff(a, b); diff != "" || err != nil {
		t.Error(err, diff)
	}
	other := d.feed
	other.ID = "f-000000000000"
	if p := d.Poller; p.afterSuccess(d.feed, a, now).Equal(p.afterSuccess(other, a, now)) {
		t.Error("two feeds are due at the same instant")
	}
}

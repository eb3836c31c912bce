package poll

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

func TestHealthTellsTheGravestCondition(t *testing.T) {
	now := time.Date(2026, 3, 6, 12, 0, 0, 0, time.UTC)
	ago := func(d time.Duration) time.Time { return now.Add(-d) }
	gone := &news.Failure{Kind: news.FailStatus, Status: 404}
	well := news.FeedState{Polls: 9, LastNew: ago(time.Hour), Rhythm: time.Hour}
	with := func(change func(*news.FeedState)) news.FeedState {
		s := well
		change(&s)
		return s
	}
	for name, c := range map[string]struct {
		feed  news.Feed
		state news.FeedState
		want  news.Condition
	}{
		"well":   {news.Feed{}, well, news.Condition{Kind: news.FeedFine}},
		"new":    {news.Feed{}, news.FeedState{}, news.Condition{Kind: news.FeedNew}},
		"paused": {news.Feed{Paused: true}, news.FeedState{}, news.Condition{Kind: news.FeedPaused}},
		"failing": {news.Feed{}, with(func(s *news.FeedState) { s.Failures, s.FirstFailure, s.LastFailure = 3, ago(day), gone }),
			news.Condition{Kind: news.FeedFails, Since: ago(day), Failure: gone}},
		"resting": {news.Feed{}, with(func(s *news.FeedState) { s.Failures, s.RestingSince, s.LastFailure = 30, ago(day), gone }),
			news.Condition{Kind: news.FeedResting, Since: ago(day), Failure: gone}},
		"quiet":                 {news.Feed{}, with(func(s *news.FeedState) { s.LastNew = ago(9 * day) }), news.Condition{Kind: news.FeedQuiet, Since: ago(9 * day)}},
		"quiet by its own ways": {news.Feed{}, with(func(s *news.FeedState) { s.LastNew, s.Rhythm = ago(9*day), day }), news.Condition{Kind: news.FeedFine}},
		"slow":                  {news.Feed{}, with(func(s *news.FeedState) { s.Took = 12 * time.Second }), news.Condition{Kind: news.FeedSlow, By: 12 * time.Second}},
		"ahead": {news.Feed{}, with(func(s *news.FeedState) { s.Clock = news.FeedClock{Ahead: 7 * time.Hour, Since: ago(day)} }),
			news.Condition{Kind: news.FeedAhead, Since: ago(day), By: 7 * time.Hour}},
		"damaged":        {news.Feed{}, with(func(s *news.FeedState) { s.Damaged, s.LastFull = true, ago(time.Minute) }), news.Condition{Kind: news.FeedDamaged, Since: ago(time.Minute)}},
		"moved":          {news.Feed{}, with(func(s *news.FeedState) { s.URL, s.Moved = "https://b.example/", ago(day) }), news.Condition{Kind: news.FeedMoved, Since: ago(day), URL: "https://b.example/"}},
		"moved long ago": {news.Feed{}, with(func(s *news.FeedState) { s.URL, s.Moved = "https://b.example/", ago(30*day) }), news.Condition{Kind: news.FeedFine}},
	} {
		if diff := cmp.Diff(c.want, Health(c.feed, c.state, now)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestTheIntervalFollowsTheRhythm(t *testing.T) {
	p := New(Options{})
	defer p.Close()
	now := time.Date(2026, 3, 6, 12, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		rhythm, quiet time.Duration
		want          time.Duration
	}{
		"many a minute":   {20 * time.Second, time.Minute, 5 * time.Minute},
		"one an hour":     {time.Hour, time.Hour, 30 * time.Minute},
		"one a day":       {day, time.Hour, time.Hour},
		"none for a time": {10 * time.Minute, 4 * time.Hour, 30 * time.Minute},
	} {
		got := p.afterSuccess(news.Feed{}, news.FeedState{Rhythm: c.rhythm, LastNew: now.Add(-c.quiet)}, now).Sub(now)
		if got < c.want || got >= c.want+c.want/10 {
			t.Errorf("%s: %v, want %v and up to a tenth", name, got, c.want)
		}
	}
}

func TestTheRhythmIsLearntFromWhatIsNew(t *testing.T) {
	d := open(t, "/feed.xml", hourly(""))
	d.at("08:05")
	d.poll()
	if d.state.Rhythm != time.Hour || d.state.LastNew.In(d.site.Zone).Hour() != 8 {
		t.Errorf("from stamps: %v, %v", d.state.Rhythm, d.state.LastNew)
	}
	d.at("11:05")
	d.poll()
	if r := d.state.Rhythm; r < 55*time.Minute || r > 65*time.Minute {
		t.Errorf("from three new items in three hours: %v", r)
	}
}

func TestAClockThatIsPutBackStopsNothing(t *testing.T) {
	d := open(t, "/feed.xml", hourly(""))
	d.at("20:05")
	d.poll()
	if due, ok := Due(d.feed, d.state, d.clock.Now()); !ok || !due.Equal(d.state.NextDue) {
		t.Errorf("due %v, %v", due, ok)
	}
	d.at("10:05")
	now := d.clock.Now()
	if due, ok := Due(d.feed, d.state, now); !ok || !due.Equal(now) {
		t.Errorf("due %v, %v", due, ok)
	}
	if items, err := d.poll(); err != nil || len(items) != 0 {
		t.Errorf("%d items, %v", len(items), err)
	}
	if wait := d.state.NextDue.Sub(now); wait < 5*time.Minute || wait > 2*time.Hour {
		t.Errorf("next after %v", wait)
	}
	d.at("21:05")
	if items, err := d.poll(); err != nil || len(items) != 1 {
		t.Errorf("%d items, %v", len(items), err)
	}
	if _, ok := Due(news.Feed{Paused: true}, d.state, now); ok {
		t.Error("a paused feed is due")
	}
}

package doctor_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/doctor"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

var noon = time.Date(2031, 3, 14, 12, 0, 0, 0, time.UTC)

const feed = "https://kabaruji.example/feed"

// patient is a store with one source, on a disk with room.
func patient(t *testing.T) doctor.Patient {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), sqlite.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Admin().Close() })
	if _, err := s.Feeds().Add(t.Context(), []news.Feed{{ID: news.NewFeedID(feed), URL: feed, Added: noon}}); err != nil {
		t.Fatal(err)
	}
	return doctor.Patient{
		Store: s, Now: noon, Free: 1 << 40,
		Health: func(_ news.Feed, s news.FeedState, _ time.Time) news.Condition {
			if s.Failures > 0 {
				return news.Condition{Kind: news.FeedFails, Since: s.FirstFailure}
			}
			return news.Condition{Kind: news.FeedFine}
		},
		Words: func(c news.Condition) string { return "it " + string(c.Kind) },
	}
}

func TestWhatIsWrongIsToldWithWhatToDo(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(t *testing.T, p *doctor.Patient)
		want  string // "" for nothing; grade: about: part of what
	}{
		"all is well":     {func(*testing.T, *doctor.Patient) {}, ""},
		"a full disk":     {func(_ *testing.T, p *doctor.Patient) { p.Free = 1 << 20 }, "broken: disk: 1 MB are free"},
		"a filling disk":  {func(_ *testing.T, p *doctor.Patient) { p.Free, p.Used = 500<<20, 0 }, "risk: disk: 524 MB are free"},
		"an unknown disk": {func(_ *testing.T, p *doctor.Patient) { p.Free = -1 }, ""},
		"a clock put back": {func(t *testing.T, p *doctor.Patient) {
			polled(t, p, news.FeedState{Polls: 1, LastPoll: noon.Add(2 * time.Hour)})
		}, "broken: clock: the clock is 2h0m0s behind"},
		"a source that fails since today": {func(t *testing.T, p *doctor.Patient) {
			polled(t, p, news.FeedState{Failures: 2, FirstFailure: noon.Add(-time.Hour)})
		}, "notice: sources: " + feed + ": it fails"},
		"a source that fails for days": {func(t *testing.T, p *doctor.Patient) {
			polled(t, p, news.FeedState{Failures: 9, FirstFailure: noon.Add(-72 * time.Hour)})
		}, "risk: sources: " + feed + ": it fails"},
		"a job that died":        {dies, "risk: jobs: 1 clean jobs failed for good, the last: no ink: invalid input"},
		"jobs that nobody does":  {waits, "risk: jobs: 1 clean jobs wait, the oldest for 2h0m0s"},
		"a server's other clock": {otherClock, "risk: clock: when https://kabaruji.example/1 was fetched, the clock and the server's were 3h0m0s apart"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := patient(t)
			c.spoil(t, &p)
			list, err := doctor.Examine(t.Context(), p)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, x := range list {
				got += string(x.Grade) + ": " + x.About + ": " + x.What
				if x.Do == "" {
					t.Errorf("%s: nothing to do about it", x.What)
				}
			}
			if !strings.HasPrefix(got, c.want) || (got == "") != (c.want == "") {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if sound := c.want == "" || strings.HasPrefix(c.want, "notice"); sound != doctor.Sound(list) {
				t.Errorf("sound: %v", doctor.Sound(list))
			}
		})
	}
}

func polled(t *testing.T, p *doctor.Patient, s news.FeedState) {
	t.Helper()
	if err := p.Store.Feeds().Polled(t.Context(), news.NewFeedID(feed), s, nil); err != nil {
		t.Fatal(err)
	}
}

func waits(t *testing.T, p *doctor.Patient) {
	t.Helper()
	j := store.Job{Kind: store.Clean, Key: "d-1", After: noon.Add(-2 * time.Hour)}
	if err := p.Store.Jobs().Enqueue(t.Context(), []store.Job{j}); err != nil {
		t.Fatal(err)
	}
}

func dies(t *testing.T, p *doctor.Patient) {
	t.Helper()
	waits(t, p)
	err := p.Store.Jobs().Work(t.Context(), store.WorkOptions{
		Owner: "test", Drain: true, Now: func() time.Time { return noon },
		Handlers: map[store.JobKind]store.Handler{store.Clean: func(context.Context, store.Running) error {
			return fmt.Errorf("no ink: %w", news.ErrInvalid)
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// otherClock fetches an article from a server whose clock is three hours off.
func otherClock(t *testing.T, p *doctor.Patient) {
	t.Helper()
	raw := news.RawDocument{URL: "https://kabaruji.example/1", Body: []byte("x"), Fetched: noon, Header: map[string]string{"date": "Fri, 14 Mar 2031 09:00:00 GMT"}}
	d := store.Document{ID: store.IDOf(&raw), Raw: raw, Seen: noon.Add(-time.Minute)}
	if _, err := p.Store.Documents().Put(t.Context(), []store.Document{d}, []store.Job{{Kind: store.Clean, Key: "x"}}); err != nil {
		t.Fatal(err)
	}
	a := store.Article{Article: news.Article{ID: "a-1", Page: "p-1", Text: "x"}, Document: d.ID, Fetched: noon, Seen: d.Seen}
	if _, err := p.Store.Articles().Put(t.Context(), a, store.Terms{}, nil); err != nil {
		t.Fatal(err)
	}
}

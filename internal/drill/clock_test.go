package drill

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
)

// jumps are how far clocks are put back.
func jumps() map[string]time.Duration {
	return map[string]time.Duration{"an hour": time.Hour, "a year": 365 * 24 * time.Hour}
}

// TestClockPutBackWhileAdding: the clock is put back while articles wait to be
// placed and a worker that nobody hears of again holds the lease. Two minutes
// later by the clock as it then goes all is done.
func TestClockPutBackWhileAdding(t *testing.T) {
	t.Parallel()
	docs := invented(form(36, 300))
	want := undisturbed(t, docs)
	third := len(docs) / 3
	onEach(t, func(t *testing.T, address string) {
		for name, jump := range jumps() {
			t.Run(name, func(t *testing.T) {
				clock := ingesttest.NewClock(time.Date(2031, 3, 2, 8, 0, 0, 0, time.UTC))
				waits := 0
				b := newBench(t, fresh(t, address), func(o *desk.Options) {
					o.Now, o.Patience, o.Gone = clock.Now, 0, nil
					o.Sleep = func(ctx context.Context, d time.Duration) error { waits++; return clock.Wait(ctx, d) }
				})
				if _, err := b.Add(t.Context(), slices.Values(docs[:third])); err != nil {
					t.Fatal(err)
				}
				b.clean(docs[third : 2*third])
				if _, err := b.store.Jobs().Acquire(t.Context(), "stories", "elsewhere", clock.Now(), time.Minute); err != nil {
					t.Fatal(err)
				}
				clock.Advance(-jump)
				b.clean(docs[2*third:])
				for end := clock.Now().Add(2 * time.Minute); clock.Now().Before(end) && !b.idle(); clock.Advance(5 * time.Second) {
					b.drain()
				}
				if waits > 0 {
					t.Errorf("waited %d times for a lease that lies in the future", waits)
				}
				lost, doubled := b.judge(docs, want)
				tell(t, figure{Times: 1, Articles: len(docs), Lost: lost, Doubled: doubled})
			})
		}
	})
}

const edited = `
-- kabaruji.example --
title "Kabar Uji"
day 2026-03-02
feed /feed.xml rss
08:00 publish /1 "Jembatan Way Uji ditutup"
	Jembatan gantung di Desa Sungai Putih ditutup pada Senin pagi karena air sungai naik.
	"Kami menutup jembatan sampai air surut," kata Camat Teluk Rimba Arif Budiman.
09:20 publish /2 "Dapur umum dibuka di balai desa"
	Dapur umum dibuka di Balai Desa Sungai Putih pada Senin pagi untuk 200 warga.
	"Beras cukup untuk tiga hari," kata Kepala Desa Sungai Putih Sumarni.
09:25 edit /1 "Jembatan Way Uji ditutup"
	Jembatan gantung di Desa Sungai Putih ditutup pada Senin pagi dan putus pada pukul 09.00.
	"Kami menutup jembatan sampai air surut," kata Camat Teluk Rimba Arif Budiman.
`

// TestClockPutBackWhileWatching: the clock is put back between two visits to a
// page. The feed is polled on, the page is visited on, and what it then says is
// its newest version.
func TestClockPutBackWhileWatching(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, address string) {
		for name, jump := range jumps() {
			t.Run(name, func(t *testing.T) {
				there := ingesttest.NewClock(time.Time{})
				net := ingesttest.StartNet(t, edited, there)
				here := ingesttest.NewClock(there.Now())
				l := newLookout(t, fresh(t, address), net, here, time.Minute)
				pass := func(d time.Duration) {
					there.Advance(d)
					here.Advance(d)
					l.look()
				}
				for range 4 { // to 08:40: the second visit to /1 is to be at 10:00
					pass(10 * time.Minute)
				}
				here.Advance(-jump)
				for range 30 { // to 13:40
					pass(10 * time.Minute)
				}
				got := l.versions()
				if got["http://kabaruji.example/1"] != 2 || got["http://kabaruji.example/2"] != 1 {
					t.Errorf("versions: %v", got)
				}
				for _, s := range l.list() {
					versions, err := l.store.Articles().Versions(t.Context(), s.Pages...)
					if err != nil {
						t.Fatal(err)
					}
					for _, v := range versions {
						if v.Current != (v.Version == got[v.URL]) {
							t.Errorf("%s: version %d, fetched %v, current %v", v.URL, v.Version, v.Fetched, v.Current)
						}
						if v.Current && v.URL == "http://kabaruji.example/1" && !strings.Contains(v.Text, "putus pada pukul 09.00") {
							t.Errorf("what %s says now: %s", v.URL, v.Text)
						}
					}
				}
				l.whole()
				tell(t, figure{Times: 1, Articles: 2})
			})
		}
	})
}

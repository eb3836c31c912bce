package alert_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

// BenchmarkRing is what a new dossier costs with so many queries, of which one in
// ten has to look into it.
func BenchmarkRing(b *testing.B) {
	for _, n := range []int{0, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			now := time.Date(2025, 7, 1, 8, 0, 0, 0, time.UTC)
			clock := func() time.Time { return now }
			s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "a.db"), sqlite.Options{Now: clock})
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { s.Admin().Close() })
			bell := bellOf(s, clock, nil)
			d := deskOf(s, clock, bell, "one")
			if _, err := d.Add(b.Context(), slices.Values([]news.RawDocument{toll("warta", 1, "8"), toll("kabar", 2, "10")})); err != nil {
				b.Fatal(err)
			}
			for i := range n {
				q := alert.Query{Owner: fmt.Sprint(i / 100), Name: "a", When: alert.StoryMatches, Where: alert.Where{MinOrigins: 9}}
				if i%10 == 0 {
					q.Where = alert.Where{Words: fmt.Sprintf("gempa banjir %d", i)}
				}
				if _, _, err := bookOf(s, clock).Add(b.Context(), "x", q); err != nil {
					b.Fatal(err)
				}
			}
			list, _, err := s.Stories().List(b.Context(), store.StoryFilter{})
			if err != nil {
				b.Fatal(err)
			}
			if err := d.Work(b.Context(), true); err != nil {
				b.Fatal(err)
			}
			args, _ := json.Marshal(map[string]time.Time{"made": now})
			j := store.Running{Job: store.Job{Kind: store.Alert, Key: string(list[0].ID), Args: args}}
			for b.Loop() {
				if err := bell.Handlers()[store.Alert](b.Context(), j); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package storetest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"testing"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testAdmin(t *testing.T, open Open) {
	t.Run("settings", func(t *testing.T) { testSettings(t, open(t)) })
	t.Run("backup", func(t *testing.T) { testBackup(t, open) })
}

func testSettings(t *testing.T, s store.Store) {
	ctx, admin := context.Background(), s.Admin()
	equal(t, "never set", the(admin.Setting(ctx, "x"))(t), "")
	must(t, admin.Set(ctx, "x", "satu"))
	must(t, admin.Set(ctx, "x", "dua"))
	equal(t, "set", the(admin.Setting(ctx, "x"))(t), "dua")
	equal(t, "sound", the(admin.Check(ctx))(t), []string{})
	want := map[string]int{"documents": 0, "pages": 0, "articles": 0, "stories": 0, "dossiers": 0, "stale-dossiers": 0, "feeds": 0, "edits": 0}
	equal(t, "counts", Counts(t, s), want)
}

// Counts returns how many of each thing a store has; an error fails the test at
// once.
func Counts(t testing.TB, s store.Store) map[string]int {
	t.Helper()
	return the(s.Admin().Counts(t.Context()))(t)
}

// full is a store with something of everything.
func full(t *testing.T, open Open) bench {
	ctx, b := context.Background(), newBench(t, open, 60)
	fillListing(t, b)
	put(t, b, article(3, 2))
	for n := range 5 {
		the(b.Documents().Put(ctx, []store.Document{document(n)}, []store.Job{job(store.Clean, fmt.Sprint(n))}))(t)
	}
	must(t, b.place(store.Placement{Cursor: 7, Windows: []store.Window{window(0, 9)}, Threads: []store.Thread{thread("t-1", "s-0", 0, 1, 0), thread("t-2", "s-0", 1, 2, 1)}, Joins: [][2]string{{"t-1", "t-2"}}}))
	must(t, b.Articles().Readings().PutReading(ctx, article(3, 2).ID, "h", news.Reading{Article: article(3, 2).Article}))
	the(b.Feeds().Add(ctx, []news.Feed{feed("https://a.example/rss")}))(t)
	the(b.Edits().Append(ctx, store.Edit{At: hour(1), Who: "ratri", Kind: store.Pin, Pages: pages(1)}, nil))(t)
	must(t, b.Admin().Set(ctx, "zone", "Asia/Jakarta"))
	the(b.Records().Put(ctx, store.Record{Collection: "queries", Key: "q-1", Owner: "ratri", Value: []byte(`{}`), Expires: hour(9)}))(t)
	return b
}

// seen is all that a store shows of itself.
func seen(t *testing.T, s store.Store) map[string]any {
	ctx := context.Background()
	out := map[string]any{
		"counts": the(s.Admin().Counts(ctx))(t), "setting": the(s.Admin().Setting(ctx, "zone"))(t), "check": the(s.Admin().Check(ctx))(t),
		"documents": collect(t, s.Documents().All(ctx)), "between": collect(t, s.Articles().Log().Between(ctx, hour(-99), hour(999))),
		"versions": the(s.Articles().Versions(ctx, pages(3, 4)...))(t), "log": the(s.Articles().Log().Arrivals(ctx, 0, 999))(t),
		"match":    the(s.Articles().Match(ctx, store.Match{Stems: []string{"kapal"}, Limit: 99}))(t),
		"readings": the(s.Articles().Readings().Readings(ctx, map[news.ArticleID]string{article(3, 2).ID: "h"}))(t),
		"cursor":   the(s.Stories().Cursor(ctx))(t), "feeds": the(s.Feeds().Feeds(ctx))(t), "edits": the(s.Edits().All(ctx, 0, 0))(t),
		"threads":  the(s.Stories().Threads(ctx, store.ThreadQuery{Windows: []store.Window{window(-99, 99)}}))(t),
		"taken in": the(s.Stories().Story(ctx, "s-6"))(t), "dossier": the(s.Stories().Dossier(ctx, "s-1"))(t), "waiting": waiting(t, s, store.Clean),
	}
	out["records"] = the(s.Records().List(ctx, "queries", ""))(t)
	list, _, err := s.Stories().List(ctx, store.StoryFilter{Sort: store.ByOrigins})
	must(t, err)
	rare, _, err := s.Stories().List(ctx, store.StoryFilter{Entity: "Ratri"})
	must(t, err)
	out["listing"], out["filtered"] = list, rare
	return out
}

func testBackup(t *testing.T, open Open) {
	ctx, b := context.Background(), full(t, open)
	var file bytes.Buffer
	must(t, b.Admin().Backup(ctx, &file))
	whole := file.Bytes()
	restored := open(t)
	must(t, restored.Admin().Restore(ctx, bytes.NewReader(whole)))
	equal(t, "restored", seen(t, restored), seen(t, b))
	fails(t, "into a store that is not empty", restored.Admin().Restore(ctx, bytes.NewReader(whole)), news.ErrConflict)
	fails(t, "the lease before", restored.Stories().Place(ctx, b.lease, hour(1), store.Placement{}, nil), news.ErrConflict)

	t.Run("goes on where it was", func(t *testing.T) {
		was := the(restored.Articles().Log().Arrivals(ctx, 0, 999))(t)
		put(t, restored, article(200, 1))
		now := the(restored.Articles().Log().Arrivals(ctx, was[len(was)-1].Seq, 9))(t)
		equal(t, "a new arrival", arrivals(now), []string{"p-00200 new +200h"})
		the(restored.Edits().Append(ctx, store.Edit{At: hour(1), Kind: store.Pin, Pages: pages(1)}, nil))(t)
		lease := the(restored.Jobs().Acquire(ctx, "all", "me", hour(0), hours))(t)
		if lease.Epoch <= b.lease.Epoch {
			t.Errorf("epoch %d after %d", lease.Epoch, b.lease.Epoch)
		}
	})
	t.Run("what is no whole backup", func(t *testing.T) {
		empty := open(t)
		damaged := bytes.Clone(whole)
		damaged[len(damaged)/2] ^= 1
		for name, r := range map[string]io.Reader{
			"nothing":          bytes.NewReader(nil),
			"words":            bytes.NewReader([]byte("selisik backup")),
			"cut in half":      bytes.NewReader(whole[:len(whole)/2]),
			"cut at its end":   bytes.NewReader(whole[:len(whole)-1]),
			"one bit changed":  bytes.NewReader(damaged),
			"another after it": io.MultiReader(bytes.NewReader(whole), bytes.NewReader(whole)),
		} {
			fails(t, name, empty.Admin().Restore(ctx, r), news.ErrInvalid)
		}
		must(t, empty.Admin().Restore(ctx, bytes.NewReader(whole))) // for nothing was written
		equal(t, "restored", seen(t, empty), seen(t, b))
	})
}

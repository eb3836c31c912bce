package sqlite_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

func clock() time.Time { return time.Date(2031, 5, 4, 3, 2, 1, 0, time.UTC) }

func TestSmoke(t *testing.T) {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "a b?.db"), sqlite.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Admin().Close()
	for n := range 10 {
		raw := news.RawDocument{Body: []byte(fmt.Sprint("hello ", n)), Fetched: clock()}
		d := store.Document{ID: store.IDOf(&raw), Raw: raw, Seen: clock()}
		added, err := s.Documents().Put(ctx, []store.Document{d, d}, []store.Job{{Kind: store.Clean, Key: string(d.ID)}, {Kind: store.Clean, Key: string(d.ID)}})
		if err != nil || !added[0] || added[1] {
			t.Fatal(added, err)
		}
		a := store.Article{Article: news.Article{ID: news.ArticleID(fmt.Sprint("a-", n)), Page: news.PageID(fmt.Sprint("p-", n)), Title: "x", Text: "y"}, Document: d.ID, Seen: clock()}
		ch, err := s.Articles().Put(ctx, a, store.Terms{Title: []string{"kapal"}, Body: []string{"kapal", "be-ta", "É"}}, []store.Job{{Kind: store.Cluster, Key: "all", Unique: true}})
		if err != nil || !ch {
			t.Fatal(ch, err)
		}
	}
	n := 0
	err = s.Jobs().Work(ctx, store.WorkOptions{Owner: "me", Now: clock, Drain: true, Handlers: map[store.JobKind]store.Handler{
		store.Clean:   func(context.Context, store.Running) error { return nil },
		store.Cluster: func(context.Context, store.Running) error { n++; return nil },
	}})
	t.Log(n, err)
	h, err := s.Articles().Match(ctx, store.Match{Stems: []string{"kapal", "be-ta", "É"}, Limit: 3})
	t.Log(h, err)
	l, err := s.Jobs().Acquire(ctx, "all", "me", clock(), time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	err = s.Stories().Place(ctx, l, clock(), store.Placement{Cursor: 3, Windows: []store.Window{{From: clock().Add(-time.Hour), Until: clock().Add(time.Hour)}},
		Threads: []store.Thread{{ID: "t", Pages: []news.PageID{"p-1", "p-2"}, Story: "s-1"}}, Stories: []store.Story{{ID: "s-1", Pages: []news.PageID{"p-1", "p-2"}, Outlets: []string{"A"}, Last: clock()}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	ls, c, err := s.Stories().List(ctx, store.StoryFilter{Outlet: "A", Limit: 1})
	t.Log(ls, c, err)
	ck, err := s.Admin().Check(ctx)
	t.Log(ck, err)
	var b bytes.Buffer
	if err := s.Admin().Backup(ctx, &b); err != nil {
		t.Fatal(err)
	}
	s2, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "b.db"), sqlite.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	defer s2.Admin().Close()
	if err := s2.Admin().Restore(ctx, &b); err != nil {
		t.Fatal(err)
	}
	t.Log(s2.Admin().Counts(ctx))
}

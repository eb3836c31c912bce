package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testSearch(t *testing.T, open Open) {
	ctx, s := context.Background(), open(t)
	texts := []string{
		"kapal labuh|kapal tiba labuh",
		"kapal|kapal kapal karam",
		"truk|truk guling kapal",
		"jum'at|e-ktp o'brien çağ 東京 a_b a-b 50% kapalang",
		"|",
	}
	for n, text := range texts {
		a := article(n, 1)
		if n == 2 {
			a.Outlet = &news.Outlet{Name: "Detak", Domain: "detak.example"}
		}
		the(s.Articles().Put(ctx, a, terms(text), nil))(t)
	}
	match := func(q store.Match) []news.PageID {
		t.Helper()
		if q.Limit == 0 {
			q.Limit = 10
		}
		var out []news.PageID
		for _, h := range the(s.Articles().Match(ctx, q))(t) {
			out = append(out, h.Page)
		}
		return out
	}
	stems := func(list ...string) store.Match { return store.Match{Stems: list} }

	want := []store.Hit{
		{Article: article(1, 1).ID, Page: pageID(1), Placed: hour(1), Title: []int{1}, Body: []int{2}, Words: 4},
		{Article: article(0, 1).ID, Page: pageID(0), Placed: hour(0), Title: []int{1}, Body: []int{1}, Words: 5},
	}
	equal(t, "hits with counts", the(s.Articles().Match(ctx, store.Match{Stems: []string{"kapal"}, Until: hour(2), Limit: 10}))(t), want)
	both := the(s.Articles().Match(ctx, store.Match{Stems: []string{"labuh", "kapal"}, Limit: 10}))(t)
	equal(t, "counts by stem", [][]int{both[0].Title, both[0].Body}, [][]int{{1, 1}, {1, 1}})
	equal(t, "newest first", match(stems("kapal")), pages(2, 1, 0))
	equal(t, "a limit", match(store.Match{Stems: []string{"kapal"}, Limit: 2}), pages(2, 1))
	equal(t, "all stems", match(stems("kapal", "guling")), pages(2))
	equal(t, "no article has both", match(stems("labuh", "guling")), pages())
	equal(t, "an outlet", match(store.Match{Stems: []string{"kapal"}, Outlet: "detak.example"}), pages(2))
	equal(t, "an outlet that is a stem", match(store.Match{Stems: []string{"kapal"}, Outlet: "kapal"}), pages())
	equal(t, "a stem that is an outlet", match(stems("warta.example")), pages())
	equal(t, "from", match(store.Match{Stems: []string{"kapal"}, From: hour(1)}), pages(2, 1))
	equal(t, "from a moment later", match(store.Match{Stems: []string{"kapal"}, From: hour(1).Add(time.Microsecond)}), pages(2))
	equal(t, "until", match(store.Match{Stems: []string{"kapal"}, Until: hour(2)}), pages(1, 0))
	equal(t, "until a moment later", match(store.Match{Stems: []string{"kapal"}, Until: hour(2).Add(time.Microsecond)}), pages(2, 1, 0))
	for _, odd := range []string{"jum'at", "e-ktp", "o'brien", "çağ", "東京", "a_b", "a-b", "50%"} {
		equal(t, "stem "+odd, match(stems(odd)), pages(3))
	}
	for _, absent := range []string{"kapa", "apal", "e", "ktp", "a", "50", "KAPAL", `"`, "kapal OR truk", "*", "çag", "東"} {
		equal(t, "no stem "+absent, match(stems(absent)), pages())
	}
	_, err := s.Articles().Match(ctx, store.Match{Limit: 3})
	fails(t, "no stems", err, news.ErrInvalid)
	_, err = s.Articles().Match(ctx, stems("kapal"))
	fails(t, "no limit", err, news.ErrInvalid)

	t.Run("only current versions", func(t *testing.T) {
		the(s.Articles().Put(ctx, article(0, 2), terms("kapal|lepas"), nil))(t)
		equal(t, "the old text", match(stems("labuh")), pages())
		equal(t, "the new text", match(stems("lepas")), pages(0))
		moved := article(1, 2)
		moved.Published = &news.Published{Time: hour(50)}
		the(s.Articles().Put(ctx, moved, terms("kapal|"), nil))(t)
		equal(t, "placed anew", match(stems("kapal")), pages(1, 2, 0))
	})
	t.Run("many of one moment", func(t *testing.T) {
		var want []news.PageID
		for n := 19; n >= 0; n-- {
			a := article(100+n, 1)
			a.Published = &news.Published{Time: hour(60), Precision: news.Day}
			the(s.Articles().Put(ctx, a, terms("|serentak"), nil))(t)
			want = append(pages(100+n), want...)
		}
		equal(t, "by id", match(store.Match{Stems: []string{"serentak"}, Limit: 7}), want[:7])
	})
}

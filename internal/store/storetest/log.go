package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testLog(t *testing.T, open Open) {
	ctx, s := context.Background(), open(t)
	log := s.Articles().Log()
	before, after, err := log.Neighbours(ctx, hour(0), hour(1))
	must(t, err)
	equal(t, "neighbours in an empty store", []time.Time{before, after}, []time.Time{{}, {}})
	equal(t, "nothing between", collect(t, log.Between(ctx, hour(-9), hour(9))), []store.Article{})

	for _, n := range []int{3, 1, 2, 0} {
		put(t, s, article(n, 1))
	}
	put(t, s, article(2, 2))
	undated := article(4, 1) // is placed by when it was seen
	undated.Published, undated.Seen = nil, hour(2)
	put(t, s, undated)
	between := func(from, until time.Time) (out []news.ArticleID) {
		t.Helper()
		for _, a := range collect(t, log.Between(ctx, from, until)) {
			out = append(out, a.ID)
		}
		return out
	}
	equal(t, "between", between(hour(1), hour(3)), []news.ArticleID{article(1, 1).ID, article(2, 2).ID, undated.ID})
	equal(t, "all", len(between(hour(-99), hour(99))), 5)
	equal(t, "whole articles", collect(t, log.Between(ctx, hour(3), hour(4))), []store.Article{kept(article(3, 1), 1, true)})
	equal(t, "count", the(log.CountBetween(ctx, hour(1), hour(3), 100))(t), 3)
	equal(t, "count to a limit", the(log.CountBetween(ctx, hour(1), hour(3), 2))(t), 2)
	for _, c := range []struct {
		from, until   time.Time
		before, after time.Time
	}{
		{hour(1), hour(3), hour(0), hour(3)},
		{hour(0), hour(4), time.Time{}, time.Time{}},
		{hour(0).Add(time.Microsecond), hour(0).Add(time.Microsecond), hour(0), hour(1)},
	} {
		before, after, err := log.Neighbours(ctx, c.from, c.until)
		must(t, err)
		equal(t, "neighbours", []time.Time{before, after}, []time.Time{c.before, c.after})
	}

	t.Run("many of one moment", func(t *testing.T) {
		for n := range 450 {
			a := article(1000+n, 1)
			a.Published = &news.Published{Time: hour(700)}
			put(t, s, a)
		}
		list := between(hour(700), hour(701))
		equal(t, "all of them", len(list), 450)
		for i := 1; i < len(list); i++ {
			if list[i-1] >= list[i] {
				t.Fatalf("%s before %s", list[i-1], list[i])
			}
		}
	})
}

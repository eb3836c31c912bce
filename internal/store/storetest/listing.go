package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testListing(t *testing.T, open Open) {
	b := newBench(t, open, 60)
	fillListing(t, b)
	t.Run("orders and filters", func(t *testing.T) { testFilters(t, b) })
	t.Run("pages of a listing", func(t *testing.T) { testCursors(t, b) })
	t.Run("growth", func(t *testing.T) { testGrowth(t, newBench(t, open, 60)) })
}

// fillListing places six stories: s-0 of 1 page, s-1 of 2 and so on, ten hours
// apart, with dossiers for four.
func fillListing(t *testing.T, b bench) {
	var list []store.Story
	for i := range 6 {
		var ns []int
		for n := range i + 1 {
			ns = append(ns, 10*i+n)
		}
		st := story(fmt.Sprintf("s-%d", i), ns...)
		if i%2 == 1 {
			st.Outlets, st.Languages = []string{"Detak", "Warta"}, []string{"en", "id"}
		}
		list = append(list, st)
	}
	taken := story("s-6")
	taken.Into = "s-1"
	must(t, b.place(store.Placement{Stories: append(list, taken)}))
	for i, sum := range []store.Summary{
		{Origins: 1, Findings: 2},
		{Origins: 3, Findings: 2, Differences: 1, Contested: 1, Entities: []string{"Ratri", "Pelabuhan Lama"}},
		{Origins: 3, Findings: 1, Entities: []string{"Ratri"}},
		{Origins: 2, Findings: 9, Differences: 4, Entities: []string{"Pelabuhan Lama"}},
	} {
		d := store.Dossier{Story: news.StoryID(fmt.Sprintf("s-%d", i)), Revision: 1, Made: hour(101), Summary: sum, JSON: []byte(`{"a":1}`)}
		must(t, b.Stories().PutDossier(context.Background(), d, nil))
	}
	must(t, b.place(store.Placement{Stories: list[3:4]})) // its dossier is stale now
}

func ids(list []store.Listed) (out []string) {
	for _, l := range list {
		out = append(out, string(l.ID))
	}
	return out
}

func testFilters(t *testing.T, b bench) {
	for _, c := range []struct {
		name   string
		filter store.StoryFilter
		want   []string
	}{
		{"all by recency", store.StoryFilter{}, []string{"s-5", "s-4", "s-3", "s-2", "s-1", "s-0"}},
		{"by origins, then recency", store.StoryFilter{Sort: store.ByOrigins}, []string{"s-2", "s-1", "s-3", "s-0", "s-5", "s-4"}},
		{"by size", store.StoryFilter{Sort: store.BySize}, []string{"s-5", "s-4", "s-3", "s-2", "s-1", "s-0"}},
		{"by growth", store.StoryFilter{Sort: store.ByGrowth}, []string{"s-5", "s-4", "s-3", "s-2", "s-1", "s-0"}},
		{"a limit", store.StoryFilter{Limit: 2}, []string{"s-5", "s-4"}},
		{"from", store.StoryFilter{From: hour(33)}, []string{"s-5", "s-4", "s-3"}},
		{"until", store.StoryFilter{Until: hour(33)}, []string{"s-2", "s-1", "s-0"}},
		{"outlet", store.StoryFilter{Outlet: "Detak"}, []string{"s-5", "s-3", "s-1"}},
		{"language", store.StoryFilter{Language: "en", Limit: 2}, []string{"s-5", "s-3"}},
		{"entity", store.StoryFilter{Entity: "Ratri"}, []string{"s-2", "s-1"}},
		{"entity and outlet", store.StoryFilter{Entity: "Ratri", Outlet: "Detak"}, []string{"s-1"}},
		{"entity by size", store.StoryFilter{Entity: "Pelabuhan Lama", Sort: store.BySize}, []string{"s-3", "s-1"}},
		{"no such entity", store.StoryFilter{Entity: "Nemo"}, nil},
		{"an outlet is no entity", store.StoryFilter{Entity: "Detak"}, nil},
		{"differences", store.StoryFilter{Differences: true}, []string{"s-3", "s-1"}},
		{"stale", store.StoryFilter{Stale: true}, []string{"s-5", "s-4", "s-3"}},
		{"large", store.StoryFilter{MinArticles: 5}, []string{"s-5", "s-4"}},
	} {
		list, _, err := b.Stories().List(context.Background(), c.filter)
		must(t, err)
		equal(t, c.name, ids(list), c.want)
	}
	list, _, err := b.Stories().List(context.Background(), store.StoryFilter{Outlet: "Detak"})
	must(t, err)
	want := store.Story{ID: "s-1", Title: "Kisah s-1", Pages: pages(10, 11), Languages: []string{"en", "id"}, Outlets: []string{"Detak", "Warta"},
		First: hour(10), Last: hour(11), Revision: 1, Updated: hour(100)}
	equal(t, "a story of a listing", list[2].Story, want)
	equal(t, "its summary", list[2].Summary, store.Summary{Origins: 3, Findings: 2, Differences: 1, Contested: 1, Entities: []string{"Ratri", "Pelabuhan Lama"}})
	equal(t, "fresh", []bool{list[0].HasFresh, list[1].HasFresh, list[2].HasFresh}, []bool{false, false, true})
}

func testCursors(t *testing.T, b bench) {
	ctx, stories := context.Background(), b.Stories()
	for _, sort := range []store.Sort{store.ByRecency, store.ByOrigins, store.ByGrowth, store.BySize} {
		whole, end, err := stories.List(ctx, store.StoryFilter{Sort: sort})
		must(t, err)
		equal(t, "the end", end, store.Cursor(""))
		for _, size := range []int{1, 2, 3, 6} {
			var got []string
			f := store.StoryFilter{Sort: sort, Limit: size}
			for range 10 {
				list, next, err := stories.List(ctx, f)
				must(t, err)
				got = append(got, ids(list)...)
				if f.After = next; next == "" {
					break
				}
			}
			equal(t, fmt.Sprintf("order %q by %d", sort, size), got, ids(whole))
		}
	}
	_, next, err := stories.List(ctx, store.StoryFilter{Limit: 1})
	must(t, err)
	for name, f := range map[string]store.StoryFilter{
		"a cursor of another order": {After: next, Sort: store.BySize},
		"no cursor":                 {After: "?"},
		"no order":                  {Sort: "loud"},
	} {
		_, _, err := stories.List(ctx, f)
		fails(t, name, err, news.ErrInvalid)
	}
}

func testGrowth(t *testing.T, b bench) {
	var ns []int
	for n := range 30 {
		ns = append(ns, n)
	}
	slow := story("s-slow", 30, 59) // two, more than a day apart
	must(t, b.place(store.Placement{Stories: []store.Story{story("s-fast", ns...), slow}}))
	list, _, err := b.Stories().List(context.Background(), store.StoryFilter{Sort: store.ByGrowth})
	must(t, err)
	var fast, one [24]int
	for i := range fast {
		fast[i] = 1
	}
	one[23] = 1
	equal(t, "order", ids(list), []string{"s-fast", "s-slow"})
	equal(t, "growth", [][24]int{list[0].Growth, list[1].Growth}, [][24]int{fast, one})

	edge := story("s-slow", 35, 59) // just a day apart, and just less
	edge.Last = hour(59).Add(-time.Microsecond)
	must(t, b.place(store.Placement{Stories: []store.Story{edge}}))
	list, _, err = b.Stories().List(context.Background(), store.StoryFilter{Sort: store.ByGrowth})
	must(t, err)
	var first [24]int
	first[0] = 1
	equal(t, "the oldest hour", list[1].Growth, first)
}

func testDossiers(t *testing.T, open Open) {
	ctx, b := context.Background(), newBench(t, open, 3)
	stories := b.Stories()
	must(t, b.place(store.Placement{Stories: []store.Story{story("s-a", 0, 1)}}))
	must(t, b.place(store.Placement{Stories: []store.Story{story("s-a", 0, 1, 2)}}))
	_, err := stories.Dossier(ctx, "s-a")
	fails(t, "no dossier yet", err, news.ErrNotFound)
	made := func(revision int64, text string) store.Dossier {
		return store.Dossier{Story: "s-a", Revision: revision, Made: hour(7), Summary: store.Summary{Origins: 2, Entities: []string{text}}, JSON: []byte(`{"text":"` + text + `"}`)}
	}
	jobs := []store.Job{job(store.Extract, "x")}
	must(t, stories.PutDossier(ctx, made(1, "lama"), jobs))
	equal(t, "first", the(stories.Dossier(ctx, "s-a"))(t), made(1, "lama"))
	must(t, stories.PutDossier(ctx, made(2, "baru"), jobs))
	before := waiting(t, b, store.Extract)
	must(t, stories.PutDossier(ctx, made(1, "terlambat"), jobs))
	equal(t, "a late one is not kept", the(stories.Dossier(ctx, "s-a"))(t), made(2, "baru"))
	equal(t, "nor its jobs", waiting(t, b, store.Extract), before)
	must(t, stories.PutDossier(ctx, made(2, "lagi"), nil))
	equal(t, "made again", the(stories.Dossier(ctx, "s-a"))(t), made(2, "lagi"))
	for entity, want := range map[string]int{"lama": 0, "baru": 0, "lagi": 1} {
		list, _, err := stories.List(ctx, store.StoryFilter{Entity: entity})
		must(t, err)
		equal(t, "entity "+entity, len(list), want)
	}
	fails(t, "a dossier of no story", stories.PutDossier(ctx, store.Dossier{Story: "s-none", Revision: 1}, nil), news.ErrNotFound)
	counts := the(b.Admin().Counts(ctx))(t)
	equal(t, "counts", []int{counts["dossiers"], counts["stale-dossiers"]}, []int{1, 0})
}

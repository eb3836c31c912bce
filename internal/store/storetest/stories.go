package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// bench is a store with articles and a lease to place them with.
type bench struct {
	store.Store
	lease store.Lease
}

func newBench(t *testing.T, open Open, articles int) bench {
	t.Helper()
	b := bench{Store: open(t)}
	for n := range articles {
		put(t, b, article(n, 1))
	}
	b.lease = the(b.Jobs().Acquire(context.Background(), "all", "me", hour(0), hours))(t)
	return b
}

// hours is some of them.
const hours = 10 * time.Hour

// place places, with one job.
func (b bench) place(p store.Placement) error {
	return b.Stories().Place(context.Background(), b.lease, hour(100), p, []store.Job{job(store.Reconcile, "s")})
}

// story makes one of pages, whose times are theirs.
func story(id string, ns ...int) store.Story {
	st := store.Story{ID: news.StoryID(id), Title: "Kisah " + id, Pages: pages(ns...), Languages: []string{"id"}, Outlets: []string{"Warta"}}
	if len(ns) > 0 {
		st.First, st.Last = hour(ns[0]), hour(ns[len(ns)-1])
	}
	return st
}

func thread(id, of string, from, until int, ns ...int) store.Thread {
	return store.Thread{ID: id, Window: window(from, until), Pages: pages(ns...), Story: news.StoryID(of)}
}

func window(from, until int) store.Window { return store.Window{From: hour(from), Until: hour(until)} }

// placed is a story as the store gives it back.
func placed(st store.Story, revision int64) store.Story {
	st.Revision, st.Updated = revision, hour(100)
	return st
}

func testStories(t *testing.T, open Open) {
	t.Run("placing", func(t *testing.T) { testPlace(t, newBench(t, open, 6)) })
	t.Run("threads", func(t *testing.T) { testThreads(t, newBench(t, open, 9)) })
	t.Run("stories that are taken in, go and come back", func(t *testing.T) { testTakenIn(t, newBench(t, open, 6)) })
	t.Run("what is refused writes nothing", func(t *testing.T) { testRefused(t, newBench(t, open, 6)) })
	t.Run("cuts", func(t *testing.T) { testCuts(t, newBench(t, open, 2)) })
}

func testPlace(t *testing.T, b bench) {
	ctx, stories := context.Background(), b.Stories()
	equal(t, "cursor before", the(stories.Cursor(ctx))(t), int64(0))
	_, err := stories.Story(ctx, "s-a")
	fails(t, "a story that is not there", err, news.ErrNotFound)

	must(t, b.place(store.Placement{Cursor: 4, Stories: []store.Story{story("s-a", 0, 1), story("s-b", 2)}}))
	equal(t, "cursor", the(stories.Cursor(ctx))(t), int64(4))
	equal(t, "jobs", waiting(t, b, store.Reconcile), 1)
	equal(t, "story", the(stories.Story(ctx, "s-a"))(t), placed(story("s-a", 0, 1), 1))

	shuffled := story("s-a", 0, 1, 3)
	shuffled.Pages = pages(3, 0, 1)
	must(t, b.place(store.Placement{Cursor: 5, Stories: []store.Story{shuffled}}))
	equal(t, "grown, by placement", the(stories.Story(ctx, "s-a"))(t), placed(story("s-a", 0, 1, 3), 2))
	equal(t, "the other", the(stories.Story(ctx, "s-b"))(t), placed(story("s-b", 2), 1))

	must(t, b.place(store.Placement{Cursor: 6, Stories: []store.Story{story("s-a", 0), story("s-b", 1, 2)}}))
	equal(t, "one page less", the(stories.Story(ctx, "s-a"))(t), placed(story("s-a", 0), 3))
	equal(t, "one page more", the(stories.Story(ctx, "s-b"))(t), placed(story("s-b", 1, 2), 2))
	hits := the(b.Articles().Match(ctx, store.Match{Stems: []string{"kapal"}, Until: hour(4), Limit: 9}))(t)
	var in []news.StoryID
	for _, h := range hits {
		in = append(in, h.Story)
	}
	equal(t, "stories of what is found", in, []news.StoryID{"", "s-b", "s-b", "s-a"})
}

func testTakenIn(t *testing.T, b bench) {
	ctx, stories := context.Background(), b.Stories()
	must(t, b.place(store.Placement{Stories: []store.Story{story("s-a", 0, 1), story("s-b", 2), story("s-c", 3)}}))
	must(t, stories.PutDossier(ctx, store.Dossier{Story: "s-b", Revision: 1, JSON: []byte("{}")}, nil))
	into := story("s-b")
	into.Into = "s-a"
	must(t, b.place(store.Placement{Stories: []store.Story{story("s-a", 0, 1, 2), into, story("s-c")}}))
	equal(t, "taken in", the(stories.Story(ctx, "s-b"))(t), placed(into, 2))
	_, err := stories.Dossier(ctx, "s-b")
	fails(t, "the dossier of what was taken in", err, news.ErrNotFound)
	err = stories.PutDossier(ctx, store.Dossier{Story: "s-b", Revision: 2, JSON: []byte("{}")}, nil)
	fails(t, "a late dossier of what was taken in", err, news.ErrNotFound)
	_, err = stories.Story(ctx, "s-c")
	fails(t, "gone", err, news.ErrNotFound)
	equal(t, "count", the(b.Admin().Counts(ctx))(t)["stories"], 1)

	must(t, b.place(store.Placement{Stories: []store.Story{story("s-a", 0, 1), story("s-b", 2), story("s-c", 3)}}))
	equal(t, "out again", the(stories.Story(ctx, "s-b"))(t), placed(story("s-b", 2), 3))
	equal(t, "back, and no revision twice", the(stories.Story(ctx, "s-c"))(t), placed(story("s-c", 3), 3))
	equal(t, "sound", the(b.Admin().Check(ctx))(t), []string{})
}

func testRefused(t *testing.T, b bench) {
	ctx, stories := context.Background(), b.Stories()
	must(t, b.place(store.Placement{Cursor: 1, Threads: []store.Thread{thread("t-a", "s-a", 0, 2, 0, 1)}, Stories: []store.Story{story("s-a", 0, 1)}}))
	for name, p := range map[string]store.Placement{
		"a page in two stories":                  {Stories: []store.Story{story("s-b", 2, 3), story("s-c", 3)}},
		"a page in two threads":                  {Threads: []store.Thread{thread("t-b", "s-b", 0, 9, 2), thread("t-c", "s-b", 0, 9, 2)}},
		"a page that is not there":               {Stories: []store.Story{story("s-b", 2, 77)}},
		"a thread of a page that is not there":   {Threads: []store.Thread{thread("t-b", "s-b", 0, 9, 77)}},
		"a page of a story that does not change": {Stories: []store.Story{story("s-b", 1, 2)}},
	} {
		p.Cursor = 9
		fails(t, name, b.place(p), news.ErrInvalid)
	}
	equal(t, "cursor", the(stories.Cursor(ctx))(t), int64(1))
	equal(t, "jobs", waiting(t, b, store.Reconcile), 1)
	equal(t, "stories", the(b.Admin().Counts(ctx))(t)["stories"], 1)
	equal(t, "story", the(stories.Story(ctx, "s-a"))(t), placed(story("s-a", 0, 1), 1))
}

func testThreads(t *testing.T, b bench) {
	ctx, stories := context.Background(), b.Stories()
	ask := func(q store.ThreadQuery) store.Threads { t.Helper(); return the(stories.Threads(ctx, q))(t) }
	all := store.ThreadQuery{Windows: []store.Window{window(-99, 99)}}
	equal(t, "none", ask(all), store.Threads{})

	t1, t2, t3, t4 := thread("t-1", "s-a", 0, 3, 0, 1), thread("t-2", "s-a", 3, 6, 3), thread("t-3", "s-b", 3, 6, 4, 5), thread("t-4", "s-a", 6, 9, 6, 7)
	must(t, b.place(store.Placement{
		Windows: []store.Window{window(0, 9)}, Threads: []store.Thread{t4, t1, t3, t2}, Joins: [][2]string{{"t-2", "t-4"}, {"t-1", "t-2"}},
		Stories: []store.Story{story("s-a", 0, 1, 3, 6, 7), story("s-b", 4, 5)},
	}))
	joins := [][2]string{{"t-1", "t-2"}, {"t-2", "t-4"}}
	equal(t, "all", ask(all), store.Threads{Threads: []store.Thread{t1, t2, t3, t4}, Joins: joins})
	equal(t, "of a story", ask(store.ThreadQuery{Stories: []news.StoryID{"s-b", "s-none"}}), store.Threads{Threads: []store.Thread{t3}})
	equal(t, "of a window, with joins to others", ask(store.ThreadQuery{Windows: []store.Window{window(2, 3)}}),
		store.Threads{Threads: []store.Thread{t1}, Joins: joins[:1]})
	equal(t, "of pages", ask(store.ThreadQuery{Pages: pages(7, 8)}), store.Threads{Threads: []store.Thread{t4}, Joins: joins[1:]})
	equal(t, "of any part", ask(store.ThreadQuery{Pages: pages(4), Windows: []store.Window{window(0, 1)}}).Threads, []store.Thread{t1, t3})

	// The middle window is grouped anew: its threads and their joins go.
	t5 := thread("t-5", "s-b", 3, 6, 3, 4, 5)
	must(t, b.place(store.Placement{
		Windows: []store.Window{window(3, 6)}, Threads: []store.Thread{t5}, Rejoined: []string{"t-1"}, Joins: [][2]string{{"t-5", "t-4"}},
		Stories: []store.Story{story("s-a", 0, 1), story("s-b", 3, 4, 5, 6, 7)},
	}))
	t4.Story = "s-b" // for its pages are there
	equal(t, "anew", ask(all), store.Threads{Threads: []store.Thread{t1, t4, t5}, Joins: [][2]string{{"t-5", "t-4"}}})

	// Only the joins to the next window are replaced.
	must(t, b.place(store.Placement{Rejoined: []string{"t-1", "t-4"}, Joins: [][2]string{{"t-1", "t-5"}}}))
	equal(t, "rejoined", ask(all).Joins, [][2]string{{"t-1", "t-5"}, {"t-5", "t-4"}})

	// The same thread again, with a page less: the page is in none.
	t5 = thread("t-5", "s-b", 3, 6, 3, 4)
	must(t, b.place(store.Placement{Windows: []store.Window{window(5, 6)}, Threads: []store.Thread{t5}, Joins: [][2]string{{"t-5", "t-4"}}}))
	equal(t, "without a page", ask(all), store.Threads{Threads: []store.Thread{t1, t4, t5}, Joins: [][2]string{{"t-5", "t-4"}}})
	equal(t, "the page's", ask(store.ThreadQuery{Pages: pages(5)}), store.Threads{})
	equal(t, "sound", the(b.Admin().Check(ctx))(t), []string{})
}

func testCuts(t *testing.T, b bench) {
	ctx := context.Background()
	a := article(0, 1)
	must(t, b.place(store.Placement{Cuts: map[news.ArticleID][]string{a.ID: {"Versi 1."}}}))
	got := the(b.Articles().Article(ctx, a.ID))(t)
	equal(t, "cut", got.Cut, []string{"Versi 1."})
	effective := got.Effective()
	equal(t, "effective", effective.Text, "Kapal 0 berlabuh.")
	equal(t, "the other", the(b.Articles().Article(ctx, article(1, 1).ID))(t), kept(article(1, 1), 1, true))
	must(t, b.place(store.Placement{Cuts: map[news.ArticleID][]string{a.ID: nil}}))
	equal(t, "none any more", the(b.Articles().Article(ctx, a.ID))(t), kept(a, 1, true))
}

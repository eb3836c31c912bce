package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testArticles(t *testing.T, open Open) {
	t.Run("versions", func(t *testing.T) { testVersions(t, open(t)) })
	t.Run("a page that goes back to an old text", func(t *testing.T) { testReverted(t, open(t)) })
	t.Run("a page that is gone", func(t *testing.T) { testWithdrawn(t, open(t)) })
	t.Run("readings", func(t *testing.T) { testReadings(t, open(t)) })
	t.Run("the order of arrival does not matter", func(t *testing.T) { testArrivalOrder(t, open(t)) })
}

// put puts an article with a job to read it, and its document.
func put(t testing.TB, s store.Store, a store.Article) (changed bool) {
	t.Helper()
	d := store.Document{ID: a.Document, Raw: news.RawDocument{Body: []byte(a.Text)}, Seen: a.Seen}
	the(s.Documents().Put(context.Background(), []store.Document{d}, nil))(t)
	return the(s.Articles().Put(context.Background(), a, terms("kapal|labuh"), []store.Job{job(store.Extract, string(a.ID))}))(t)
}

// kept is an article as the store gives it back.
func kept(a store.Article, version int, current bool) store.Article {
	a.Version, a.Current = version, current
	return a
}

func testVersions(t *testing.T, s store.Store) {
	ctx, articles := context.Background(), s.Articles()
	equal(t, "changed by the second version", put(t, s, article(1, 2)), true)
	equal(t, "changed by the first, late", put(t, s, article(1, 1)), false)
	equal(t, "changed by the second, again", put(t, s, article(1, 2)), false)
	equal(t, "changed by the third", put(t, s, article(1, 3)), true)
	equal(t, "another page", put(t, s, article(2, 1)), true)
	equal(t, "jobs", waiting(t, s, store.Extract), 4)

	want := []store.Article{kept(article(1, 1), 1, false), kept(article(1, 2), 2, false), kept(article(1, 3), 3, true)}
	equal(t, "versions", the(articles.Versions(ctx, pageID(1)))(t), want)
	asked := the(articles.Versions(ctx, pageID(2), "p-none", pageID(1)))(t)
	equal(t, "versions in the order asked", asked, append([]store.Article{kept(article(2, 1), 1, true)}, want...))
	equal(t, "no versions", the(articles.Versions(ctx))(t), []store.Article{})
	equal(t, "one", the(articles.Article(ctx, article(1, 2).ID))(t), want[1])
	_, err := articles.Article(ctx, "a-none")
	fails(t, "an article that is not there", err, news.ErrNotFound)
	_, err = articles.Put(ctx, store.Article{}, store.Terms{}, nil)
	fails(t, "an article without id", err, news.ErrInvalid)

	log := the(articles.Log().Arrivals(ctx, 0, 10))(t)
	equal(t, "arrivals", arrivals(log), []string{"p-00001 new +1h", "p-00001 +1h +1h", "p-00002 new +2h"})
	equal(t, "arrivals after one", arrivals(the(articles.Log().Arrivals(ctx, log[1].Seq, 10))(t)), []string{"p-00002 new +2h"})
	equal(t, "arrivals to a limit", len(the(articles.Log().Arrivals(ctx, 0, 2))(t)), 2)

	bare := store.Article{Article: news.Article{ID: "a-bare", Page: "p-bare", Text: "Hanya teks."}, Document: "d-bare", Seen: hour(5)}
	the(articles.Put(ctx, bare, store.Terms{}, nil))(t)
	equal(t, "an article of a file", the(articles.Article(ctx, "a-bare"))(t), kept(bare, 1, true))
}

// arrivals puts a log into words, with times as hours after begin.
func arrivals(list []store.Arrival) (out []string) {
	tell := func(at time.Time) string {
		if at.IsZero() {
			return "new"
		}
		return fmt.Sprintf("%+.0fh", at.Sub(begin()).Hours())
	}
	seq := int64(0)
	for _, a := range list {
		if a.Seq <= seq {
			out = append(out, "not in order")
		}
		seq = a.Seq
		out = append(out, fmt.Sprintf("%s %s %s", a.Page, tell(a.Was), tell(a.Is)))
	}
	return out
}

func testReverted(t *testing.T, s store.Store) {
	ctx := context.Background()
	put(t, s, article(1, 1))
	put(t, s, article(1, 2))
	back := article(1, 1)
	back.Document, back.Fetched, back.Seen = "d-back", hour(9), hour(9)
	equal(t, "changed", put(t, s, back), true)
	equal(t, "changed again", put(t, s, back), false)
	equal(t, "jobs", waiting(t, s, store.Extract), 3)
	want := kept(article(1, 1), 2, true)
	want.Document, want.Fetched = "d-back", hour(9)
	equal(t, "versions", the(s.Articles().Versions(ctx, pageID(1)))(t), []store.Article{kept(article(1, 2), 1, false), want})
	hits := the(s.Articles().Match(ctx, store.Match{Stems: []string{"kapal"}, Limit: 9}))(t)
	equal(t, "found", hits[0].Article, article(1, 1).ID)
}

func testWithdrawn(t *testing.T, s store.Store) {
	ctx, articles := context.Background(), s.Articles()
	put(t, s, article(1, 1))
	put(t, s, article(1, 2))
	jobs := []store.Job{job(store.Reconcile, "s-1")}
	fails(t, "a page that is not there", articles.Withdraw(ctx, "p-none", hour(7), jobs), news.ErrNotFound)
	must(t, articles.Withdraw(ctx, pageID(1), time.Time{}, jobs)) // it is there already
	equal(t, "jobs of nothing", waiting(t, s, store.Reconcile), 0)
	must(t, articles.Withdraw(ctx, pageID(1), hour(7), jobs))
	must(t, articles.Withdraw(ctx, pageID(1), hour(8), jobs)) // it is gone already
	equal(t, "jobs", waiting(t, s, store.Reconcile), 1)
	for _, a := range the(articles.Versions(ctx, pageID(1)))(t) {
		equal(t, "withdrawn", a.Withdrawn, hour(7))
	}
	must(t, articles.Withdraw(ctx, pageID(1), time.Time{}, jobs))
	equal(t, "back", the(articles.Article(ctx, article(1, 2).ID))(t), kept(article(1, 2), 2, true))
	equal(t, "arrivals", len(the(articles.Log().Arrivals(ctx, 0, 10))(t)), 4)
}

func testReadings(t *testing.T, s store.Store) {
	ctx, readings := context.Background(), s.Articles().Readings()
	a := article(1, 1)
	put(t, s, a)
	least := 3.5
	r := news.Reading{Article: a.Article, Quantities: []news.Quantity{{Min: &least, Unit: "kapal"}}, Claims: []news.Claim{{Article: a.ID, Text: "Kapal 1 berlabuh."}}}
	fails(t, "a reading of no article", readings.PutReading(ctx, "a-none", "h", r), news.ErrNotFound)
	must(t, readings.PutReading(ctx, a.ID, "old", news.Reading{}))
	must(t, readings.PutReading(ctx, a.ID, "h", r))
	got := the(readings.Readings(ctx, map[news.ArticleID]string{a.ID: "h", "a-none": "h"}))(t)
	equal(t, "readings", got, map[news.ArticleID]news.Reading{a.ID: r})
	got = the(readings.Readings(ctx, map[news.ArticleID]string{a.ID: "old"}))(t)
	equal(t, "readings of another text", got, map[news.ArticleID]news.Reading{})
}

// testArrivalOrder puts the same versions, some of them seen in several
// documents, in two orders and wants the same of both.
func testArrivalOrder(t *testing.T, s store.Store) {
	ctx, run := context.Background(), 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		n := rapid.IntRange(1, 6).Draw(t, "documents")
		var list []store.Article
		for i := range n {
			a := article(0, rapid.IntRange(1, 3).Draw(t, "text"))
			a.Document = news.DocumentID(fmt.Sprintf("d-%d", i))
			a.Fetched, a.Seen = time.Time{}, hour(rapid.IntRange(0, 3).Draw(t, "seen"))
			if rapid.Bool().Draw(t, "of the net") {
				a.Fetched = hour(rapid.IntRange(0, 2).Draw(t, "fetched"))
			}
			a.Published = nil
			if rapid.Bool().Draw(t, "dated") {
				a.Published = &news.Published{Time: hour(rapid.IntRange(0, 2).Draw(t, "published")), Precision: news.Minute}
			}
			list = append(list, a)
		}
		other := rapid.Permutation(list).Draw(t, "other order")
		a, b := putAll(ctx, t, s, list, 2*run), putAll(ctx, t, s, other, 2*run+1)
		if !slices.Equal(a, b) {
			t.Fatalf("in one order:\n%q\nin the other:\n%q", a, b)
		}
	})
}

// putAll puts articles as versions of page n, and returns what the store then
// tells of it, without what names the page.
func putAll(ctx context.Context, t *rapid.T, s store.Store, list []store.Article, n int) (out []string) {
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	short := map[news.ArticleID]news.ArticleID{}
	for _, a := range list {
		id := news.ArticleID(fmt.Sprintf("a-%d-%s", n, a.ID))
		short[id], a.ID, a.Page = a.ID, id, pageID(n)
		_, err := s.Articles().Put(ctx, a, terms("kapal|labuh"), nil)
		check(err)
	}
	versions, err := s.Articles().Versions(ctx, pageID(n))
	check(err)
	for _, v := range versions {
		out = append(out, fmt.Sprintln(short[v.ID], v.Document, v.Version, v.Current, v.Fetched, v.Seen, v.Placed()))
	}
	return out
}

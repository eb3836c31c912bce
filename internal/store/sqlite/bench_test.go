package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// corpus makes articles of some 250 words, whose stems are as uneven as those of
// a language.
type corpus struct {
	zipf *rand.Zipf
	rng  *rand.Rand
}

func newCorpus() corpus {
	rng := rand.New(rand.NewPCG(1, 2))
	return corpus{rand.NewZipf(rng, 1.1, 4, 60000), rng}
}

func (c corpus) article(n int) (store.Document, store.Article, store.Terms) {
	var t store.Terms
	for range 8 {
		t.Title = append(t.Title, c.stem())
	}
	for range 240 {
		t.Body = append(t.Body, c.stem())
	}
	text := strings.Join(t.Body, " ")
	d := store.Document{Raw: news.RawDocument{Input: "x", Body: []byte("<html>" + text + strings.Repeat("<div>menu</div>", 100))}, Seen: clock()}
	d.ID = store.IDOf(&d.Raw)
	a := store.Article{Article: news.Article{
		ID: news.ArticleID(fmt.Sprintf("a-%x", c.rng.Uint64())), Page: news.PageID(fmt.Sprintf("p-%x", c.rng.Uint64())), Title: strings.Join(t.Title, " "), Text: text,
		Outlet: &news.Outlet{Name: "Warta", Domain: fmt.Sprintf("warta%d.example", n%30)}, Published: &news.Published{Time: clock().Add(time.Duration(n) * time.Minute)},
	}, Document: d.ID, Seen: clock()}
	return d, a, t
}

func (c corpus) stem() string { return fmt.Sprintf("w%d", c.zipf.Uint64()) }

// add puts n articles with their documents and jobs, as `add` does.
func (c corpus) add(b testing.TB, s store.Store, n int) (pages []news.PageID) {
	b.Helper()
	ctx := context.Background()
	for i := range n {
		d, a, t := c.article(i)
		if _, err := s.Documents().Put(ctx, []store.Document{d}, []store.Job{{Kind: store.Clean, Key: string(d.ID)}}); err != nil {
			b.Fatal(err)
		}
		jobs := []store.Job{{Kind: store.Extract, Key: string(a.ID)}, {Kind: store.Cluster, Key: "all", Unique: true}}
		if _, err := s.Articles().Put(ctx, a, t, jobs); err != nil {
			b.Fatal(err)
		}
		pages = append(pages, a.Page)
	}
	return pages
}

func BenchmarkPut(b *testing.B) {
	s, c := open(b, filepath.Join(b.TempDir(), "store.db")), newCorpus()
	b.ResetTimer()
	c.add(b, s, b.N)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/(1<<20), "MiB")
}

func BenchmarkJobs(b *testing.B) {
	ctx, s := context.Background(), open(b, filepath.Join(b.TempDir(), "store.db"))
	for n := 0; n < b.N; n += 1000 {
		var jobs []store.Job
		for i := n; i < min(n+1000, b.N); i++ {
			jobs = append(jobs, store.Job{Kind: store.Clean, Key: fmt.Sprint(i)})
		}
		if err := s.Jobs().Enqueue(ctx, jobs); err != nil {
			b.Fatal(err)
		}
	}
	b.ResetTimer()
	err := s.Jobs().Work(ctx, store.WorkOptions{Owner: "me", Now: clock, Drain: true, Handlers: map[store.JobKind]store.Handler{
		store.Clean: func(context.Context, store.Running) error { return nil },
	}})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "jobs/s")
}

// BenchmarkRead asks a store of 20,000 articles in 10,000 stories.
func BenchmarkRead(b *testing.B) {
	const articles = 20000
	ctx, s, c := context.Background(), open(b, filepath.Join(b.TempDir(), "store.db")), newCorpus()
	pages := c.add(b, s, articles)
	lease, err := s.Jobs().Acquire(ctx, "all", "me", clock(), time.Hour)
	if err != nil {
		b.Fatal(err)
	}
	for n := 0; n < articles; n += 200 {
		if err := s.Stories().Place(ctx, lease, clock(), store.Placement{Stories: pairs(pages[n:n+200], n)}, nil); err != nil {
			b.Fatal(err)
		}
	}
	for _, stem := range []string{"w0", "w30", "w3000"} {
		b.Run("match "+stem, func(b *testing.B) {
			timed(b, func() error {
				_, err := s.Articles().Match(ctx, store.Match{Stems: []string{stem, "w1"}, Limit: 200})
				return err
			})
		})
	}
	for name, f := range map[string]store.StoryFilter{
		"recent": {}, "outlet": {Outlet: "Warta 3"}, "size of an outlet": {Outlet: "Warta 3", Sort: store.BySize}, "language": {Language: "id", Sort: store.ByOrigins},
		"rare entity": {Entity: "E 77"}, "growth": {Sort: store.ByGrowth}, "deep": {Until: clock().Add(articles / 3 * time.Minute), Limit: 50},
	} {
		b.Run("list "+name, func(b *testing.B) {
			timed(b, func() error { _, _, err := s.Stories().List(ctx, f); return err })
		})
	}
}

// pairs are stories of two pages each.
func pairs(pages []news.PageID, first int) (out []store.Story) {
	for i := 0; i < len(pages); i += 2 {
		n := first + i
		out = append(out, store.Story{ID: news.StoryID(fmt.Sprintf("s-%d", n)), Pages: pages[i : i+2], Languages: []string{"id"},
			Outlets: []string{fmt.Sprintf("Warta %d", n/2%9), "Warta"}, First: clock().Add(time.Duration(n) * time.Minute), Last: clock().Add(time.Duration(n+1) * time.Minute)})
	}
	return out
}

// timed reports the 99th percentile besides the mean.
func timed(b *testing.B, do func() error) {
	var all []time.Duration
	for b.Loop() {
		before := b.Elapsed()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		all = append(all, b.Elapsed()-before)
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1000, "p99-ms")
}

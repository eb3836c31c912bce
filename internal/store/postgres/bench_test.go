package postgres_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres"
)

// article is an invented article of 300 stems, as a real one has.
func article(i int, r *rand.Rand) (store.Article, store.Terms) {
	var t store.Terms
	for range 300 {
		t.Body = append(t.Body, fmt.Sprintf("s%d", int(r.ExpFloat64()*2000)))
	}
	t.Title = t.Body[:8]
	return store.Article{
		Article:  news.Article{ID: news.ArticleID(fmt.Sprint("a-", i)), Page: news.PageID(fmt.Sprint("p-", i)), Text: strings.Join(t.Body, " ")},
		Document: news.DocumentID(fmt.Sprint("d-", i)), Seen: noon.Add(time.Duration(i) * time.Minute),
	}, t
}

func durable(b *testing.B) *postgres.Store {
	server := pgtest.Start(b, "fsync=on", "synchronous_commit=on", "full_page_writes=on")
	return open(b, server.Database(b))
}

func BenchmarkPutArticle(b *testing.B) {
	s := durable(b)
	r := rand.New(rand.NewPCG(1, 1))
	b.ResetTimer()
	for i := range b.N {
		a, t := article(i, r)
		jobs := []store.Job{{Kind: store.Extract, Key: string(a.ID)}, {Kind: store.Cluster, Key: "id", Unique: true}}
		if _, err := s.Articles().Put(b.Context(), a, t, jobs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkPutDocuments(b *testing.B) {
	s := durable(b)
	b.ResetTimer()
	for i := 0; i < b.N; i += 50 {
		var docs []store.Document
		var jobs []store.Job
		for k := range 50 {
			d := document(i + k)
			docs, jobs = append(docs, d), append(jobs, store.Job{Kind: store.Clean, Key: string(d.ID)})
		}
		if _, err := s.Documents().Put(b.Context(), docs, jobs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "documents/s")
}

func BenchmarkMatch(b *testing.B) {
	s := open(b, pgtest.New(b))
	r := rand.New(rand.NewPCG(1, 1))
	for i := range 5000 {
		a, t := article(i, r)
		if _, err := s.Articles().Put(context.Background(), a, t, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ResetTimer()
	for range b.N {
		q := store.Match{Stems: []string{fmt.Sprintf("s%d", r.IntN(500)), fmt.Sprintf("s%d", r.IntN(500))}, Limit: 200}
		if _, err := s.Articles().Match(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
}

package cluster

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/news"
)

// BenchmarkWindow groups the real articles that lie beside the checkout.
func BenchmarkWindow(b *testing.B) {
	f, err := os.Open(goldtest.Path(b, "data/window-a.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var articles []news.Article
	size := 0
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		var a struct{ ID, Outlet, Title, Text string }
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			b.Fatal(err)
		}
		at := time.Duration(len(articles)) * time.Minute
		articles = append(articles, news.Article{
			ID: news.ArticleID(a.ID), Language: "id", Title: a.Title, Text: a.Text, Outlet: &news.Outlet{Domain: a.Outlet},
			Published: &news.Published{Time: time.Date(2031, 3, 4, 6, 0, 0, 0, time.UTC).Add(at)},
		})
		size += len(a.Title) + len(a.Text)
	}
	g := grouper(b)
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		g.Group(articles, Calendar{})
	}
	b.ReportMetric(float64(len(articles))*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

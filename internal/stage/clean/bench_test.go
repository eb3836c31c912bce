package clean_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/markusmobius/go-trafilatura"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/news"
)

// BenchmarkPages cleans real pages and reports how many times as long that
// takes as go-trafilatura alone, parsing included, on the same pages. It does not
// look for dates, which is not linked in.
func BenchmarkPages(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(goldtest.Path(b, "gold/pages-en"), "*.html"))
	if err != nil || len(files) == 0 {
		b.Skip("no pages")
	}
	var raws []news.RawDocument
	for _, f := range files[:30] {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		raws = append(raws, news.RawDocument{Input: f, MediaType: "text/html", Body: raw})
	}
	c := cleaner(b)
	var ours, library time.Duration
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		raw := raws[i%len(raws)]
		b.SetBytes(int64(len(raw.Body)))
		start := time.Now()
		_, _ = c.Article(raw)
		ours += time.Since(start)
		start = time.Now()
		_, _ = trafilatura.Extract(strings.NewReader(string(raw.Body)), trafilatura.Options{HtmlDateMode: trafilatura.Disabled})
		library += time.Since(start)
	}
	b.ReportMetric(float64(ours)/float64(library), "×library")
}

func BenchmarkPlain(b *testing.B) {
	body := strings.Repeat("Bupati Wanareja mengatakan jembatan itu akan dibuka kembali pada Senin.\nBaca juga: Warga Minta Jembatan Diperbaiki\n\"Kami akan memperbaikinya,\" kata dia, dilansir\nKantor Berita Desa\n, Selasa (10/6/2025).\n", 12)
	c := cleaner(b)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = c.Article(news.RawDocument{Title: "Jembatan", MediaType: "text/plain", Body: []byte(body)})
	}
}

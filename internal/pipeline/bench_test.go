package pipeline_test

import (
	"context"
	"slices"
	"strconv"
	"testing"

	"github.com/selisik/selisik/internal/corpus"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
)

// made is n invented articles, size of them on one event.
func made(seed uint64, n, size int) []news.RawDocument {
	return slices.Collect(corpus.Make(corpus.Options{Seed: seed, Articles: n, Event: size}))
}

// measure runs do over docs and reports articles and bytes a second.
func measure(b *testing.B, docs []news.RawDocument, do func()) {
	b.Helper()
	size := 0
	for _, d := range docs {
		size += len(d.Body)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		do()
	}
	b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkStart is what every run pays before its first article.
func BenchmarkStart(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		packs, err := lang.Load(lang.Embedded())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := pipeline.New(packs, pipeline.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkArticles(b *testing.B) {
	p, docs := newPipeline(b, pipeline.Options{}), made(1, 400, 4)
	measure(b, docs, func() {
		if _, err := p.Articles(context.Background(), slices.Values(docs)); err != nil {
			b.Fatal(err)
		}
	})
}

func BenchmarkGroup(b *testing.B) {
	p := newPipeline(b, pipeline.Options{})
	for _, n := range []int{200, 2000} {
		docs := made(1, n, 4)
		articles, err := p.Articles(context.Background(), slices.Values(docs))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) { measure(b, docs, func() { p.Group(articles) }) })
	}
}

func BenchmarkRead(b *testing.B) {
	p, docs := newPipeline(b, pipeline.Options{}), made(1, 20, 4)
	articles, err := p.Articles(context.Background(), slices.Values(docs))
	if err != nil {
		b.Fatal(err)
	}
	measure(b, docs, func() {
		for _, a := range articles {
			p.Read(a)
		}
	})
}

// BenchmarkStories goes the whole way: many small stories, and one large.
func BenchmarkStories(b *testing.B) {
	for _, c := range []struct {
		name    string
		n, size int
	}{{"100-articles-25-events", 100, 4}, {"10-articles-1-event", 10, 10}, {"40-articles-1-event", 40, 40}} {
		b.Run(c.name, func(b *testing.B) {
			p, docs := newPipeline(b, pipeline.Options{}), made(1, c.n, c.size)
			measure(b, docs, func() { stories(b, p, docs) })
		})
	}
}

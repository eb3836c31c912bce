package desk_test

import (
	"bytes"
	"flag"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/corpus"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

var archives = flag.String("archives", "3000", "sizes of the archives of BenchmarkArrival, with commas between them")

// perDay is how many articles a day of a made archive has.
const perDay = 1500

// BenchmarkArrival measures what one article costs that arrives at the end of an
// archive: cleaned, placed, and the dossier of its story made anew. The
// archives have the same articles a day and differ in days, so that the times
// should not.
//
//	go test ./internal/desk -run '^$' -bench Arrival -archives 10000,200000 -benchtime 20x -timeout 3h
func BenchmarkArrival(b *testing.B) {
	for _, field := range strings.Split(*archives, ",") {
		n, err := strconv.Atoi(field)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(field, func(b *testing.B) { arrivals(b, n) })
	}
}

func arrivals(b *testing.B, n int) {
	d, s := archive(b, n)
	end := time.Date(2025, 6, 2+n/perDay, 5, 0, 0, 0, time.UTC)
	next := corpus.Make(corpus.Options{Seed: 99, Articles: 1 << 20, Event: 1, PerDay: 1 << 20})
	more, stop := iter.Pull(next)
	defer stop()
	before := cpu()
	b.ResetTimer()
	for b.Loop() {
		doc, _ := more()
		doc, end = at(short(doc), end), end.Add(time.Minute)
		if _, err := d.Add(b.Context(), slices.Values([]news.RawDocument{doc})); err != nil {
			b.Fatal(err)
		}
		newest(b, d, s)
	}
	b.ReportMetric(float64((cpu()-before).Milliseconds())/float64(b.N), "cpu-ms/op")
}

// newest makes the dossier of the story that an article has come to last; those
// of the archive are left to their jobs.
func newest(tb testing.TB, d *desk.Desk, s store.Store) {
	tb.Helper()
	list, _, err := s.Stories().List(tb.Context(), store.StoryFilter{Limit: 1})
	if err == nil {
		_, err = d.Dossier(tb.Context(), list[0].ID)
	}
	if err != nil {
		tb.Fatal(err)
	}
}

// short leaves two paragraphs of a document, so that a large archive is filled
// in bearable time.
func short(d news.RawDocument) news.RawDocument {
	paragraphs := bytes.SplitN(d.Body, []byte("\n\n"), 3)
	d.Body = bytes.Join(paragraphs[:min(2, len(paragraphs))], []byte("\n\n"))
	return d
}

// at gives a document another time, and an address of its own.
func at(d news.RawDocument, t time.Time) news.RawDocument {
	d.Published, d.URL = t.Format(time.RFC3339), d.URL+"?late"
	return d
}

// archive fills a store with n articles, and makes the dossiers of none.
func archive(b *testing.B, n int) (*desk.Desk, store.Store) {
	b.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	steps, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "archive.db"), sqlite.Options{Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Admin().Close() })
	d := desk.New(s, steps, term.New(packs), desk.Options{Owner: "bench", Now: time.Now})
	docs, stop := iter.Pull(corpus.Make(corpus.Options{Seed: 3, Articles: n, PerDay: perDay}))
	defer stop()
	for more := true; more; {
		var part []news.RawDocument
		for len(part) < 20000 {
			doc, ok := docs()
			if more = ok; !more {
				break
			}
			part = append(part, short(doc))
		}
		if _, err := d.Add(b.Context(), slices.Values(part)); err != nil {
			b.Fatal(err)
		}
	}
	return d, s
}

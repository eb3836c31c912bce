package desk_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
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

var (
	archives = flag.String("archives", "1000,3000", "sizes of the archives of BenchmarkArrival, the smallest first, with commas between them")
	kept     = flag.String("archives.in", "", "folder in which filled archives of BenchmarkArrival are kept and used again")
)

const perDay = 1500 // articles of a made archive

var ends = time.Date(2025, 10, 14, 0, 0, 0, 0, time.UTC) // the day after a made archive's last

// BenchmarkArrival measures what one article costs that arrives at the end of an
// archive: cleaned, placed in a new story or an old one, and the dossier of that
// made anew. The archives end on the same day with as many articles a day and
// differ in when they begin; the last days are the same. Each takes the same articles in turn, so that what
// else the machine does falls on all of them; the ratios of time and of
// processor time to the first archive's are what counts.
//
//	go test ./internal/desk -run '^$' -bench Arrival -archives 10000,200000 -benchtime 40x -timeout 3h
func BenchmarkArrival(b *testing.B) {
	var of []*archive
	for field := range strings.SplitSeq(*archives, ",") {
		n, err := strconv.Atoi(field)
		if err != nil {
			b.Fatal(err)
		}
		of = append(of, filled(b, n))
	}
	next, stop := iter.Pull(corpus.Make(corpus.Options{Seed: 99, Articles: 1 << 20, PerDay: 1 << 20, From: ends}))
	defer stop()
	at := ends
	arrive := func() {
		doc, _ := next()
		doc, at = late(short(doc), at), at.Add(time.Minute)
		for _, a := range of {
			a.take(b, doc)
		}
	}
	for range 4 { // what a process reads once
		arrive()
	}
	for _, a := range of {
		a.took, a.cpu = 0, 0
	}
	b.ResetTimer()
	for b.Loop() {
		arrive()
	}
	for _, a := range of {
		b.ReportMetric(a.took.Seconds()*1000/float64(b.N), fmt.Sprintf("ms/op-at-%d", a.size))
		b.ReportMetric(a.cpu.Seconds()*1000/float64(b.N), fmt.Sprintf("cpu-ms/op-at-%d", a.size))
		if a != of[0] {
			b.ReportMetric(a.took.Seconds()/of[0].took.Seconds(), fmt.Sprintf("×time-at-%d", a.size))
			b.ReportMetric(a.cpu.Seconds()/of[0].cpu.Seconds(), fmt.Sprintf("×cpu-at-%d", a.size))
		}
	}
}

// archive is a filled store, and what arrivals in it have taken.
type archive struct {
	size      int
	desk      *desk.Desk
	store     store.Store
	took, cpu time.Duration
}

// take has one article arrive.
func (a *archive) take(b *testing.B, doc news.RawDocument) {
	b.Helper()
	begin, before := time.Now(), cpu()
	if _, err := a.desk.Add(b.Context(), slices.Values([]news.RawDocument{doc})); err != nil {
		b.Fatal(err)
	}
	newest(b, a.desk, a.store)
	a.took, a.cpu = a.took+time.Since(begin), a.cpu+cpu()-before
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

// late gives a document another time, and an address of its own.
func late(d news.RawDocument, t time.Time) news.RawDocument {
	d.Published, d.URL = t.Format(time.RFC3339), d.URL+"?late"
	return d
}

// filled returns an archive of n articles, without dossiers.
func filled(b *testing.B, n int) *archive {
	b.Helper()
	file := filepath.Join(b.TempDir(), fmt.Sprintf("archive-%d.db", n))
	keep := file
	if *kept != "" {
		keep = filepath.Join(*kept, filepath.Base(file))
	}
	if _, err := os.Stat(keep); errors.Is(err, fs.ErrNotExist) {
		a := open(b, keep+".part", n)
		a.fill(b)
		if err := errors.Join(a.store.Admin().Close(), os.Rename(keep+".part", keep)); err != nil {
			b.Fatal(err)
		}
	}
	if keep != file {
		if err := copied(keep, file); err != nil {
			b.Fatal(err)
		}
	}
	a := open(b, file, n)
	b.Cleanup(func() { a.store.Admin().Close() })
	return a
}

// copied copies a file.
func copied(from, to string) error {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return errors.Join(err, w.Close())
}

// open opens a store and a desk over it.
func open(b *testing.B, file string, n int) *archive {
	b.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	steps, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s, err := sqlite.Open(b.Context(), file, sqlite.Options{Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	return &archive{size: n, store: s, desk: desk.New(s, steps, term.New(packs), desk.Options{Owner: "bench", Now: time.Now})}
}

// fill adds the archive's articles, rounded up to whole days. What is written on
// a day does not depend on how many came before.
func (a *archive) fill(b *testing.B) {
	b.Helper()
	for days := (a.size + perDay - 1) / perDay; days > 0; {
		var part []news.RawDocument
		for ; days > 0 && len(part) < 20000; days-- {
			day := ends.AddDate(0, 0, -days)
			for doc := range corpus.Make(corpus.Options{Seed: uint64(day.Unix()), Articles: perDay, PerDay: perDay, From: day}) {
				doc.Ref += day.Format("-0102")
				doc.URL += day.Format("/0102")
				part = append(part, short(doc))
			}
		}
		if _, err := a.desk.Add(b.Context(), slices.Values(part)); err != nil {
			b.Fatal(err)
		}
	}
}

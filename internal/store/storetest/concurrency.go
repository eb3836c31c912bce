package storetest

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testConcurrency(t *testing.T, open Open) {
	t.Run("each document is new to one", func(t *testing.T) { testSameDocuments(t, open(t)) })
	t.Run("each version is new to one", func(t *testing.T) { testSameVersions(t, open(t)) })
	t.Run("one holds the lease", func(t *testing.T) { testLeaseRace(t, open(t)) })
	t.Run("a backup beside writers is whole", func(t *testing.T) { testBackupBeside(t, open) })
}

// together runs do in n goroutines.
func together(n int, do func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { do(i) })
	}
	all.Wait()
}

func testSameDocuments(t *testing.T, s store.Store) {
	var added atomic.Int64
	together(8, func(i int) {
		var docs []store.Document
		var jobs []store.Job
		for n := range 20 {
			d := document((n*7 + i) % 20) // each in an order of its own
			docs, jobs = append(docs, d), append(jobs, job(store.Clean, string(d.ID)))
		}
		list, err := s.Documents().Put(context.Background(), docs, jobs)
		if err != nil {
			t.Error(err)
		}
		for _, isNew := range list {
			if isNew {
				added.Add(1)
			}
		}
	})
	equal(t, "added, jobs", []int{int(added.Load()), waiting(t, s, store.Clean)}, []int{20, 20})
}

func testSameVersions(t *testing.T, s store.Store) {
	ctx := context.Background()
	together(6, func(i int) {
		for n := range 12 {
			a := article(n%3, 1+(n/3+i)%4)
			d := store.Document{ID: a.Document, Raw: news.RawDocument{Body: []byte(a.Text)}, Seen: a.Seen}
			if _, err := s.Documents().Put(ctx, []store.Document{d}, nil); err != nil {
				t.Error(err)
			}
			if _, err := s.Articles().Put(ctx, a, terms("kapal|labuh"), []store.Job{job(store.Extract, string(a.ID))}); err != nil {
				t.Error(err)
			}
		}
	})
	for n := range 3 {
		for i, a := range the(s.Articles().Versions(ctx, pageID(n)))(t) {
			equal(t, "version", a, kept(article(n, i+1), i+1, i == 3))
		}
	}
	equal(t, "jobs", waiting(t, s, store.Extract), 12)
	equal(t, "found", len(the(s.Articles().Match(ctx, store.Match{Stems: []string{"labuh"}, Limit: 99}))(t)), 3)
	equal(t, "sound", the(s.Admin().Check(ctx))(t), []string{})
	last := map[string]int{}
	for _, a := range the(s.Articles().Log().Arrivals(ctx, 0, 99))(t) {
		last[string(a.Page)]++
	}
	equal(t, "pages of the log", len(last), 3)
}

func testLeaseRace(t *testing.T, s store.Store) {
	var got atomic.Int64
	together(8, func(i int) {
		if _, err := s.Jobs().Acquire(context.Background(), "all", fmt.Sprint("owner ", i), hour(0), time.Minute); err == nil {
			got.Add(1)
		}
	})
	equal(t, "owners", got.Load(), int64(1))
}

func testBackupBeside(t *testing.T, open Open) {
	ctx, s := context.Background(), open(t)
	writing, stop := context.WithCancel(ctx)
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for n := 0; writing.Err() == nil && n < 400; n++ {
				put(t, s, article(1000*w+n, 1))
			}
		})
	}
	for range 3 {
		var file bytes.Buffer
		must(t, s.Admin().Backup(ctx, &file))
		copied := open(t)
		must(t, copied.Admin().Restore(ctx, &file))
		pages := the(copied.Admin().Counts(ctx))(t)["pages"]
		equal(t, "jobs and arrivals of its pages", []int{waiting(t, copied, store.Extract), len(the(copied.Articles().Log().Arrivals(ctx, 0, 9999))(t))}, []int{pages, pages})
		equal(t, "sound", the(copied.Admin().Check(ctx))(t), []string{})
	}
	stop()
	writers.Wait()
}

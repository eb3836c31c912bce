package drill

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/storetest"
)

// TestBackupTakenUnderLoad: backups are taken while articles are added, and each
// is restored into the other kind of store: it is one moment of the first, and
// adding all again completes it.
func TestBackupTakenUnderLoad(t *testing.T) {
	t.Parallel()
	articles, backups := form(60, 1000), form(2, 8)
	docs := invented(articles)
	want := undisturbed(t, docs)
	onEach(t, func(t *testing.T, address string) {
		var jobs atomic.Int64
		due := make(chan struct{}, backups)
		b := newBench(t, address, func(o *desk.Options) {
			o.Done = func(store.Running, time.Duration, error) {
				if n := jobs.Add(1); n%int64(2*articles/backups) == 7 {
					select {
					case due <- struct{}{}:
					default:
					}
				}
			}
		})
		added := make(chan error, 1)
		go func() {
			_, err := b.Add(t.Context(), slices.Values(docs))
			if err == nil {
				err = b.Work(t.Context(), true)
			}
			added <- err
		}()
		var taken []*bytes.Buffer
		for len(taken) < backups {
			select {
			case <-due:
				taken = append(taken, b.backup())
				continue
			case err := <-added:
				added <- err
			}
			break
		}
		if err := <-added; err != nil {
			t.Fatal(err)
		}
		if len(taken) == 0 {
			t.Fatal("no backup was taken")
		}
		lost, doubled := b.judge(docs, want)
		var held []string
		for i, w := range taken {
			n, l, d := restored(t, address, i).complete(w, docs, want)
			held, lost, doubled = append(held, fmt.Sprint(n)), lost+l, doubled+d
		}
		tell(t, figure{Times: len(taken), Articles: articles, Lost: lost, Doubled: doubled, Note: "documents in the backups: " + strings.Join(held, " ")})
	})
}

func (b *bench) backup() *bytes.Buffer {
	b.t.Helper()
	var w bytes.Buffer
	if err := b.store.Admin().Backup(b.t.Context(), &w); err != nil {
		b.t.Error(err)
	}
	return &w
}

// restored returns a desk over an empty store of the other kind.
func restored(t *testing.T, from string, i int) *bench {
	t.Helper()
	if strings.HasPrefix(from, "postgres://") {
		return newBench(t, filepath.Join(t.TempDir(), fmt.Sprintf("restored-%d.db", i)), nil)
	}
	return newBench(t, pgtest.New(t), nil)
}

// complete restores a backup, looks it over once its jobs are done, and adds
// what it did not have yet. It returns how many documents it had.
func (b *bench) complete(w *bytes.Buffer, docs []news.RawDocument, want []string) (had, lost, doubled int) {
	b.t.Helper()
	ctx := b.t.Context()
	if err := b.store.Admin().Restore(ctx, bytes.NewReader(w.Bytes())); err != nil {
		b.t.Fatal(err)
	}
	counts := storetest.Counts(b.t, b.store)
	b.settle()
	b.whole()
	if _, err := b.Add(ctx, slices.Values(docs)); err != nil {
		b.t.Fatal(err)
	}
	b.settle()
	lost, doubled = b.judge(docs, want)
	return counts["documents"], lost, doubled
}

// settle places what has arrived and does all jobs, those too that failed before
// and may start again in a while.
func (b *bench) settle() {
	b.t.Helper()
	const tries = 90
	for range tries {
		b.drain()
		if err := b.Place(b.t.Context()); err != nil {
			b.t.Fatal(err)
		}
		b.drain()
		if b.idle() {
			return
		}
		time.Sleep(time.Second)
	}
}

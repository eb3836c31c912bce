package drill

import (
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
)

// TestServerRestartedInMidRun: PostgreSQL is restarted, as an administrator does
// and as a crash would, while articles are added and dossiers made.
func TestServerRestartedInMidRun(t *testing.T) {
	t.Parallel()
	articles, restarts := form(60, 1000), form(2, 10)
	docs := invented(articles)
	want := undisturbed(t, docs)
	t.Run("postgres", func(t *testing.T) {
		server := pgtest.Start(t, "fsync=on", "synchronous_commit=on", "full_page_writes=on")
		var jobs, ahead atomic.Int64
		turn := make(chan struct{}, 1) // something for the administrator to do
		b := newBench(t, server.Database(t), func(o *desk.Options) {
			o.Now = func() time.Time { return machine().Add(time.Duration(ahead.Load())) }
			o.Done = func(store.Running, time.Duration, error) {
				if jobs.Add(1)%int64(max(1, 2*articles/restarts)) == 5 {
					select {
					case turn <- struct{}{}:
					default:
					}
				}
			}
		})
		stop, stopped := make(chan struct{}), make(chan int)
		go func() {
			n := 0
			defer func() { stopped <- n }()
			for ; n < restarts; n++ {
				select {
				case <-turn:
				case <-stop:
					return
				}
				if n%2 == 0 {
					server.Stop(t)
					server.Resume(t)
				} else {
					server.Restart(t)
				}
			}
		}()
		errs := b.persist(docs, func() { ahead.Add(int64(2 * time.Minute)) })
		close(stop)
		times := <-stopped
		if times == 0 {
			t.Error("the server was never restarted")
		}
		lost, doubled := b.judge(docs, want)
		tell(t, figure{Times: times, Articles: articles, Lost: lost, Doubled: doubled, Note: fmt.Sprintf("commands that ended with an error: %d", errs)})
	})
}

// persist adds documents and works until no job is left, whatever happens; it
// returns how many runs failed. later lets time pass, for jobs that are to be
// tried again.
func (b *bench) persist(docs []news.RawDocument, later func()) (failed int) {
	b.t.Helper()
	for range 50 {
		_, err := b.Add(b.t.Context(), slices.Values(docs))
		if err == nil {
			err = b.Work(b.t.Context(), true)
		}
		if err != nil {
			b.t.Logf("a run ended: %v", err)
			failed++
		} else if b.idle() {
			return failed
		}
		later()
	}
	b.t.Fatal("jobs are left after 50 runs")
	return failed
}

// idle reports whether no job waits or runs.
func (b *bench) idle() bool {
	counts, err := b.store.Jobs().Counts(b.t.Context())
	return err == nil && !slices.ContainsFunc(counts, func(c store.JobCount) bool { return c.Waiting+c.Running > 0 })
}

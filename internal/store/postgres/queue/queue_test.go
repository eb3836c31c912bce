package queue_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres/queue"
)

// bench is a queue with the database that it stands in.
type bench struct {
	*queue.Queue
	db  *sql.DB
	url string
}

func open(t testing.TB, opt queue.Options) *bench {
	t.Helper()
	url := pgtest.New(t)
	b := connect(t, url, opt)
	if err := queue.Migrate(t.Context(), b.pool(t, url)); err != nil {
		t.Fatal(err)
	}
	return b
}

func connect(t testing.TB, url string, opt queue.Options) *bench {
	t.Helper()
	b := &bench{url: url}
	pool := b.pool(t, url)
	b.db = stdlib.OpenDBFromPool(pool)
	t.Cleanup(func() { b.db.Close() })
	b.Queue = queue.New(pool, opt)
	return b
}

func (b *bench) pool(t testing.TB, url string) *pgxpool.Pool {
	t.Helper()
	pool, err := pgxpool.New(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

func (b *bench) add(t testing.TB, jobs ...store.Job) {
	t.Helper()
	tx, err := b.db.Begin()
	if err == nil {
		err = b.Enqueue(t.Context(), tx, jobs)
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// drain works until nothing is left, with a clock that stands.
func (b *bench) drain(t testing.TB, now time.Time, do store.Handler) {
	t.Helper()
	handlers := map[store.JobKind]store.Handler{store.Clean: do, store.Cluster: do, store.Extract: do}
	err := b.Work(t.Context(), store.WorkOptions{
		Owner: t.Name(), Handlers: handlers, Drain: true, Now: func() time.Time { return now },
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (b *bench) counts(t testing.TB) map[store.JobKind][3]int {
	t.Helper()
	list, err := b.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := map[store.JobKind][3]int{}
	for _, c := range list {
		out[c.Kind] = [3]int{c.Waiting, c.Running, c.Dead}
	}
	return out
}

// record keeps which jobs were done.
type record struct {
	mu   sync.Mutex
	keys []string
}

func (r *record) do(_ context.Context, j store.Running) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.keys = append(r.keys, fmt.Sprintf("%s %s %s %d", j.Kind, j.Key, j.Args, j.Attempt))
	return nil
}

var noon = time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)

func TestAJobIsThereIfItsTransactionCommits(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	tx, err := b.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Enqueue(t.Context(), tx, []store.Job{{Kind: store.Clean, Key: "lost"}}); err != nil {
		t.Fatal(err)
	}
	tx.Rollback()
	b.add(t, store.Job{Kind: store.Clean, Key: "kept", Args: []byte(`{"z": 1,  "a":2}`)})
	var r record
	b.drain(t, noon, r.do)
	if diff := cmp.Diff([]string{`clean kept {"z": 1,  "a":2} 1`}, r.keys); diff != "" {
		t.Error(diff)
	}
}

func TestJobsMadeByJobsAreDrainedToo(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	b.add(t, store.Job{Kind: store.Clean, Key: "1"})
	var r record
	b.drain(t, noon, func(ctx context.Context, j store.Running) error {
		if j.Kind == store.Clean {
			b.add(t, store.Job{Kind: store.Extract, Key: j.Key})
		}
		return r.do(ctx, j)
	})
	if diff := cmp.Diff([]string{"clean 1  1", "extract 1  1"}, r.keys); diff != "" {
		t.Error(diff)
	}
}

func TestUniqueJobsWaitOnce(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	job := store.Job{Kind: store.Cluster, Key: "id", Unique: true}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() { b.add(t, job, job, store.Job{Kind: store.Extract, Key: "id", Unique: true}) })
	}
	all.Wait()
	want := map[store.JobKind][3]int{store.Cluster: {1, 0, 0}, store.Extract: {1, 0, 0}}
	if diff := cmp.Diff(want, b.counts(t)); diff != "" {
		t.Error(diff)
	}
}

func TestAUniqueJobThatRunsDoesNotCount(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	job := store.Job{Kind: store.Cluster, Key: "id", Unique: true}
	b.add(t, job)
	var runs atomic.Int64
	b.drain(t, noon, func(context.Context, store.Running) error {
		if runs.Add(1) == 1 {
			b.add(t, job)
			b.add(t, job)
		}
		return nil
	})
	if runs.Load() != 2 {
		t.Errorf("ran %d times, want 2: for what was before it and for what came while it ran", runs.Load())
	}
}

func TestAJobIsNotTakenBeforeAllThatReliesOnItIsCommitted(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	job := store.Job{Kind: store.Cluster, Key: "id", Unique: true}
	b.add(t, job)
	tx, err := b.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(`CREATE TABLE seen (n int)`); err != nil {
		t.Fatal(err)
	}
	if err := b.Enqueue(t.Context(), tx, []store.Job{job}); err != nil {
		t.Fatal(err)
	}
	begun := make(chan bool)
	go func() {
		<-begun
		tx.Commit()
	}()
	ran := 0
	done := time.AfterFunc(300*time.Millisecond, func() { close(begun) })
	defer done.Stop()
	b.drain(t, noon, func(ctx context.Context, _ store.Running) error {
		ran++
		_, err := b.db.ExecContext(ctx, `SELECT * FROM seen`)
		if err != nil {
			t.Errorf("the job ran before what it is about was there: %v", err)
		}
		return nil
	})
	if ran != 1 {
		t.Errorf("ran %d times, want 1", ran)
	}
}

func TestAJobWaitsForItsTime(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	b.add(t, store.Job{Kind: store.Clean, Key: "later", After: noon.Add(time.Hour)})
	var r record
	b.drain(t, noon, r.do)
	if len(r.keys) != 0 {
		t.Errorf("at noon ran %q", r.keys)
	}
	b.drain(t, noon.Add(time.Hour), r.do)
	if len(r.keys) != 1 {
		t.Errorf("an hour later ran %q", r.keys)
	}
}

func TestAFailingJobIsRetriedThenDeadThenRevived(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	b.add(t, store.Job{Kind: store.Clean, Key: "bad"})
	attempts, now := 0, noon
	fail := func(_ context.Context, j store.Running) error {
		if attempts++; j.Attempt != attempts {
			t.Errorf("attempt %d, want %d", j.Attempt, attempts)
		}
		return errors.New("no luck")
	}
	for range store.MaxAttempts + 2 {
		b.drain(t, now, fail)
		now = now.Add(time.Hour)
	}
	if attempts != store.MaxAttempts {
		t.Errorf("tried %d times, want %d", attempts, store.MaxAttempts)
	}
	dead, err := b.Dead(t.Context(), 10)
	if err != nil || len(dead) != 1 || dead[0].Key != "bad" || dead[0].Error != "no luck" || !dead[0].At.Equal(noon.Add(4*time.Hour)) {
		t.Fatalf("dead: %+v, %v", dead, err)
	}
	if n, err := b.Retry(t.Context(), dead[0].ID); n != 1 || err != nil {
		t.Fatalf("retry: %d, %v", n, err)
	}
	var r record
	b.drain(t, now, r.do)
	if diff := cmp.Diff([]string{"clean bad  1"}, r.keys); diff != "" {
		t.Error(diff)
	}
}

func TestAnErrorThatCannotChangeIsFinal(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	b.add(t, store.Job{Kind: store.Clean, Key: "bad"})
	b.drain(t, noon, func(context.Context, store.Running) error { return fmt.Errorf("parse: %w", news.ErrInvalid) })
	dead, err := b.Dead(t.Context(), 10)
	if err != nil || len(dead) != 1 || dead[0].Attempt != 1 {
		t.Errorf("dead: %+v, %v", dead, err)
	}
}

func TestClusterJobsRunOneAtATime(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	for i := range 20 {
		b.add(t, store.Job{Kind: store.Cluster, Key: fmt.Sprint(i)})
	}
	var running, most atomic.Int64
	b.drain(t, noon, func(context.Context, store.Running) error {
		if n := running.Add(1); n > most.Load() {
			most.Store(n)
		}
		time.Sleep(time.Millisecond)
		running.Add(-1)
		return nil
	})
	if most.Load() != 1 {
		t.Errorf("%d ran at a time", most.Load())
	}
}

func TestWorkEndsWithItsContextAndGivesItsJobBack(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{})
	b.add(t, store.Job{Kind: store.Clean, Key: "long"})
	ctx, cancel := context.WithCancel(t.Context())
	err := b.Work(ctx, store.WorkOptions{Owner: "one", Now: time.Now, Handlers: map[store.JobKind]store.Handler{
		store.Clean: func(ctx context.Context, _ store.Running) error {
			cancel()
			<-ctx.Done()
			return ctx.Err()
		},
	}})
	if err != nil {
		t.Fatal(err)
	}
	var r record
	b.drain(t, time.Now().Add(time.Second), r.do)
	if diff := cmp.Diff([]string{"clean long  1"}, r.keys); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkTrivialJobs(b *testing.B) {
	q := open(b, queue.Options{})
	jobs := make([]store.Job, b.N)
	for i := range jobs {
		jobs[i] = store.Job{Kind: store.Clean, Key: fmt.Sprint("d-", i)}
	}
	q.add(b, jobs...)
	b.ResetTimer()
	var n atomic.Int64
	q.drain(b, noon, func(context.Context, store.Running) error { n.Add(1); return nil })
	if int(n.Load()) != b.N {
		b.Fatalf("%d done of %d", n.Load(), b.N)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "jobs/s")
}

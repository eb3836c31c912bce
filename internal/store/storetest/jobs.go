package storetest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testJobs(t *testing.T, open Open) {
	for name, test := range map[string]func(*testing.T, store.Store){
		"drain":                   testDrain,
		"unique":                  testUnique,
		"later":                   testLater,
		"retry":                   testRetry,
		"hopeless":                testHopeless,
		"cut short":               testCutShort,
		"one cluster job":         testOneCluster,
		"enqueued while it works": testFollow,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, open(t))
		})
	}
}

// drain works until nothing is left that may start by c.
func drain(t testing.TB, s store.Store, c *clock, handlers map[store.JobKind]store.Handler) {
	t.Helper()
	must(t, s.Jobs().Work(context.Background(), store.WorkOptions{Owner: "me", Handlers: handlers, Workers: 3, Drain: true, Now: c.now}))
}

// tally notes what ran.
type tally struct {
	mu   sync.Mutex
	jobs []store.Running
}

func (y *tally) note(j store.Running) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.jobs = append(y.jobs, j)
}

func (y *tally) keys() (out []string) {
	y.mu.Lock()
	defer y.mu.Unlock()
	for _, j := range y.jobs {
		out = append(out, fmt.Sprintf("%s %s %d", j.Kind, j.Key, j.Attempt))
	}
	slices.Sort(out)
	return out
}

// handler notes jobs and returns what end returns for them.
func (y *tally) handler(end func(store.Running) error) store.Handler {
	return func(_ context.Context, j store.Running) error {
		y.note(j)
		return end(j)
	}
}

func fine(store.Running) error { return nil }

func testDrain(t *testing.T, s store.Store) {
	ctx, c := context.Background(), &clock{hour(0)}
	var list []store.Job
	var want []string
	for n := range 100 {
		list = append(list, store.Job{Kind: store.Clean, Key: fmt.Sprintf("d-%02d", n), Args: []byte(fmt.Sprintf(`{"n":%d}`, n))})
		want = append(want, fmt.Sprintf("clean d-%02d 1", n))
	}
	must(t, s.Jobs().Enqueue(ctx, list))
	must(t, s.Jobs().Enqueue(ctx, []store.Job{job(store.Fetch, "left alone")}))
	must(t, s.Jobs().Enqueue(ctx, nil))
	var y tally
	var done atomic.Int64
	err := s.Jobs().Work(ctx, store.WorkOptions{Owner: "me", Drain: true, Now: c.now, Workers: 3,
		Handlers: map[store.JobKind]store.Handler{store.Clean: y.handler(fine)},
		Done: func(j store.Running, _ time.Duration, err error) {
			if err == nil && j.Kind == store.Clean {
				done.Add(1)
			}
		}})
	must(t, err)
	equal(t, "ran", y.keys(), want)
	equal(t, "told", done.Load(), int64(100))
	for _, j := range y.jobs {
		var n int
		fmt.Sscanf(j.Key, "d-%d", &n)
		equal(t, "args of "+j.Key, string(j.Args), fmt.Sprintf(`{"n":%d}`, n))
	}
	counts := the(s.Jobs().Counts(ctx))(t)
	for i := range counts {
		counts[i].Oldest = time.Time{} // by the store's own clock
	}
	equal(t, "left", counts, []store.JobCount{{Kind: store.Fetch, Waiting: 1}})
	fails(t, "work without a clock", s.Jobs().Work(ctx, store.WorkOptions{Owner: "me", Handlers: map[store.JobKind]store.Handler{store.Clean: y.handler(fine)}}), news.ErrInvalid)
}

func testUnique(t *testing.T, s store.Store) {
	ctx, c := context.Background(), &clock{hour(0)}
	one := store.Job{Kind: store.Reconcile, Key: "s-a", Unique: true}
	must(t, s.Jobs().Enqueue(ctx, []store.Job{one, one}))
	must(t, s.Jobs().Enqueue(ctx, []store.Job{one, {Kind: store.Reconcile, Key: "s-b", Unique: true}, {Kind: store.Extract, Key: "s-a", Unique: true}}))
	equal(t, "waiting", []int{waiting(t, s, store.Reconcile), waiting(t, s, store.Extract)}, []int{2, 1})
	var y tally
	again := y.handler(func(j store.Running) error {
		if j.Key == "s-a" && len(y.keys()) < 3 { // one that runs does not keep another out
			return s.Jobs().Enqueue(ctx, []store.Job{one})
		}
		return nil
	})
	drain(t, s, c, map[store.JobKind]store.Handler{store.Reconcile: again})
	equal(t, "ran", y.keys(), []string{"reconcile s-a 1", "reconcile s-a 1", "reconcile s-b 1"})
}

func testLater(t *testing.T, s store.Store) {
	ctx, c, later := context.Background(), &clock{hour(0)}, hour(48) // later also by a server's clock
	must(t, s.Jobs().Enqueue(ctx, []store.Job{{Kind: store.Clean, Key: "later", After: later}, job(store.Clean, "now")}))
	var y tally
	drain(t, s, c, map[store.JobKind]store.Handler{store.Clean: y.handler(fine)})
	equal(t, "ran", y.keys(), []string{"clean now 1"})
	equal(t, "oldest", counts(t, s, store.Clean), store.JobCount{Kind: store.Clean, Waiting: 1, Oldest: later})
}

// testRetry fails a job: it waits for its next attempt. That the attempts end is
// tested beside each store, for a server keeps its own time.
func testRetry(t *testing.T, s store.Store) {
	ctx, c := context.Background(), &clock{hour(0)}
	must(t, s.Jobs().Enqueue(ctx, []store.Job{{Kind: store.Clean, Key: "sick", Args: []byte(`{"a":1}`)}}))
	var y tally
	sick := map[store.JobKind]store.Handler{store.Clean: y.handler(func(store.Running) error {
		panic("it burns")
	})}
	drain(t, s, c, sick)
	equal(t, "after one attempt", counts(t, s, store.Clean).Waiting, 1)
	drain(t, s, c, sick)
	equal(t, "it waits its time", len(y.keys()), 1)
}

func testHopeless(t *testing.T, s store.Store) {
	ctx, c := context.Background(), &clock{hour(0)}
	var list []store.Job
	for _, key := range []string{"invalid", "missing"} {
		list = append(list, store.Job{Kind: store.Clean, Key: key, Args: []byte(`{"a":1}`)})
	}
	must(t, s.Jobs().Enqueue(ctx, list))
	var y tally
	drain(t, s, c, map[store.JobKind]store.Handler{store.Clean: y.handler(func(j store.Running) error {
		if j.Key == "invalid" {
			return fmt.Errorf("clean it: %w", news.ErrInvalid)
		}
		return fmt.Errorf("clean it: %w", news.ErrNotFound)
	})})
	equal(t, "each once", y.keys(), []string{"clean invalid 1", "clean missing 1"})
	equal(t, "counts", counts(t, s, store.Clean), store.JobCount{Kind: store.Clean, Dead: 2})
	dead := the(s.Jobs().Dead(ctx, 10))(t)
	if len(dead) != 2 {
		t.Fatalf("got %d dead jobs, want 2", len(dead))
	}
	for _, d := range dead {
		equal(t, "a dead job", []any{d.Kind, string(d.Args), d.Attempt, d.At.IsZero()}, []any{store.Clean, `{"a":1}`, 1, false})
		if want := "clean it: "; len(d.Error) < len(want) || d.Error[:len(want)] != want {
			t.Errorf("got error %q", d.Error)
		}
	}
	equal(t, "a limit", len(the(s.Jobs().Dead(ctx, 1))(t)), 1)
	equal(t, "retried one", the(s.Jobs().Retry(ctx, dead[0].ID, 1<<40))(t), 1)
	equal(t, "retried the rest", the(s.Jobs().Retry(ctx))(t), 1)
	equal(t, "retried none", the(s.Jobs().Retry(ctx))(t), 0)
	var well tally
	drain(t, s, c, map[store.JobKind]store.Handler{store.Clean: well.handler(fine)})
	equal(t, "ran", len(well.keys()), 2)
	equal(t, "left", counts(t, s, store.Clean), store.JobCount{Kind: store.Clean})
}

func testCutShort(t *testing.T, s store.Store) {
	ctx, c := context.Background(), &clock{hour(0)}
	must(t, s.Jobs().Enqueue(ctx, []store.Job{job(store.Clean, "a"), job(store.Clean, "b")}))
	working, stop := context.WithCancel(ctx)
	defer stop()
	var y tally
	err := s.Jobs().Work(working, store.WorkOptions{Owner: "me", Now: c.now, Workers: 2, Handlers: map[store.JobKind]store.Handler{
		store.Clean: func(ctx context.Context, j store.Running) error {
			y.note(j)
			stop()
			<-ctx.Done()
			return ctx.Err()
		}}})
	must(t, err)
	equal(t, "given back", counts(t, s, store.Clean).Waiting, 2)
	var after tally
	drain(t, s, c, map[store.JobKind]store.Handler{store.Clean: after.handler(fine)})
	equal(t, "ran, and no attempt counted", after.keys(), []string{"clean a 1", "clean b 1"})
}

func testOneCluster(t *testing.T, s store.Store) {
	ctx, c := context.Background(), &clock{hour(0)}
	var list []store.Job
	for n := range 12 {
		list = append(list, job(store.Cluster, fmt.Sprint(n)), job(store.Clean, fmt.Sprint(n)))
	}
	must(t, s.Jobs().Enqueue(ctx, list))
	var at, most, ran atomic.Int64
	drain(t, s, c, map[store.JobKind]store.Handler{
		store.Clean: func(context.Context, store.Running) error { return nil },
		store.Cluster: func(context.Context, store.Running) error {
			if n := at.Add(1); n > most.Load() {
				most.Store(n)
			}
			ran.Add(1)
			the(s.Jobs().Counts(ctx))(t)
			at.Add(-1)
			return nil
		},
	})
	equal(t, "ran, at most at a time", []int64{ran.Load(), most.Load()}, []int64{12, 1})
}

// testFollow has each job enqueue the next, with a row that commits with it.
func testFollow(t *testing.T, s store.Store) {
	ctx, c := context.Background(), &clock{hour(0)}
	var y tally
	must(t, s.Jobs().Enqueue(ctx, []store.Job{job(store.Clean, "0")}))
	drain(t, s, c, map[store.JobKind]store.Handler{store.Clean: y.handler(func(j store.Running) error {
		var n int
		fmt.Sscan(j.Key, &n)
		if n == 20 {
			return nil
		}
		_, err := s.Articles().Put(ctx, article(n, 1), terms("kapal|"), []store.Job{job(store.Clean, fmt.Sprint(n+1))})
		return err
	})})
	equal(t, "ran", len(y.keys()), 21)
	equal(t, "pages", the(s.Admin().Counts(ctx))(t)["pages"], 20)
}

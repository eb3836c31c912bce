package queue_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres/queue"
)

// ttl is short, so that the tests of dying workers are.
const ttl = time.Second

func TestMain(m *testing.M) {
	if url := os.Getenv("SELISIK_TEST_WORKER"); url != "" {
		if err := work(url); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// work is a worker process: each job writes down that it was begun and, in one
// statement at its end, that it was done.
func work(url string) error {
	ctx := context.Background()
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return err
	}
	defer pool.Close()
	do := func(ctx context.Context, j store.Running) error {
		fmt.Println(j.Key)
		if _, err := pool.Exec(ctx, `INSERT INTO begun (key, pid) VALUES ($1, $2)`, j.Key, os.Getpid()); err != nil {
			return err
		}
		time.Sleep(5 * time.Millisecond)
		_, err := pool.Exec(ctx, `INSERT INTO done (key) VALUES ($1) ON CONFLICT DO NOTHING`, j.Key)
		return err
	}
	return queue.New(pool, queue.Options{TTL: ttl}).Work(ctx, store.WorkOptions{
		Owner: fmt.Sprint(os.Getpid()), Now: time.Now, Workers: 4, Drain: true,
		Handlers: map[store.JobKind]store.Handler{store.Clean: do},
	})
}

// process starts a worker and returns once it has begun with its first job.
func process(t *testing.T, url string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "SELISIK_TEST_WORKER="+url)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatal("the worker did nothing")
	}
	go func() {
		for lines.Scan() {
		}
	}()
	return cmd
}

func (b *bench) tables(t *testing.T, jobs int) {
	t.Helper()
	const make = `CREATE TABLE begun (key text, pid int); CREATE TABLE done (key text PRIMARY KEY)`
	if _, err := b.db.Exec(make); err != nil {
		t.Fatal(err)
	}
	list := []store.Job{}
	for i := range jobs {
		list = append(list, store.Job{Kind: store.Clean, Key: fmt.Sprint(i)})
	}
	b.add(t, list...)
}

func (b *bench) number(t *testing.T, query string, args ...any) (n int) {
	t.Helper()
	if err := b.db.QueryRow(query, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func (b *bench) allDone(t *testing.T, want int) {
	t.Helper()
	if n := b.number(t, `SELECT count(*) FROM done`); n != want {
		t.Errorf("%d jobs done of %d", n, want)
	}
	if n := b.number(t, `SELECT count(*) FROM river_job WHERE state <> 'completed'`); n != 0 {
		t.Errorf("%d jobs are left in the queue", n)
	}
	if n := b.number(t, `SELECT count(DISTINCT pid) FROM begun`); n < 2 {
		t.Errorf("%d workers took part", n)
	}
}

func TestJobsOfAKilledWorkerComeBack(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{TTL: ttl})
	b.tables(t, 400)
	one, two := process(t, b.url), process(t, b.url)
	one.Process.Signal(syscall.SIGKILL)
	one.Wait()
	killed := time.Now()
	if err := two.Wait(); err != nil {
		t.Fatal(err)
	}
	b.allDone(t, 400)
	back := b.number(t, `SELECT count(*) FROM river_job WHERE metadata ? 'river:rescue_count'`)
	if back == 0 {
		t.Error("the killed worker had no job in hand: the test shows nothing")
	}
	t.Logf("%d jobs of the killed worker came back; all was done %v after the kill (TTL %v)", back, time.Since(killed).Round(time.Millisecond), ttl)
}

func TestJobsOfAProcessKnownToBeGoneComeBackAtOnce(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{TTL: time.Hour})
	b.tables(t, 100)
	p := process(t, b.url)
	p.Process.Signal(syscall.SIGKILL)
	p.Wait()
	var r record
	err := b.Work(t.Context(), store.WorkOptions{
		Owner: "next", Now: time.Now, Drain: true, Handlers: map[store.JobKind]store.Handler{store.Clean: r.do},
		Gone: func(owner string) bool { return owner == fmt.Sprint(p.Process.Pid) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := b.number(t, `SELECT count(*) FROM river_job WHERE state <> 'completed'`); n != 0 {
		t.Errorf("%d jobs are left in the queue", n)
	}
	if len(r.keys) == 0 || b.number(t, `SELECT count(*) FROM worker`) != 0 {
		t.Error("the dead worker's jobs were not taken over")
	}
}

func TestAStoppedWorkerLosesItsJobsAndWorksOnWhenItWakes(t *testing.T) {
	t.Parallel()
	b := open(t, queue.Options{TTL: ttl})
	b.tables(t, 400)
	one, two := process(t, b.url), process(t, b.url)
	one.Process.Signal(syscall.SIGSTOP)
	if err := two.Wait(); err != nil {
		t.Fatal(err)
	}
	b.allDone(t, 400)
	before := b.number(t, `SELECT count(*) FROM begun WHERE pid = $1`, one.Process.Pid)
	one.Process.Signal(syscall.SIGCONT)
	more := []store.Job{}
	for i := range 50 {
		more = append(more, store.Job{Kind: store.Clean, Key: fmt.Sprint("more-", i)})
	}
	b.add(t, more...)
	if err := one.Wait(); err != nil {
		t.Fatalf("the woken worker: %v", err)
	}
	b.allDone(t, 450)
	t.Logf("the woken worker began %d jobs before and %d after", before, b.number(t, `SELECT count(*) FROM begun WHERE pid = $1`, one.Process.Pid)-before)
}

func TestNoJobIsLostWhenTheServerRestarts(t *testing.T) {
	t.Parallel()
	server := pgtest.Start(t)
	url := server.Database(t)
	b := connect(t, url, queue.Options{TTL: ttl})
	if err := queue.Migrate(t.Context(), b.pool(t, url)); err != nil {
		t.Fatal(err)
	}
	b.tables(t, 400)
	one, two := process(t, url), process(t, url)
	server.Restart(t)
	for _, p := range []*exec.Cmd{one, two} {
		if err := p.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	// Jobs that failed while the server was away wait for their next attempt.
	b.drain(t, time.Now().Add(time.Hour), func(ctx context.Context, j store.Running) error {
		_, err := b.db.ExecContext(ctx, `INSERT INTO done (key) VALUES ($1) ON CONFLICT DO NOTHING`, j.Key)
		return err
	})
	b.allDone(t, 400)
}

package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/selisik/selisik/internal/store"
)

// dies names the store in which a child of the test dies with a job.
const dies = "SELISIK_TEST_DIES"

func TestMain(m *testing.M) {
	if path := os.Getenv(dies); path != "" {
		die(path)
	}
	goleak.VerifyTestMain(m)
}

// die takes a job and ends the process in the middle of it.
func die(path string) {
	s, err := newStore(path)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	err = s.Jobs().Work(context.Background(), store.WorkOptions{Owner: "child", Now: clock, Handlers: map[store.JobKind]store.Handler{
		store.Clean: func(context.Context, store.Running) error {
			fmt.Println("dying")
			p, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = p.Kill()
			}
			if err != nil {
				return err
			}
			select {}
		}}})
	fmt.Println(err)
	os.Exit(1)
}

func TestJobOfADeadProcessComesBack(t *testing.T) {
	t.Parallel()
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "store.db")
	s := open(t, path)
	if err := s.Jobs().Enqueue(ctx, []store.Job{{Kind: store.Clean, Key: "a"}}); err != nil {
		t.Fatal(err)
	}
	perish := func() {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), dies+"="+path)
		if out, err := child.CombinedOutput(); err == nil || string(out) != "dying\n" {
			t.Fatalf("the child did not die: %v\n%s", err, out)
		}
	}
	attempt := 0
	work := func(gone func(string) bool, now time.Time) {
		t.Helper()
		working, stop := context.WithTimeout(ctx, 700*time.Millisecond)
		defer stop()
		err := s.Jobs().Work(working, store.WorkOptions{Owner: "me", Now: func() time.Time { return now }, Drain: true, Gone: gone, Handlers: map[store.JobKind]store.Handler{
			store.Clean: func(_ context.Context, j store.Running) error { attempt = j.Attempt; return nil },
		}})
		if err != nil {
			t.Fatal(err)
		}
	}
	perish()
	work(func(string) bool { return false }, clock().Add(29*time.Second))
	if attempt != 0 {
		t.Fatal("taken before its time was up")
	}
	work(func(owner string) bool { return owner == "child" }, clock())
	if attempt != 2 {
		t.Fatalf("known to be gone: got attempt %d, want 2", attempt)
	}
	if err := s.Jobs().Enqueue(ctx, []store.Job{{Kind: store.Clean, Key: "b"}}); err != nil {
		t.Fatal(err)
	}
	for range store.MaxAttempts {
		perish()
		attempt = 0
		work(nil, clock())
		if attempt != 0 {
			t.Fatal("taken before its time was up")
		}
		reclaim(t, s)
	}
	dead, err := s.Jobs().Dead(ctx, 9)
	if err != nil || len(dead) != 1 || !strings.Contains(dead[0].Error, "died") {
		t.Fatalf("a job that kills its process each time: got %v, %v", dead, err)
	}
}

// reclaim lets a crew that does other things find dead ones.
func reclaim(t *testing.T, s store.Store) {
	t.Helper()
	err := s.Jobs().Work(context.Background(), store.WorkOptions{Owner: "other", Now: clock, Drain: true, Gone: func(string) bool { return true },
		Handlers: map[store.JobKind]store.Handler{store.Fetch: func(context.Context, store.Running) error { return nil }}})
	if err != nil {
		t.Fatal(err)
	}
}

func TestJobIsTriedWithBackOffThenDead(t *testing.T) {
	t.Parallel()
	ctx, s, now := context.Background(), open(t, filepath.Join(t.TempDir(), "store.db")), clock()
	if err := s.Jobs().Enqueue(ctx, []store.Job{{Kind: store.Clean, Key: "a"}}); err != nil {
		t.Fatal(err)
	}
	var at []time.Duration
	for range 200 { // seconds
		err := s.Jobs().Work(ctx, store.WorkOptions{Owner: "me", Now: func() time.Time { return now }, Drain: true, Handlers: map[store.JobKind]store.Handler{
			store.Clean: func(context.Context, store.Running) error {
				at = append(at, now.Sub(clock()))
				if len(at) == 2 {
					panic("it burns")
				}
				return errors.New("no luck")
			}}})
		if err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Second)
	}
	if got, want := fmt.Sprint(at), "[0s 1s 5s 21s 1m25s]"; got != want {
		t.Errorf("tried after %s, want %s", got, want)
	}
	dead, err := s.Jobs().Dead(ctx, 9)
	if err != nil || len(dead) != 1 || dead[0].Error != "no luck" || dead[0].Attempt != store.MaxAttempts || !dead[0].At.Equal(clock().Add(85*time.Second)) {
		t.Errorf("got %+v, %v", dead, err)
	}
}

func TestTwoProcessesWorkOnOneFile(t *testing.T) {
	t.Parallel()
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "store.db")
	a, b := open(t, path), open(t, path)
	working, stop := context.WithCancel(ctx)
	defer stop()
	done := make(chan string, 200)
	ended := make(chan error, 1)
	go func() { // as `watch` does, while the other adds
		ended <- b.Jobs().Work(working, store.WorkOptions{Owner: "watch", Now: clock, Handlers: map[store.JobKind]store.Handler{
			store.Clean: func(_ context.Context, j store.Running) error { done <- j.Key; return nil },
		}})
	}()
	for n := range 100 {
		if err := a.Jobs().Enqueue(ctx, []store.Job{{Kind: store.Clean, Key: fmt.Sprint(n)}}); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]bool{}
	for range 100 {
		key := <-done
		if seen[key] {
			t.Errorf("%s ran twice", key)
		}
		seen[key] = true
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

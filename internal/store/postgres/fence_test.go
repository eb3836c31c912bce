package postgres_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres"
)

func TestMain(m *testing.M) {
	if url := os.Getenv("SELISIK_TEST_OWNER"); url != "" {
		if err := own(url); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

var noon = time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)

// own is a process that takes a lease, says so, and writes under it when it is
// told to.
func own(url string) error {
	ctx := context.Background()
	s, err := postgres.Open(ctx, url, postgres.Options{})
	if err != nil {
		return err
	}
	defer s.Admin().Close()
	l, err := s.Jobs().Acquire(ctx, "id", "sleeper", noon, time.Minute)
	if err != nil {
		return err
	}
	fmt.Println("held")
	if _, err := bufio.NewReader(os.Stdin).ReadString('\n'); err != nil {
		return err
	}
	err = s.Stories().Place(ctx, l, noon, store.Placement{Cursor: 66}, nil)
	fmt.Println("conflict:", errors.Is(err, news.ErrConflict))
	return nil
}

func TestAnOwnerThatSleptPastItsLeaseCannotWrite(t *testing.T) {
	t.Parallel()
	url := pgtest.New(t)
	s := open(t, url)
	sleeper := exec.Command(os.Args[0])
	sleeper.Env = append(os.Environ(), "SELISIK_TEST_OWNER="+url)
	in, _ := sleeper.StdinPipe()
	out, _ := sleeper.StdoutPipe()
	if err := sleeper.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { sleeper.Process.Kill() })
	lines := bufio.NewScanner(out)
	expect := func(want string) {
		t.Helper()
		if !lines.Scan() || lines.Text() != want {
			t.Fatalf("the sleeper said %q, want %q", lines.Text(), want)
		}
	}
	expect("held")
	sleeper.Process.Signal(syscall.SIGSTOP)

	later := noon.Add(2 * time.Minute)
	if _, err := s.Jobs().Acquire(t.Context(), "id", "other", noon, time.Minute); !errors.Is(err, news.ErrConflict) {
		t.Errorf("while the lease runs: %v, want a conflict", err)
	}
	l, err := s.Jobs().Acquire(t.Context(), "id", "other", later, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Stories().Place(t.Context(), l, later, store.Placement{Cursor: 7}, nil); err != nil {
		t.Fatal(err)
	}

	fmt.Fprintln(in)
	sleeper.Process.Signal(syscall.SIGCONT)
	expect("conflict: true")
	if err := sleeper.Wait(); err != nil {
		t.Error(err)
	}
	if n, err := s.Stories().Cursor(t.Context()); n != 7 || err != nil {
		t.Errorf("the cursor is %d, %v: want what the owner wrote", n, err)
	}
}

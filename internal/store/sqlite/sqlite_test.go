package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
	"github.com/selisik/selisik/internal/store/storetest"
)

// clock stands still: what a store does not depend on time for, it may not.
func clock() time.Time { return time.Date(2031, 5, 4, 3, 2, 1, 0, time.UTC) }

func newStore(path string) (store.Store, error) {
	return sqlite.Open(context.Background(), path, sqlite.Options{Now: clock})
}

func open(t testing.TB, path string) store.Store {
	t.Helper()
	s, err := newStore(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Admin().Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, filepath.Join(t.TempDir(), "store.db")) })
}

func document(n int) store.Document {
	d := store.Document{Raw: news.RawDocument{Body: []byte(strings.Repeat(fmt.Sprintf("Kapal %d berlabuh. ", n), 200))}, Seen: clock()}
	d.ID = store.IDOf(&d.Raw)
	return d
}

// fill puts documents, each in a transaction of its own.
func fill(t testing.TB, s store.Store, n int) {
	t.Helper()
	for i := range n {
		if _, err := s.Documents().Put(context.Background(), []store.Document{document(i)}, nil); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAFileOfAnyNameIsMadeAndFoundAgain(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new folder", "50% ümit?#&.db")
	s, err := newStore(path)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 3)
	if err := s.Admin().Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	counts, err := open(t, path).Admin().Counts(context.Background())
	if err != nil || counts["documents"] != 3 {
		t.Errorf("got %v, %v", counts, err)
	}
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		make func(t *testing.T, path string)
		kind error
		says string
	}{
		"a folder": {func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, news.ErrInvalid, "it is a folder"},
		"a text file":            {write("Selamat pagi, ini bukan basis data."), news.ErrInvalid, "selisik restore"},
		"a damaged head":         {spoil(0), news.ErrInvalid, "selisik restore"},
		"a damaged schema":       {spoil(100), news.ErrInvalid, "selisik restore"},
		"a newer store":          {change(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)`), news.ErrInvalid, "newer Selisik (schema 99"},
		"another program's file": {change(`DROP TABLE goose_db_version`), news.ErrInvalid, "another program"},
		"below a file": {func(t *testing.T, path string) {
			write("x")(t, filepath.Dir(path))
		}, news.ErrUnavailable, "directory"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "folder", "store.db")
			if name != "below a file" {
				if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			c.make(t, path)
			_, err := newStore(path)
			if !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %v with %q in one line", err, c.kind, c.says)
			}
		})
	}
	if _, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "x"), sqlite.Options{}); !errors.Is(err, news.ErrInvalid) {
		t.Errorf("without a clock: got %v", err)
	}
}

func write(text string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// made makes a store with something in it and closes it.
func made(t *testing.T, path string) {
	t.Helper()
	s, err := newStore(path)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 50)
	if err := s.Admin().Close(); err != nil {
		t.Fatal(err)
	}
}

// spoil makes a store and writes over some of its bytes.
func spoil(at int64) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		made(t, path)
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteAt(bytes.Repeat([]byte{0xa5}, 3000), at); err != nil {
			t.Fatal(err)
		}
	}
}

// change makes a store and runs a statement on it.
func change(query string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		made(t, path)
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDamageInsideIsFound(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	made(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	for at := int64(4096 * 4); at < info.Size(); at += 4096 { // behind the schema
		if _, err := f.WriteAt(bytes.Repeat([]byte{0xa5}, 64), at); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	s, err := newStore(path)
	if err != nil {
		if !errors.Is(err, news.ErrInvalid) || !strings.Contains(err.Error(), "selisik restore") {
			t.Errorf("got %v", err)
		}
		return
	}
	defer s.Admin().Close()
	if lines, err := s.Admin().Check(context.Background()); err != nil || len(lines) == 0 || !strings.Contains(lines[0], "damaged") {
		t.Errorf("got %q, %v", lines, err)
	}
}

func TestRowsThatPointNowhereAreFound(t *testing.T) {
	t.Parallel()
	for query, want := range map[string]string{
		`DELETE FROM blobs WHERE hash IN (SELECT hash FROM blobs LIMIT 2)`:                                  "2 documents have no body",
		`INSERT INTO pages VALUES ('p', 'a', 0, '', 0, '', '')`:                                             "1 pages have no current article",
		`INSERT INTO joins VALUES ('t-1', 't-2')`:                                                           "1 joins are of threads that are not there",
		`ALTER TABLE feeds DROP COLUMN title`:                                                               "table feeds is not as it should be",
		`INSERT INTO dossiers VALUES ('s', 1, 0, '{}', x'')`:                                                "1 dossiers are of no story",
		`INSERT INTO articles VALUES ('a', 'p', 'd', 0, 0, 0, 1, 0, '', x'')`:                               "1 articles have no document",
		`INSERT INTO stories VALUES ('s', '', '[]', '[]', 0, 0, 1, 0, '', 3, 0, '[]', 0, 0, 0, 0, 0, '[]')`: "1 stories do not have as many pages as they tell",
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "store.db")
			change(query)(t, path)
			lines, err := open(t, path).Admin().Check(context.Background())
			if err != nil || len(lines) == 0 || !strings.HasPrefix(lines[0], want) {
				t.Errorf("got %q, %v", lines, err)
			}
		})
	}
}

func TestAReadOnlyFileIsTold(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := filepath.Join(t.TempDir(), "store.db")
	made(t, path)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	s, err := newStore(path)
	if err == nil {
		defer s.Admin().Close()
		err = s.Admin().Set(context.Background(), "x", "y")
	}
	if !errors.Is(err, news.ErrUnavailable) || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("got %v", err)
	}
}

func TestAFullDiskIsToldAndNothingIsLost(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{Now: clock, MaxBytes: 512 << 10})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Admin().Close()
	n := 0
	for ; err == nil && n < 5000; n++ {
		d := document(n)
		_, err = s.Documents().Put(context.Background(), []store.Document{d}, nil)
	}
	if !errors.Is(err, news.ErrUnavailable) || !strings.Contains(err.Error(), "disk is full") {
		t.Fatalf("after %d documents: got %v", n, err)
	}
	counts, err := s.Admin().Counts(context.Background())
	if err != nil || counts["documents"] != n-1 {
		t.Errorf("got %v, %v; want %d documents", counts, err, n-1)
	}
	if lines, err := s.Admin().Check(context.Background()); err != nil || len(lines) > 0 {
		t.Errorf("got %q, %v", lines, err)
	}
}

func TestManyMayOpenANewFileAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			s, err := newStore(path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Admin().Close()
			for n := range 20 {
				if _, err := s.Documents().Put(context.Background(), []store.Document{document(100*i + n)}, nil); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	counts, err := open(t, path).Admin().Counts(context.Background())
	if err != nil || counts["documents"] != 80 {
		t.Errorf("got %v, %v", counts, err)
	}
}

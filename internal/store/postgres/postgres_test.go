package postgres_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/stdlib"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres"
	"github.com/selisik/selisik/internal/store/postgres/queue"
)

func open(t testing.TB, url string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(context.Background(), url, postgres.Options{Jobs: queue.Options{TTL: time.Second}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Admin().Close() })
	return s
}

func admin(t testing.TB, url, query string) {
	t.Helper()
	db, err := sql.Open("pgx", url)
	if err == nil {
		defer db.Close()
		_, err = db.Exec(query)
	}
	if err != nil {
		t.Fatal(err)
	}
}

var _ = stdlib.GetDefaultDriver // registers "pgx"

func document(i int) store.Document {
	raw := news.RawDocument{URL: fmt.Sprintf("https://lentera.example/%d", i), Body: []byte(fmt.Sprint("isi ", i))}
	return store.Document{ID: store.IDOf(&raw), Raw: raw, Seen: time.UnixMicro(int64(i)).UTC()}
}

func TestManyProcessesMayOpenAtOnce(t *testing.T) {
	t.Parallel()
	url := pgtest.New(t)
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			s, err := postgres.Open(t.Context(), url, postgres.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			s.Admin().Close()
		})
	}
	all.Wait()
	wrong, err := open(t, url).Admin().Check(t.Context())
	if err != nil || len(wrong) > 0 {
		t.Errorf("%q, %v", wrong, err)
	}
}

func TestANewerStoreIsRefused(t *testing.T) {
	t.Parallel()
	url := pgtest.New(t)
	open(t, url)
	admin(t, url, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)`)
	_, err := postgres.Open(t.Context(), url, postgres.Options{})
	if !errors.Is(err, news.ErrInvalid) || !strings.Contains(err.Error(), "version 99") {
		t.Error(err)
	}
}

func TestErrorsOfOpenAreOneLineWithoutThePassword(t *testing.T) {
	t.Parallel()
	url := pgtest.New(t)
	admin(t, url, `CREATE ROLE locked LOGIN PASSWORD 'right'`)
	t.Cleanup(func() { admin(t, url, `DROP ROLE locked`) })
	host := url[strings.Index(url, "host="):]
	for name, c := range map[string]struct {
		address, says string
		kind          error
	}{
		"wrong password":   {"postgres://locked:s3cret@/postgres?" + host, "password", news.ErrInvalid},
		"no such database": {"postgres://selisik:s3cret@/nowhere?" + host, "createdb", news.ErrInvalid},
		"no server":        {"postgres://selisik:s3cret@127.0.0.1:1/x", "connection refused", news.ErrUnavailable},
		"no address":       {"postgres://selisik:s3cret@host:port/x", "address", news.ErrInvalid},
		"odd password":     {"postgres://selisik:s3cret%@host/x", "address", news.ErrInvalid},
	} {
		_, err := postgres.Open(t.Context(), c.address, postgres.Options{})
		switch {
		case !errors.Is(err, c.kind):
			t.Errorf("%s: %v, want %v", name, err, c.kind)
		case strings.Contains(err.Error(), "s3cret") || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), c.says):
			t.Errorf("%s: %q", name, err)
		default:
			t.Logf("%s: %v", name, err)
		}
	}
}

func TestWritersSitOutARestartOfTheServer(t *testing.T) {
	t.Parallel()
	server := pgtest.Start(t, "fsync=on", "synchronous_commit=on")
	s := open(t, server.Database(t))
	const n = 300
	half := make(chan bool)
	var once sync.Once
	var all sync.WaitGroup
	for w := range 3 {
		all.Go(func() {
			for i := w; i < n; i += 3 {
				if i > n/3 {
					once.Do(func() { close(half) })
				}
				put(t, s, i)
			}
		})
	}
	<-half
	server.Restart(t)
	all.Wait()
	counts, err := s.Admin().Counts(t.Context())
	if err != nil || counts["documents"] != n {
		t.Errorf("%v, %v: want %d documents", counts, err, n)
	}
}

// put adds a document as a job would: again if the store cannot tell whether
// it is there.
func put(t *testing.T, s store.Store, i int) {
	d := document(i)
	for {
		_, err := s.Documents().Put(t.Context(), []store.Document{d}, nil)
		if err == nil {
			return
		}
		if !errors.Is(err, news.ErrUnavailable) {
			t.Errorf("document %d: %v", i, err)
			return
		}
	}
}

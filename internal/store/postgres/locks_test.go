package postgres

import (
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres/queue"
)

func TestAProcessThatStopsInMidTransactionHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	s, err := Open(t.Context(), pgtest.New(t), Options{Jobs: queue.Options{TTL: 3 * time.Second}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Admin().Close()
	stopped, err := s.pool.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stopped.Exec(t.Context(), `SELECT pg_advisory_xact_lock(hashtextextended('selisik log', 0))`); err != nil {
		t.Fatal(err)
	}
	a := store.Article{Article: news.Article{ID: "a-1", Page: "p-1"}, Seen: time.UnixMicro(1)}
	if changed, err := s.Articles().Put(t.Context(), a, store.Terms{}, nil); !changed || err != nil {
		t.Errorf("put while a stopped process holds the log: %v, %v", changed, err)
	}
	if err := stopped.Commit(t.Context()); err == nil {
		t.Error("the stopped process committed")
	}
}

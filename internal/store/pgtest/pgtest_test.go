package pgtest_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/selisik/selisik/internal/store/pgtest"
)

func exec(t *testing.T, url, sql string) error {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		return err
	}
	defer conn.Close(context.Background())
	_, err = conn.Exec(t.Context(), sql)
	return err
}

func TestEachTestHasADatabaseOfItsOwn(t *testing.T) {
	t.Parallel()
	one, two := pgtest.New(t), pgtest.New(t)
	if err := exec(t, one, "CREATE TABLE t (n int)"); err != nil {
		t.Fatal(err)
	}
	if err := exec(t, two, "SELECT * FROM t"); err == nil {
		t.Error("a table of one database is seen in the other")
	}
}

func TestRowsOutliveARestart(t *testing.T) {
	t.Parallel()
	s := pgtest.Start(t, "fsync=on", "synchronous_commit=on", "full_page_writes=on")
	url := s.Database(t)
	if err := exec(t, url, "CREATE TABLE t AS SELECT 1 AS n"); err != nil {
		t.Fatal(err)
	}
	s.Restart(t)
	if err := exec(t, url, "SELECT n FROM t"); err != nil {
		t.Errorf("after a restart: %v", err)
	}
	s.Stop(t)
	if err := exec(t, url, "SELECT 1"); err == nil {
		t.Error("a stopped server answers")
	}
	s.Resume(t)
	if err := exec(t, url, "SELECT n FROM t"); err != nil {
		t.Errorf("after a crash: %v", err)
	}
}

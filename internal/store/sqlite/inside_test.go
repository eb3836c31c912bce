package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/relational"
)

func connected(t *testing.T) *sql.DB {
	t.Helper()
	db, err := connect(filepath.Join(t.TempDir(), "x.db"), 1, "_txlock=immediate", "_pragma=journal_mode(WAL)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestAnOlderSchemaIsMigratedAndANewerRefused(t *testing.T) {
	t.Parallel()
	ctx, db := context.Background(), connected(t)
	one := fstest.MapFS{"00001_a.sql": {Data: []byte("-- +goose Up\nCREATE TABLE a (x TEXT);\nINSERT INTO a VALUES ('kept');\n")}}
	two := fstest.MapFS{"00001_a.sql": one["00001_a.sql"], "00002_b.sql": {Data: []byte("-- +goose Up\nALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new';\n")}}
	for range 2 { // the second time there is nothing to do
		if err := migrate(ctx, db, one); err != nil {
			t.Fatal(err)
		}
	}
	if err := migrate(ctx, db, two); err != nil {
		t.Fatal(err)
	}
	var x, y string
	if err := db.QueryRow(`SELECT x, y FROM a`).Scan(&x, &y); err != nil || x != "kept" || y != "new" {
		t.Errorf("got %q, %q, %v", x, y, err)
	}
	if err := migrate(ctx, db, one); !errors.Is(err, news.ErrInvalid) || !strings.Contains(err.Error(), "newer Selisik (schema 2; this one knows 1)") {
		t.Errorf("by the older program: got %v", err)
	}
}

func TestAScriptThatFailsLeavesTheSchemaAsItWas(t *testing.T) {
	t.Parallel()
	ctx, db := context.Background(), connected(t)
	bad := fstest.MapFS{"00001_a.sql": {Data: []byte("-- +goose Up\nCREATE TABLE a (x TEXT);\nSELEKT 1;\n")}}
	if err := migrate(ctx, db, bad); err == nil {
		t.Fatal("no error")
	}
	if v, err := version(ctx, db); v != 0 || err != nil {
		t.Errorf("got version %d, %v", v, err)
	}
}

func TestAStatementIsKeptAndMayBeReadTwiceAtOnce(t *testing.T) {
	t.Parallel()
	ctx, db := context.Background(), connected(t)
	c, err := db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	const query = `SELECT value FROM json_each('[1,2,3]') WHERE value > $1`
	pairs := 0
	outer, err := c.QueryContext(ctx, query, 0)
	if err != nil {
		t.Fatal(err)
	}
	for outer.Next() {
		inner, err := c.QueryContext(ctx, query, 1)
		if err != nil {
			t.Fatal(err)
		}
		for inner.Next() {
			pairs++
		}
		if err := errors.Join(inner.Err(), inner.Close()); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(outer.Err(), outer.Close()); err != nil || pairs != 6 {
		t.Errorf("got %d pairs, %v", pairs, err)
	}
	for range 2 {
		if _, err := c.ExecContext(ctx, `SELEKT`); err == nil {
			t.Error("no error")
		}
	}
	err = c.Raw(func(inner any) error {
		if n := len(inner.(*conn).statements); n != 1 {
			t.Errorf("%d statements are kept, want 1", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// cutting is a queue during whose Add the context ends.
type cutting struct {
	*queue
	end func()
}

func (c cutting) Add(_ context.Context, tx *relational.Tx, _ []store.Job) error {
	return cut(tx.Tx, c.end)
}

// cut ends the context of a transaction and waits until it has been rolled back
// for that.
func cut(tx *sql.Tx, end func()) error {
	end()
	for {
		if _, err := tx.ExecContext(context.Background(), `SELECT 1`); errors.Is(err, sql.ErrTxDone) {
			return nil
		}
	}
}

func TestATransactionThatIsCutOffBeforeItsCommitTellsThatItsContextEnded(t *testing.T) {
	t.Parallel()
	db := connected(t)
	q := newQueue(relational.DB{Write: db, Read: db}, nil)
	for name, run := range map[string]func(ctx context.Context, end func()) error{
		"rows": func(ctx context.Context, end func()) error {
			cut, err := relational.New(relational.Config{DB: relational.DB{Write: db, Read: db}, Dialect: dialect(), Queue: cutting{q, end}})
			if err != nil {
				return err
			}
			return cut.Jobs().Enqueue(ctx, []store.Job{{Kind: store.Clean, Key: "x"}})
		},
		"jobs": func(ctx context.Context, end func()) error {
			return q.write(ctx, func(tx *sql.Tx) error { return cut(tx, end) })
		},
	} {
		ctx, end := context.WithCancel(t.Context())
		if err := run(ctx, end); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

package postgres

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/postgres/queue"
	"github.com/selisik/selisik/internal/store/relational"
)

func dialect() relational.Dialect {
	return relational.Dialect{
		In: func(param string) string {
			return "= ANY (ARRAY(SELECT jsonb_array_elements_text(" + param + "::jsonb)))"
		},
		ForUpdate: " FOR UPDATE",
		Snapshot:  &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
		LockLog:   lockLog,
		Derived:   derived,
		Restored:  restored,
		Check:     check,
		Explain:   explain,
		Again:     again,
	}
}

func lockLog(ctx context.Context, tx *relational.Tx) error {
	_, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('selisik log', 0))`)
	return err
}

// derived makes the commit one of those that reach the disk with a later one.
func derived(ctx context.Context, tx *relational.Tx) error {
	_, err := tx.ExecContext(ctx, `SET LOCAL synchronous_commit = off`)
	return err
}

// restored sets the sequences after rows that came with their numbers.
func restored(ctx context.Context, tx *relational.Tx) error {
	for _, table := range []string{"arrivals", "edits"} {
		set := fmt.Sprintf(`SELECT setval(pg_get_serial_sequence('%s', 'seq'), coalesce(max(seq), 0) + 1, false) FROM %[1]s`, table)
		if _, err := tx.ExecContext(ctx, set); err != nil {
			return err
		}
	}
	return nil
}

const wrong = `
SELECT 'index ' || c.relname || ' is not valid: REINDEX INDEX ' || c.relname
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace
UNION ALL
SELECT 'the server found ' || checksum_failures || ' damaged blocks: restore a backup'
FROM pg_stat_database WHERE datname = current_database() AND checksum_failures > 0
UNION ALL
SELECT 'a column is sorted by the database''s collation: ' || c.relname || '.' || a.attname
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_collation l ON l.oid = a.attcollation
WHERE c.relname = 'pages' AND c.relnamespace = current_schema()::regnamespace AND a.attname = 'id' AND l.collname <> 'C'`

// check tells what PostgreSQL knows to be wrong with the database.
func check(ctx context.Context, db *sql.DB) (lines []string, err error) {
	rows, err := db.QueryContext(ctx, wrong)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, rows.Err()
}

// jobs is River as package relational asks for it. It needs not be told of
// commits: workers look.
type jobs struct{ *queue.Queue }

func (j jobs) Add(ctx context.Context, tx *relational.Tx, list []store.Job) error {
	return j.Enqueue(ctx, tx, list)
}

func (jobs) Committed() {}

func (j jobs) Each(ctx context.Context, q relational.Querier, yield func(store.Job) error) error {
	return j.Queue.Each(ctx, q, yield)
}

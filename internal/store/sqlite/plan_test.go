package sqlite_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
)

// TestStatementsUseIndexes asks SQLite how it would run those that a large store
// runs often. A step that walks a table, or sorts, is told by its words.
func TestStatementsUseIndexes(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "store.db")
	made(t, path)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	const in = `IN (SELECT value FROM json_each('["a"]'))`
	for name, query := range map[string]string{
		"listing by recency": `SELECT * FROM stories s WHERE s.size > 0 AND s.last_at <= 9 AND (s.last_at < 9 OR (s.last_at = 9 AND s.id > 'a')) ORDER BY s.last_at DESC, s.id LIMIT 50`,
		"listing by origins": `SELECT * FROM stories s WHERE s.size > 0 ORDER BY s.origins DESC, s.last_at DESC, s.id LIMIT 50`,
		"listing by growth":  `SELECT * FROM stories s WHERE s.size > 0 ORDER BY s.recent DESC, s.id LIMIT 50`,
		"listing by size":    `SELECT * FROM stories s WHERE s.size > 0 ORDER BY s.size DESC, s.first_at, s.id LIMIT 50`,
		"a common facet": `SELECT * FROM stories s WHERE s.size > 0 AND EXISTS (SELECT 1 FROM facets g WHERE g.kind = 'a' AND g.value = 'b' AND g.story = s.id)
			ORDER BY s.last_at DESC, s.id LIMIT 50`,
		"stale":                `SELECT * FROM stories s WHERE s.size > 0 AND s.dossier_revision <> s.revision ORDER BY s.last_at DESC, s.id LIMIT 50`,
		"pages of stories":     `SELECT story, id FROM pages WHERE story <> '' AND story ` + in + ` ORDER BY story, placed, article`,
		"pages lose a story":   `UPDATE pages SET story = '' WHERE story <> '' AND story ` + in,
		"pages lose a thread":  `UPDATE pages SET thread = '' WHERE thread <> '' AND thread ` + in,
		"joins go":             `DELETE FROM joins WHERE later ` + in,
		"articles by time":     `SELECT a.body FROM pages p JOIN articles a ON a.id = p.article WHERE (p.placed, p.article) > (1, 'a') AND p.placed >= 1 AND p.placed < 9 ORDER BY p.placed, p.article LIMIT 200`,
		"versions":             `SELECT a.body FROM articles a JOIN pages p ON p.id = a.page WHERE a.page ` + in + ` ORDER BY a.page, a.version`,
		"documents by time":    `SELECT d.meta, b.body FROM documents d JOIN blobs b ON b.hash = d.blob WHERE (d.seen, d.id) > (1, 'a') ORDER BY d.seen, d.id LIMIT 200`,
		"what is found":        `SELECT t.counts FROM terms t JOIN articles a ON a.id = t.article JOIN pages p ON p.id = a.page WHERE t.article ` + in,
		"search":               `SELECT r.page FROM search JOIN search_rows r ON r.num = search.rowid WHERE search MATCH 'a' AND search.rowid >= 1 AND search.rowid < 9 ORDER BY search.rowid DESC`,
		"jobs that may start":  `SELECT * FROM (SELECT id, due FROM jobs WHERE state = 0 AND kind = 'a' AND due <= 9 ORDER BY due, id LIMIT 9)`,
		"jobs put in later":    `SELECT id FROM jobs WHERE state = 0 AND enqueued > 9`,
		"a job that runs":      `SELECT 1 FROM jobs WHERE state = 1 AND kind = 'a'`,
		"a job that waits":     `SELECT 1 FROM jobs WHERE kind = 'a' AND key = 'b' AND state = 0`,
		"jobs of dead crews":   `SELECT DISTINCT owner FROM jobs WHERE state = 1 AND owner <> 'a'`,
		"feeds that are due":   `SELECT * FROM feeds WHERE paused = 0 AND next_due <= 9 ORDER BY next_due, id LIMIT 9`,
		"threads of a window":  `SELECT id FROM threads WHERE from_time >= 1 AND from_time < 9 UNION ALL SELECT id FROM threads WHERE from_time = (SELECT max(from_time) FROM threads WHERE from_time < 1) AND until_time > 1`,
		"threads follow pages": `UPDATE threads SET story = (SELECT story FROM pages WHERE thread = threads.id AND thread <> '' ORDER BY placed, article LIMIT 1) WHERE id ` + in,
	} {
		t.Run(name, func(t *testing.T) {
			for _, step := range plan(t, db, query) {
				walks := strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "INDEX") && !strings.Contains(step, "VIRTUAL")
				sorts := strings.Contains(step, "TEMP B-TREE FOR ORDER BY")
				if walks || sorts && !strings.HasPrefix(name, "threads follow") {
					t.Error(step)
				}
			}
		})
	}
}

func plan(t *testing.T, db *sql.DB, query string) (out []string) {
	rows, err := db.QueryContext(context.Background(), "EXPLAIN QUERY PLAN "+query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		out = append(out, step)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

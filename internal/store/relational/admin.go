package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

type admin struct{ *Store }

// Setting implements store.Admin.
func (s admin) Setting(ctx context.Context, name string) (value string, err error) {
	defer s.wrap(ctx, &err, "setting "+name)
	err = s.db.Read.QueryRowContext(ctx, `SELECT value FROM settings WHERE name = $1`, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

// Set implements store.Admin.
func (s admin) Set(ctx context.Context, name, value string) error {
	return s.write(ctx, "set "+name, func(tx *Tx) error {
		_, err := tx.exec(ctx, `INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
		return err
	})
}

// Close implements store.Admin.
func (s admin) Close() error { return s.close() }

// Counts implements store.Admin.
func (s admin) Counts(ctx context.Context) (out map[string]int, err error) {
	defer s.wrap(ctx, &err, "counts")
	out = map[string]int{}
	for name, from := range map[string]string{
		"documents":      "documents",
		"pages":          "pages",
		"articles":       "articles",
		"stories":        "stories WHERE size > 0",
		"dossiers":       "dossiers",
		"stale-dossiers": "stories WHERE size > 0 AND dossier_revision <> revision",
		"feeds":          "feeds",
		"edits":          "edits",
	} {
		var n int
		if err := s.db.Read.QueryRowContext(ctx, "SELECT count(*) FROM "+from).Scan(&n); err != nil {
			return nil, err
		}
		out[name] = n
	}
	return out, nil
}

// orphans are rows that point nowhere, or say what others do not: a query that
// counts them, and the line that tells of them.
var orphans = [...]struct{ count, line string }{
	{`documents d WHERE NOT EXISTS (SELECT 1 FROM blobs b WHERE b.hash = d.blob)`, "%d documents have no body"},
	{`articles a WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = a.document)`, "%d articles have no document"},
	{`pages p WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = p.article AND a.page = p.id AND a.is_current = 1)`, "%d pages have no current article"},
	{`articles a WHERE NOT EXISTS (SELECT 1 FROM terms t WHERE t.article = a.id)`, "%d articles cannot be searched"},
	{`pages p WHERE p.story <> '' AND NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = p.story AND s.size > 0)`, "%d pages are in a story that is not there"},
	{`pages p WHERE p.thread <> '' AND NOT EXISTS (SELECT 1 FROM threads t WHERE t.id = p.thread)`, "%d pages are in a thread that is not there"},
	{`stories s WHERE s.size <> (SELECT count(*) FROM pages p WHERE p.story <> '' AND p.story = s.id)`, "%d stories do not have as many pages as they tell"},
	{`dossiers d WHERE NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = d.story AND s.dossier_revision = d.revision)`, "%d dossiers are of no story"},
	{`joins j WHERE NOT EXISTS (SELECT 1 FROM threads t WHERE t.id = j.earlier) OR NOT EXISTS (SELECT 1 FROM threads t WHERE t.id = j.later)`, "%d joins are of threads that are not there"},
}

// Check implements store.Admin. Bodies are not opened.
func (s admin) Check(ctx context.Context) (out []string, err error) {
	defer s.wrap(ctx, &err, "check")
	if s.dialect.Check != nil {
		if out, err = s.dialect.Check(ctx, s.db.Read); err != nil || len(out) > 0 {
			return out, err // of a damaged database the rest tells nothing
		}
	}
	for _, t := range Tables() {
		if _, err := s.db.Read.ExecContext(ctx, t.selectAll()+" LIMIT 0"); err != nil {
			out = append(out, fmt.Sprintf("table %s is not as it should be: %v", t.Name, err))
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	for _, o := range orphans {
		var n int
		if err := s.db.Read.QueryRowContext(ctx, "SELECT count(*) FROM "+o.count).Scan(&n); err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, fmt.Sprintf(o.line, n))
		}
	}
	return out, nil
}

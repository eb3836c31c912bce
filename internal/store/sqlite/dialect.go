package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store/relational"
)

func dialect() relational.Dialect {
	return relational.Dialect{
		In:       func(param string) string { return "IN (SELECT value FROM json_each(" + param + "))" },
		Snapshot: nil, // a deferred transaction sees one moment
		Check:    check,
		Explain:  explain,
	}
}

// check asks SQLite to look over all its pages. What it finds is told in one
// line.
func check(ctx context.Context, db *sql.DB) ([]string, error) {
	rs, err := db.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return damage(err)
	}
	defer rs.Close() //nolint:errcheck // Err tells
	var found []string
	for rs.Next() {
		var text string
		if err := rs.Scan(&text); err != nil {
			return damage(err)
		}
		for _, line := range strings.Split(text, "\n") {
			if line != "ok" && !strings.HasPrefix(line, "***") {
				found = append(found, line)
			}
		}
	}
	if err := rs.Err(); err != nil {
		return damage(err)
	}
	if len(found) == 0 {
		return nil, nil
	}
	return []string{fmt.Sprintf("the file is damaged in %d places or more; %s (%s)", len(found), mend, found[0])}, nil
}

// damage makes of an error that tells of damage what is wrong with the file.
func damage(err error) ([]string, error) {
	if e := explain(err); errors.Is(e, news.ErrInvalid) {
		return []string{e.Error()}, nil
	}
	return nil, err
}

// causes are what SQLite's codes mean to a user.
func causes() map[int]struct {
	kind  error
	words string
} {
	type cause = struct {
		kind  error
		words string
	}
	return map[int]cause{
		lib.SQLITE_BUSY:       {news.ErrUnavailable, "another process is writing to the store and did not end in time"},
		lib.SQLITE_LOCKED:     {news.ErrUnavailable, "another process is writing to the store and did not end in time"},
		lib.SQLITE_FULL:       {news.ErrUnavailable, "the disk is full: nothing of this was written; make room and try again"},
		lib.SQLITE_IOERR:      {news.ErrUnavailable, "the disk could not be read or written"},
		lib.SQLITE_CANTOPEN:   {news.ErrUnavailable, "the file cannot be opened: look at its rights and those of its folder"},
		lib.SQLITE_READONLY:   {news.ErrUnavailable, "the file is read-only: look at its rights and those of its folder"},
		lib.SQLITE_CORRUPT:    {news.ErrInvalid, "the file is damaged; " + mend},
		lib.SQLITE_NOTADB:     {news.ErrInvalid, "it is no Selisik store, or it is damaged; " + mend},
		lib.SQLITE_CONSTRAINT: {news.ErrConflict, "it does not fit what is there"},
		lib.SQLITE_TOOBIG:     {news.ErrInvalid, "it is too large"},
	}
}

// explain puts an error of SQLite or of the file system into words, and wraps
// the kind that it is.
func explain(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) {
		if c, ok := causes()[e.Code()&0xff]; ok {
			return fmt.Errorf("%w: %s (%w)", c.kind, c.words, err)
		}
		return err
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.ENOTDIR) {
		return fmt.Errorf("%w: %w", news.ErrUnavailable, err)
	}
	return err
}

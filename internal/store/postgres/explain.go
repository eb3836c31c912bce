package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store/postgres/queue"
)

// kinds are classes and codes of PostgreSQL's errors (its manual, appendix A),
// the longer first, with what they are to us and what to do.
var kinds = []struct {
	code string
	kind error
	help string
}{
	{"28P01", news.ErrInvalid, "check user and password in the address"},
	{"28", news.ErrInvalid, "the server lets this user in only otherwise: see its pg_hba.conf"},
	{"3D000", news.ErrInvalid, "create it with createdb"},
	{"42501", news.ErrInvalid, "the user needs the right to create tables"},
	{"53100", news.ErrUnavailable, "make room on the server's disk"},
	{"53300", news.ErrUnavailable, "raise max_connections or run fewer workers"},
	{"22", news.ErrInvalid, ""},
	{"23", news.ErrConflict, ""},
	{"25006", news.ErrUnavailable, "the server takes no writes: is it a standby?"},
	{"25P03", news.ErrUnavailable, ""},
	{"40", news.ErrUnavailable, ""},
	{"53", news.ErrUnavailable, ""},
	{"55P03", news.ErrUnavailable, ""},
	{"57", news.ErrUnavailable, ""},
	{"58", news.ErrUnavailable, ""},
	{"08", news.ErrUnavailable, ""},
}

// explain gives an error of the driver its kind, in one line and without
// anything that was in the address but user, host and database. One that has a
// kind keeps it.
func explain(err error) error {
	for _, kind := range []error{news.ErrInvalid, news.ErrNotFound, news.ErrConflict, news.ErrUnavailable} {
		if errors.Is(err, kind) {
			return err
		}
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		for _, k := range kinds {
			if strings.HasPrefix(pg.Code, k.code) {
				return said(k.kind, oneLine(pg.Message), k.help)
			}
		}
		return err
	}
	var failed *pgconn.ConnectError
	if errors.As(err, &failed) {
		if errors.Is(err, context.Canceled) {
			return err
		}
		return said(news.ErrUnavailable, "no PostgreSQL at "+failed.Config.Host+": "+cause(failed), "")
	}
	if queue.Lost(err) {
		return said(news.ErrUnavailable, "connection to PostgreSQL lost", "")
	}
	return err
}

func said(kind error, message, help string) error {
	if help != "" {
		message += "; " + help
	}
	return fmt.Errorf("%w: %s", kind, message)
}

// cause is why a connection failed, such as "connection refused".
func cause(err *pgconn.ConnectError) string {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return errno.Error()
	}
	return oneLine(err.Unwrap().Error())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

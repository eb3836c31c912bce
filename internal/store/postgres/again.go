package postgres

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/selisik/selisik/internal/store/relational"
)

// tries is how often a transaction is run: with waits that double from 20 ms,
// for about 40 s, in which a server restarts.
const tries = 12

// again tells whether a transaction that failed is to be run once more, and
// waits before it says yes. The server's own word that it gave the transaction
// up is always good enough; a lost connection only before the commit.
func again(ctx context.Context, attempt int, err error) bool {
	var unsure *relational.CommitError
	if attempt >= tries || !gaveUp(err) && (errors.As(err, &unsure) || !lost(err)) {
		return false
	}
	wait := time.NewTimer(20 * time.Millisecond << (attempt - 1))
	defer wait.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-wait.C:
		return true
	}
}

// gaveUp is whether the server rolled a transaction back for others' sake.
func gaveUp(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}

// lost is whether an error came of a connection that broke or could not be
// made, and not of what was asked.
func lost(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return strings.HasPrefix(pg.Code, "57P0") || strings.HasPrefix(pg.Code, "08") || pg.Code == "25P03"
	}
	var failed *pgconn.ConnectError
	var errno syscall.Errno
	return errors.As(err, &failed) || errors.As(err, &errno) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || strings.Contains(err.Error(), "conn closed")
}

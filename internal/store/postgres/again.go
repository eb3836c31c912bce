package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/selisik/selisik/internal/store/postgres/queue"
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
	if attempt >= tries || !gaveUp(err) && (errors.As(err, &unsure) || !queue.Lost(err)) {
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

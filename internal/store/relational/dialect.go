package relational

import (
	"context"
	"database/sql"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Dialect is what differs between databases.
type Dialect struct {
	// In compares with the values of a JSON array of strings, given as a
	// parameter: In("$1") follows a column's name.
	In func(param string) string
	// ForUpdate ends a SELECT whose row this transaction will rely on; "" where
	// there is one writer.
	ForUpdate string
	// Snapshot are the options of a transaction that sees one moment.
	Snapshot *sql.TxOptions
	// LockLog makes numbers of the arrivals and edits logs become visible in
	// their order; nil where there is one writer.
	LockLog func(ctx context.Context, tx *Tx) error
	// Derived is called first in a transaction that writes only what is made
	// again where it is missed (readings): it need not be on disk when it
	// commits. What a job is done by does: the job's end may be written after a
	// crash of the server that took with it what was only in memory. May be nil.
	Derived func(ctx context.Context, tx *Tx) error
	// Restored runs at the end of a restore, before it commits: to set
	// sequences after the rows; nil for nothing.
	Restored func(ctx context.Context, tx *Tx) error
	// Check tells what is wrong with the database itself, one line each; nil
	// for nothing to check.
	Check func(ctx context.Context, db *sql.DB) ([]string, error)
	// Explain wraps an error of the driver in the kind of news that it is, with
	// words that help; nil to leave it.
	Explain func(error) error
	// Again is asked after a transaction failed for the attempt-th time, from 1,
	// whether to run it once more; it may wait before it says so. A CommitError
	// may have come through. Nil for never.
	Again func(ctx context.Context, attempt int, err error) bool
}

// Queue takes jobs in the transaction of the rows that they are about.
type Queue interface {
	store.Worker
	// Add enqueues jobs inside tx. There is at least one.
	Add(ctx context.Context, tx *Tx, jobs []store.Job) error
	// Committed is told after a transaction that added jobs has committed.
	Committed()
	// Each calls yield for the jobs that wait, run or are dead, as q sees them,
	// in the order in which they came, until yield returns an error.
	Each(ctx context.Context, q Querier, yield func(store.Job) error) error
}

// Index finds articles by stems.
type Index interface {
	// Put makes e what its page is found by.
	Put(ctx context.Context, tx *Tx, e Entry) error
	// Find returns the q.Limit newest pages with all stems of q, in the order of
	// Found.
	Find(ctx context.Context, db Querier, q store.Match) ([]Found, error)
}

// Entry is a page's current version as the index keeps it.
type Entry struct {
	Page    news.PageID
	Article news.ArticleID
	Placed  time.Time
	Outlet  string   // domain
	Stems   []string // distinct, sorted
}

// Found is a page that the index found. They are in order of placement, newest
// first, then of article id.
type Found struct {
	Article news.ArticleID
	Page    news.PageID
	Placed  time.Time
}

// Querier is a database or a transaction to read from.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

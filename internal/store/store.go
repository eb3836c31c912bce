package store

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Store is all that is remembered, by noun.
type Store interface {
	Documents() Documents
	Articles() Articles
	Stories() Stories
	Feeds() Feeds
	Edits() Edits
	Jobs() Jobs
	Records() Records
	Admin() Admin
}

// Admin is what operating a store needs.
type Admin interface {
	// Check looks the store over (integrity, schema, rows that point nowhere)
	// and returns what is wrong, one line each, worst first; none if it is
	// sound.
	Check(ctx context.Context) ([]string, error)
	// Counts returns how many there are of each thing, for status and metrics:
	// "documents", "pages", "articles" (versions), "stories", "dossiers",
	// "stale-dossiers", "feeds", "edits".
	Counts(ctx context.Context) (map[string]int, error)
	// Setting returns a named value, "" if it was never set; Set sets it.
	Setting(ctx context.Context, name string) (string, error)
	Set(ctx context.Context, name, value string) error
	// Backup writes all that is remembered, as it stands at one moment, in a
	// form of its own that any store can Restore: tables as JSON Lines,
	// compressed. It may run beside writers.
	Backup(ctx context.Context, w io.Writer) error
	// Restore fills an empty store; news.ErrConflict if it is not empty,
	// news.ErrInvalid if r is no whole backup, and then nothing is written.
	Restore(ctx context.Context, r io.Reader) error
	Close() error
}

// Lease is the right to write one partition of stories.
type Lease struct {
	Partition, Owner string
	Epoch            int64
	Until            time.Time
}

// HeldError is what Acquire returns while another owner's lease runs. It is
// news.ErrConflict.
type HeldError struct{ Lease Lease }

func (e HeldError) Error() string {
	return fmt.Sprintf("acquire %s: held by %s until %s", e.Lease.Partition, e.Lease.Owner, e.Lease.Until.UTC().Format(time.RFC3339))
}

// Unwrap makes it a conflict.
func (e HeldError) Unwrap() error { return news.ErrConflict }

// Cursor marks a place in a listing; "" is its beginning, and what a listing
// returns at its end.
type Cursor string

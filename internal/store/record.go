package store

import (
	"context"
	"time"
)

// Record is a small thing that is kept by name and that the store need not
// understand: an account, a session, a token, a saved query.
type Record struct {
	Collection string // what it is one of: "accounts"
	Key        string // unique in its collection; at most 200 bytes
	Owner      string // by which a collection can be listed; "" for nobody
	// Version is given by the store: 1, then one more each time.
	Version int64
	Value   []byte    // at most 1 MiB; JSON, as a rule
	Expires time.Time // from when on it is not there; zero for never
}

// Limits of records.
const (
	MaxRecordKey   = 200
	MaxRecordValue = 1 << 20
)

// AnyVersion makes Records.Put overwrite what is there.
const AnyVersion int64 = -1

// Records are kept by collection and key. Whoever keeps some knows what is in
// them.
type Records interface {
	// Record returns one, or news.ErrNotFound. One that has expired is returned
	// until Expire takes it away: the store reads no clock.
	Record(ctx context.Context, collection, key string) (Record, error)
	// Put writes a record if its Version is that of the one that is there, 0 if
	// none is, or AnyVersion; else news.ErrConflict. It returns the record with
	// its new Version. news.ErrInvalid if a limit is passed or a name is empty.
	Put(ctx context.Context, r Record) (Record, error)
	// Remove takes one away; news.ErrNotFound if it is not there.
	Remove(ctx context.Context, collection, key string) error
	// List returns those of a collection by key: all, or those of an owner.
	List(ctx context.Context, collection, owner string) ([]Record, error)
	// Expire takes away those of a collection whose Expires is not after now. It
	// returns how many.
	Expire(ctx context.Context, collection string, now time.Time) (int, error)
}

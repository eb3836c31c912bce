package relational

import (
	"database/sql"
	"errors"

	"github.com/selisik/selisik/internal/store"
)

// DB are the connections of a store. Write may be a pool of one; Read may be
// the same pool.
type DB struct{ Write, Read *sql.DB }

// Config is what a Store is made of.
type Config struct {
	DB      DB
	Dialect Dialect
	Queue   Queue
	Index   Index
}

// Store is a store.Store. It is made by New.
type Store struct {
	db      DB
	dialect Dialect
	queue   Queue
	index   Index
	codec   codec
}

var _ store.Store = (*Store)(nil)

// New returns a store over migrated databases.
func New(c Config) (*Store, error) {
	codec, err := newCodec()
	if err != nil {
		return nil, err
	}
	return &Store{c.DB, c.Dialect, c.Queue, c.Index, codec}, nil
}

// Documents returns the noun.
func (s *Store) Documents() store.Documents { return documents{s} }

// Articles returns the noun.
func (s *Store) Articles() store.Articles { return articles{s} }

// Stories returns the noun.
func (s *Store) Stories() store.Stories { return stories{s} }

// Feeds returns the noun.
func (s *Store) Feeds() store.Feeds { return feeds{s} }

// Edits returns the noun.
func (s *Store) Edits() store.Edits { return edits{s} }

// Jobs returns the noun.
func (s *Store) Jobs() store.Jobs { return jobs{s.queue, s} }

// Records returns the noun.
func (s *Store) Records() store.Records { return records{s} }

// Admin returns the noun.
func (s *Store) Admin() store.Admin { return admin{s} }

// close closes both pools.
func (s *Store) close() error {
	s.codec.enc.Close() //nolint:errcheck // nothing is buffered
	s.codec.dec.Close()
	if s.db.Read == s.db.Write {
		return s.db.Write.Close()
	}
	return errors.Join(s.db.Read.Close(), s.db.Write.Close())
}

package account

import (
	"context"
	"errors"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Sessions keeps sessions of browsers for package scs, which is to hash their
// tokens first.
func (b *Book) Sessions() Sessions { return Sessions{b} }

// Sessions is an scs.CtxStore over the store's records.
type Sessions struct{ book *Book }

// FindCtx returns what is kept under a token until it expires.
func (s Sessions) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	r, err := s.book.opt.Records.Record(ctx, sessions, token)
	if errors.Is(err, news.ErrNotFound) || err == nil && !r.Expires.After(s.book.opt.Now()) {
		return nil, false, nil
	}
	return r.Value, err == nil, err
}

// CommitCtx keeps something under a token.
func (s Sessions) CommitCtx(ctx context.Context, token string, b []byte, expiry time.Time) error {
	_, err := s.book.opt.Records.Put(ctx, store.Record{Collection: sessions, Key: token, Version: store.AnyVersion, Value: b, Expires: expiry})
	return err
}

// DeleteCtx forgets a token.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	err := s.book.opt.Records.Remove(ctx, sessions, token)
	if errors.Is(err, news.ErrNotFound) {
		return nil
	}
	return err
}

// Find, Commit and Delete are there for scs.Store; scs calls the others.

// Find is FindCtx without a context.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx without a context.
func (s Sessions) Commit(token string, b []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, b, expiry)
}

// Delete is DeleteCtx without a context.
func (s Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }

// Sweep takes away sessions, tokens and counts of failures that have expired.
func (b *Book) Sweep(ctx context.Context) error {
	var all error
	for _, collection := range []string{sessions, tokens, failures} {
		_, err := b.opt.Records.Expire(ctx, collection, b.opt.Now())
		all = errors.Join(all, err)
	}
	return all
}

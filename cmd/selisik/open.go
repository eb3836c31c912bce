package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/postgres"
	"github.com/selisik/selisik/internal/store/postgres/queue"
	"github.com/selisik/selisik/internal/store/sqlite"
)

// with opens the store that is set, does something with it and closes it. The
// store must be there.
func (a *app) with(ctx context.Context, do func(s store.Store) error) error {
	if _, err := os.Stat(a.conf.DB); errors.Is(err, fs.ErrNotExist) && !isPostgres(a.conf.DB) {
		return problem{fmt.Errorf("no store at %s yet: selisik add INPUT... or selisik source add URL begins one", a.conf.DB), news.ErrNotFound}
	}
	return a.withNew(ctx, do)
}

// withNew is with for a store that is made where there is none.
func (a *app) withNew(ctx context.Context, do func(s store.Store) error) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(do(s), s.Admin().Close())
}

func (a *app) open(ctx context.Context) (store.Store, error) {
	if isPostgres(a.conf.DB) {
		s, err := postgres.Open(ctx, a.conf.DB, postgres.Options{Jobs: queue.Options{Log: a.logger()}})
		if err != nil {
			return nil, err // not a nil *Store in an interface
		}
		return s, nil
	}
	s, err := sqlite.Open(ctx, a.conf.DB, sqlite.Options{Now: a.clock})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// who is the user in whose name something is changed.
func (a *app) who() string {
	return cmp.Or(a.getenv("SELISIK_USER"), a.getenv("USER"), a.getenv("LOGNAME"), a.getenv("USERNAME"), "unknown")
}

// note puts a change of sources or settings into the log of what people did.
func (a *app) note(ctx context.Context, s store.Store, format string, args ...any) error {
	_, err := s.Edits().Append(ctx, store.Edit{At: a.now, Who: a.who(), Kind: store.Change, Note: fmt.Sprintf(format, args...)}, nil)
	return err
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) backup() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Write all that the store holds to a file",
		Long: `Backup writes the store as it stands at one moment; it may run beside add, watch
and work. The file is there whole or not at all, and any store can be restored
from it, SQLite or PostgreSQL.`,
		Example: "  selisik backup news-2031-03-14.selisik",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(cmd.Context(), func(s store.Store) error {
				return a.stream(args[0], func(w io.Writer) error { return s.Admin().Backup(cmd.Context(), w) })
			})
		},
	}
	uses(cmd, "db", "data")
	return cmd
}

func (a *app) restore() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Fill an empty store from a backup",
		Long: `Restore fills a new store from a backup: all of it or, where the file is damaged,
nothing. A store that holds anything is refused.`,
		Example: "  selisik restore --db new.db news-2031-03-14.selisik",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.restoreFrom(cmd.Context(), args[0]) },
	}
	uses(cmd, "db", "data")
	return cmd
}

func (a *app) restoreFrom(ctx context.Context, path string) error {
	in := a.stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("restore %s: %w", path, problem{cause(err), news.ErrInvalid})
		}
		defer f.Close()
		in = f
	}
	_, missing := os.Stat(a.conf.DB)
	err := a.withNew(ctx, func(s store.Store) error {
		if err := s.Admin().Restore(ctx, in); err != nil {
			err = fmt.Errorf("%s: %w", path, err)
			if errors.Is(err, news.ErrConflict) { // it is not empty: of all mistakes, the user's
				return problem{err, news.ErrInvalid}
			}
			return err
		}
		return a.say(ctx, s)
	})
	if err != nil && errors.Is(missing, fs.ErrNotExist) && !isPostgres(a.conf.DB) {
		removeStore(a.conf.DB) // that was only just made
	}
	return err
}

// removeStore removes the files of an SQLite store.
func removeStore(path string) {
	for _, end := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(path + end)
	}
}

// say tells in a line what the store holds.
func (a *app) say(ctx context.Context, s store.Store) error {
	n, err := s.Admin().Counts(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, "%s, %s, %s\n", count(n["documents"], "document"), count(n["pages"], "article"), count(n["stories"], "story", "stories"))
	return err
}

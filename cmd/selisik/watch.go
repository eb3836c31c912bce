package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/news"
)

// service are the settings of a command that goes on.
var service = []string{"db", "data", "workers", "admin", "admin-open", "log-level", "log-format", "poll-min", "poll-max", "contact", "public-url", "smtp", "smtp-from"}

func (a *app) watch() *cobra.Command {
	var once bool
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Follow the sources and keep stories and dossiers current",
		Long: `Watch polls the sources (selisik source) as they fall due, fetches what is new or
has changed, places it in stories and keeps their dossiers current, until it is
told to end (Ctrl-C, SIGTERM); nothing is lost then. With --once it polls what is
due, does the work that comes of it, and ends.

On PostgreSQL any number of selisik work processes can share the work.`,
		Example: "  selisik watch\n  selisik watch --once\n  selisik watch --admin :9475 --contact desk@kabaruji.example",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if once {
				return a.serve(cmd.Context(), func(ctx context.Context, d *desk.Desk) error { return d.WatchOnce(ctx) })
			}
			a.endless = true
			return a.serve(cmd.Context(), func(ctx context.Context, d *desk.Desk) error { return d.Watch(ctx) })
		},
	}
	uses(cmd, service...)
	cmd.Flags().BoolVar(&once, "once", false, "poll what is due, do the work, and end")
	return cmd
}

func (a *app) work() *cobra.Command {
	var drain bool
	cmd := &cobra.Command{
		Use:   "work",
		Short: "Do jobs that wait in the store",
		Long: `Work does the jobs of the store: cleans, reads and places articles, makes dossiers,
fetches pages. It goes on until it is told to end, or with --drain until nothing is
left to do. A job whose worker died is done by another.`,
		Example: "  selisik work --drain\n  selisik work --db postgres://desk@db/news --workers 4",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if drain {
				return a.serve(cmd.Context(), drained)
			}
			a.endless = true
			return a.serve(cmd.Context(), func(ctx context.Context, d *desk.Desk) error { return d.Work(ctx, false) })
		},
	}
	uses(cmd, service...)
	cmd.Flags().BoolVar(&drain, "drain", false, "end when nothing is left to do")
	return cmd
}

// drained does all jobs that may start now, and places what came of them at
// once, unless another worker is about it.
func drained(ctx context.Context, d *desk.Desk) error {
	if err := d.Work(ctx, true); err != nil {
		return err
	}
	if err := d.Place(ctx); err != nil && !errors.Is(err, news.ErrConflict) {
		return err
	}
	return d.Work(ctx, true)
}

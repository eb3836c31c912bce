package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/store"
)

func (a *app) jobs() *cobra.Command {
	var format string
	var retry bool
	var limit int
	cmd := &cobra.Command{
		Use:   "jobs [ID...]",
		Short: "List jobs that failed for good, or try them again",
		Long: fmt.Sprintf(`Jobs lists those that failed %d times, or in a way that trying again does not mend,
newest first. With --retry they wait again: those named, or all.`, store.MaxAttempts),
		Example: "  selisik jobs\n  selisik jobs --retry\n  selisik jobs --retry 17 23",
		RunE: func(cmd *cobra.Command, args []string) error {
			ids, err := numbers(args)
			if err != nil {
				return err
			}
			if retry {
				return a.retryJobs(cmd.Context(), ids)
			}
			if len(ids) > 0 {
				return usage("say what to do with these jobs: --retry")
			}
			return a.listDead(cmd.Context(), limit, format)
		},
	}
	uses(cmd, "db")
	formatFlag(cmd, &format, "terminal", "json")
	cmd.Flags().BoolVar(&retry, "retry", false, "make them wait again")
	cmd.Flags().IntVarP(&limit, "limit", "n", 100, "at most so many jobs")
	return cmd
}

func numbers(args []string) ([]int64, error) {
	var out []int64
	for _, s := range args {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return nil, usage("%q is not the number of a job", s)
		}
		out = append(out, n)
	}
	return out, nil
}

// deadLine is a dead job as JSON.
type deadLine struct {
	ID      int64  `json:"id"`
	Kind    string `json:"kind"`
	Key     string `json:"key"`
	Attempt int    `json:"attempt"`
	At      string `json:"at"`
	Error   string `json:"error"`
}

func (a *app) listDead(ctx context.Context, limit int, format string) error {
	return a.with(ctx, func(s store.Store) error {
		dead, err := s.Jobs().Dead(ctx, limit)
		if err != nil {
			return err
		}
		out := []deadLine{}
		for _, d := range dead {
			out = append(out, deadLine{d.ID, string(d.Kind), d.Key, d.Attempt, d.At.In(a.now.Location()).Format(time.RFC3339), d.Error})
		}
		return a.emit("", func(w io.Writer) error {
			if format == "json" {
				return writeJSON(w, out)
			}
			if len(out) == 0 {
				fmt.Fprintln(w, "no job failed for good")
			}
			for _, d := range out {
				fmt.Fprintln(w, columns(strconv.FormatInt(d.ID, 10), d.At, d.Kind+" "+d.Key, "after "+count(d.Attempt, "attempt")+": "+d.Error))
			}
			return nil
		})
	})
}

func (a *app) retryJobs(ctx context.Context, ids []int64) error {
	return a.with(ctx, func(s store.Store) error {
		n, err := s.Jobs().Retry(ctx, ids...)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.stdout, "%s to be tried again\n", count(n, "job"))
		return err
	})
}

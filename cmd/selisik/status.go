package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) status() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "status",
		Short:   "Tell in words how the store stands",
		Long:    "Status tells what the store holds, what is still to be done, how the sources do and how much disk it takes.",
		Example: "  selisik status\n  selisik status --format json",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.writeStatus(cmd.Context(), format) },
	}
	uses(cmd, "db", "data")
	formatFlag(cmd, &format, "terminal", "json")
	return cmd
}

func (a *app) writeStatus(ctx context.Context, format string) error {
	return a.with(ctx, func(s store.Store) error {
		st, err := query.NewStatus(ctx, s, poll.Health, a.now)
		if err != nil {
			return err
		}
		return a.emit("", func(w io.Writer) error {
			if format == "json" {
				return writeJSON(w, st)
			}
			return a.tellStatus(w, st)
		})
	})
}

func (a *app) tellStatus(w io.Writer, st query.Status) error {
	n := st.Counts
	fmt.Fprintf(w, "%s in %s, in %s\n", count(n["pages"], "article"), count(n["articles"], "version"), count(n["stories"], "story", "stories"))
	fmt.Fprintf(w, "%s, %s\n", count(n["dossiers"], "dossier"), waiting(n["stale-dossiers"]))
	if len(st.Jobs) == 0 {
		fmt.Fprintln(w, "nothing left to do")
	}
	for _, q := range st.Jobs {
		fmt.Fprintf(w, "%s jobs: %s\n", q.Kind, tellQueue(q))
	}
	fmt.Fprintf(w, "%s%s\n", count(n["feeds"], "source"), tellSources(st.Sources))
	fmt.Fprintf(w, "%s\n", a.tellDisk())
	return nil
}

func waiting(stale int) string {
	if stale == 0 {
		return "all up to date"
	}
	return thousands(stale) + " to be made anew"
}

func tellQueue(q query.Queue) string {
	out := thousands(q.Waiting) + " waiting"
	if q.Seconds >= 1 {
		out += ", the oldest for " + roughly(time.Duration(q.Seconds*float64(time.Second)))
	}
	if q.Running > 0 {
		out += ", " + thousands(q.Running) + " running"
	}
	if q.Dead > 0 {
		out += ", " + thousands(q.Dead) + " failed for good (see selisik jobs)"
	}
	return out
}

// tellSources counts conditions in words, the best first.
func tellSources(by map[news.ConditionKind]int) string {
	out, sep := "", ": "
	for _, c := range []struct {
		kind  news.ConditionKind
		words string
	}{
		{news.FeedFine, "fine"}, {news.FeedNew, "not polled yet"}, {news.FeedPaused, "paused"}, {news.FeedMoved, "moved"},
		{news.FeedSlow, "slow"}, {news.FeedAhead, "with a clock that leads"}, {news.FeedQuiet, "without news for long"},
		{news.FeedDamaged, "damaged"}, {news.FeedFails, "failing"}, {news.FeedResting, "resting"},
	} {
		if n := by[c.kind]; n > 0 {
			out += sep + thousands(n) + " " + c.words
			sep = ", "
		}
	}
	return out
}

// tellDisk tells where the store is and what it takes.
func (a *app) tellDisk() string {
	where := value{text: a.conf.DB}.masked()
	free, used := a.space()
	if free < 0 {
		return "store " + oneLine(where)
	}
	return fmt.Sprintf("store %s takes %s; %s are free", oneLine(where), size(uint64(used)), size(uint64(free)))
}

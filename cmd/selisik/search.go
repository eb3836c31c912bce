package main

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/face/terminal"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) search() *cobra.Command {
	var f face
	var q query.Question
	var d days
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find articles, quotes and findings in the store",
		Long: `Search finds what has all the words, in any of their forms, best first: articles,
what people said (--in quotes), or findings of dossiers (--in findings).`,
		Example: `  selisik search jembatan roboh
  selisik search --in quotes --speaker "Sri Andayani" jembatan
  selisik search --in findings --from 2031-03-01 korban tewas
  selisik search --outlet kompas.com --format json banjir`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && q.Speaker == "" {
				return usage("name a word to look for")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			q.Words = strings.Join(args, " ")
			if q.Speaker != "" && q.In != query.InQuotes {
				return usage("--speaker goes with --in quotes")
			}
			if q.From, q.Until, err = d.span(a.now.Location()); err != nil {
				return err
			}
			return a.writeResults(cmd.Context(), q, f)
		},
	}
	uses(cmd, "db")
	formatFlag(cmd, &f.format, "terminal", "json")
	wordFlag(cmd, &q.In, "in", "what is looked for", query.InArticles, query.InQuotes, query.InFindings)
	d.flags(cmd)
	fl := cmd.Flags()
	fl.StringVar(&q.Speaker, "speaker", "", "of quotes: a `name` or part of it")
	fl.StringVar(&q.Outlet, "outlet", "", "only of this outlet: a `name` or domain")
	fl.IntVarP(&q.Limit, "limit", "n", 20, "at most so many results")
	fl.StringVar(&f.tag, "lang", "", "language of the program's own words: id or en")
	return cmd
}

func (a *app) writeResults(ctx context.Context, q query.Question, f face) error {
	packs, err := a.loadPacks()
	if err != nil {
		return err
	}
	if err := checkTag(packs, f.tag); err != nil {
		return err
	}
	return a.with(ctx, func(s store.Store) error {
		res, err := query.NewSearcher(s, packs).Search(ctx, q)
		if err != nil {
			return err
		}
		return a.emit("", func(w io.Writer) error {
			if f.format == "json" {
				return writeJSON(w, res)
			}
			return terminal.WriteResults(w, res, a.sheet(packs, f))
		})
	})
}

// days are the flags --from and --until.
type days struct{ from, until string }

func (d *days) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.from, "from", "", "from this `day` on (2031-03-14) or time (RFC 3339)")
	cmd.Flags().StringVar(&d.until, "until", "", "up to this `day`, it included, or time")
}

// span reads both; days are those of zone.
func (d *days) span(zone *time.Location) (from, until time.Time, err error) {
	if from, err = day(d.from, "--from", 0, zone); err == nil {
		until, err = day(d.until, "--until", 1, zone)
	}
	return from, until, err
}

// day reads a day, plus some, or a time; "" is the zero time.
func day(s, flag string, plus int, zone *time.Location) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, s, zone); err == nil {
		return t.AddDate(0, 0, plus), nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return t, usage("%s %q is neither a day such as 2031-03-14 nor an RFC 3339 time", flag, s)
	}
	return t, nil
}

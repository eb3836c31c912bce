package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/terminal"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
)

func (a *app) compare() *cobra.Command {
	var f face
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Show which passages two articles share",
		Long: `Compare reads two articles and shows the passages that one took from the other or
that both took from a third, side by side. A and B are inputs that hold one article each.`,
		Example: "  selisik compare detik.html kompas.html\n  selisik compare --format json a.txt https://example.org/b",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.writeComparison(cmd.Context(), args[0], args[1], f)
		},
	}
	formatFlag(cmd, &f.format, "terminal", "json")
	cmd.Flags().StringVar(&f.tag, "lang", "", "language of the program's own words: id or en")
	return cmd
}

func (a *app) writeComparison(ctx context.Context, one, other string, f face) error {
	e, err := a.newEngine(f.tag)
	if err != nil {
		return err
	}
	var pair []news.Article
	for _, input := range []string{one, other} {
		art, err := e.article(ctx, input, "")
		if err != nil {
			return err
		}
		pair = append(pair, art)
	}
	if pair[0].ID == pair[1].ID {
		return usage("%s and %s are the same article", one, other)
	}
	d := dossier.FromStories([]news.Story{e.Together(pair)})
	c, err := query.Compare(&d.Stories[0], string(pair[0].ID), string(pair[1].ID))
	if err != nil {
		return err
	}
	err = a.emit("", func(w io.Writer) error {
		if f.format == "json" {
			return writeJSON(w, c)
		}
		return terminal.WriteComparison(w, c, e.sheet(f))
	})
	if err != nil {
		return err
	}
	return e.result()
}

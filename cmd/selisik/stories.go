package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/terminal"
)

func (a *app) stories() *cobra.Command {
	var f face
	var k kept
	cmd := &cobra.Command{
		Use:   "stories [INPUT...]",
		Short: "List which articles tell of the same event",
		Long: `Stories puts every article of INPUT into exactly one story, largest first, without
writing dossiers. Without INPUT it lists the stories of the store, all or those
that the flags choose.`,
		Example: `  selisik stories day.jsonl
  selisik stories --format json archive.warc.gz
  selisik stories --sort recency --limit 20
  selisik stories --from 2031-03-01 --entity "Way Talang" --differences`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.keptStories(cmd.Context(), k, f)
			}
			if k.any(cmd) {
				return usage("the flags that choose are for the store, without INPUT")
			}
			return a.listStories(cmd.Context(), args, f)
		},
	}
	formatFlag(cmd, &f.format, "terminal", "json")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to `file` instead of standard output")
	uses(cmd, "db")
	k.flags(cmd)
	return cmd
}

func (a *app) listStories(ctx context.Context, inputs []string, f face) error {
	e, err := a.newEngine("")
	if err != nil {
		return err
	}
	list, err := e.group(ctx, inputs)
	if err != nil {
		return err
	}
	if err := a.emit(f.out, func(w io.Writer) error { return e.drawStories(w, list, f) }); err != nil {
		return err
	}
	return e.result()
}

// group reads the inputs and puts their articles into stories.
func (e *engine) group(ctx context.Context, inputs []string) (dossier.Stories, error) {
	articles, err := e.Articles(ctx, e.read(ctx, inputs))
	if err != nil {
		return dossier.Stories{}, err
	}
	if len(articles) == 0 {
		return dossier.Stories{}, e.nothing()
	}
	return dossier.FromStoryList(e.Group(articles)), nil
}

func (e *engine) drawStories(w io.Writer, list dossier.Stories, f face) error {
	if f.format == "json" {
		return writeJSON(w, list)
	}
	return terminal.WriteStories(w, list, e.sheet(f))
}

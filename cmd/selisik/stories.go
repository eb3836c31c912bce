package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/terminal"
)

func (a *app) stories() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:     "stories INPUT...",
		Short:   "List which articles tell of the same event",
		Long:    "Stories puts every article into exactly one story, largest first, without writing dossiers.",
		Example: "  selisik stories day.jsonl\n  selisik stories --format json archive.warc.gz",
		Args:    atLeastOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.listStories(cmd.Context(), args, face{format: format, out: out})
		},
	}
	formatFlag(cmd, &format, "terminal", "json")
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to `file` instead of standard output")
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

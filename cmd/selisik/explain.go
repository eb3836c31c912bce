package main

import (
	"context"
	"encoding/json"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/terminal"
	"github.com/selisik/selisik/internal/query"
)

func (a *app) explain() *cobra.Command {
	var f face
	var from string
	cmd := &cobra.Command{
		Use:   "explain ID [INPUT...]",
		Short: "Walk a statement back to the passages it rests on",
		Long: `Explain shows what something in a dossier rests on, down to the passages in their
articles. ID is one that the dossier shows: a finding (f3), a difference (f3.d1), a
claim (c12), a sentence of the brief (b2), a source (s2), an entity (e4), an
article or a story. Where several stories have the id, put the story before it: 2/f3.

The dossier is that of INPUT, made anew (the same input gives the same ids), or one
that was written before with brief --format json and is named by --dossier.`,
		Example: "  selisik explain f3 coverage/\n  selisik explain --dossier d.json f3.d1",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.writeExplanation(cmd.Context(), args[0], from, args[1:], f)
		},
	}
	formatFlag(cmd, &f.format, "terminal", "json")
	cmd.Flags().StringVar(&f.tag, "lang", "", "language of the program's own words: id or en")
	cmd.Flags().StringVar(&from, "dossier", "", "a dossier `file` in JSON instead of INPUT")
	return cmd
}

func (a *app) writeExplanation(ctx context.Context, id, from string, inputs []string, f face) error {
	e, err := a.newEngine(f.tag)
	if err != nil {
		return err
	}
	d, err := e.readOrMake(ctx, from, inputs)
	if err != nil {
		return err
	}
	x, err := query.Explain(d, id)
	if err != nil {
		return err
	}
	err = a.emit("", func(w io.Writer) error {
		if f.format == "json" {
			return writeJSON(w, x)
		}
		return terminal.WriteExplanation(w, x, e.sheet(f))
	})
	if err != nil {
		return err
	}
	return e.result()
}

// readOrMake returns the dossier in the file from, or that of the inputs.
func (e *engine) readOrMake(ctx context.Context, from string, inputs []string) (dossier.Dossier, error) {
	switch {
	case from == "" && len(inputs) == 0:
		return dossier.Dossier{}, usage("name the coverage, or a dossier with --dossier")
	case from != "" && len(inputs) > 0:
		return dossier.Dossier{}, usage("--dossier and INPUT exclude each other")
	case from != "":
		return readDossier(from)
	}
	stories, err := e.dossier(ctx, inputs)
	return dossier.FromStories(stories), err
}

func readDossier(path string) (dossier.Dossier, error) {
	var d dossier.Dossier
	raw, err := os.ReadFile(path)
	if err != nil {
		return d, usage("dossier %s: no such file", path)
	}
	if err := json.Unmarshal(raw, &d); err != nil || d.Schema != dossier.Schema {
		return d, usage("dossier %s: not a %s object", path, dossier.Schema)
	}
	return d, nil
}

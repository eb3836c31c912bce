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
	var from whence
	cmd := &cobra.Command{
		Use:   "explain ID [INPUT...]",
		Short: "Walk a statement back to the passages it rests on",
		Long: `Explain shows what something in a dossier rests on, down to the passages in their
articles. ID is one that the dossier shows: a finding (f3), a difference (f3.d1), a
claim (c12), a sentence of the brief (b2), a source (s2), an entity (e4), an
article or a story. Where several stories have the id, put the story before it: 2/f3.

The dossier is that of INPUT, made anew (the same input gives the same ids), or one
that was written before with brief --format json and is named by --dossier, or
that of a story of the store, named by --story.`,
		Example: "  selisik explain f3 coverage/\n  selisik explain --dossier d.json f3.d1\n  selisik explain --story s-7be0c4d19f52 f3",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			from.inputs = args[1:]
			return a.writeExplanation(cmd.Context(), args[0], from, f)
		},
	}
	formatFlag(cmd, &f.format, "terminal", "json")
	cmd.Flags().StringVar(&f.tag, "lang", "", "language of the program's own words: id or en")
	cmd.Flags().StringVar(&from.file, "dossier", "", "a dossier `file` in JSON instead of INPUT")
	cmd.Flags().StringVar(&from.story, "story", "", "a story of the store, by its `id`, instead of INPUT")
	uses(cmd, "db")
	a.completeStoryFlag(cmd)
	return cmd
}

// whence is where a dossier comes from: exactly one of these.
type whence struct {
	file, story string
	inputs      []string
}

func (a *app) writeExplanation(ctx context.Context, id string, from whence, f face) error {
	e, err := a.newEngine(f.tag)
	if err != nil {
		return err
	}
	d, err := e.readOrMake(ctx, from)
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

// readOrMake returns the dossier that is meant.
func (e *engine) readOrMake(ctx context.Context, from whence) (dossier.Dossier, error) {
	given := 0
	for _, is := range []bool{from.file != "", from.story != "", len(from.inputs) > 0} {
		if is {
			given++
		}
	}
	switch {
	case given == 0:
		return dossier.Dossier{}, usage("name the coverage, a dossier with --dossier, or a story with --story")
	case given > 1:
		return dossier.Dossier{}, usage("INPUT, --dossier and --story exclude each other")
	case from.file != "":
		return readDossier(from.file)
	case from.story != "":
		return e.keptDossier(ctx, from.story)
	}
	stories, err := e.dossier(ctx, from.inputs)
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

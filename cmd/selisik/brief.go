package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
)

func (a *app) brief() *cobra.Command {
	var format, tag, out, story string
	cmd := &cobra.Command{
		Use:   "brief INPUT... | --story ID",
		Short: "Write the dossier of the coverage",
		Long: `Brief reads articles, puts them into stories and writes the dossier of each.

INPUT is a file (.txt .md .html .jsonl .json .csv .warc, each also .gz), a folder,
"-" for standard input, or the URL of a page or feed. With --story it writes the
dossier of a story of the store, made anew if articles came in since.`,
		Example: `  selisik brief coverage/
  selisik brief --format json articles.jsonl > dossier.json
  selisik brief --format html --lang en --out dossier.html a.html b.html c.txt
  curl -s https://example.org/page | selisik brief -
  selisik brief --story s-7be0c4d19f52 --format md`,
		Args: func(cmd *cobra.Command, args []string) error {
			if story == "" {
				return atLeastOne(cmd, args)
			}
			return cobra.NoArgs(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f := face{format: format, tag: tag, out: out}
			if err := a.printable(f); err != nil {
				return err
			}
			if story != "" {
				return a.writeKept(cmd.Context(), story, f)
			}
			return a.writeBrief(cmd.Context(), args, f)
		},
	}
	formatFlag(cmd, &format, append([]string{onTerminal}, formats(false)...)...)
	cmd.Flags().StringVar(&tag, "lang", "", "language of the dossier's own words: id or en (default: that of the articles)")
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to `file` instead of standard output")
	cmd.Flags().StringVar(&story, "story", "", "a story of the store, by its `id`, instead of INPUT")
	uses(cmd, "db")
	a.completeStoryFlag(cmd)
	return cmd
}

// face is how a dossier is to be shown.
type face struct{ format, tag, out string }

func (a *app) writeBrief(ctx context.Context, inputs []string, f face) error {
	e, err := a.newEngine(f.tag)
	if err != nil {
		return err
	}
	stories, err := e.dossier(ctx, inputs)
	if err != nil {
		return err
	}
	d := dossier.FromStories(stories)
	if err := a.emit(f.out, func(w io.Writer) error { return e.draw(w, d, f) }); err != nil {
		return err
	}
	return e.result()
}

// dossier reads the inputs and returns their stories. Where nothing at all
// could be used it returns the error that the problems printed amount to.
func (e *engine) dossier(ctx context.Context, inputs []string) ([]news.Story, error) {
	stories, err := e.Stories(ctx, e.read(ctx, inputs))
	if err != nil {
		return nil, err
	}
	if len(stories) == 0 {
		return nil, e.nothing()
	}
	return stories, nil
}

// nothing is the error of a run without a single article.
func (e *engine) nothing() error {
	if err := e.result(); err != nil {
		return err
	}
	return usage("no article in the input")
}

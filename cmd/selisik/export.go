package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/export"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) export() *cobra.Command {
	var warc, jsonl bool
	var story string
	var f face
	cmd := &cobra.Command{
		Use:   "export --warc|--jsonl | --story ID --format FORMAT",
		Short: "Write the raw documents of the store, or the dossier of a story",
		Long: `Export writes every raw document as it came, in the order in which they came: as a
web archive (WARC 1.1, gzip per record) that brief and add read back to the same
articles, or as JSON Lines, which other programs read more easily but which does
not keep when a page was fetched.

With --story it writes the dossier of one story, made anew if articles came in
since, in one of the formats; warc is the raw documents of its articles. See
docs/exports.md, and docs/verify.md for how others check one.`,
		Example: `  selisik export --warc --out all.warc.gz
  selisik export --jsonl | jq .title
  selisik export --story s-7be0c4d19f52 --format csv --out tables.zip
  selisik export --story s-7be0c4d19f52 --format warc --out evidence.warc.gz`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case story != "" && (warc || jsonl):
				return usage("--story excludes --warc and --jsonl: use --format")
			case story != "":
				return a.exportStory(cmd.Context(), story, f)
			case warc == jsonl || cmd.Flags().Changed("format"):
				return usage("say --warc or --jsonl, or --story with --format")
			}
			return a.exportTo(cmd.Context(), f.out, warc)
		},
	}
	uses(cmd, "db")
	cmd.Flags().BoolVar(&warc, "warc", false, "as a web archive")
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, "as JSON Lines")
	cmd.Flags().StringVar(&story, "story", "", "the dossier of a story, by its `id`, instead of all documents")
	cmd.Flags().StringVarP(&f.out, "out", "o", "-", "write to `file` instead of standard output")
	cmd.Flags().StringVar(&f.tag, "lang", "", "language of the dossier's own words: id or en (default: that of the articles)")
	formatFlag(cmd, &f.format, formats(true)...)
	a.completeStoryFlag(cmd)
	return cmd
}

// exportStory writes the dossier of a story of the store in a format.
func (a *app) exportStory(ctx context.Context, id string, f face) error {
	if err := a.printable(f); err != nil {
		return err
	}
	e, err := a.newEngine(f.tag)
	if err != nil {
		return err
	}
	return a.with(ctx, func(s store.Store) error {
		d, err := e.dossierIn(ctx, s, id)
		if err != nil {
			return err
		}
		in := e.exported(d, f)
		in.Documents = query.Documents(ctx, s, d)
		return a.stream(f.out, func(w io.Writer) error { return export.Write(w, f.format, in) })
	})
}

func (a *app) exportTo(ctx context.Context, out string, warc bool) error {
	return a.with(ctx, func(s store.Store) error {
		return a.stream(out, func(w io.Writer) error {
			if warc {
				return a.exportWARC(ctx, s, w)
			}
			for d, err := range s.Documents().All(ctx) {
				if err != nil {
					return err
				}
				if err := ingest.WriteJSONL(w, &d.Raw); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func (a *app) exportWARC(ctx context.Context, s store.Store, w io.Writer) error {
	out, err := ingest.NewWARCWriter(w, "selisik "+release, a.now)
	if err != nil {
		return err
	}
	for d, err := range s.Documents().All(ctx) {
		if err != nil {
			return err
		}
		if err := out.Write(d.ID, &d.Raw, d.Seen); err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) export() *cobra.Command {
	var out string
	var warc, jsonl bool
	cmd := &cobra.Command{
		Use:   "export --warc|--jsonl",
		Short: "Write the raw documents of the store",
		Long: `Export writes every raw document as it came, in the order in which they came: as a
web archive (WARC 1.1, gzip per record) that brief and add read back to the same
articles, or as JSON Lines, which other programs read more easily but which does
not keep when a page was fetched.`,
		Example: "  selisik export --warc --out all.warc.gz\n  selisik export --jsonl | jq .title",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if warc == jsonl {
				return usage("say --warc or --jsonl")
			}
			return a.exportTo(cmd.Context(), out, warc)
		},
	}
	uses(cmd, "db")
	cmd.Flags().BoolVar(&warc, "warc", false, "as a web archive")
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, "as JSON Lines")
	cmd.Flags().StringVarP(&out, "out", "o", "-", "write to `file` instead of standard output")
	return cmd
}

func (a *app) exportTo(ctx context.Context, out string, warc bool) error {
	return a.with(ctx, func(s store.Store) error {
		return a.replaceWith(out, func(w io.Writer) error {
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

package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/tagger"
)

func (a *app) tag() *cobra.Command {
	var tag string
	cmd := &cobra.Command{
		Use:   "tag --lang TAG < TOKENS",
		Short: "Tag tokens with parts of speech and names",
		Long: `Tag reads one token a line from standard input, a blank line between
sentences, and prints each token with its part of speech (Universal POS) and
its name tag (BIO over PER, ORG, LOC), parted by tabs.`,
		Example: `  printf 'Rina\ntiba\ndi\nBogor\n' | selisik tag --lang id`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			packs, err := a.loadPacks()
			if err != nil {
				return err
			}
			if err := checkTag(packs, tag); err != nil {
				return err
			}
			t, err := tagger.New(packs.For(tag))
			if errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("%w: no tagger for %q", news.ErrUnsupportedLanguage, tag)
			}
			if err != nil {
				return err
			}
			return t.Stream(a.stdout, a.stdin)
		},
	}
	cmd.Flags().StringVar(&tag, "lang", "id", "language of the tokens, a `tag` such as id")
	return cmd
}

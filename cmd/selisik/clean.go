package main

import (
	"context"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/terminal"
	"github.com/selisik/selisik/internal/news"
)

func (a *app) clean() *cobra.Command {
	var format, url, out string
	cmd := &cobra.Command{
		Use:   "clean PAGE",
		Short: "Show one page as the article that Selisik sees",
		Long: `Clean prints one article: its text without the junk, title, byline, time of
publication, what was removed and why, and the quotes, figures, times and
sources that it holds.`,
		Example: "  selisik clean page.html\n  selisik clean --format json --url https://example.org/a page.html",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.cleanPage(cmd.Context(), args[0], url, face{format: format, out: out})
		},
	}
	formatFlag(cmd, &format, "terminal", "json")
	cmd.Flags().StringVar(&url, "url", "", "the `address` that the page was at")
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to `file` instead of standard output")
	return cmd
}

func (a *app) cleanPage(ctx context.Context, page, url string, f face) error {
	e, err := a.newEngine("")
	if err != nil {
		return err
	}
	art, err := e.page(ctx, page, url)
	if err != nil {
		return err
	}
	if err := a.emit(f.out, func(w io.Writer) error { return e.drawArticle(w, art, f) }); err != nil {
		return err
	}
	return e.result()
}

// page returns the one article of an input with what was read out of it.
func (e *engine) page(ctx context.Context, input, url string) (dossier.Article, error) {
	a, err := e.article(ctx, input, url)
	if err != nil {
		return dossier.Article{}, err
	}
	reading := e.Read(a)
	art := dossier.FromReading(&reading)
	art.Schema = dossier.ArticleSchema
	return art, nil
}

// article returns the one article of an input; url, if not "", is where it was.
func (e *engine) article(ctx context.Context, input, url string) (news.Article, error) {
	docs := e.read(ctx, []string{input})
	if url != "" {
		docs = at(url, docs)
	}
	articles, err := e.Articles(ctx, docs)
	switch {
	case err != nil:
		return news.Article{}, err
	case len(articles) == 0:
		return news.Article{}, e.nothing()
	case len(articles) > 1:
		return news.Article{}, usage("%s holds %d articles; one is wanted here, brief and stories take many", input, len(articles))
	}
	return articles[0], nil
}

// at says of docs that they were at url.
func at(url string, docs iter.Seq[news.RawDocument]) iter.Seq[news.RawDocument] {
	return func(yield func(news.RawDocument) bool) {
		for d := range docs {
			d.URL = url
			if !yield(d) {
				return
			}
		}
	}
}

func (e *engine) drawArticle(w io.Writer, a dossier.Article, f face) error {
	if f.format == "json" {
		return writeJSON(w, a)
	}
	return terminal.WriteArticle(w, a, e.sheet(f))
}

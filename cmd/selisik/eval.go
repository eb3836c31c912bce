package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/nlp/tagger"
)

func (a *app) eval() *cobra.Command {
	var show, event, articles string
	cmd := &cobra.Command{
		Use:   "eval LABELS",
		Short: "Measure against events labelled by hand",
		Long: `Eval measures the program on LABELS: a folder of dossiers (articles.jsonl and
<event>.json), of stories (articles.jsonl and partition.json), of pages
(expected.jsonl and <id>.html), or a file of tagged names. docs/labels.md tells
how to make one and what the figures mean.`,
		Example: "  selisik eval my-events/\n  selisik eval --show facts my-events/",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.measure(cmd.Context(), eval.Set{Dir: args[0], Articles: articles}, event, show)
		},
	}
	cmd.Flags().StringVar(&show, "show", "", "list every miss of one `metric`")
	cmd.Flags().StringVar(&articles, "articles", "", "JSONL `file` of the articles of the dossiers (default articles.jsonl in LABELS)")
	cmd.Flags().StringVar(&event, "event", "", "only events whose `name` contains this")
	return cmd
}

func (a *app) measure(ctx context.Context, set eval.Set, event, show string) error {
	e, err := a.newEngine("")
	if err != nil {
		return err
	}
	m, err := e.measured()
	if err != nil {
		return err
	}
	t, err := eval.Run(ctx, m, set, event)
	if err != nil {
		return err
	}
	for _, m := range t.Misses {
		if m.Metric == show {
			fmt.Fprintf(a.stdout, "%-22s %s\n", m.Event, m.What)
		}
	}
	figures := t.Figures()
	for _, m := range eval.Metrics(figures) {
		fmt.Fprintf(a.stdout, "%-24s %s\n", m, figures[m])
	}
	return e.result()
}

// measured is the engine as eval sees it.
type measured struct {
	*engine
	tagger *tagger.Tagger
}

// measured makes e what eval measures. Names are measured in Indonesian, the
// language that has a trained tagger.
func (e *engine) measured() (measured, error) {
	t, err := tagger.New(e.packs.For("id"))
	return measured{e, t}, err
}

// Dossier returns the dossier of a JSONL file.
func (m measured) Dossier(ctx context.Context, path string) (dossier.Dossier, error) {
	stories, err := m.dossier(ctx, []string{path})
	return dossier.FromStories(stories), err
}

// Stories returns the grouping of a JSONL file.
func (m measured) Stories(ctx context.Context, path string) (dossier.Stories, error) {
	return m.group(ctx, []string{path})
}

// Page returns the article of an HTML file.
func (m measured) Page(ctx context.Context, path, url string) (dossier.Article, error) {
	return m.page(ctx, path, url)
}

// Tag returns the name tags of a sentence.
func (m measured) Tag(tokens []string) ([]string, error) {
	return m.tagger.Names(tokens), nil
}

package main

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) add() *cobra.Command {
	var queue bool
	cmd := &cobra.Command{
		Use:   "add INPUT...",
		Short: "Put articles into the store and its stories",
		Long: `Add reads what brief reads, keeps it in the store as it came, and places the
articles in stories: new ones, or those that are there. What is in the store
already is not added twice. Dossiers are made when somebody asks (selisik brief
--story) or by selisik work.

With --queue it only keeps the documents and leaves all work to selisik work.`,
		Example: "  selisik add coverage/\n  selisik add --db postgres://desk@db/news --queue archive.warc.gz\n  selisik stories",
		Args:    atLeastOne,
		RunE:    func(cmd *cobra.Command, args []string) error { return a.addAll(cmd.Context(), args, queue) },
	}
	uses(cmd, "db", "data", "workers")
	cmd.Flags().BoolVar(&queue, "queue", false, "only keep the documents")
	return cmd
}

func (a *app) addAll(ctx context.Context, inputs []string, queue bool) error {
	a.boundMemory()
	e, err := a.newEngine("")
	if err != nil {
		return err
	}
	err = a.withNew(ctx, func(s store.Store) error {
		r, err := e.take(ctx, s, e.read(ctx, inputs), queue)
		e.bars.close()
		if err != nil {
			return err
		}
		said := fmt.Sprintf("%s read, %s new", count(r.Read, "article"), thousands(r.New))
		if !queue {
			n, err := s.Admin().Counts(ctx)
			if err != nil {
				return err
			}
			said += ", " + count(n["stories"], "story", "stories")
		}
		fmt.Fprintln(a.stdout, said)
		return nil
	})
	if ctx.Err() != nil {
		fmt.Fprintln(a.stderr, "selisik: what was read is kept; the same command again, or selisik work, goes on")
	}
	if err != nil {
		return err
	}
	return e.result()
}

// take keeps the documents and, unless they are only to wait, cleans and places
// them.
func (e *engine) take(ctx context.Context, s store.Store, docs iter.Seq[news.RawDocument], queue bool) (desk.AddReport, error) {
	opt := e.deskOptions()
	total, done := 0, 0
	opt.Done = func(j store.Running, _ time.Duration, _ error) {
		e.mu.Lock()
		defer e.mu.Unlock()
		done++
		e.bars.report(string(j.Kind), done, max(total, done))
	}
	d := desk.New(s, e.Pipeline, term.New(e.packs), opt)
	kept, err := d.Queue(ctx, docs)
	if err != nil || queue {
		return kept, err
	}
	total = kept.New
	r, err := d.Add(ctx, func(func(news.RawDocument) bool) {}) // the rest of the way
	r.Read, r.New = kept.Read, kept.New
	return r, err
}

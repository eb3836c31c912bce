package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// editor is a desk with the store under it, to find what names mean.
type editor struct {
	*desk.Desk
	ctx   context.Context
	store store.Store
	who   string
}

// editing is what one of the edits does.
type editing func(e editor, args []string) (store.Edit, error)

func (a *app) story() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "story",
		Short: "Correct which articles belong to a story",
		Long: `Story changes how articles are grouped, for good: later articles and runs keep to
it. Every change is kept in the log (selisik log). Articles are named by their id
(a-…), the id of their page (p-…), their ref or their address.`,
		Example: `  selisik story merge s-7be0c4d19f52 s-19cc02aa81d3
  selisik story split s-7be0c4d19f52 a-3f9c02d1b7e4 https://kabaruji.example/1`,
		Args: asUsage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		a.edit("merge A B", "Put all articles of story A into story B", cobra.ExactArgs(2), editor.merge),
		a.edit("split STORY ARTICLE...", "Take articles out of a story into one of their own", cobra.MinimumNArgs(2), editor.split),
		a.edit("move ARTICLE STORY", "Take an article out of its story into another", cobra.ExactArgs(2), editor.move),
		a.edit("pin STORY [ARTICLE...]", "Keep articles of a story together, all if none is named", cobra.MinimumNArgs(1), editor.pin),
	)
	return cmd
}

func (a *app) edit(use, short string, args cobra.PositionalArgs, do editing) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Long: short + ".", Args: asUsage(args),
		RunE:              func(cmd *cobra.Command, args []string) error { return a.applyEdit(cmd.Context(), args, do) },
		ValidArgsFunction: a.completeStories,
	}
	uses(cmd, "db")
	return cmd
}

func (e editor) merge(args []string) (store.Edit, error) {
	from, err := query.Standing(e.ctx, e.store, args[0])
	if err != nil {
		return store.Edit{}, err
	}
	into, err := query.Standing(e.ctx, e.store, args[1])
	if err != nil {
		return store.Edit{}, err
	}
	return e.Merge(e.ctx, e.who, from.ID, into.ID)
}

func (e editor) split(args []string) (store.Edit, error) {
	st, pages, err := e.chosen(args[0], args[1:])
	if err != nil {
		return store.Edit{}, err
	}
	return e.Split(e.ctx, e.who, st.ID, pages)
}

func (e editor) pin(args []string) (store.Edit, error) {
	st, pages, err := e.chosen(args[0], args[1:])
	if err != nil {
		return store.Edit{}, err
	}
	return e.Pin(e.ctx, e.who, st.ID, pages)
}

// chosen returns a story and those of its pages that are named.
func (e editor) chosen(story string, names []string) (store.Story, []news.PageID, error) {
	st, err := query.Standing(e.ctx, e.store, story)
	if err != nil {
		return st, nil, err
	}
	pages, err := query.PagesNamed(e.ctx, e.store, names, &st)
	return st, pages, err
}

func (e editor) move(args []string) (store.Edit, error) {
	into, err := query.Standing(e.ctx, e.store, args[1])
	if err != nil {
		return store.Edit{}, err
	}
	page, err := query.PageNamed(e.ctx, e.store, args[0], nil)
	if err != nil {
		return store.Edit{}, err
	}
	from, err := query.StoryOf(e.ctx, e.store, page)
	if err != nil {
		return store.Edit{}, err
	}
	return e.Move(e.ctx, e.who, from, []news.PageID{page}, into.ID)
}

// applyEdit edits and tells what became of the stories.
func (a *app) applyEdit(ctx context.Context, args []string, do editing) error {
	e, err := a.newEngine("")
	if err != nil {
		return err
	}
	return a.with(ctx, func(s store.Store) error {
		done, err := do(editor{e.desk(s), ctx, s, a.who()}, args)
		if err != nil {
			return err
		}
		now, gone, err := query.Touched(ctx, s, &done)
		if err != nil {
			return err
		}
		for _, id := range gone {
			a.tellGone(ctx, s, id)
		}
		for _, st := range now {
			fmt.Fprintln(a.stdout, columns(string(st.ID), count(len(st.Pages), "article"), st.Title))
		}
		return nil
	})
}

// tellGone tells where a story went that holds nothing now.
func (a *app) tellGone(ctx context.Context, s store.Store, id news.StoryID) {
	if st, err := s.Stories().Story(ctx, id); err == nil && st.Into != "" {
		fmt.Fprintf(a.stdout, "%s  went into %s\n", id, st.Into)
		return
	}
	fmt.Fprintf(a.stdout, "%s  is no more\n", id)
}

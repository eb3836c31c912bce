package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// kept chooses stories of the store.
type kept struct {
	store.StoryFilter
	days
	sort string
}

// screenful is how many stories a terminal is shown unless --limit says
// otherwise.
const screenful = 50

var choosing = []string{"from", "until", "outlet", "entity", "language", "differences", "stale", "min-articles", "sort", "limit"}

func (k *kept) flags(cmd *cobra.Command) {
	k.days.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&k.Outlet, "outlet", "", "only stories that the outlet of this `name` tells")
	f.StringVar(&k.Entity, "entity", "", "only stories about this `name`")
	f.StringVar(&k.Language, "language", "", "only stories with articles in this `language`, such as id")
	f.BoolVar(&k.Differences, "differences", false, "only stories with differences")
	f.BoolVar(&k.Stale, "stale", false, "only stories whose dossier is to be made anew")
	f.IntVar(&k.MinArticles, "min-articles", 0, "only stories of at least so many articles")
	f.IntVarP(&k.Limit, "limit", "n", -1, "at most so many stories, 0 for all (default: 50 on the terminal)")
	wordFlag(cmd, &k.sort, "sort", "the order", "size", "recency", "origins", "growth")
}

// any reports whether a flag of those that choose was given.
func (k *kept) any(cmd *cobra.Command) bool {
	for _, n := range choosing {
		if cmd.Flags().Changed(n) {
			return true
		}
	}
	return false
}

// filter is what the flags ask of the store.
func (k *kept) filter(a *app, f face) (out store.StoryFilter, err error) {
	out = k.StoryFilter
	if out.Sort = store.Sort(k.sort); k.sort == "recency" {
		out.Sort = store.ByRecency
	}
	if out.Limit < 0 {
		out.Limit = 0
		if f.format == "terminal" && f.out == "" {
			out.Limit = screenful
		}
	}
	out.From, out.Until, err = k.span(a.now.Location())
	return out, err
}

// keptStories lists stories of the store.
func (a *app) keptStories(ctx context.Context, k kept, f face) error {
	filter, err := k.filter(a, f)
	if err != nil {
		return err
	}
	e, err := a.newEngine("")
	if err != nil {
		return err
	}
	return a.with(ctx, func(s store.Store) error {
		list, more, err := query.List(ctx, s, filter)
		if err != nil {
			return err
		}
		return a.emit(f.out, func(w io.Writer) error {
			if err := e.drawStories(w, list, f); err != nil || !more || f.format == "json" {
				return err
			}
			_, err := fmt.Fprintln(w, "… and more; --limit 0 lists all")
			return err
		})
	})
}

// writeKept writes the dossier of a story of the store.
func (a *app) writeKept(ctx context.Context, id string, f face) error {
	e, err := a.newEngine(f.tag)
	if err != nil {
		return err
	}
	d, err := e.keptDossier(ctx, id)
	if err != nil {
		return err
	}
	return a.emit(f.out, func(w io.Writer) error { return e.draw(w, d, f) })
}

// keptDossier returns the dossier of a story of the store, made anew if the
// story has changed since it was made.
func (e *engine) keptDossier(ctx context.Context, id string) (out dossier.Dossier, err error) {
	err = e.app.with(ctx, func(s store.Store) error {
		out, err = e.dossierIn(ctx, s, id)
		return err
	})
	return out, err
}

// dossierIn is keptDossier in a store that is open.
func (e *engine) dossierIn(ctx context.Context, s store.Store, id string) (dossier.Dossier, error) {
	out := dossier.Dossier{Schema: dossier.Schema}
	st, err := query.Standing(ctx, s, id)
	if err != nil {
		return out, err
	}
	made, err := e.desk(s).Dossier(ctx, st.ID)
	if err != nil {
		return out, err
	}
	var d dossier.Story
	if err := json.Unmarshal(made.JSON, &d); err != nil {
		return out, fmt.Errorf("dossier of %s: %w", st.ID, err)
	}
	out.Stories = []dossier.Story{d}
	return out, nil
}

// quietly does something with the store for a completion: nothing is made and
// nothing printed.
func (a *app) quietly(cmd *cobra.Command, do func(s store.Store) error) error {
	if err := a.settle(cmd); err != nil {
		return err
	}
	if _, err := os.Stat(a.conf.DB); err != nil && !isPostgres(a.conf.DB) {
		return nil
	}
	return a.with(cmd.Context(), do)
}

// completeStories offers the newest stories of the store with their titles.
func (a *app) completeStories(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	err := a.quietly(cmd, func(s store.Store) error {
		list, _, err := s.Stories().List(cmd.Context(), store.StoryFilter{Limit: 100})
		for _, l := range list {
			out = append(out, cobra.CompletionWithDesc(string(l.ID), oneLine(l.Title)))
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

func (a *app) completeStoryFlag(cmd *cobra.Command) {
	if err := cmd.RegisterFlagCompletionFunc("story", a.completeStories); err != nil {
		panic(err) // the flag was defined above
	}
}

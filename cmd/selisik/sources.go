package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	faces "github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

// wanted is what is to be watched.
type wanted struct {
	urls, sitemaps, pages []string
	opml, title           string
}

// addSources adds all that is wanted, or nothing if an address is bad.
func (a *app) addSources(ctx context.Context, w wanted) error {
	feeds, err := a.feeds(w)
	if err != nil {
		return err
	}
	return a.withNew(ctx, func(s store.Store) error {
		n, err := s.Feeds().Add(ctx, feeds)
		if err != nil {
			return err
		}
		if n > 0 {
			if err := a.note(ctx, s, "added %s, the first %s", count(n, "source"), feeds[0].URL); err != nil {
				return err
			}
		}
		_, err = fmt.Fprintf(a.stdout, "%s added, %s there already\n", count(n, "source"), thousands(len(feeds)-n))
		return err
	})
}

// feeds are the sources wanted, each once.
func (a *app) feeds(w wanted) ([]news.Feed, error) {
	var out []news.Feed
	add := func(url, title string, kind news.FeedKind) error {
		f, err := poll.NewFeed(url, kind, title, a.now)
		if err == nil && !slices.ContainsFunc(out, func(o news.Feed) bool { return o.ID == f.ID }) {
			out = append(out, f)
		}
		return err
	}
	listed, err := a.outlines(w.opml)
	if err != nil {
		return nil, err
	}
	for _, o := range listed {
		if err := add(o.URL, o.Title, news.FeedFeed); err != nil {
			return nil, fmt.Errorf("%s: %w", w.opml, err)
		}
	}
	for _, group := range []struct {
		kind news.FeedKind
		urls []string
	}{{news.FeedFeed, w.urls}, {news.FeedSitemap, w.sitemaps}, {news.FeedPage, w.pages}} {
		for _, u := range group.urls {
			if err := add(u, w.title, group.kind); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// outlines reads a list of feeds.
func (a *app) outlines(path string) ([]feed.Outline, error) {
	var raw []byte
	var err error
	switch path {
	case "":
		return nil, nil
	case "-":
		raw, err = io.ReadAll(io.LimitReader(a.stdin, maxList))
	default:
		raw, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, problem{cause(err), news.ErrInvalid})
	}
	list, err := feed.ReadOPML(raw)
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("no feed in this list")
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, problem{err, news.ErrInvalid})
	}
	return list, nil
}

// maxList is how large a list of feeds may be.
const maxList = 16 << 20

// sourceLine is a source as JSON.
type sourceLine struct {
	ID          string `json:"id"`
	URL         string `json:"url"`
	Title       string `json:"title"`
	Kind        string `json:"kind"`
	Condition   string `json:"condition"`
	Health      string `json:"health"` // in words
	LastSuccess string `json:"last_success,omitempty"`
	LastNew     string `json:"last_new,omitempty"`
	NextDue     string `json:"next_due,omitempty"`
}

func (a *app) listSources(ctx context.Context, format string) error {
	return a.with(ctx, func(s store.Store) error {
		feeds, err := s.Feeds().Feeds(ctx)
		if err != nil {
			return err
		}
		words, err := a.words()
		if err != nil {
			return err
		}
		out := []sourceLine{}
		for _, f := range feeds {
			out = append(out, a.sourceLine(words, f))
		}
		return a.emit("", func(w io.Writer) error {
			if format == "json" {
				return writeJSON(w, out)
			}
			for _, l := range out {
				fmt.Fprintln(w, columns(l.URL, l.Health, l.Title))
			}
			return nil
		})
	})
}

func (a *app) sourceLine(words *faces.Words, f store.Feed) sourceLine {
	c := poll.Health(f.Feed, f.State, a.now)
	stamp := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.In(a.now.Location()).Format(time.RFC3339)
	}
	title := f.Title
	if title == "" {
		title = f.State.Title
	}
	return sourceLine{
		string(f.ID), f.URL, title, string(f.Kind), string(c.Kind), words.Health(c, a.now),
		stamp(f.State.LastSuccess), stamp(f.State.LastNew), stamp(f.State.NextDue),
	}
}

// words are the program's own, in English as all that commands say.
func (a *app) words() (*faces.Words, error) {
	packs, err := a.loadPacks()
	if err != nil {
		return nil, err
	}
	return faces.In(packs, "en"), nil
}

// named finds the sources of the names given, all or none.
func named(feeds []store.Feed, names []string) ([]store.Feed, error) {
	var out []store.Feed
	for _, n := range names {
		url, err := poll.Canonical(n)
		i := slices.IndexFunc(feeds, func(f store.Feed) bool { return string(f.ID) == n || err == nil && f.URL == url })
		if i < 0 {
			return nil, fmt.Errorf("source %s: %w", n, news.ErrNotFound)
		}
		out = append(out, feeds[i])
	}
	return out, nil
}

// change does something with each of the sources named and notes it.
func (a *app) change(ctx context.Context, names []string, verb string, do func(store.Feeds, news.FeedID) error) error {
	return a.with(ctx, func(s store.Store) error {
		feeds, err := s.Feeds().Feeds(ctx)
		if err != nil {
			return err
		}
		chosen, err := named(feeds, names)
		if err != nil {
			return err
		}
		for _, f := range chosen {
			if err := do(s.Feeds(), f.ID); err != nil {
				return err
			}
			if err := a.note(ctx, s, "%s source %s", verb, f.URL); err != nil {
				return err
			}
			fmt.Fprintln(a.stdout, columns(verb, f.URL))
		}
		return nil
	})
}

func (a *app) removeSources(ctx context.Context, names []string) error {
	return a.change(ctx, names, "removed", func(f store.Feeds, id news.FeedID) error { return f.Remove(ctx, id) })
}

func (a *app) pauseSources(ctx context.Context, names []string, pause bool) error {
	verb := map[bool]string{true: "paused", false: "resumed"}[pause]
	return a.change(ctx, names, verb, func(f store.Feeds, id news.FeedID) error { return f.Pause(ctx, id, pause) })
}

func (a *app) exportSources(ctx context.Context, out string) error {
	return a.with(ctx, func(s store.Store) error {
		feeds, err := s.Feeds().Feeds(ctx)
		if err != nil {
			return err
		}
		var list []feed.Outline
		for _, f := range feeds {
			list = append(list, feed.Outline{URL: f.URL, Title: f.Title})
		}
		return a.emit(out, func(w io.Writer) error { return feed.WriteOPML(w, "Selisik", list) })
	})
}

// completeSources offers the addresses of the sources.
func (a *app) completeSources(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	var out []string
	err := a.quietly(cmd, func(s store.Store) error {
		feeds, err := s.Feeds().Feeds(cmd.Context())
		for _, f := range feeds {
			out = append(out, f.URL)
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

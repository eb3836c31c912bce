package serve

import (
	"context"
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Outline is a feed in a list of feeds (OPML).
type Outline struct{ URL, Title string }

// AddSources adds feeds, all or none, and returns how many were new.
func (s *Site) AddSources(ctx context.Context, kind news.FeedKind, list ...Outline) (added int, feeds []news.Feed, err error) {
	for _, o := range list {
		f, err := s.Feed(o.URL, kind, o.Title, s.Now())
		if err != nil {
			return 0, nil, err
		}
		if !slices.ContainsFunc(feeds, func(o news.Feed) bool { return o.ID == f.ID }) {
			feeds = append(feeds, f)
		}
	}
	if len(feeds) == 0 {
		return 0, nil, fmt.Errorf("add sources: none is named: %w", news.ErrInvalid)
	}
	if added, err = s.Store.Feeds().Add(ctx, feeds); err != nil || added == 0 {
		return added, feeds, err
	}
	return added, feeds, s.note(ctx, "added %d sources, the first %s", added, feeds[0].URL)
}

// Source returns the feed of an id, or news.ErrNotFound.
func (s *Site) Source(ctx context.Context, id string) (store.Feed, error) {
	list, err := s.Store.Feeds().Feeds(ctx)
	if err != nil {
		return store.Feed{}, err
	}
	i := slices.IndexFunc(list, func(f store.Feed) bool { return string(f.ID) == id })
	if i < 0 {
		return store.Feed{}, fmt.Errorf("source %s: %w", id, news.ErrNotFound)
	}
	return list[i], nil
}

// PauseSource leaves a feed out of polls, or takes it in again.
func (s *Site) PauseSource(ctx context.Context, id string, paused bool) error {
	f, err := s.Source(ctx, id)
	if err == nil {
		err = s.Store.Feeds().Pause(ctx, f.ID, paused)
	}
	if err != nil {
		return err
	}
	verb := map[bool]string{true: "paused", false: "resumed"}[paused]
	return s.note(ctx, "%s source %s", verb, f.URL)
}

// RemoveSource forgets a feed; what came of it stays.
func (s *Site) RemoveSource(ctx context.Context, id string) error {
	f, err := s.Source(ctx, id)
	if err == nil {
		err = s.Store.Feeds().Remove(ctx, f.ID)
	}
	if err != nil {
		return err
	}
	return s.note(ctx, "removed source %s", f.URL)
}

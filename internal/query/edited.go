package query

import (
	"context"
	"errors"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// PagesNamed is PageNamed for several names, each page once, all of one story.
func PagesNamed(ctx context.Context, s store.Store, names []string, st *store.Story) ([]news.PageID, error) {
	var out []news.PageID
	for _, name := range names {
		p, err := PageNamed(ctx, s, name, st.Pages)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out, nil
}

// Touched tells what became of the stories that an edit is about: those that
// hold its articles now, by id, and the ids of those that hold nothing any
// more.
func Touched(ctx context.Context, s store.Store, e *store.Edit) (now []store.Story, gone []news.StoryID, err error) {
	t, err := s.Stories().Threads(ctx, store.ThreadQuery{Pages: slices.Concat(e.Pages, e.Stay, e.There)})
	if err != nil {
		return nil, nil, err
	}
	ids := []news.StoryID{e.Story, e.Target}
	for _, th := range t.Threads {
		ids = append(ids, th.Story)
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if id == "" {
			continue
		}
		st, err := s.Stories().Story(ctx, id)
		switch {
		case errors.Is(err, news.ErrNotFound), err == nil && len(st.Pages) == 0:
			gone = append(gone, id)
		case err != nil:
			return nil, nil, err
		default:
			now = append(now, st)
		}
	}
	return now, gone, nil
}

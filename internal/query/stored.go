package query

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// batch is how many stories a listing asks the store for at a time.
const batch = 500

// List returns stories of the store by their members, as `stories` prints them:
// those that f chooses, in its order, at most f.Limit (0 is all), and whether
// there are more.
func List(ctx context.Context, s store.Store, f store.StoryFilter) (out dossier.Stories, more bool, err error) {
	out = dossier.Stories{Schema: dossier.StoriesSchema, Stories: []dossier.StoryList{}}
	want := f.Limit
	for {
		f.Limit = batch
		if want > 0 {
			f.Limit = min(batch, want-len(out.Stories))
		}
		list, next, err := s.Stories().List(ctx, f)
		if err != nil {
			return out, false, err
		}
		for i := range list {
			l, err := members(ctx, s, &list[i].Story)
			if err != nil {
				return out, false, err
			}
			out.Stories = append(out.Stories, l)
		}
		if f.After = next; next == "" || want > 0 && len(out.Stories) >= want {
			return out, next != "", nil
		}
	}
}

// members lists the current articles of a story.
func members(ctx context.Context, s store.Store, st *store.Story) (dossier.StoryList, error) {
	out := dossier.StoryList{ID: string(st.ID), Title: st.Title, Articles: []dossier.ArticleRef{}}
	articles, err := Current(ctx, s, st.Pages)
	for _, a := range articles {
		r := dossier.ArticleRef{ID: string(a.ID), Input: a.Input}
		if a.Ref != "" {
			r.Ref = &a.Ref
		}
		out.Articles = append(out.Articles, r)
	}
	return out, err
}

// Current returns the current versions of pages, in their order.
func Current(ctx context.Context, s store.Store, pages []news.PageID) ([]store.Article, error) {
	versions, err := s.Articles().Versions(ctx, pages...)
	return slices.DeleteFunc(versions, func(a store.Article) bool { return !a.Current }), err
}

// Standing returns a story; of one that was taken in, the story that it went
// into. An unknown id gives news.ErrNotFound.
func Standing(ctx context.Context, s store.Store, id string) (store.Story, error) {
	for range 1000 { // a circle would be damage
		st, err := s.Stories().Story(ctx, news.StoryID(id))
		if err != nil {
			return store.Story{}, err
		}
		if st.Into == "" {
			return st, nil
		}
		id = string(st.Into)
	}
	return store.Story{}, fmt.Errorf("story %s: taken in without end: %w", id, news.ErrConflict)
}

// PageNamed returns the page that a name means: a page id, an article id (of any
// version), or the ref or address of a current article. within are the pages
// looked at for the latter; nil is all of the store, which reads all of it.
// Errors wrap news.ErrNotFound, or news.ErrInvalid where it means several.
func PageNamed(ctx context.Context, s store.Store, name string, within []news.PageID) (news.PageID, error) {
	if strings.HasPrefix(name, "a-") {
		if a, err := s.Articles().Article(ctx, news.ArticleID(name)); err == nil {
			return a.Page, nil
		}
	}
	if strings.HasPrefix(name, "p-") {
		if v, err := s.Articles().Versions(ctx, news.PageID(name)); err != nil || len(v) > 0 {
			return news.PageID(name), err
		}
	}
	var found []news.PageID
	for a, err := range articles(ctx, s, within) {
		if err != nil {
			return "", err
		}
		if a.Ref == name || a.URL == name {
			found = append(found, a.Page)
		}
	}
	slices.Sort(found)
	switch found = slices.Compact(found); len(found) {
	case 0:
		return "", fmt.Errorf("article %s: %w", name, news.ErrNotFound)
	case 1:
		return found[0], nil
	}
	return "", fmt.Errorf("article %s means %d articles, such as %s and %s: %w", name, len(found), found[0], found[1], news.ErrInvalid)
}

// StoryOf returns the story that a page is in; news.ErrNotFound if it is not
// placed yet.
func StoryOf(ctx context.Context, s store.Store, p news.PageID) (news.StoryID, error) {
	t, err := s.Stories().Threads(ctx, store.ThreadQuery{Pages: []news.PageID{p}})
	if err != nil {
		return "", err
	}
	for _, th := range t.Threads {
		if slices.Contains(th.Pages, p) {
			return th.Story, nil
		}
	}
	return "", fmt.Errorf("article %s is in no story yet: %w", p, news.ErrNotFound)
}

// articles yields the current articles of pages, or of the whole store.
func articles(ctx context.Context, s store.Store, within []news.PageID) iter.Seq2[store.Article, error] {
	if within == nil {
		return s.Articles().Log().Between(ctx, time.Time{}, endOfTime)
	}
	return func(yield func(store.Article, error) bool) {
		list, err := Current(ctx, s, within)
		for _, a := range list {
			if !yield(a, nil) {
				return
			}
		}
		if err != nil {
			yield(store.Article{}, err)
		}
	}
}

// endOfTime is after all that is placed.
var endOfTime = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Merge puts all articles of a story into another, for good. Both must be.
func (d *Desk) Merge(ctx context.Context, who string, from, into news.StoryID) (store.Edit, error) {
	a, b, err := d.two(ctx, from, into)
	if err != nil {
		return store.Edit{}, err
	}
	return d.edit(ctx, store.Edit{Who: who, Kind: store.Merge, Story: from, Target: into, Pages: a.Pages, There: b.Pages})
}

// Split takes pages out of a story into one of their own. Some must stay.
func (d *Desk) Split(ctx context.Context, who string, from news.StoryID, pages []news.PageID) (store.Edit, error) {
	s, stay, err := d.without(ctx, from, pages)
	if err != nil {
		return store.Edit{}, err
	}
	if len(stay) == 0 {
		return store.Edit{}, fmt.Errorf("split %s: nothing would stay: %w", from, news.ErrInvalid)
	}
	return d.edit(ctx, store.Edit{Who: who, Kind: store.Split, Story: s.ID, Pages: pages, Stay: stay})
}

// Move takes pages out of a story into another one.
func (d *Desk) Move(ctx context.Context, who string, from news.StoryID, pages []news.PageID, into news.StoryID) (store.Edit, error) {
	_, target, err := d.two(ctx, from, into)
	if err != nil {
		return store.Edit{}, err
	}
	_, stay, err := d.without(ctx, from, pages)
	if err != nil {
		return store.Edit{}, err
	}
	return d.edit(ctx, store.Edit{Who: who, Kind: store.Move, Story: from, Target: into, Pages: pages, Stay: stay, There: target.Pages})
}

// Pin keeps pages, or all pages of a story if none is given, in one story
// whatever comes.
func (d *Desk) Pin(ctx context.Context, who string, story news.StoryID, pages []news.PageID) (store.Edit, error) {
	s, stay, err := d.without(ctx, story, pages)
	if err != nil {
		return store.Edit{}, err
	}
	if len(pages) == 0 {
		pages, stay = s.Pages, nil
	}
	return d.edit(ctx, store.Edit{Who: who, Kind: store.Pin, Story: story, Pages: pages, Stay: stay})
}

// edit appends an edit and places anew what it is about.
func (d *Desk) edit(ctx context.Context, e store.Edit) (store.Edit, error) {
	e.At = d.opt.Now()
	e, err := d.store.Edits().Append(ctx, e, []store.Job{d.clusterJob()})
	if err != nil {
		return e, err
	}
	return e, d.Place(ctx)
}

// alive returns a story that has articles.
func (d *Desk) alive(ctx context.Context, id news.StoryID) (store.Story, error) {
	s, err := d.store.Stories().Story(ctx, id)
	if err == nil && len(s.Pages) == 0 {
		err = fmt.Errorf("story %s was taken into %s: %w", id, s.Into, news.ErrInvalid)
	}
	return s, err
}

func (d *Desk) two(ctx context.Context, from, into news.StoryID) (a, b store.Story, err error) {
	if from == into {
		return a, b, fmt.Errorf("edit %s: both stories are the same: %w", from, news.ErrInvalid)
	}
	a, err = d.alive(ctx, from)
	b, err2 := d.alive(ctx, into)
	return a, b, errors.Join(err, err2)
}

// without returns a story and those of its pages that are not among some, which
// must all be its own.
func (d *Desk) without(ctx context.Context, id news.StoryID, pages []news.PageID) (s store.Story, stay []news.PageID, err error) {
	if s, err = d.alive(ctx, id); err != nil {
		return s, nil, err
	}
	for _, p := range pages {
		if !slices.Contains(s.Pages, p) {
			return s, nil, fmt.Errorf("edit %s: %s is not in it: %w", id, p, news.ErrInvalid)
		}
	}
	_, stay = part(s.Pages, pages)
	return s, stay, nil
}

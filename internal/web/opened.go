package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/html"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// opened is a story's dossier, read and ordered. It is shared and not changed.
type opened struct {
	*query.Page
	Revision int64
}

type openKey struct {
	id       news.StoryID
	revision int64
}

type drawKey struct {
	openKey
	tag, zone string
}

// open returns the newest dossier of a story that stands. One that has none yet
// gets it made.
func (s *site) open(ctx context.Context, st *store.Story) (*opened, error) {
	if o, err := s.openAt(openKey{st.ID, st.Revision}, func() (store.Dossier, error) { return s.newest(ctx, st) }); err == nil {
		return o, nil
	} else if !errors.Is(err, errStale) {
		return nil, err
	}
	d, err := s.newest(ctx, st)
	if err != nil && !errors.Is(err, errStale) {
		return nil, err
	}
	return s.openAt(openKey{st.ID, d.Revision}, func() (store.Dossier, error) { return d, nil })
}

// errStale tells that the newest dossier is not of the story's revision.
var errStale = errors.New("dossier of an earlier revision")

func (s *site) newest(ctx context.Context, st *store.Story) (store.Dossier, error) {
	d, err := s.Store.Stories().Dossier(ctx, st.ID)
	if errors.Is(err, news.ErrNotFound) {
		return s.Desk.Dossier(ctx, st.ID)
	}
	if err == nil && d.Revision != st.Revision {
		err = errStale
	}
	return d, err
}

func (s *site) openAt(key openKey, from func() (store.Dossier, error)) (*opened, error) {
	return s.opened.get(key, func() (*opened, int, error) {
		d, err := from()
		if err != nil {
			return nil, 0, err
		}
		var story dossier.Story
		if err := json.Unmarshal(d.JSON, &story); err != nil {
			return nil, 0, fmt.Errorf("dossier of %s: %w", key.id, err)
		}
		return &opened{query.NewPage(&story), d.Revision}, len(d.JSON), nil
	})
}

// draw returns a story's dossier as HTML for a reader.
func (s *site) draw(o *opened, r *reader) (html.Drawn, error) {
	key := drawKey{openKey{news.StoryID(o.Story.ID), o.Revision}, r.W.Tag, r.Zone}
	return s.drawn.get(key, func() (html.Drawn, int, error) {
		d, err := s.parts.Story(o.Story, r.W, "/articles/")
		return d, d.Size(), err
	})
}

// recent opens the newest stories that a filter chooses, at most as many as it
// says; those without a dossier are left out.
func (s *site) recent(ctx context.Context, f store.StoryFilter) (out []*opened, more bool, err error) {
	list, next, err := s.Store.Stories().List(ctx, f)
	for i := range list {
		if !list[i].HasFresh && list[i].Summary.Findings == 0 {
			continue
		}
		o, err := s.open(ctx, &list[i].Story)
		if errors.Is(err, news.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, false, err
		}
		out = append(out, o)
	}
	return out, next != "", err
}

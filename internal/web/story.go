package web

import (
	"context"
	"html/template"
	"net/http"
	"slices"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// storyPage is a dossier with what can be done about it.
type storyPage struct {
	frame
	ID         string
	Head, Body template.HTML
	Panel      template.HTML
	Stale      bool // a newer dossier is being made
	Since      since
	Exports    []string
	Members    []member
	Others     []other
}

// member is an article of the story, to be chosen in a form.
type member struct {
	N                 int
	ID, Outlet, Title string
}

// other is a story that this one may belong with.
type other struct{ ID, Title string }

func (s *site) story(w http.ResponseWriter, r *http.Request) error {
	st, err := query.Standing(r.Context(), s.Store, r.PathValue("id"))
	if err != nil {
		return err
	}
	if string(st.ID) != r.PathValue("id") {
		http.Redirect(w, r, "/stories/"+string(st.ID), http.StatusMovedPermanently)
		return nil
	}
	o, err := s.open(r.Context(), &st)
	if err != nil {
		return err
	}
	page := storyPage{frame: s.frame(r, "story", face.Line(o.Story.Title)), ID: o.Story.ID, Stale: o.Revision != st.Revision, Exports: exports()}
	page.Watch, page.Dossier = page.ID, true
	drawn, err := s.draw(o, &page.reader)
	if err != nil {
		return err
	}
	page.Head, page.Body = drawn.Head, drawn.Body
	if page.Panel, err = s.parts.Panel(page.W); err != nil {
		return err
	}
	page.Members = page.members(o.Page)
	if page.Since, err = s.since(w, r, &page.reader, &st, o); err != nil {
		return err
	}
	if page.MayEdit() {
		if page.Others, err = s.others(r, &st, o.Page); err != nil {
			return err
		}
	}
	return s.show(w, "story", page)
}

func (f *frame) members(p *query.Page) []member {
	var out []member
	for i := range p.Story.Articles {
		a := &p.Story.Articles[i]
		out = append(out, member{i + 1, a.ID, f.W.Outlet(a), face.Title(a)})
	}
	return out
}

// othersShown is how many stories a merge offers.
const othersShown = 12

// others are the newest stories that name what this one is mostly about, lately.
func (s *site) others(r *http.Request, st *store.Story, p *query.Page) ([]other, error) {
	a, err := s.lately([]any{"others", st.ID, st.Revision}, func() (a answer, err error) {
		a.others, err = s.nearby(context.WithoutCancel(r.Context()), st, p)
		return a, err
	})
	return a.others, err
}

func (s *site) nearby(ctx context.Context, st *store.Story, p *query.Page) ([]other, error) {
	var out []other
	for _, e := range p.Story.Entities[:min(3, len(p.Story.Entities))] {
		list, _, err := s.Store.Stories().List(ctx, store.StoryFilter{Entity: e.Name, Limit: othersShown})
		if err != nil {
			return nil, err
		}
		for _, l := range list {
			known := slices.ContainsFunc(out, func(o other) bool { return o.ID == string(l.ID) })
			if l.ID != st.ID && !known && len(out) < othersShown {
				out = append(out, other{string(l.ID), face.Clip(face.Line(l.Title), 90)})
			}
		}
	}
	return out, nil
}

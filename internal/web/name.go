package web

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// namePage is a person, organisation or place over its newest stories.
type namePage struct {
	frame
	Name, Kind, Of string
	Aliases, Roles string
	Quotes         []spoken
	Rows           []row
	More           string
}

// spoken is an utterance in its wordings.
type spoken struct {
	When, Story, StoryTitle string
	Words                   []wording
}

type wording struct{ Text, Language, Outlets, Href string }

func (s *site) name(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	f := store.StoryFilter{Entity: name, Limit: recentStories}
	list, more, err := s.recent(r.Context(), f)
	if err != nil {
		return err
	}
	listed, _, err := s.Store.Stories().List(r.Context(), f)
	if err != nil {
		return err
	}
	if len(listed) == 0 {
		return fmt.Errorf("name %s: %w", name, news.ErrNotFound)
	}
	page := namePage{frame: s.frame(r, "name", face.Line(name)), Name: face.Line(name)}
	page.Of = page.T.Count("from-stories", len(list))
	if more {
		page.Of = page.T.Count("from-newest", len(list))
	}
	rec := query.RecordOf(pages(list), name)
	page.Kind = page.W.Label("entity", rec.Kind)
	page.Aliases, page.Roles = strings.Join(lines(rec.Aliases), ", "), strings.Join(lines(rec.Roles), ", ")
	for _, q := range rec.Quotes {
		page.Quotes = append(page.Quotes, page.spoken(q))
	}
	for i := range listed {
		page.Rows = append(page.Rows, page.row(&listed[i], s.Now()))
	}
	return s.show(w, "name", page)
}

func (f *frame) spoken(q query.NameQuote) spoken {
	v := spoken{Story: q.Story.ID, StoryTitle: face.Line(q.Story.Title), When: f.W.Say("undated")}
	if q.First != "" {
		v.When = f.W.Date(q.First)
	}
	for _, x := range q.Group.Variants {
		var outlets []string
		for _, n := range x.Marks {
			outlets = append(outlets, f.W.Outlet(&q.Story.Articles[n-1]))
		}
		a := &q.Story.Articles[x.Marks[0]-1]
		href := fmt.Sprintf("/articles/%s#c%d", a.ID, x.Passages[0].Span[0])
		v.Words = append(v.Words, wording{face.Quoted(x.Text), face.Line(a.Language), strings.Join(outlets, ", "), href})
	}
	return v
}

package web

import (
	"context"
	"net/http"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/store"
)

// edit changes which articles a story has, then shows the story that the reader
// will want to see.
func (s *site) edit(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return formError(err)
	}
	do, ctx := r.PostForm.Get("do"), r.Context()
	changed, err := s.Change(ctx, store.EditKind(do), r.PathValue("id"), r.PostForm["article"], storyNamed(r))
	if err != nil {
		return err
	}
	show, err := s.settled(ctx, &changed)
	if err != nil {
		return err
	}
	back(w, r, "/stories/"+string(show)+"?done="+do)
	return nil
}

// storyNamed is the story that a form names, by its id or its address.
func storyNamed(r *http.Request) string {
	if typed := r.PostForm.Get("into-other"); typed != "" {
		return lastPart(typed)
	}
	return r.PostForm.Get("into")
}

// settled makes the dossiers of the stories that an edit touched anew, and
// returns the one to show: where the articles that were split off or moved are,
// else what became of the story.
func (s *site) settled(ctx context.Context, c *serve.Changed) (news.StoryID, error) {
	for _, st := range c.Now {
		if _, err := s.Desk.Dossier(ctx, st.ID); err != nil {
			return "", err
		}
	}
	s.Poke()
	if k := c.Edit.Kind; k == store.Split || k == store.Move {
		return query.StoryOf(ctx, s.Store, c.Edit.Pages[0])
	}
	st, err := query.Standing(ctx, s.Store, string(c.Edit.Story))
	return st.ID, err
}

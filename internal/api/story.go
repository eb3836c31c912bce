package api

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// StoryRef names a story: its id; that of one that was taken in means the one
// that took it in.
type StoryRef struct {
	ID string `path:"id" maxLength:"100" doc:"id of a story" example:"s-7be04c19"`
}

type partIn struct {
	StoryRef
	Part string `path:"part" maxLength:"100" doc:"id of a finding (f3), difference (f3.d1), claim (c12), source (s2), entity (e4), sentence (b2) or article" example:"f3"`
}

// raw is an answer that is JSON already.
type raw struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func (a *API) story() {
	handle(a, operation{does: "GET /stories/{id}", id: "story", says: "Get the dossier of a story", tag: "Stories", least: account.Reader,
		more: "The story as selisik brief --format json has it, made anew if the story has changed since: docs/schema/dossier.schema.json describes it."},
		func(ctx context.Context, in *StoryRef) (*raw, error) {
			made, err := a.made(ctx, in.ID)
			return &raw{"application/json", made.JSON}, err
		})
	describe[dossier.Story](a, "/stories/{id}")
	handle(a, operation{does: "GET /stories/{id}/findings", id: "findings", says: "List the findings of a story", tag: "Stories", least: account.Reader},
		func(ctx context.Context, in *StoryRef) (*body[Page[dossier.Finding]], error) {
			d, err := a.dossier(ctx, in.ID)
			return answer(Page[dossier.Finding]{Items: list(d.Findings)}), err
		})
	handle(a, operation{does: "GET /stories/{id}/entities", id: "story-entities", says: "List the entities of a story", tag: "Stories", least: account.Reader},
		func(ctx context.Context, in *StoryRef) (*body[Page[dossier.Entity]], error) {
			d, err := a.dossier(ctx, in.ID)
			return answer(Page[dossier.Entity]{Items: list(d.Entities)}), err
		})
	handle(a, operation{does: "GET /stories/{id}/explain/{part}", id: "explain", says: "Walk from a part of a dossier back to its passages", tag: "Stories", least: account.Reader},
		func(ctx context.Context, in *partIn) (*body[query.Explanation], error) {
			d, err := a.dossier(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			e, ok := query.NewIndex(&d).Explain(in.Part)
			if !ok {
				return nil, fmt.Errorf("explain %s: %w", in.Part, news.ErrNotFound)
			}
			e.Schema = query.ExplanationSchema
			return answer(e), nil
		})
	a.changes()
}

// describe puts the type of an answer that is JSON already into the document.
func describe[T any](a *API, path string) {
	doc := a.OpenAPI()
	doc.Paths[Base+path].Get.Responses["200"].Content = map[string]*huma.MediaType{
		"application/json": {Schema: doc.Components.Schemas.Schema(reflect.TypeFor[T](), true, "")},
	}
}

// made returns the dossier of the story that an id means.
func (a *API) made(ctx context.Context, id string) (store.Dossier, error) {
	st, err := query.Standing(ctx, a.Store, id)
	if err != nil {
		return store.Dossier{}, err
	}
	return a.Desk.Dossier(ctx, st.ID)
}

// dossier is made, opened.
func (a *API) dossier(ctx context.Context, id string) (dossier.Story, error) {
	var d dossier.Story
	made, err := a.made(ctx, id)
	if err != nil {
		return d, err
	}
	if err := json.Unmarshal(made.JSON, &d); err != nil {
		return d, fmt.Errorf("dossier of %s: %w", id, err)
	}
	return d, nil
}

// Edit is an entry of the log of what people changed.
type Edit struct {
	Number int64     `json:"number"`
	At     time.Time `json:"at"`
	Who    string    `json:"who"`
	Kind   string    `json:"kind" enum:"merge,split,move,pin,change"`
	Story  string    `json:"story,omitempty"`
	Target string    `json:"target,omitempty"`
	Pages  []string  `json:"pages,omitempty"`
	Note   string    `json:"note,omitempty"`
}

func editOf(e *store.Edit) Edit {
	out := Edit{Number: e.Seq, At: e.At, Who: e.Who, Kind: string(e.Kind), Story: string(e.Story), Target: string(e.Target), Note: e.Note}
	for _, p := range e.Pages {
		out.Pages = append(out.Pages, string(p))
	}
	return out
}

// Changed is what an edit of stories came to.
type Changed struct {
	Edit Edit        `json:"edit"`
	Now  []StoryHead `json:"now" doc:"stories that hold its articles"`
	Gone []string    `json:"gone" doc:"stories that hold nothing any more"`
}

// StoryHead is a story by what it is called.
type StoryHead struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Articles int    `json:"articles"`
	Revision int64  `json:"revision"`
}

// Chosen names articles of a story and another story; which are needed depends
// on what is done.
type Chosen struct {
	Into     string   `json:"into,omitempty" maxLength:"100" doc:"id of the story they go to: merge, move"`
	Articles []string `json:"articles,omitempty" maxItems:"1000" doc:"ids of articles: split, move; pin: all if none is given"`
}

type changeIn struct {
	StoryRef
	Body Chosen
}

func (a *API) changes() {
	for _, c := range []struct {
		kind store.EditKind
		says string
	}{
		{store.Merge, "Put all articles of a story into another"}, {store.Split, "Take articles out of a story into one of their own"},
		{store.Move, "Take articles out of a story into another"}, {store.Pin, "Keep articles in a story whatever comes"},
	} {
		handle(a, operation{does: "POST /stories/{id}/" + string(c.kind), id: string(c.kind), says: c.says, tag: "Edit", least: account.Editor},
			func(ctx context.Context, in *changeIn) (*body[Changed], error) {
				done, err := a.Change(ctx, c.kind, in.ID, in.Body.Articles, in.Body.Into)
				out := Changed{Edit: editOf(&done.Edit), Now: []StoryHead{}, Gone: []string{}}
				for _, s := range done.Now {
					out.Now = append(out.Now, StoryHead{string(s.ID), s.Title, len(s.Pages), s.Revision})
				}
				for _, id := range done.Gone {
					out.Gone = append(out.Gone, string(id))
				}
				return answer(out), err
			})
	}
}

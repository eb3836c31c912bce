package api

import (
	"context"
	"net/http"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/store"
)

// Query is what somebody wants to keep asking.
type Query struct {
	Name    string    `json:"name" minLength:"1" maxLength:"200"`
	Ask     query.Ask `json:"ask"`
	Version int64     `json:"version,omitempty" minimum:"0" doc:"when it is changed: the version that it had"`
}

// QueryRef names a saved query.
type QueryRef struct {
	ID string `path:"id" maxLength:"100" example:"q-5d21c04b"`
}

func (a *API) queries() {
	handle(a, operation{does: "GET /queries", id: "queries", says: "List your saved queries", tag: "Queries", least: account.Reader},
		func(ctx context.Context, _ *nothing) (*body[Page[query.Saved]], error) {
			list, err := query.SavedBy(ctx, a.Store.Records(), serve.From(ctx).Name)
			return answer(Page[query.Saved]{Items: list}), err
		})
	handle(a, operation{does: "POST /queries", id: "save-query", says: "Save a query", tag: "Queries", least: account.Reader, status: http.StatusCreated},
		func(ctx context.Context, in *struct{ Body Query }) (*body[query.Saved], error) {
			q := query.Saved{ID: "q-" + a.NewID(), Owner: serve.From(ctx).Name, Name: in.Body.Name, Ask: in.Body.Ask, Created: a.Now()}
			q, err := query.Save(ctx, a.Store.Records(), q)
			return answer(q), err
		})
	handle(a, operation{does: "PUT /queries/{id}", id: "change-query", says: "Change a query of yours", tag: "Queries", least: account.Reader},
		func(ctx context.Context, in *struct {
			QueryRef
			Body Query
		}) (*body[query.Saved], error) {
			q, err := query.SavedQuery(ctx, a.Store.Records(), serve.From(ctx).Name, in.ID)
			if err != nil {
				return nil, err
			}
			q.Name, q.Ask = in.Body.Name, in.Body.Ask
			if in.Body.Version > 0 {
				q.Version = in.Body.Version
			}
			q, err = query.Save(ctx, a.Store.Records(), q)
			return answer(q), err
		})
	handle(a, operation{does: "DELETE /queries/{id}", id: "forget-query", says: "Forget a query of yours", tag: "Queries", least: account.Reader},
		func(ctx context.Context, in *QueryRef) (*nothing, error) {
			return nil, query.Forget(ctx, a.Store.Records(), serve.From(ctx).Name, in.ID)
		})
	handle(a, operation{does: "GET /queries/{id}/stories", id: "ask-query", says: "List the stories that a query of yours chooses", tag: "Queries", least: account.Reader},
		func(ctx context.Context, in *struct {
			QueryRef
			After string `query:"after" maxLength:"500"`
			Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
		}) (*body[Page[Story]], error) {
			q, err := query.SavedQuery(ctx, a.Store.Records(), serve.From(ctx).Name, in.ID)
			if err != nil {
				return nil, err
			}
			return a.choose(ctx, q.Ask, in.After, in.Limit)
		})
}

// choose answers with a page of the stories that ask chooses.
func (a *API) choose(ctx context.Context, ask query.Ask, after string, limit int) (*body[Page[Story]], error) {
	found, next, err := a.Search.Choose(ctx, ask, store.Cursor(after), limit)
	out := Page[Story]{Items: []Story{}, Next: string(next)}
	for i := range found {
		out.Items = append(out.Items, storyOf(&found[i]))
	}
	return answer(out), err
}

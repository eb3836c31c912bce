package api

import (
	"bytes"
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/store"
)

// Source is a feed that is watched, with how it does.
type Source struct {
	ID          string    `json:"id" example:"f-5d21c04be7a9"`
	URL         string    `json:"url"`
	Title       string    `json:"title"`
	Kind        string    `json:"kind" enum:"feed,sitemap,page"`
	Paused      bool      `json:"paused"`
	Added       time.Time `json:"added"`
	Condition   string    `json:"condition" enum:"fine,new,paused,slow,quiet,moved,resting,clock,damaged,fails"`
	Health      string    `json:"health" doc:"in words, in the language asked for"`
	LastSuccess time.Time `json:"last_success,omitzero"`
	LastNew     time.Time `json:"last_new,omitzero"`
	NextDue     time.Time `json:"next_due,omitzero"`
}

// Speaking is the language in which an answer's words are wanted.
type Speaking struct {
	Accept string `header:"Accept-Language" maxLength:"300"`
}

// SourceRef names a source.
type SourceRef struct {
	ID string `path:"id" maxLength:"100" example:"f-5d21c04be7a9"`
}

// NewSources names what is to be watched.
type NewSources struct {
	URLs  []string `json:"urls" minItems:"1" maxItems:"1000" doc:"addresses"`
	Kind  string   `json:"kind,omitempty" enum:"feed,sitemap,page" default:"feed"`
	Title string   `json:"title,omitempty" maxLength:"300"`
}

// AddedSources tells what became of sources that were added.
type AddedSources struct {
	Added int      `json:"added" doc:"not there before"`
	IDs   []string `json:"ids"`
}

func addedSources(n int, feeds []news.Feed) AddedSources {
	out := AddedSources{Added: n, IDs: []string{}}
	for _, f := range feeds {
		out.IDs = append(out.IDs, string(f.ID))
	}
	return out
}

func (a *API) sources() {
	handle(a, operation{does: "GET /sources", id: "sources", says: "List the sources and how each does", tag: "Sources", least: account.Reader},
		func(ctx context.Context, in *struct{ Speaking }) (*body[Page[Source]], error) {
			feeds, err := a.Store.Feeds().Feeds(ctx)
			out := Page[Source]{Items: []Source{}}
			words := face.In(a.Packs, a.Tongues.Speak(in.Accept))
			for _, f := range feeds {
				out.Items = append(out.Items, a.sourceOf(f, words))
			}
			return answer(out), err
		})
	handle(a, operation{does: "POST /sources", id: "add-sources", says: "Watch sources", tag: "Sources", least: account.Editor},
		func(ctx context.Context, in *struct{ Body NewSources }) (*body[AddedSources], error) {
			var list []serve.Outline
			for _, u := range in.Body.URLs {
				list = append(list, serve.Outline{URL: u, Title: in.Body.Title})
			}
			n, feeds, err := a.AddSources(ctx, news.FeedKind(in.Body.Kind), list...)
			return answer(addedSources(n, feeds)), err
		})
	handle(a, operation{does: "PATCH /sources/{id}", id: "pause-source", says: "Pause a source, or resume it", tag: "Sources", least: account.Editor},
		func(ctx context.Context, in *struct {
			SourceRef
			Body struct {
				Paused bool `json:"paused"`
			}
		}) (*nothing, error) {
			return nil, a.PauseSource(ctx, in.ID, in.Body.Paused)
		})
	handle(a, operation{does: "DELETE /sources/{id}", id: "remove-source", says: "Watch a source no longer", tag: "Sources", least: account.Editor, more: "What came of it stays."},
		func(ctx context.Context, in *SourceRef) (*nothing, error) { return nil, a.RemoveSource(ctx, in.ID) })
	a.outlines()
}

// outlines are the lists of feeds that other readers know.
func (a *API) outlines() {
	handle(a, operation{does: "POST /sources/opml", id: "import-sources", says: "Watch the sources of an OPML list", tag: "Sources", least: account.Editor, body: 16 << 20},
		func(ctx context.Context, in *struct {
			RawBody []byte `contentType:"text/x-opml"`
		}) (*body[AddedSources], error) {
			list, err := a.Outlines(in.RawBody)
			if err != nil {
				return nil, err
			}
			n, feeds, err := a.AddSources(ctx, news.FeedFeed, list...)
			return answer(addedSources(n, feeds)), err
		})
	handle(a, operation{does: "GET /sources/opml", id: "export-sources", says: "Get the sources as an OPML list", tag: "Sources", least: account.Reader},
		func(ctx context.Context, _ *nothing) (*raw, error) {
			feeds, err := a.Store.Feeds().Feeds(ctx)
			if err != nil {
				return nil, err
			}
			var list []serve.Outline
			for _, f := range feeds {
				list = append(list, serve.Outline{URL: f.URL, Title: f.Title})
			}
			var b bytes.Buffer
			err = a.WriteOutlines(&b, list)
			return &raw{"text/x-opml; charset=utf-8", b.Bytes()}, err
		})
	a.OpenAPI().Paths[Base+"/sources/opml"].Get.Responses["200"].Content = map[string]*huma.MediaType{"text/x-opml": {Schema: &huma.Schema{Type: "string"}}}
}

func (a *API) sourceOf(f store.Feed, words *face.Words) Source {
	c := a.Health(f.Feed, f.State, a.Now())
	title := f.Title
	if title == "" {
		title = f.State.Title
	}
	return Source{
		ID: string(f.ID), URL: f.URL, Title: title, Kind: string(f.Kind), Paused: f.Paused, Added: f.Added,
		Condition: string(c.Kind), Health: words.Health(c, a.Now().In(a.Zone)),
		LastSuccess: f.State.LastSuccess, LastNew: f.State.LastNew, NextDue: f.State.NextDue,
	}
}

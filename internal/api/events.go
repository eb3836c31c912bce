package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selisik/selisik/internal/account"
)

func (a *API) events() {
	handle(a, operation{does: "GET /events", id: "events", says: "Be told of what changes, as server-sent events", tag: "Events", least: account.Reader, stream: true,
		more: "Send the id of the last event that you had as Last-Event-ID and you are told what you missed; \"missed\" says that more happened than is remembered."},
		func(_ context.Context, in *struct {
			Last string `header:"Last-Event-ID" maxLength:"60"`
		}) (*huma.StreamResponse, error) {
			return &huma.StreamResponse{Body: func(ctx huma.Context) {
				if w, ok := ctx.BodyWriter().(http.ResponseWriter); ok {
					a.Stream(ctx.Context(), w, in.Last) //nolint:errcheck // whoever listened is gone
				}
			}}, nil
		})
	doc := a.OpenAPI()
	doc.Paths[Base+"/events"].Get.Responses["200"] = &huma.Response{
		Description: "Each event's data is an Event; its name is the event's kind.",
		Content:     map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: "string"}}},
	}
}

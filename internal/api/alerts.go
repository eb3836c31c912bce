package api

import (
	"context"
	"net/http"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/serve"
)

// Alert is what somebody wants to be told.
type Alert struct {
	Name     string      `json:"name" minLength:"1" maxLength:"80"`
	When     string      `json:"when" enum:"story,difference,contradiction,change"`
	Where    alert.Where `json:"where,omitempty"`
	Webhook  string      `json:"webhook,omitempty" maxLength:"2000" doc:"address that is sent a signed message"`
	Mail     string      `json:"mail,omitempty" maxLength:"320"`
	Language string      `json:"language,omitempty" maxLength:"20" doc:"of messages; that of the request if empty"`
	Paused   bool        `json:"paused,omitempty"`
	Version  int64       `json:"version,omitempty" minimum:"0" doc:"when it is changed: the version that it had"`
}

func (n Alert) query(owner, tag string) alert.Query {
	if n.Language != "" {
		tag = n.Language
	}
	return alert.Query{Owner: owner, Name: n.Name, When: alert.When(n.When), Where: n.Where, Webhook: n.Webhook, Mail: n.Mail, Language: tag, Paused: n.Paused, Version: n.Version}
}

// SavedAlert is an alert with what is told once, when it is made.
type SavedAlert struct {
	alert.Query
	Secrets alert.Secrets `json:"secrets" doc:"what webhooks are signed with, and the token in the feed's address: told this once"`
}

// AlertRef names an alert.
type AlertRef struct {
	ID string `path:"id" maxLength:"100" example:"q-5d21c04be7a9f003"`
}

func (a *API) alerts() {
	book, own := a.Alerts, a.OwnAlert
	handle(a, operation{does: "GET /alerts", id: "alerts", says: "List your alerts", tag: "Alerts", least: account.Reader},
		func(ctx context.Context, _ *nothing) (*body[Page[alert.Query]], error) {
			found, err := book.Queries(ctx, serve.From(ctx).Name)
			return answer(Page[alert.Query]{Items: list(found)}), err
		})
	handle(a, operation{does: "POST /alerts", id: "add-alert", says: "Ask to be told", tag: "Alerts", least: account.Reader, status: http.StatusCreated},
		func(ctx context.Context, in *struct {
			Speaking
			Body Alert
		}) (*body[SavedAlert], error) {
			who := serve.From(ctx).Name
			q, told, err := book.Add(ctx, who, in.Body.query(who, a.Tongues.Speak(in.Accept)))
			return answer(SavedAlert{q, told}), err
		})
	handle(a, operation{does: "PUT /alerts/{id}", id: "change-alert", says: "Change an alert of yours", tag: "Alerts", least: account.Reader},
		func(ctx context.Context, in *struct {
			AlertRef
			Body Alert
		}) (*body[SavedAlert], error) {
			was, err := own(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			q := in.Body.query(was.Owner, was.Language)
			q.ID, q.Created = was.ID, was.Created
			if q.Version == 0 {
				q.Version = was.Version
			}
			q, told, err := book.Change(ctx, serve.From(ctx).Name, q)
			return answer(SavedAlert{q, told}), err
		})
	handle(a, operation{does: "DELETE /alerts/{id}", id: "remove-alert", says: "Be told no longer", tag: "Alerts", least: account.Reader},
		func(ctx context.Context, in *AlertRef) (*nothing, error) {
			q, err := own(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return nil, book.Remove(ctx, serve.From(ctx).Name, q.ID)
		})
	handle(a, operation{does: "GET /alerts/{id}/firings", id: "firings", says: "List what an alert of yours told, newest first", tag: "Alerts", least: account.Reader},
		func(ctx context.Context, in *struct {
			AlertRef
			Limit int `query:"limit" minimum:"1" maximum:"1000" default:"100"`
		}) (*body[Page[alert.Firing]], error) {
			q, err := own(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			fired, err := book.Fired(ctx, q.ID, in.Limit)
			return answer(Page[alert.Firing]{Items: list(fired)}), err
		})
	handle(a, operation{does: "POST /alerts/{id}/secrets", id: "renew-alert", says: "Make the secrets of an alert anew", tag: "Alerts", least: account.Reader,
		more: "The address of its feed and the secret of its webhook that were told before are good for nothing any more."},
		func(ctx context.Context, in *AlertRef) (*body[alert.Secrets], error) {
			q, err := own(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			told, err := book.Renew(ctx, serve.From(ctx).Name, q.ID)
			return answer(told), err
		})
	handle(a, operation{does: "POST /alerts/{id}/test", id: "test-alert", says: "Send a sample by webhook and mail", tag: "Alerts", least: account.Reader},
		func(ctx context.Context, in *AlertRef) (*body[Page[serve.Tried]], error) {
			q, err := own(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			tried, err := a.TryAlert(ctx, q)
			return answer(Page[serve.Tried]{Items: list(tried)}), err
		})
}

package api

import (
	"context"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/query"
)

// Within holds the parameters that narrow a search.
type Within struct {
	Outlet string    `query:"outlet" maxLength:"200" doc:"name or domain of an outlet"`
	From   time.Time `query:"from" doc:"published not before"`
	Until  time.Time `query:"until" doc:"published before"`
	Limit  int       `query:"limit" minimum:"1" maximum:"200" default:"20"`
}

type searchIn struct {
	Words string `query:"q" required:"true" minLength:"1" maxLength:"500" doc:"all must be there, in any form"`
	In    string `query:"in" enum:"articles,quotes,findings" default:"articles"`
	Within
}

type quotesIn struct {
	Words   string `query:"q" maxLength:"500" doc:"words of the quote"`
	Speaker string `query:"speaker" maxLength:"200" doc:"name of the speaker, or part of it"`
	Within
}

func (w Within) question(words, in, speaker string) query.Question {
	return query.Question{Words: words, In: in, Speaker: speaker, Outlet: w.Outlet, From: w.From, Until: w.Until, Limit: w.Limit}
}

func (a *API) found() {
	handle(a, operation{does: "GET /search", id: "search", says: "Find articles, quotes or findings, best first", tag: "Search", least: account.Reader},
		func(ctx context.Context, in *searchIn) (*body[query.Results], error) {
			out, err := a.Search.Search(ctx, in.question(in.Words, in.In, ""))
			return answer(out), err
		})
	handle(a, operation{does: "GET /quotes", id: "quotes", says: "Find what somebody said", tag: "Search", least: account.Reader},
		func(ctx context.Context, in *quotesIn) (*body[query.Results], error) {
			out, err := a.Search.Search(ctx, in.question(in.Words, query.InQuotes, in.Speaker))
			return answer(out), err
		})
	handle(a, operation{does: "GET /findings", id: "find-findings", says: "Find findings of all stories", tag: "Search", least: account.Reader},
		func(ctx context.Context, in *struct {
			Words string `query:"q" required:"true" minLength:"1" maxLength:"500" doc:"words of the finding"`
			Within
		}) (*body[query.Results], error) {
			out, err := a.Search.Search(ctx, in.question(in.Words, query.InFindings, ""))
			return answer(out), err
		})
	handle(a, operation{does: "GET /status", id: "status", says: "Tell how the store stands", tag: "Operate", least: account.Reader},
		func(ctx context.Context, _ *nothing) (*body[query.Status], error) {
			out, err := query.NewStatus(ctx, a.Store, a.Health, a.Now())
			return answer(out), err
		})
}

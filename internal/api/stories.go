package api

import (
	"context"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// Story is a story as lists show it.
type Story struct {
	ID          string    `json:"id" example:"s-7be04c19"`
	Title       string    `json:"title"`
	Languages   []string  `json:"languages"`
	Outlets     []string  `json:"outlets"`
	Articles    int       `json:"articles"`
	First       time.Time `json:"first"`
	Last        time.Time `json:"last"`
	Status      string    `json:"status" enum:"corroborated,single-origin,single-article,disputed" doc:"of its best attested finding; empty while it has no dossier"`
	Origins     int       `json:"origins" doc:"most independent origins behind one of its findings"`
	Findings    int       `json:"findings"`
	Differences int       `json:"differences"`
	Contested   int       `json:"contested" doc:"differences that are contradictions"`
	Entities    []string  `json:"entities"`
	Growth      [24]int   `json:"growth" doc:"articles in each of the 24 hours before last, oldest first"`
	Revision    int64     `json:"revision" doc:"rises with each change"`
	Fresh       bool      `json:"fresh" doc:"its dossier is of this revision"`
}

func storyOf(l *store.Listed) Story {
	return Story{
		ID: string(l.ID), Title: l.Title, Languages: list(l.Languages), Outlets: list(l.Outlets), Articles: len(l.Pages),
		First: l.First, Last: l.Last, Status: query.StoryStatus(l), Origins: l.Summary.Origins, Findings: l.Summary.Findings,
		Differences: l.Summary.Differences, Contested: l.Summary.Contested, Entities: list(l.Summary.Entities),
		Growth: l.Growth, Revision: l.Revision, Fresh: l.HasFresh,
	}
}

// list is l as it stands in JSON: [] if there is nothing in it.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

// Page is one page of a listing.
type Page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next" doc:"what to send as after for the page that follows; empty at the end"`
}

// Choosing holds the parameters that choose stories.
type Choosing struct {
	Words       string    `query:"q" maxLength:"500" doc:"words that an article of the story has, all, in any form"`
	From        time.Time `query:"from" doc:"latest article not before"`
	Until       time.Time `query:"until" doc:"latest article before"`
	Outlet      string    `query:"outlet" maxLength:"200" doc:"name of an outlet that tells it"`
	Entity      string    `query:"entity" maxLength:"200" doc:"name of a person, organisation or place it is about"`
	Place       string    `query:"place" maxLength:"200" doc:"name of a place it is about"`
	Language    string    `query:"language" maxLength:"20"`
	Status      string    `query:"status" enum:"corroborated,single-origin,single-article,disputed"`
	Differences bool      `query:"differences" doc:"only with differences"`
	MinArticles int       `query:"min_articles" minimum:"0"`
	MinOrigins  int       `query:"min_origins" minimum:"0"`
	Sort        string    `query:"sort" enum:"recency,origins,growth,size" default:"recency"`
}

func (c Choosing) ask() query.Ask { return query.Ask(c) }

type storiesIn struct {
	Choosing
	After string `query:"after" maxLength:"500" doc:"next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

type entitiesIn struct {
	Choosing
	Limit int `query:"limit" minimum:"1" maximum:"1000" default:"100"`
}

func (a *API) stories() {
	handle(a, operation{does: "GET /stories", id: "stories", says: "List stories", tag: "Stories", least: account.Reader},
		func(ctx context.Context, in *storiesIn) (*body[Page[Story]], error) {
			return a.choose(ctx, in.ask(), in.After, in.Limit)
		})
	handle(a, operation{does: "GET /entities", id: "entities", says: "List who and what stories are about", tag: "Stories", least: account.Reader},
		func(ctx context.Context, in *entitiesIn) (*body[Page[query.Named]], error) {
			names, err := a.Search.Names(ctx, in.ask(), in.Limit)
			return answer(Page[query.Named]{Items: list(names)}), err
		})
}

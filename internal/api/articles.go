package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
)

// ArticleRef names an article.
type ArticleRef struct {
	ID string `path:"id" maxLength:"100" doc:"id of an article, of any version" example:"a-3f9c01d2"`
}

type passageIn struct {
	ArticleRef
	Field string `query:"field" enum:"text,title" default:"text"`
	Start int    `query:"start" minimum:"0" maximum:"16777216" required:"true" doc:"code points from the beginning"`
	End   int    `query:"end" minimum:"1" maximum:"16777216" required:"true" doc:"the first that does not belong to it"`
}

// Article is an article with where it stands.
type Article struct {
	Page    string          `json:"page" doc:"id of the page that it is a version of"`
	Story   string          `json:"story" doc:"empty while it is in none"`
	Current bool            `json:"current" doc:"it is the page's newest version"`
	Article dossier.Article `json:"article" doc:"what was read out of it is there for current versions that are in a story"`
}

// Version is a version of an article, with how it differs from the one before.
type Version struct {
	ID        string    `json:"id"`
	Number    int       `json:"number"`
	Fetched   time.Time `json:"fetched,omitzero"`
	Seen      time.Time `json:"seen"`
	Current   bool      `json:"current"`
	Withdrawn time.Time `json:"withdrawn,omitzero" doc:"when the page was found to be gone"`
	Changes   []Hunk    `json:"changes" doc:"from the version before it"`
}

// Hunk is one change, readable word by word.
type Hunk struct {
	Kind        string   `json:"kind"`
	Field       string   `json:"field"`
	Substantive bool     `json:"substantive" doc:"a reader is told something else"`
	What        []string `json:"what"`
	Pieces      []Piece  `json:"pieces"`
}

// Piece is a run of words that both versions have, or only one of them.
type Piece struct {
	Kind string `json:"kind" enum:"kept,removed,added"`
	Text string `json:"text"`
}

// Passage is a stretch of an article with what rests on it.
type Passage struct {
	Article string              `json:"article"`
	Story   string              `json:"story"`
	Extract query.Extract       `json:"extract"`
	Claims  []query.Explanation `json:"claims" doc:"that touch it, each with the findings it belongs to"`
}

func (a *API) articles() {
	handle(a, operation{does: "GET /articles/{id}", id: "article", says: "Get an article", tag: "Articles", least: account.Reader},
		func(ctx context.Context, in *ArticleRef) (*body[Article], error) {
			out, _, err := a.article(ctx, in.ID)
			return answer(out), err
		})
	handle(a, operation{does: "GET /articles/{id}/versions", id: "versions", says: "List the versions of an article with how they differ", tag: "Articles", least: account.Reader},
		func(ctx context.Context, in *ArticleRef) (*body[Page[Version]], error) {
			out, err := a.versions(ctx, in.ID)
			return answer(Page[Version]{Items: list(out)}), err
		})
	handle(a, operation{does: "GET /articles/{id}/evidence", id: "evidence", says: "Get a passage of an article with what rests on it", tag: "Articles", least: account.Reader},
		func(ctx context.Context, in *passageIn) (*body[Passage], error) {
			out, err := a.passage(ctx, in)
			return answer(out), err
		})
}

// article finds an article, as the dossier of its story has it if it is there;
// the dossier's index is nil if it is not.
func (a *API) article(ctx context.Context, id string) (Article, *query.Index, error) {
	v, err := a.Store.Articles().Article(ctx, news.ArticleID(id))
	if err != nil {
		return Article{}, nil, fmt.Errorf("article %s: %w", id, err)
	}
	out := Article{Page: string(v.Page), Current: v.Current, Article: dossier.FromReading(&news.Reading{Article: v.Effective()})}
	out.Article.Version = v.Version
	story, err := query.StoryOf(ctx, a.Store, v.Page)
	if errors.Is(err, news.ErrNotFound) {
		return out, nil, nil
	}
	out.Story = string(story)
	if err != nil || !v.Current {
		return out, nil, err
	}
	d, err := a.dossier(ctx, out.Story)
	if err != nil {
		return out, nil, err
	}
	x := query.NewIndex(&d)
	if read := x.Article(id); read != nil {
		out.Article = *read
	}
	return out, x, nil
}

func (a *API) versions(ctx context.Context, id string) ([]Version, error) {
	v, err := a.Store.Articles().Article(ctx, news.ArticleID(id))
	if err != nil {
		return nil, fmt.Errorf("article %s: %w", id, err)
	}
	all, err := a.Store.Articles().Versions(ctx, v.Page)
	if err != nil {
		return nil, err
	}
	var out []Version
	for i := range all {
		x := &all[i]
		w := Version{ID: string(x.ID), Number: x.Version, Fetched: x.Fetched, Seen: x.Seen, Current: x.Current, Withdrawn: x.Withdrawn, Changes: []Hunk{}}
		if i > 0 {
			w.Changes = hunks(a.Desk.Difference(&all[i-1], x))
		}
		out = append(out, w)
	}
	return out, nil
}

func hunks(r dossier.Revision) []Hunk {
	out := []Hunk{}
	for _, h := range query.Hunks(&r) {
		x := Hunk{h.Kind, h.Field, h.Substantive, list(h.What), []Piece{}}
		for _, p := range h.Pieces {
			x.Pieces = append(x.Pieces, Piece(p))
		}
		out = append(out, x)
	}
	return out
}

func (a *API) passage(ctx context.Context, in *passageIn) (Passage, error) {
	if in.End <= in.Start {
		return Passage{}, fmt.Errorf("evidence %s: the span ends before it begins: %w", in.ID, news.ErrInvalid)
	}
	art, x, err := a.article(ctx, in.ID)
	if err != nil {
		return Passage{}, err
	}
	span := dossier.Span{in.Start, in.End}
	out := Passage{Article: in.ID, Story: art.Story, Extract: query.CutOf(&art.Article, in.Field, span), Claims: []query.Explanation{}}
	if out.Extract.Text == "" {
		return out, fmt.Errorf("evidence %s: the %s is shorter than that: %w", in.ID, cmp.Or(in.Field, "text"), news.ErrNotFound)
	}
	if x != nil {
		out.Claims = x.Resting(in.ID, in.Field, span)
	}
	return out, nil
}

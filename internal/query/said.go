package query

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
)

// usualPassage is the normal length of a quote or a finding, in words.
const usualPassage = 25

// stories looks for quotes or findings in the dossiers of the stories of hits.
// Every word of a quote or a finding stands in an article that carries it, so
// articles that match are where to look; only those decide, which makes the
// question's outlet and dates hold for what is found. It also returns how many
// articles have no dossier yet, and whether stories were left unopened.
func (a *asking) stories(ctx context.Context, hits []scored) (out []Result, waiting int, more bool, err error) {
	slices.SortStableFunc(hits, func(x, y scored) int { return y.Placed.Compare(x.Placed) })
	members := map[news.StoryID]map[string]scored{}
	var order []news.StoryID
	for _, h := range hits {
		if h.Story == "" {
			waiting++
			continue
		}
		if members[h.Story] == nil {
			members[h.Story] = map[string]scored{}
			order = append(order, h.Story)
		}
		members[h.Story][string(h.Article)] = h
	}
	more = len(order) > openStories
	for _, id := range order[:min(openStories, len(order))] {
		d, err := a.store.Stories().Dossier(ctx, id)
		if errors.Is(err, news.ErrNotFound) {
			waiting += len(members[id])
			continue
		}
		if err != nil {
			return nil, 0, false, err
		}
		var s dossier.Story
		if err := json.Unmarshal(d.JSON, &s); err != nil {
			return nil, 0, false, fmt.Errorf("dossier of %s: %w", id, err)
		}
		x := &opened{a, &s, NewPage(&s), members[id]}
		out = append(out, x.find()...)
	}
	return out, waiting, more, nil
}

// opened is a story that is looked through.
type opened struct {
	*asking
	story   *dossier.Story
	page    *Page
	members map[string]scored // articles that match, by id
}

func (x *opened) find() []Result {
	var out []Result
	if x.q.In == InQuotes {
		for _, g := range x.page.Quotes {
			if r, ok := x.quote(g); ok {
				out = append(out, r)
			}
		}
		return out
	}
	for i := range x.story.Findings {
		if r, ok := x.finding(&x.story.Findings[i]); ok {
			out = append(out, r)
		}
	}
	return out
}

// quote returns the wording of a quote that answers best, in the first article
// that has it and matches.
func (x *opened) quote(g QuoteGroup) (Result, bool) {
	best, found := Result{}, false
	if !named(words(g.Speaker), x.speaker) {
		return best, false
	}
	for _, v := range g.Variants {
		at := x.carrier(v.Marks)
		if at == nil {
			continue
		}
		score, ok := x.answers(at.Language, v.Text)
		if ok && (!found || score > best.Score) {
			best, found = x.result("quote", at, v.Text, score), true
		}
	}
	best.Speaker, best.Role = g.Speaker, g.Role
	best.Articles = g.reach()
	return best, found
}

// named reports whether all words asked for stand in a name.
func named(name, asked []string) bool {
	return !slices.ContainsFunc(asked, func(w string) bool { return !slices.Contains(name, w) })
}

func (x *opened) finding(f *dossier.Finding) (Result, bool) {
	marks := x.page.Marks(f.Claims)
	at := x.carrier(marks)
	if at == nil {
		return Result{}, false
	}
	score, ok := x.answers(at.Language, f.Statement)
	if !ok {
		return Result{}, false
	}
	r := x.result("finding", at, f.Statement, score)
	r.ID, r.Status, r.Origins, r.Articles = f.ID, f.Status, f.Origins, len(marks)
	return r, true
}

// carrier returns the first of the numbered articles that match.
func (x *opened) carrier(marks []int) *dossier.Article {
	for _, n := range marks {
		if _, ok := x.members[x.story.Articles[n-1].ID]; ok {
			return &x.story.Articles[n-1]
		}
	}
	return nil
}

func (x *opened) result(kind string, at *dossier.Article, s string, score float64) Result {
	r := Result{Kind: kind, ID: at.ID, Story: x.story.ID, Score: score, Title: x.story.Title, Text: s, Article: at.ID}
	r.from(at)
	r.Marks = x.whole(at.Language, s)
	r.placed = x.members[at.ID].Placed
	return r
}

// answers reports whether a text has all words of the question, and how well it
// answers. A question without words is answered by everything alike.
func (x *opened) answers(tag, s string) (float64, bool) {
	if len(x.asking.words) == 0 {
		return 0, true
	}
	terms := x.terms.Of(tag, s)
	best, found := 0.0, false
	for _, reading := range x.asking.words {
		tf := make([]float64, len(reading))
		for i, t := range reading {
			for _, w := range terms {
				if w == t {
					tf[i]++
				}
			}
		}
		if !slices.Contains(tf, 0) {
			best, found = max(best, round(bm25(x.terms, reading, tf, float64(len(terms)), usualPassage))), true
		}
	}
	return best, found
}

// Package labels gives training what it needs of events labelled by hand (the
// label format of docs/labels.md, which package eval reads): the labels, the
// story as the pipeline reads it, and which claims hold a labelled statement.
package labels

import (
	"context"
	"slices"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/stage/lineage"
)

// Event is a labelled event with its story, read and traced.
type Event struct {
	Labels eval.Labels
	Story  news.Story
}

// Load reads, cleans and extracts the labelled events of a set, by file name. It
// returns an error that wraps news.ErrInvalid if there are none.
func Load(ctx context.Context, packs *lang.Packs, set eval.Set) ([]Event, error) {
	labels, err := set.Read()
	if err != nil {
		return nil, err
	}
	docs := map[string]news.RawDocument{}
	for d := range ingest.Read(ctx, []string{set.File()}, ingest.Options{}) {
		docs[d.Ref] = d
	}
	pipe, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	trace := lineage.New(packs)
	var out []Event
	for _, l := range labels {
		var raws []news.RawDocument
		for _, id := range l.Articles {
			raws = append(raws, docs[id])
		}
		articles, err := pipe.Articles(ctx, slices.Values(raws))
		if err != nil {
			return nil, err
		}
		out = append(out, Event{l, Read(pipe, trace, news.Story{Languages: []string{l.Language}}, articles)})
	}
	return out, nil
}

// Read returns s with the readings of the articles and the links between them.
func Read(pipe *pipeline.Pipeline, trace *lineage.Tracer, s news.Story, articles []news.Article) news.Story {
	s.Readings = nil
	for _, a := range articles {
		s.Readings = append(s.Readings, pipe.Read(a))
	}
	s.Lineage = trace.Links(s.Readings)
	return s
}

// Holders finds the claims of a story that hold labelled statements.
type Holders struct {
	texts map[string][]string // an article's id in the labels → the texts of its claims
	at    map[string][]int    // and where those stand in the story
}

// NewHolders prepares the claims of s, which must be numbered.
func NewHolders(s *news.Story) *Holders {
	h := &Holders{map[string][]string{}, map[string][]int{}}
	refs := map[news.ArticleID]string{}
	for _, r := range s.Readings {
		refs[r.Article.ID] = r.Article.Ref
	}
	for i := range s.Claims {
		ref := refs[s.Claims[i].Article]
		h.texts[ref], h.at[ref] = append(h.texts[ref], s.Claims[i].Text), append(h.at[ref], i)
	}
	return h
}

// Of returns the claims that hold a statement, as eval.Holders finds them; none
// if there are none.
func (h *Holders) Of(p eval.Passage) []int {
	var out []int
	for _, i := range eval.Holders(p.Text, h.texts[p.Article]) {
		out = append(out, h.at[p.Article][i])
	}
	return out
}

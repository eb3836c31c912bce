package reconcile

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// carriedShare is the least share of a person's words that come through a
// named carrier for the person not to count as heard by the articles.
const carriedShare = 1.0 / 3

// carriedPeople returns the people of the story's titles whose words come
// through carriers: the two ends of a telephone call, each told by its own
// side. Whoever is quoted directly for the most part is an origin.
func (t *table) carriedPeople() map[news.SourceID]bool {
	all, via := map[news.SourceID]float64{}, map[news.SourceID]float64{}
	for i := range t.views {
		if at := t.views[i].Attribution; len(at) > 0 {
			all[at[0].Source]++
			if len(at) > 1 && at[1].Source != at[0].Source {
				via[at[0].Source]++
			}
		}
	}
	out := map[news.SourceID]bool{}
	for s, n := range via {
		if n >= 2 && n >= carriedShare*all[s] && t.inTitles(s) {
			out[s] = true
		}
	}
	return out
}

// carriersOf returns, if there are carried people, the institutions and agencies
// that two and at least half of the articles cite.
func (t *table) carriersOf(carried map[news.SourceID]bool) map[news.SourceID]bool {
	if len(carried) == 0 {
		return nil
	}
	out := map[news.SourceID]bool{}
	for _, s := range t.story.Sources {
		n := len(s.Articles)
		if (s.Kind == news.Institution || s.Kind == news.Agency) && n >= 2 && 2*n >= len(t.story.Readings) && !carried[s.ID] {
			out[s.ID] = true
		}
	}
	return out
}

// inTitles reports whether at least half of the titles name a source.
func (t *table) inTitles(id news.SourceID) bool {
	name := wordsOf(text.Fold(t.sourceName(id)))
	if len(name) == 0 {
		return false
	}
	have, titles := 0, 0
	for i := range t.story.Readings {
		if title := t.story.Readings[i].Article.Title; title != "" {
			titles++
			if slices.Contains(wordsOf(text.Fold(title)), name[len(name)-1]) || slices.Contains(wordsOf(text.Fold(title)), name[0]) {
				have++
			}
		}
	}
	return have > 0 && 2*have >= titles
}

package reconcile

import "github.com/selisik/selisik/internal/news"

// Shares by which an article's own voice rests on one source.
const (
	restsAll  = 0.6 // of the attributed claims are the source's
	restsSome = 0.2 // of all claims are
)

// restsOn returns what an article credits as a whole; without that, the one
// source that nearly all of its attributed claims come from. A person must
// carry a fair share of the article: a few words of a bystander do not make the
// report his; an official or a document needs no share.
func (t *table) restsOn(art int) news.SourceID {
	if s := t.credited(art); s != "" {
		return s
	}
	count := map[news.SourceID]int{}
	attributed := 0
	var best news.SourceID
	for _, c := range t.by[art] {
		if who := t.views[c].who; who != "" {
			count[who]++
			attributed++
			if count[who] > count[best] {
				best = who
			}
		}
	}
	n := float64(count[best])
	if n == 0 || n < restsAll*float64(attributed) || !t.authority(best) && n < restsSome*float64(len(t.by[art])) {
		return ""
	}
	return best
}

// sourceName is the name of a source; "" if there is none.
func (t *table) sourceName(id news.SourceID) string {
	for i := range t.story.Sources {
		if t.story.Sources[i].ID == id {
			return t.story.Sources[i].Name
		}
	}
	return ""
}

// authority reports whether a source speaks for an office or a record.
func (t *table) authority(id news.SourceID) bool {
	for _, s := range t.story.Sources {
		if s.ID == id {
			return s.Kind == news.Official || s.Kind == news.Institution || s.Kind == news.Document || s.Kind == news.Agency
		}
	}
	return false
}

// credited is the source that the article credits for the whole report.
func (t *table) credited(art int) news.SourceID {
	for _, m := range t.story.Readings[art].Sources {
		if !m.Whole {
			continue
		}
		for _, s := range t.story.Sources {
			if s.Name == m.Name {
				return s.ID
			}
		}
	}
	return ""
}

package reconcile

import "github.com/selisik/selisik/internal/news"

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

package reconcile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// houses makes one origin of those who speak for one institution: an official
// whose role names it ("head of X of the Y agency", Y), and officials whose
// roles name the same.
type houses struct {
	index map[news.SourceID]int
	ids   []news.SourceID
	up    unionFind
}

// speaker is a source with the proper names in its roles, folded.
type speaker struct {
	name   []string // words
	proper []string
}

func (t *table) houses() *houses {
	h := &houses{index: map[news.SourceID]int{}}
	speakers := make([]speaker, len(t.story.Sources))
	for i, s := range t.story.Sources {
		h.index[s.ID] = i
		h.ids = append(h.ids, s.ID)
		speakers[i].name = wordsOf(text.Fold(s.Name))
	}
	h.up.grow(len(h.ids))
	for i := range t.views {
		for _, a := range t.views[i].Attribution {
			if k, ok := h.index[a.Source]; ok && a.Role != "" {
				speakers[k].add(a.Role)
			}
		}
	}
	for i := range speakers {
		for j := range i {
			if t.sameDesk(i, j) || speakers[i].speaksFor(speakers[j]) || speakers[j].speaksFor(speakers[i]) || oneHouse(speakers[i].proper, speakers[j].proper) {
				h.up.join(i, j)
			}
		}
	}
	return h
}

// sameDesk reports whether one of two sources is a mere description ("state
// media") and the other the only agency that its articles name beside it.
func (t *table) sameDesk(i, j int) bool {
	a, b := &t.story.Sources[i], &t.story.Sources[j]
	return described(a) && t.onlyAgency(b, a.Articles) || described(b) && t.onlyAgency(a, b.Articles)
}

// described reports whether a carrier is not named but described.
func described(s *news.Source) bool {
	r, _ := utf8.DecodeRuneInString(s.Name)
	return unicode.IsLower(r) && (s.Kind == news.OutletKind || s.Kind == news.Agency)
}

// onlyAgency reports whether s is an agency that all of the articles cite, and
// the only one that they do.
func (t *table) onlyAgency(s *news.Source, articles []news.ArticleID) bool {
	for i := range t.story.Sources {
		o := &t.story.Sources[i]
		if o.Kind == news.Agency && o.ID != s.ID && slices.ContainsFunc(articles, func(a news.ArticleID) bool { return slices.Contains(o.Articles, a) }) {
			return false
		}
	}
	return s.Kind == news.Agency && !slices.ContainsFunc(articles, func(a news.ArticleID) bool { return !slices.Contains(s.Articles, a) })
}

// add takes the capitalised words of a role but its first, which is a title.
func (s *speaker) add(role string) {
	for i, w := range strings.Fields(role) {
		r, _ := utf8.DecodeRuneInString(strings.Trim(w, "(),."))
		low := strings.ToLower(strings.Trim(w, "(),."))
		if i > 0 && unicode.IsUpper(r) && !slices.Contains(s.proper, low) {
			s.proper = append(s.proper, low)
		}
	}
}

// speaksFor reports whether s's role holds the whole name of o, and o has no
// role of its own.
func (s speaker) speaksFor(o speaker) bool {
	return len(o.name) > 0 && len(o.proper) == 0 && subset(o.name, s.proper)
}

// oneHouse reports whether two roles share two proper names or more, half of
// the shorter's.
func oneHouse(a, b []string) bool {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n >= 2 && 2*n >= min(len(a), len(b))
}

// of is the source that stands for s's house; s itself if it has none.
func (h *houses) of(s news.SourceID) news.SourceID {
	if i, ok := h.index[s]; ok {
		return h.ids[h.up.root(i)]
	}
	return s
}

package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// evidence lists the articles with, under each, the exact passages that the
// statements above rest on.
func (s *sheet) evidence() {
	s.section("evidence.heading")
	cited := s.cited()
	for i := range s.Story.Articles {
		s.article(i, cited[i+1])
	}
}

// cited gathers the passages of what was shown, by article, in reading order,
// with the ids of the statements that rest on each.
func (s *sheet) cited() map[int][]passage {
	by := map[int][]passage{}
	cite := func(id string, claims []string) {
		for _, p := range s.Passages(claims) {
			list := by[p.Article]
			i := slices.IndexFunc(list, func(o passage) bool { return o.Passage == p })
			if i < 0 {
				list = append(list, passage{Passage: p})
				i = len(list) - 1
			}
			if !slices.Contains(list[i].ids, id) {
				list[i].ids = append(list[i].ids, id)
			}
			by[p.Article] = list
		}
	}
	for _, x := range s.Sections() {
		for _, it := range first(x.Items, s.max) {
			cite(it.ID, it.Claims)
		}
	}
	for _, d := range first(s.Differs, s.max) {
		cite(d.ID, d.Claims())
	}
	for _, list := range by {
		slices.SortStableFunc(list, func(a, b passage) int { return a.compare(b) })
	}
	return by
}

// passage is a cited stretch with the statements that rest on it.
type passage struct {
	query.Passage
	ids []string
}

func (p passage) compare(o passage) int {
	if p.Field != o.Field {
		return strings.Compare(o.Field, p.Field) // the title first
	}
	return p.Span[0] - o.Span[0]
}

func (s *sheet) article(i int, cited []passage) {
	a := &s.Story.Articles[i]
	fmt.Fprintf(s, "%s <a id=\"%s-%d\"></a>\\[%d\\] %s\n\n", strings.Repeat("#", s.level+2), s.anchor, i+1, i+1, escape(s.w.Outlet(a)))
	fmt.Fprintf(s, "%s · %s\n\n", link(escape(face.Title(a)), face.Address(a.URL)), escape(s.source(a)))
	s.history(a)
	for _, p := range cited {
		text := a.Text
		if p.Field == "title" {
			text = a.Title
		}
		ids := "`" + strings.Join(p.ids, "` `") + "`"
		fmt.Fprintf(s, "> %s\n>\n> %s\n\n", escape(query.Cut(text, p.Span)), ids)
	}
}

// source tells when an article was published and what was read.
func (s *sheet) source(a *dossier.Article) string {
	out := s.w.Published(a.Published)
	if face.Address(a.URL) == "" {
		out += " · " + face.Line(a.Input)
	}
	return out
}

package terminal

import (
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// sign shows a status by shape, and by colour where there is one.
var signs = map[string]run{
	"corroborated":   {"● ", green},
	"single-origin":  {"◐ ", yellow},
	"single-article": {"○ ", faint},
	"disputed":       {"▲ ", red},
}

func sign(it query.Item) run {
	r, ok := signs[it.Status()]
	if !ok {
		r = run{"· ", faint}
	}
	r.text = "  " + r.text
	return r
}

// items draws a section of statements; a second line tells on what each rests,
// but for those of one article and of the background.
func (s *sheet) items(key string, items []query.Item) {
	if len(items) == 0 {
		return
	}
	origins := key != "single" && key != "background"
	s.section(key)
	for _, it := range first(items, s.max) {
		id := run{s.prefix + face.Line(it.ID), faint}
		text := []run{{face.Line(it.Text), normal}, {marks(it.Marks), blue}}
		if !origins || it.Finding == nil || len(s.Story.Articles) == 1 {
			s.para(sign(it), append(text, id)...)
			s.noted(it.Notes())
			continue
		}
		s.para(sign(it), text...)
		s.para(run{"    ", normal}, run{s.w.Basis(s.Page, it) + " ·", signs[it.Status()].style}, id)
		s.noted(it.Notes())
	}
	s.more(len(items))
}

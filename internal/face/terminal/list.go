package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
)

// WriteStories draws the list of stories with their articles. It returns the
// error of w.
func WriteStories(w io.Writer, l dossier.Stories, opt Options) error {
	opt = opt.withDefaults()
	c := &canvas{width: opt.Width, color: opt.Color}
	words := face.In(opt.Packs, opt.Tag)
	if len(l.Stories) == 0 {
		c.para(run{}, run{words.Say("empty"), normal})
	}
	for i, s := range l.Stories {
		c.para(run{pad(strconv.Itoa(i+1)+".", 5), faint}, run{face.Line(s.Title), bold},
			run{words.Count("articles", len(s.Articles)) + " · " + face.Line(s.ID), faint})
		for _, a := range s.Articles {
			name := face.Line(a.Input)
			if a.Ref != nil {
				name = face.Line(*a.Ref) + "  " + name
			}
			c.para(run{"     ", normal}, run{face.Line(a.ID), blue}, run{name, normal})
		}
	}
	return c.flush(w)
}

// WriteArticle draws one article: what is known of it, its text, what was
// removed and what was read out of it. It returns the error of w.
func WriteArticle(w io.Writer, a dossier.Article, opt Options) error {
	opt = opt.withDefaults()
	s := &single{&canvas{width: opt.Width, color: opt.Color}, face.In(opt.Packs, opt.Tag, a.Language), &a}
	s.para(run{}, run{face.Line(a.Title), bold})
	s.head()
	s.blank()
	for _, p := range strings.Split(face.Block(a.Text), "\n") {
		if p = face.Line(p); p != "" {
			s.para(run{}, run{p, normal})
			s.blank()
		}
	}
	s.quotes()
	s.readings()
	s.removed()
	return s.flush(w)
}

// single draws one article.
type single struct {
	*canvas
	w *face.Words
	a *dossier.Article
}

func (s *single) field(key, value string) {
	if value = face.Line(value); value != "" {
		s.para(run{pad(s.w.Say(key), 12), faint}, run{value, normal})
	}
}

func (s *single) head() {
	s.field("table.outlet", s.w.Outlet(s.a))
	if s.a.Byline != nil {
		s.field("byline", *s.a.Byline)
	}
	when := s.w.Published(s.a.Published)
	if s.a.Published != nil {
		when += " · " + s.w.Label("basis", s.a.Published.Basis)
	}
	s.field("published", when)
	s.field("language", s.a.Language)
	s.field("url", face.Address(s.a.URL))
	s.field("input", s.a.Input)
	s.field("content-id", s.a.ID)
}

func (s *single) section(key string, n int) bool {
	if n > 0 {
		s.para(run{}, run{strings.ToUpper(s.w.Say(key)) + " (" + s.w.Int(n) + ")", heading})
	}
	return n > 0
}

func (s *single) quotes() {
	if !s.section("quotes", len(s.a.Quotes)) {
		return
	}
	for _, q := range s.a.Quotes {
		name := s.w.Say("speaker.unknown")
		if q.Speaker != nil {
			name = face.Line(*q.Speaker)
		}
		if q.Role != nil {
			name += ", " + face.Line(*q.Role)
		}
		s.para(run{"  ", normal}, run{name + ":", bold}, run{face.Quoted(q.Text), normal})
	}
	s.blank()
}

// readings draws quantities, times and sources, a line each.
func (s *single) readings() {
	if s.section("quantities", len(s.a.Quantities)) {
		for _, q := range s.a.Quantities {
			s.para(run{"  ", normal}, run{face.Line(q.Text), bold}, run{"→ " + bounds(q), faint})
		}
		s.blank()
	}
	if s.section("times", len(s.a.Times)) {
		for _, t := range s.a.Times {
			s.para(run{"  ", normal}, run{face.Line(t.Text), bold}, run{"→ " + s.w.Span(t.Start, t.End), faint}, run{face.Line(t.Note), red})
		}
		s.blank()
	}
	if s.section("sources", len(s.a.Sources)) {
		for _, x := range s.a.Sources {
			s.para(run{"  ", normal}, run{face.Line(x.Name), bold}, run{s.w.Label("source", x.Kind), faint})
		}
		s.blank()
	}
}

// bounds writes a quantity: "≥ 10000 tentara", "~ 15000 tentara".
func bounds(q dossier.Quantity) string {
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	out := ""
	switch {
	case q.Min == nil && q.Max == nil:
		out = "?"
	case q.Max == nil:
		out = "≥ " + number(*q.Min)
	case q.Min == nil:
		out = "≤ " + number(*q.Max)
	case *q.Min == *q.Max:
		out = number(*q.Min)
	default:
		out = number(*q.Min) + "–" + number(*q.Max)
	}
	if q.Approx {
		out = "~ " + out
	}
	return strings.TrimSpace(out + " " + face.Line(q.Unit))
}

func (s *single) removed() {
	if !s.section("removed", len(s.a.Removed)) {
		return
	}
	for _, r := range s.a.Removed {
		s.para(run{"  ", normal}, run{s.w.Label("reason", r.Reason) + ":", faint}, run{face.Clip(face.Line(r.Text), 200), normal})
	}
}

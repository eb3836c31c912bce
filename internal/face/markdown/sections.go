package markdown

import (
	"fmt"
	"strings"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// differs draws each difference as a table: value, who says it, where.
func (s *sheet) differs() {
	if len(s.Differs) == 0 {
		return
	}
	s.section("differs")
	for _, d := range first(s.Differs, s.max) {
		s.difference(d)
	}
	s.more(len(s.Differs))
}

func (s *sheet) difference(d query.Difference) {
	fmt.Fprintf(s, "**%s**", escape(s.w.Differs(d)))
	if about := s.w.About(d, 160); about != "" {
		fmt.Fprintf(s, " — %s", escape(about))
	}
	fmt.Fprintf(s, " `%s`", d.ID)
	if text := s.w.Explains(s.Story, d); text != "" {
		fmt.Fprintf(s, "\n_%s_", escape(text))
	}
	fmt.Fprintf(s, "\n\n| %s | %s |\n| --- | --- |\n", escape(s.w.Say("table.value")), escape(s.w.Say("table.who")))
	for _, side := range d.Sides {
		fmt.Fprintf(s, "| %s | %s |\n", escape(side.Value), s.sayers(side))
	}
	s.WriteByte('\n')
	if notes := d.Finding.Notes; len(notes) > 0 {
		s.noted(notes)
		s.WriteByte('\n')
	}
}

func (s *sheet) sayers(side query.Side) string {
	var out []string
	for _, y := range side.Sayers {
		out = append(out, escape(s.w.Sayer(s.Page, y))+" "+s.cites(y.Marks))
	}
	return strings.Join(out, ", ")
}

func (s *sheet) quotes() {
	if len(s.Quotes) == 0 {
		return
	}
	s.section("quotes")
	for _, g := range query.Together(first(s.Quotes, s.max)) {
		if len(g.Variants) == 1 {
			fmt.Fprintf(s, "- **%s**: %s %s\n", escape(s.w.Speaker(g)), escape(face.Quoted(g.Variants[0].Text)), s.cites(g.Variants[0].Marks))
			continue
		}
		fmt.Fprintf(s, "- **%s** (%s):\n", escape(s.w.Speaker(g)), escape(s.w.Count("variants", len(g.Variants))))
		for _, v := range g.Variants {
			fmt.Fprintf(s, "  - %s %s\n", escape(face.Quoted(v.Text)), s.cites(v.Marks))
		}
	}
	s.more(len(s.Quotes))
}

func (s *sheet) timeline() {
	if len(s.Timeline) == 0 {
		return
	}
	s.section("timeline")
	fmt.Fprintf(s, "| %s | %s |\n| --- | --- |\n", escape(s.w.Say("table.time")), escape(s.w.Say("table.what")))
	entries, _ := s.Nearest(s.max)
	for _, t := range entries {
		fmt.Fprintf(s, "| %s | %s %s |\n", escape(s.w.Span(t.Start, t.End)), escape(t.Text), s.cites(s.Marks(t.Claims)))
	}
	s.more(len(s.Timeline))
}

func (s *sheet) copies() {
	if len(s.Copies) == 0 {
		return
	}
	s.section("copies")
	for _, c := range first(s.Copies, s.max) {
		fmt.Fprintf(s, "- %s %s ← %s\n", escape(s.w.Copy(s.Page, c)), s.cites([]int{c.To}), s.cites([]int{c.From}))
	}
	s.more(len(s.Copies))
}

func (s *sheet) omits() {
	if len(s.Omits) == 0 {
		return
	}
	s.section("omits")
	for _, o := range first(s.Omits, s.max) {
		var parts []string
		for _, f := range first(o.Findings, 3) {
			parts = append(parts, escape(face.Clip(face.Line(f.Statement), 90))+" `"+f.ID+"`")
		}
		if n := len(o.Findings) - 3; n > 0 {
			parts = append(parts, escape(s.w.Say("more", "n", s.w.Int(n))))
		}
		fmt.Fprintf(s, "- **%s** %s: %s\n", escape(s.w.Outlet(&s.Story.Articles[o.Article-1])), s.cites([]int{o.Article}), strings.Join(parts, "; "))
	}
	s.more(len(s.Omits))
}

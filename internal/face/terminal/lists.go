package terminal

import (
	"strconv"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// sideBySide is the width from which on two wordings stand beside each other.
const sideBySide = 72

// quotes draws what was said in several wordings, those side by side, then as
// many others as there is room for.
func (s *sheet) quotes() {
	if len(s.Quotes) == 0 {
		return
	}
	s.section("quotes")
	speaker := ""
	for _, g := range query.Together(first(s.Quotes, s.max)) {
		var lead []run
		if name := s.w.Speaker(g); name != speaker || len(g.Variants) > 1 {
			lead = append(lead, run{name, bold})
			speaker = name
		}
		if len(g.Variants) > 1 {
			lead = append(lead, run{"· " + s.w.Count("variants", len(g.Variants)), yellow})
		}
		if len(lead) > 0 {
			s.para(run{"  ", normal}, lead...)
		}
		s.variants(g.Variants)
	}
	s.more(len(s.Quotes))
}

func (s *sheet) variants(vs []query.Variant) {
	if len(vs) < 2 || s.width < sideBySide {
		for _, v := range vs {
			s.para(run{"    ", normal}, variant(v)...)
		}
		return
	}
	for ; len(vs) > 1; vs = vs[2:] {
		s.beside(variant(vs[0]), variant(vs[1]))
	}
	for _, v := range vs {
		s.para(run{"    ", normal}, variant(v)...)
	}
}

func variant(v query.Variant) []run {
	return []run{{face.Quoted(v.Text), normal}, {marks(v.Marks), blue}}
}

// beside draws two paragraphs in two columns.
func (s *sheet) beside(a, b []run) {
	col := (s.width - 8) / 2
	left, right := wrap(a, col-1), wrap(b, col)
	for i := range max(len(left), len(right)) {
		s.out.WriteString("    ")
		used := 0
		if i < len(left) {
			used = s.line(left[i])
		}
		if i < len(right) {
			s.out.WriteString(pad("", col-used))
			s.put(run{"│ ", faint})
			s.line(right[i])
		}
		s.blank()
	}
}

// line writes the runs of one line and returns its width.
func (s *sheet) line(runs []run) int {
	n := 0
	for j, r := range runs {
		if j > 0 {
			s.out.WriteByte(' ')
			n++
		}
		s.put(r)
		n += columns(r.text)
	}
	return n
}

// widestTime is how many columns the times of the timeline take at the most; a
// longer one has a line of its own.
const widestTime = 26

func (s *sheet) timeline() {
	if len(s.Timeline) == 0 {
		return
	}
	s.section("timeline")
	entries, _ := s.Nearest(s.max + s.max/2)
	column := 0
	for _, t := range entries {
		column = max(column, min(columns(s.w.Span(t.Start, t.End)), widestTime)+4)
	}
	if s.width < sideBySide {
		column = 4
	}
	for _, t := range entries {
		label := "  " + s.w.Span(t.Start, t.End)
		when := run{pad(label, column), bold}
		if columns(label) > column-2 {
			s.para(run{"  ", normal}, run{label, bold})
			when = run{pad("", column), normal}
		}
		s.para(when, run{face.ClipAround(face.Line(t.Text), face.Line(s.Dated(t)), 160), normal}, run{marks(s.Marks(t.Claims)), blue})
	}
	s.more(len(s.Timeline) - s.max/2)
}

func (s *sheet) copies() {
	if len(s.Copies) == 0 {
		return
	}
	s.section("copies")
	for _, c := range first(s.Copies, s.max) {
		s.para(run{"  ", normal}, run{s.w.Copy(s.Page, c), normal}, run{marks([]int{c.To}) + "←" + marks([]int{c.From}), blue})
	}
	s.more(len(s.Copies))
}

// omits tells for each article the two weightiest findings it leaves out.
func (s *sheet) omits() {
	if len(s.Omits) == 0 {
		return
	}
	s.section("omits")
	for _, o := range first(s.Omits, s.max) {
		a := &s.Story.Articles[o.Article-1]
		s.para(run{pad("  "+marks([]int{o.Article}), 7), blue}, run{s.w.Outlet(a) + ":", bold}, run{s.omitted(o), normal})
	}
	s.more(len(s.Omits))
}

func (s *sheet) omitted(o query.Omission) string {
	out := ""
	for i, f := range first(o.Findings, 2) {
		if i > 0 {
			out += "; "
		}
		out += face.Clip(face.Line(f.Statement), 60) + " (" + s.prefix + f.ID + ")"
	}
	if n := len(o.Findings) - 2; n > 0 {
		out += "; " + s.w.Say("more", "n", strconv.Itoa(n))
	}
	return out
}

// articles lists what the marks stand for.
func (s *sheet) articles() {
	s.section("articles.heading")
	for i := range s.Story.Articles {
		a := &s.Story.Articles[i]
		lead := run{pad("  ["+strconv.Itoa(i+1)+"]", 7), blue}
		s.para(lead, run{s.w.Outlet(a), bold}, run{"· " + s.w.Published(a.Published) + " ·", faint}, run{face.Title(a), normal})
		if u := address(a.URL, a.Input); u != "" {
			s.whole("       ", run{u, faint})
		}
		s.history(a)
	}
	s.blank()
}

// address is where an article can be read: its URL, else the input.
func address(url *string, input string) string {
	if u := face.Address(url); u != "" {
		return u
	}
	return face.Line(input)
}

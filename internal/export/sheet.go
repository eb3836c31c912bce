package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// sheet draws one story into a text document, as the faces do: from query.Page
// with the phrases of the packs.
type sheet struct {
	*odtBody
	*query.Page
	w      *face.Words
	anchor string
}

// most is how many of one kind a sheet shows.
const most = 50

func newSheet(b *odtBody, s *dossier.Story, w *face.Words, anchor string) *sheet {
	return &sheet{b, query.NewPage(s), w, anchor}
}

func (s *sheet) draw() {
	s.head()
	parts := map[string]func(){"notes": s.noted, "differs": s.differs, "quotes": s.quotes, "timeline": s.timeline, "copies": s.copies}
	for _, x := range s.Sections() {
		if draw := parts[x.Key]; draw != nil {
			draw()
		} else {
			s.items(x.Key, x.Items)
		}
	}
	s.evidence()
}

func (s *sheet) head() {
	s.heading(1, plain(s.Story.Title))
	parts := []string{s.w.Reach(s.Page), s.w.Days(s.Story)}
	if s.Main != nil && len(s.Story.Articles) > 1 {
		parts = append(parts, s.w.Say("main-origins", "origins", s.w.Origins(s.Main.Origins, s.MainOrigins)))
	}
	s.paragraph("Small", plain(joined(" · ", parts...)))
}

// section writes a heading and a list with how many of n are not in it.
func (s *sheet) section(key string, items []markup, n int) {
	if n == 0 {
		return
	}
	s.heading(2, plain(s.w.Say(key)))
	s.list(items)
	s.more(n)
}

func (s *sheet) more(n int) {
	if n > most {
		s.paragraph("Small", plain(s.w.Say("more", "n", s.w.Int(n-most))))
	}
}

func first[T any](list []T) []T { return list[:min(most, len(list))] }

// cites are numbers of articles that lead to their evidence.
func (s *sheet) cites(ns []int) markup {
	var out markup
	for _, n := range ns {
		out += linked("["+strconv.Itoa(n)+"]", "#"+s.place(n))
	}
	return out
}

// place names where the evidence of an article is.
func (s *sheet) place(n int) string { return s.anchor + "-" + strconv.Itoa(n) }

func (s *sheet) items(key string, items []query.Item) {
	var out []markup
	for _, it := range first(items) {
		line := plain(it.Text) + " " + s.cites(it.Marks)
		if it.Finding != nil && len(s.Story.Articles) > 1 {
			line += " — " + plain(s.w.Basis(s.Page, it))
		}
		out = append(out, line+" "+mute(it.ID))
	}
	s.section(key, out, len(items))
}

// noted tells what was changed or withdrawn, of findings and of the story.
func (s *sheet) noted() {
	var out []markup
	for _, n := range s.Story.Notes {
		out = append(out, plain(s.w.StoryNote(s.Page, n)))
	}
	for i := range s.Story.Findings {
		for _, n := range s.Story.Findings[i].Notes {
			out = append(out, plain(s.w.Note(s.Page, n))+" "+mute(s.Story.Findings[i].ID))
		}
	}
	s.section("notes", first(out), len(out))
}

func (s *sheet) differs() {
	if len(s.Differs) == 0 {
		return
	}
	s.heading(2, plain(s.w.Say("differs")))
	for _, d := range first(s.Differs) {
		s.paragraph("Standard", strong(s.w.Differs(d)), " — ", plain(d.About), " ", mute(d.ID))
		var rows [][]markup
		for _, side := range d.Sides {
			rows = append(rows, []markup{plain(side.Value), s.sayers(side)})
		}
		s.table([]string{s.w.Say("table.value"), s.w.Say("table.who")}, rows)
		s.paragraph("Small", plain(d.Text))
	}
	s.more(len(s.Differs))
}

func (s *sheet) sayers(side query.Side) markup {
	var out []string
	for _, y := range side.Sayers {
		out = append(out, string(plain(s.w.Sayer(s.Page, y))+" "+s.cites(y.Marks)))
	}
	return markup(strings.Join(out, ", "))
}

func (s *sheet) quotes() {
	var out []markup
	for _, g := range query.Together(first(s.Quotes)) {
		line := strong(s.w.Speaker(g)) + ":"
		for _, v := range g.Variants {
			line += " " + plain(face.Quoted(v.Text)) + " " + s.cites(v.Marks)
		}
		out = append(out, line)
	}
	s.section("quotes", out, len(s.Quotes))
}

func (s *sheet) timeline() {
	if len(s.Timeline) == 0 {
		return
	}
	s.heading(2, plain(s.w.Say("timeline")))
	entries, _ := s.Nearest(most)
	var rows [][]markup
	for _, t := range entries {
		rows = append(rows, []markup{plain(s.w.Span(t.Start, t.End)), plain(t.Text) + " " + s.cites(s.Marks(t.Claims))})
	}
	s.table([]string{s.w.Say("table.time"), s.w.Say("table.what")}, rows)
	s.more(len(s.Timeline))
}

func (s *sheet) copies() {
	var out []markup
	for _, c := range first(s.Copies) {
		out = append(out, plain(s.w.Copy(s.Page, c))+" "+s.cites([]int{c.To})+" ← "+s.cites([]int{c.From}))
	}
	s.section("copies", out, len(s.Copies))
}

// evidence lists the articles with the passages on which the brief and the
// differences rest, in reading order.
func (s *sheet) evidence() {
	s.heading(2, plain(s.w.Say("evidence.heading")))
	cited := s.Passages(s.cited())
	for i := range s.Story.Articles {
		a := &s.Story.Articles[i]
		s.heading(3, bookmark(s.place(i+1)), plain("["+strconv.Itoa(i+1)+"] "+s.w.Outlet(a)))
		u := face.Address(a.URL)
		parts := []markup{linked(face.Title(a), u), " · ", plain(s.w.Published(a.Published))}
		if u == "" {
			parts = append(parts, " · ", plain(a.Input))
		}
		s.paragraph("Standard", parts...)
		for _, p := range cited {
			if p.Article == i+1 {
				s.paragraph("Quotations", plain(query.Cut(fieldOf(a, p.Field), p.Span)))
			}
		}
	}
}

// cited are the claims of all that the sheet shows.
func (s *sheet) cited() []string {
	var out []string
	for _, x := range s.Sections() {
		for _, it := range first(x.Items) {
			out = append(out, it.Claims...)
		}
	}
	for _, d := range first(s.Differs) {
		out = append(out, d.Claims()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// fieldOf is an article's title or text.
func fieldOf(a *dossier.Article, field string) string {
	if field == "title" {
		return a.Title
	}
	return a.Text
}

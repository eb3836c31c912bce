package markdown

import (
	"fmt"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// noted writes the notes of a finding as a list below its statement.
func (s *sheet) noted(notes []dossier.FindingNote) {
	for _, n := range first(notes, s.max) {
		fmt.Fprintf(s, "  - ⚠ %s\n", escape(s.w.Note(s.Page, n)))
	}
}

// notes writes what articles said and say no more.
func (s *sheet) notes() {
	if len(s.Story.Notes) == 0 {
		return
	}
	s.section("notes")
	for _, n := range first(s.Story.Notes, s.max) {
		fmt.Fprintf(s, "- ⚠ %s\n", escape(s.w.StoryNote(s.Page, n)))
	}
	s.more(len(s.Story.Notes))
}

// history writes an article's notices and the steps of its versions, what went
// struck out and what came in bold.
func (s *sheet) history(a *dossier.Article) {
	for _, n := range first(a.Notices, s.max) {
		fmt.Fprintf(s, "- %s\n", escape(s.w.NoticeText(n)))
	}
	versions := query.Versions(a)
	for _, v := range versions {
		fmt.Fprintf(s, "- %s\n", escape(s.w.Version(v)))
		for _, h := range first(v.Hunks, s.max) {
			fmt.Fprintf(s, "  - %s\n", hunk(h))
		}
	}
	if len(a.Notices)+len(versions) > 0 {
		s.WriteByte('\n')
	}
}

func hunk(h query.Hunk) string {
	var out []string
	for _, p := range h.Pieces {
		t := escape(face.Clip(face.Line(p.Text), 300))
		switch p.Kind {
		case query.Removed:
			t = "~~" + t + "~~"
		case query.Added:
			t = "**" + t + "**"
		}
		out = append(out, t)
	}
	return strings.Join(out, " ")
}

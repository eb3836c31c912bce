package terminal

import (
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// maxNotes is how many notes a statement shows.
const maxNotes = 3

// noted draws the notes of a finding below its statement.
func (s *sheet) noted(notes []dossier.FindingNote) {
	for _, n := range first(notes, maxNotes) {
		s.para(run{"    ! ", yellow}, run{s.w.Note(s.Page, n), yellow})
	}
	if n := len(notes) - maxNotes; n > 0 {
		s.para(run{"      ", normal}, run{s.w.Say("more", "n", s.w.Int(n)), faint})
	}
}

// notes draws what articles said and say no more.
func (s *sheet) notes() {
	if len(s.Story.Notes) == 0 {
		return
	}
	s.section("notes")
	for _, n := range first(s.Story.Notes, s.max) {
		s.para(run{"  ! ", yellow}, run{s.w.StoryNote(s.Page, n), normal})
	}
	s.more(len(s.Story.Notes))
}

// history draws an article's notices and the steps of its versions, what is
// substantive word by word: "[-8-] {+10+} tewas".
func (s *sheet) history(a *dossier.Article) {
	for _, n := range first(a.Notices, s.max) {
		s.para(run{"       ", normal}, run{s.w.NoticeText(n), yellow})
	}
	for _, v := range query.Versions(a) {
		s.para(run{"       ", normal}, run{s.w.Version(v), yellow})
		for _, h := range first(v.Hunks, s.max) {
			s.para(run{"         ", normal}, hunk(h)...)
		}
		if n := len(v.Hunks) - s.max; n > 0 {
			s.para(run{"         ", normal}, run{s.w.Say("more", "n", s.w.Int(n)), faint})
		}
	}
}

func hunk(h query.Hunk) []run {
	var out []run
	for _, p := range h.Pieces {
		t := face.Clip(face.Line(p.Text), 300)
		switch p.Kind {
		case query.Removed:
			out = append(out, run{"[-" + t + "-]", red})
		case query.Added:
			out = append(out, run{"{+" + t + "+}", green})
		default:
			out = append(out, run{t, normal})
		}
	}
	return out
}

package html

import (
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// maxNotes is how many notes a statement, or an article, shows.
const maxNotes = 20

// noted puts the notes of a finding into words.
func (b builder) noted(notes []dossier.FindingNote) []string {
	var out []string
	for _, n := range notes[:min(len(notes), maxNotes)] {
		out = append(out, b.w.Note(b.Page, n))
	}
	return out
}

// notes are what articles said and say no more.
func (b builder) notes() []string {
	var out []string
	for _, n := range b.Story.Notes {
		out = append(out, b.w.StoryNote(b.Page, n))
	}
	return out
}

// version is one step of an article's history.
type version struct {
	Label string
	Hunks [][]query.Piece
}

func (b builder) versions(a *dossier.Article) []version {
	var out []version
	for _, v := range query.Versions(a) {
		one := version{Label: b.w.Version(v)}
		for _, h := range v.Hunks {
			var line []query.Piece
			for _, p := range h.Pieces {
				line = append(line, query.Piece{Kind: p.Kind, Text: face.Line(p.Text)})
			}
			one.Hunks = append(one.Hunks, line)
		}
		out = append(out, one)
	}
	return out
}

func (b builder) notices(a *dossier.Article) []string {
	var out []string
	for _, n := range a.Notices[:min(len(a.Notices), maxNotes)] {
		out = append(out, b.w.NoticeText(n))
	}
	return out
}

package face

import (
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/query"
)

// passageLength is how many code points of a passage a note shows.
const passageLength = 140

// Note tells in a line what became of a passage that a finding rests on:
// "Kompas mengubah bagian ini (2 Jun 2025, 14.05 WIB): “8 tewas” → “10 tewas”".
func (w *Words) Note(p *query.Page, n dossier.FindingNote) string {
	who := w.noteOutlet(p, n.Article, n.Outlet)
	copied := ""
	if n.Copy != nil {
		copied = w.noteOutlet(p, *n.Copy, nil)
	}
	out := w.Say("note."+n.Kind, "outlet", who, "copy", copied) + w.when(n.At)
	if n.New == nil {
		return Line(out)
	}
	was, now := query.Shortly(n.Old, *n.New)
	return Line(out + ": " + Quoted(Clip(was, passageLength)) + " → " + Quoted(Clip(now, passageLength)))
}

// StoryNote tells in a line what an article said and says no more.
func (w *Words) StoryNote(p *query.Page, n dossier.StoryNote) string {
	out := w.Say("note.story."+n.Kind, "outlet", w.noteOutlet(p, n.Article, n.Outlet)) + w.when(n.Until)
	if n.Text != "" {
		out += ": " + Quoted(Clip(Line(n.Text), 2*passageLength))
	}
	if n.Reason != nil {
		out += " — " + Clip(Line(*n.Reason), passageLength)
	}
	return Line(out)
}

// when is a time in brackets, "" if it is not known.
func (w *Words) when(at *string) string {
	if at == nil {
		return ""
	}
	return " (" + w.Date(*at) + ")"
}

// noteOutlet names the outlet of an article that may have left the story.
func (w *Words) noteOutlet(p *query.Page, id string, outlet *string) string {
	switch a := p.Article(id); {
	case outlet != nil:
		return Line(*outlet)
	case a != nil:
		return w.Outlet(a)
	}
	return w.Say("outlet.unknown")
}

// Version tells in a few words what a step of an article's history is:
// "versi 2 (…)".
func (w *Words) Version(v query.Version) string {
	if v.Withdrawn {
		out := w.Say("withdrawn") + w.when(v.Seen)
		if v.Reason != nil {
			out += " — " + Clip(Line(*v.Reason), passageLength)
		}
		return Line(out)
	}
	out := w.Say("version", "n", w.Int(v.Number)) + w.when(v.Seen)
	if v.Cosmetic > 0 {
		out += " · " + w.Count("cosmetic", v.Cosmetic)
	}
	return Line(out)
}

// NoticeText is a notice as it stands, after what it is where its first word
// does not say so: "ralat: “Judul ini sudah diperbaiki.”".
func (w *Words) NoticeText(n dossier.Notice) string {
	label, words := w.Label("notice", n.Kind), Clip(Line(n.Text), 2*passageLength)
	if strings.HasPrefix(strings.ToLower(words), label) {
		return words
	}
	return label + ": " + Quoted(words)
}

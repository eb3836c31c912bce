package face

import (
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/query"
)

// Outlet names an article's publisher, and says so if it is not known.
func (w *Words) Outlet(a *dossier.Article) string {
	if name := Line(query.OutletName(a)); name != "" {
		return name
	}
	return w.Say("outlet.unknown")
}

// Origins says on how many independent origins a finding rests, and which
// they are where their names are known: "2 asal: Kremlin, KCNA".
func (w *Words) Origins(n int, names []string) string {
	s := w.Count("origins", n)
	if len(names) == 0 {
		return s
	}
	clean := make([]string, len(names))
	for i, name := range names {
		clean[i] = Line(name)
	}
	return s + ": " + strings.Join(clean, ", ")
}

// Differs names the kind of a difference and what it is about:
// "Pertentangan · jumlah".
func (w *Words) Differs(d query.Difference) string {
	return w.Label("kind", d.Kind) + " · " + w.Label("slot", d.Slot)
}

// Sayer names who says a value; an article's own voice has its own word.
func (w *Words) Sayer(s query.Sayer) string {
	if s.Name == "" {
		return w.Say("own-voice")
	}
	return Line(s.Name)
}

// Copy tells one edge of the copy graph in a sentence without the articles'
// marks: "{to} menyalin {share} dari {from}".
func (w *Words) Copy(p *query.Page, c query.Copy) string {
	from, to := &p.Story.Articles[c.From-1], &p.Story.Articles[c.To-1]
	return w.Say("copy."+c.Kind, "from", w.Outlet(from), "to", w.Outlet(to), "share", w.Percent(c.Share))
}

// Speaker names who said a quote, with the role where it is known.
func (w *Words) Speaker(g query.QuoteGroup) string {
	name := Line(g.Speaker)
	if name == "" {
		name = w.Say("speaker.unknown")
	}
	if role := Line(g.Role); role != "" {
		return name + ", " + role
	}
	return name
}

// Reach tells how many articles and outlets a story has.
func (w *Words) Reach(p *query.Page) string {
	return w.Count("articles", len(p.Story.Articles)) + ", " + w.Count("outlets", len(p.Outlets))
}

package face

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/query"
)

// Outlet names an article's publisher; where that is not known, what was read:
// the last part of the input's name.
func (w *Words) Outlet(a *dossier.Article) string {
	if name := Line(query.OutletName(a)); name != "" {
		return name
	}
	if name := Line(path.Base(filepath.ToSlash(a.Input))); len(name) > 1 {
		return name
	}
	return w.Say("outlet.unknown")
}

// Title is an article's headline, or how its text begins.
func Title(a *dossier.Article) string {
	if t := Line(a.Title); t != "" {
		return t
	}
	return Clip(Line(a.Text), 80)
}

// Origins says on how many independent origins a finding rests, and which
// they are where their names are known: "2 asal: Kremlin, KCNA".
func (w *Words) Origins(n int, names []string) string {
	s := w.Count("origins", n)
	var known []string
	unnamed := 0
	for _, name := range names {
		if name = Line(name); name != "" {
			known = append(known, name)
		} else {
			unnamed++
		}
	}
	if unnamed > 0 {
		known = append(known, w.Count("origins.unnamed", unnamed))
	}
	if len(known) == 0 {
		return s
	}
	return s + ": " + strings.Join(known, ", ")
}

// Basis tells in a few words what carries a statement: its status and on whom
// it rests, no word twice. Statements of several articles without a finding give
// "".
func (w *Words) Basis(p *query.Page, it query.Item) string {
	status := w.Label("status", it.Status())
	switch {
	case it.Status() == "single-article":
		return status + " · " + w.Outlets(p, it.Marks)
	case it.Finding == nil:
		return ""
	case it.Status() == "single-origin":
		return w.Origins(it.Finding.Origins, it.Origins)
	}
	return status + " · " + w.Origins(it.Finding.Origins, it.Origins)
}

// Outlets names the outlets of articles, each once.
func (w *Words) Outlets(p *query.Page, ns []int) string {
	var names []string
	for _, n := range ns {
		if name := w.Outlet(&p.Story.Articles[n-1]); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// Differs names the kind of a difference and what it is about:
// "Pertentangan · jumlah".
func (w *Words) Differs(d query.Difference) string {
	switch {
	case wordings(d):
		return w.Say("kind.wording")
	case d.Kind == query.Spelling:
		return w.Label("kind", d.Kind)
	case d.Slot == "polarity" && d.Kind == "precision":
		return w.Label("kind", d.Kind) + " · " + w.Say("slot.certainty")
	}
	return w.Label("kind", d.Kind) + " · " + w.Label("slot", d.Slot)
}

// Explains tells what kind of difference d is, in a sentence: that of the
// dossier, which is in the story's first language, or the same in w's.
func (w *Words) Explains(s *dossier.Story, d query.Difference) string {
	if text := Line(d.Text); text != "" && len(s.Languages) > 0 && s.Languages[0] == w.Tag {
		return text
	}
	for _, key := range []string{d.Slot + "." + d.Kind, d.Kind} {
		if text := w.phrases["explain."+key]; text != "" {
			return text
		}
	}
	return w.Label("kind.help", d.Kind)
}

// wordings reports whether the values of d are wordings of one utterance.
func wordings(d query.Difference) bool { return d.Slot == "wording" && d.Kind == "precision" }

// About tells in at most n code points what a difference is about; the gap for
// its values stays in view. The wordings of an utterance tell that themselves:
// "".
func (w *Words) About(d query.Difference, n int) string {
	if wordings(d) {
		return ""
	}
	return ClipAround(Line(d.About), w.Say("gap"), n)
}

// Sayer names who says a value: the source, or the outlets that say it in their
// own voice.
func (w *Words) Sayer(p *query.Page, s query.Sayer) string {
	if s.Name == "" {
		return w.Outlets(p, s.Marks)
	}
	return Line(s.Name)
}

// Copy tells one edge of the copy graph in a sentence without the articles'
// marks: "{to} menyalin {share} dari {from}". Two articles of one outlet are told
// apart by when they were published.
func (w *Words) Copy(p *query.Page, c query.Copy) string {
	a, b := &p.Story.Articles[c.From-1], &p.Story.Articles[c.To-1]
	from, to := w.Outlet(a), w.Outlet(b)
	if from == to && a.Published != nil && b.Published != nil {
		from += " (" + w.Published(a.Published) + ")"
		to += " (" + w.Published(b.Published) + ")"
	}
	return w.Say("copy."+c.Kind, "from", from, "to", to, "share", w.Percent(c.Share))
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

// Reach tells how many articles a story has, and how many outlets if all are
// known.
func (w *Words) Reach(p *query.Page) string {
	s := w.Count("articles", len(p.Story.Articles))
	if slices.ContainsFunc(p.Outlets, func(o query.Outlet) bool { return o.Name == "" }) {
		return s
	}
	return s + ", " + w.Count("outlets", len(p.Outlets))
}

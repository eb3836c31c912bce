package html

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
)

// Parts draws the parts of a dossier for pages that someone else lays out. It
// is safe for concurrent use.
type Parts struct{ templates *template.Template }

// NewParts reads the templates.
func NewParts() (*Parts, error) {
	t, err := template.ParseFS(files, "templates/*.tmpl")
	if err != nil {
		return nil, fmt.Errorf("html: %w", err)
	}
	return &Parts{t}, nil
}

// Drawn is a story in two pieces: Head has its title as the page's first
// heading, Body all else.
type Drawn struct{ Head, Body template.HTML }

// Size is how many bytes it is.
func (d Drawn) Size() int { return len(d.Head) + len(d.Body) }

// Story draws a story in some words. articles is a path that leads, with an
// article's id after it, to a page of its own. The pieces hold no style, no
// script and no address but those of articles and articles' own.
func (p *Parts) Story(s *dossier.Story, w *face.Words, articles string) (Drawn, error) {
	v := newStory(1, s, w)
	v.Top, v.ArticlePath = true, articles
	head, err := p.draw("head.tmpl", v)
	body, err2 := p.draw("body.tmpl", v)
	return Drawn{head, body}, cmp.Or(err, err2)
}

// Panel draws the empty panel of evidence and the help on keys.
func (p *Parts) Panel(w *face.Words) (template.HTML, error) {
	return p.draw("panel.tmpl", document{W: w})
}

// Signs draws the symbols that the other parts refer to.
func (p *Parts) Signs() (template.HTML, error) { return p.draw("signs.tmpl", nil) }

func (p *Parts) draw(name string, data any) (template.HTML, error) {
	var b bytes.Buffer
	if err := p.templates.ExecuteTemplate(&b, name, data); err != nil {
		return "", fmt.Errorf("html: %w", err)
	}
	return template.HTML(b.String()), nil // what a template escaped
}

// Style returns the style sheet of a dossier.
func Style() string { return join("css") }

// Script returns the script of a dossier, without the choice of a theme.
func Script() string {
	out := ""
	for _, name := range []string{"10-evidence.js", "20-keys.js"} {
		raw, _ := files.ReadFile("assets/" + name) // embedded
		out += string(raw)
	}
	return out
}

package main

import (
	"io"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/html"
	"github.com/selisik/selisik/internal/face/markdown"
	"github.com/selisik/selisik/internal/face/terminal"
	"github.com/selisik/selisik/internal/lang"
)

// draw writes the dossier with the face asked for.
func (e *engine) draw(w io.Writer, d dossier.Dossier, f face) error {
	switch f.format {
	case "json":
		return writeJSON(w, d)
	case "md":
		return markdown.Write(w, d, markdown.Options{Packs: e.packs, Tag: f.tag})
	case "html":
		return html.Write(w, d, html.Options{Packs: e.packs, Tag: f.tag})
	}
	return terminal.Write(w, d, e.sheet(f))
}

// sheet is the page that a terminal face is drawn on.
func (e *engine) sheet(f face) terminal.Options { return e.app.sheet(e.packs, f) }

// sheet is the page that a terminal face is drawn on: the width of the
// terminal, and colours if they are wanted; a file gets neither.
func (a *app) sheet(packs *lang.Packs, f face) terminal.Options {
	opt := terminal.Options{Packs: packs, Tag: f.tag}
	if f.out == "" {
		opt.Width, _ = width(a.stdout)
		opt.Color = a.colour()
	}
	return opt
}

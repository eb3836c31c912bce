package main

import (
	"io"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/export"
	"github.com/selisik/selisik/internal/face/terminal"
	"github.com/selisik/selisik/internal/lang"
)

// draw writes the dossier as the terminal shows it, or in the format asked for.
func (e *engine) draw(w io.Writer, d dossier.Dossier, f face) error {
	if f.format == onTerminal {
		return terminal.Write(w, d, e.sheet(f))
	}
	return export.Write(w, f.format, e.exported(d, f))
}

// exported is what an export is made of, without raw documents.
func (e *engine) exported(d dossier.Dossier, f face) export.Input {
	return export.Input{Dossier: d, Packs: e.packs, Tag: f.tag, Program: "selisik " + release}
}

const onTerminal = "terminal"

// formats are the names of the formats; stored adds those that only a story of
// the store has.
func formats(stored bool) []string {
	var out []string
	for _, f := range export.Formats() {
		if !f.Stored || stored {
			out = append(out, f.Name)
		}
	}
	return out
}

// printable refuses a format that is no text where it would go to a terminal.
func (a *app) printable(f face) error {
	form, err := export.Find(f.format)
	if _, tty := width(a.stdout); err == nil && form.Binary && tty && (f.out == "" || f.out == "-") {
		return usage("--format %s is no text: write it to a file with --out", f.format)
	}
	return nil
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

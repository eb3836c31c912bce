package main

import (
	"io"

	"github.com/selisik/selisik/internal/dossier"
)

// draw writes the dossier with the face asked for.
func (e *engine) draw(w io.Writer, d dossier.Dossier, f face) error {
	return writeJSON(w, d)
}

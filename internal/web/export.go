package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/html"
	"github.com/selisik/selisik/internal/face/markdown"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
)

// exports are the files in which a dossier is to be had.
var exports = []string{"dossier.html", "dossier.md", "dossier.json"}

// export answers with a story's dossier as a file.
func (s *site) export(w http.ResponseWriter, r *http.Request) error {
	st, err := query.Standing(r.Context(), s.Store, r.PathValue("id"))
	if err != nil {
		return err
	}
	o, err := s.open(r.Context(), &st)
	if err != nil {
		return err
	}
	d := dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{*o.Story}}
	var b bytes.Buffer
	kind, err := s.write(&b, d, r.PathValue("file"), s.reader(r).W.Tag)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", o.Story.ID+"-"+r.PathValue("file")))
	w.Header().Set("Cache-Control", "no-cache, private")
	_, err = b.WriteTo(w)
	return err
}

// write writes a dossier in the form of a file's name and returns its media
// type; news.ErrNotFound if there is no such form.
func (s *site) write(w io.Writer, d dossier.Dossier, file, tag string) (string, error) {
	switch file {
	case "dossier.html":
		return "text/html; charset=utf-8", html.Write(w, d, html.Options{Packs: s.Packs, Tag: tag})
	case "dossier.md":
		return "text/markdown; charset=utf-8", markdown.Write(w, d, markdown.Options{Packs: s.Packs, Tag: tag})
	case "dossier.json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return "application/json", e.Encode(d)
	}
	return "", fmt.Errorf("export %s: %w", file, news.ErrNotFound)
}

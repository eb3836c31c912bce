package web

import (
	"bytes"
	"fmt"
	"net/http"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/export"
	"github.com/selisik/selisik/internal/query"
)

// exports names the forms in which a dossier is to be had, those for readers
// first.
func exports() []string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name)
	}
	return out
}

// export answers with a story's dossier as a file.
func (s *site) export(w http.ResponseWriter, r *http.Request) error {
	format, err := export.Find(r.PathValue("format"))
	if err != nil {
		return err
	}
	st, err := query.Standing(r.Context(), s.Store, r.PathValue("id"))
	if err != nil {
		return err
	}
	o, err := s.open(r.Context(), &st)
	if err != nil {
		return err
	}
	in := export.Input{
		Dossier: dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{*o.Story}},
		Packs:   s.Packs, Tag: s.reader(r).W.Tag, Program: "selisik " + s.Release,
	}
	if format.Stored {
		in.Documents = query.Documents(r.Context(), s.Store, in.Dossier)
	}
	var b bytes.Buffer
	if err := export.Write(&b, format.Name, in); err != nil {
		return err
	}
	w.Header().Set("Content-Type", format.MediaType)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", o.Story.ID+format.Extension))
	w.Header().Set("Cache-Control", "no-cache, private")
	_, err = b.WriteTo(w)
	return err
}

package api

import (
	"bytes"
	"context"
	"fmt"

	"github.com/danielgtaylor/huma/v2"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/export"
	"github.com/selisik/selisik/internal/query"
)

// file is an answer that is to be kept as a file.
type file struct {
	ContentType        string `header:"Content-Type"`
	ContentDisposition string `header:"Content-Disposition"`
	Body               []byte
}

func (a *API) exports() {
	handle(a, operation{does: "GET /stories/{id}/export/{format}", id: "export", says: "Get the dossier of a story as a file", tag: "Stories", least: account.Reader},
		func(ctx context.Context, in *struct {
			StoryRef
			Speaking
			Format string `path:"format" maxLength:"40" doc:"json, md, html, odt, csv, claims-csv, quotes-csv, quantities-csv, annotations, prov, claimreview or warc"`
		}) (*file, error) {
			f, err := export.Find(in.Format)
			if err != nil {
				return nil, err
			}
			d, err := a.dossier(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			whole := dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{d}}
			var b bytes.Buffer
			err = export.Write(&b, f.Name, export.Input{
				Dossier: whole, Packs: a.Packs, Tag: a.Tongues.Speak(in.Accept), Program: "selisik " + a.Release,
				Documents: query.Documents(ctx, a.Store, whole),
			})
			return &file{f.MediaType, fmt.Sprintf("attachment; filename=%q", d.ID+f.Extension), b.Bytes()}, err
		})
	answers := map[string]*huma.MediaType{}
	for _, f := range export.Formats() {
		answers[f.MediaType] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
	}
	a.OpenAPI().Paths[Base+"/stories/{id}/export/{format}"].Get.Responses["200"].Content = answers
}

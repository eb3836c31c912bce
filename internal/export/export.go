package export

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/html"
	"github.com/selisik/selisik/internal/face/markdown"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Format is one form in which dossiers are had.
type Format struct {
	Name      string // by which it is asked for: "claims-csv"
	MediaType string // "text/csv; charset=utf-8"
	Extension string // of a file's name, with the dot: ".claims.csv"
	// Binary forms are not to be printed on a terminal.
	Binary bool
	// Stored forms are made of raw documents (Input.Documents), which only a
	// store has.
	Stored bool

	write func(io.Writer, *Input) error
}

// Input is what an export is made of.
type Input struct {
	Dossier dossier.Dossier
	Packs   *lang.Packs
	Tag     string // language of an export's own words; "": that of the story
	Program string // name and version, "selisik 0.1.0", as PROV and WARC tell it
	// Documents are the raw documents of the dossier's articles; only Stored
	// forms ask for them. query.Documents has them of a store.
	Documents iter.Seq2[store.Document, error]
}

// Formats returns all formats, those for readers first.
func Formats() []Format {
	const js, csv = "application/json", "text/csv; charset=utf-8"
	return []Format{
		{Name: "json", MediaType: js, Extension: ".json", write: writeDossier},
		{Name: "md", MediaType: "text/markdown; charset=utf-8", Extension: ".md", write: writeMarkdown},
		{Name: "html", MediaType: "text/html; charset=utf-8", Extension: ".html", write: writeHTML},
		{Name: "odt", MediaType: odtType, Extension: ".odt", Binary: true, write: writeODT},
		{Name: "csv", MediaType: "application/zip", Extension: ".csv.zip", Binary: true, write: writeTables},
		{Name: "claims-csv", MediaType: csv, Extension: ".claims.csv", write: claims().write},
		{Name: "quotes-csv", MediaType: csv, Extension: ".quotes.csv", write: quotes().write},
		{Name: "quantities-csv", MediaType: csv, Extension: ".quantities.csv", write: quantities().write},
		{Name: "annotations", MediaType: "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", Extension: ".annotations.json", write: writeAnnotations},
		{Name: "prov", MediaType: js, Extension: ".prov.json", write: writeProvenance},
		{Name: "claimreview", MediaType: "application/ld+json", Extension: ".claimreview.json", write: writeReviews},
		{Name: "warc", MediaType: "application/warc", Extension: ".warc.gz", Binary: true, Stored: true, write: writeArchive},
	}
}

// Find returns the format of a name, or news.ErrNotFound.
func Find(name string) (Format, error) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("export format %s: %w", name, news.ErrNotFound)
}

// Write writes the dossier in a format. It returns the error of w, that of
// in.Documents, news.ErrNotFound for a format that is none, and news.ErrInvalid
// for a Stored format without documents.
func Write(w io.Writer, format string, in Input) error {
	f, err := Find(format)
	if err != nil {
		return err
	}
	if f.Stored && in.Documents == nil {
		return fmt.Errorf("export %s: only a store has the raw documents: %w", format, news.ErrInvalid)
	}
	if err := f.write(w, &in); err != nil {
		return fmt.Errorf("export %s: %w", format, err)
	}
	return nil
}

func writeDossier(w io.Writer, in *Input) error { return writeJSON(w, in.Dossier) }

func writeMarkdown(w io.Writer, in *Input) error {
	return markdown.Write(w, in.Dossier, markdown.Options{Packs: in.Packs, Tag: in.Tag})
}

func writeHTML(w io.Writer, in *Input) error {
	return html.Write(w, in.Dossier, html.Options{Packs: in.Packs, Tag: in.Tag})
}

// writeJSON writes v indented by one blank, with <, > and & escaped, so that it
// stays harmless where somebody pastes it into a page.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

package ingest_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest"
)

var noon = time.Date(2031, 3, 14, 12, 0, 0, 0, time.UTC)

// archived writes documents as a web archive and reads them again.
func archived(t testing.TB, dir string, docs []news.RawDocument) []news.RawDocument {
	t.Helper()
	var b bytes.Buffer
	w, err := ingest.NewWARCWriter(&b, "selisik test", noon)
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		if err := w.Write("d-1", &docs[i], noon); err != nil {
			t.Fatal(err)
		}
	}
	return readBack(t, filepath.Join(dir, "out.warc.gz"), b.Bytes())
}

func readBack(t testing.TB, path string, data []byte) []news.RawDocument {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out []news.RawDocument
	for d := range ingest.Read(context.Background(), []string{path}, ingest.Options{Problem: func(err error) { t.Error(err) }}) {
		out = append(out, d)
	}
	return out
}

// lost are the fields that an archive does not bring back.
var lost = cmpopts.IgnoreFields(news.RawDocument{}, "Input", "Status", "Header")

func TestAnArchiveBringsTheSameDocumentsBack(t *testing.T) {
	t.Parallel()
	docs := []news.RawDocument{
		{URL: "https://kabaruji.example/1", MediaType: "text/html", Charset: "windows-1252", Body: []byte("<p>Air na\xefk.</p>"),
			Fetched: noon.Add(1234567), Status: 200, Header: map[string]string{"etag": "\"1\"", "content-encoding": "gzip", "x": "a\r\n\r\nb"}},
		{URL: "https://kabaruji.example/2", MediaType: "text/plain", Charset: "utf-8", Body: []byte("Air surut.\r\n\r\nSelesai."), Ref: "7",
			Outlet: "Kabar Uji", Title: "Air\nsurut", Published: "Senin (3/3)", Byline: "Sri"},
		{MediaType: "text/markdown", Body: []byte("# Judul\n\nIsi <b>tebal</b>.")},
		{URL: "catatan saya", MediaType: "text/plain", Body: []byte("WARC/1.1\r\n\r\n")},
		{URL: "https://kabaruji.example/a b>", MediaType: "text/html", Fetched: noon, Body: []byte("<html>x</html>")},
	}
	if d := cmp.Diff(docs, archived(t, t.TempDir(), docs), lost); d != "" {
		t.Error(d)
	}
}

func TestAnyDocumentSurvivesAnArchive(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringMatching(`[ -~é“\n\t]{0,40}`)
		d := news.RawDocument{
			Ref: text.Draw(r, "ref"), Title: text.Draw(r, "title"), Byline: text.Draw(r, "byline"), URL: text.Draw(r, "url"),
			MediaType: rapid.SampledFrom([]string{"text/html", "text/plain", "text/markdown"}).Draw(r, "type"),
			Charset:   rapid.SampledFrom([]string{"", "utf-8", "iso-8859-1"}).Draw(r, "charset"),
			Body:      append([]byte("x"), rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(r, "body")...),
		}
		if rapid.Bool().Draw(r, "fetched") {
			d.Fetched = noon
		}
		if diff := cmp.Diff([]news.RawDocument{d}, archived(t, dir, []news.RawDocument{d}), lost); diff != "" {
			r.Error(diff)
		}
	})
}

func TestLinesBringTheTextBack(t *testing.T) {
	t.Parallel()
	docs := []news.RawDocument{
		{URL: "https://kabaruji.example/1", Ref: "1", Outlet: "Kabar Uji", MediaType: "text/html", Charset: "windows-1252", Body: []byte("<p>na\xefk \"tinggi\" & </p>"), Fetched: noon},
		{Title: "Judul", Published: "3 Maret 2031", MediaType: "text/plain", Charset: "utf-8", Body: []byte("Satu.\n\nDua.")},
	}
	var b bytes.Buffer
	for i := range docs {
		if err := ingest.WriteJSONL(&b, &docs[i]); err != nil {
			t.Fatal(err)
		}
	}
	want := []news.RawDocument{docs[0], docs[1]}
	want[0].Body, want[0].Charset, want[0].Fetched = []byte("<p>naïk \"tinggi\" & </p>"), "utf-8", time.Time{}
	if d := cmp.Diff(want, readBack(t, filepath.Join(t.TempDir(), "out.jsonl"), b.Bytes()), lost); d != "" {
		t.Error(d)
	}
}

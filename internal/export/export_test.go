package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/ingest"
)

// hostile is what nobody wants in a file: a formula, text that runs backwards,
// control characters, the end of a CDATA section, and markup.
const hostile = "=HYPERLINK(\"https://jahat.example\")\u202egnp\x1b[2J\x00]]><script>alert(1)</script>&\n\"'\ufffe"

func input(t *testing.T, d dossier.Dossier) Input {
	t.Helper()
	return Input{Dossier: d, Packs: facetest.Packs(t), Program: "selisik 0.0.0"}
}

func write(t *testing.T, format string, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, in); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dossiers are those on which every format is tried.
func dossiers(t *testing.T) map[string]dossier.Dossier {
	t.Helper()
	out := map[string]dossier.Dossier{
		"invented": facetest.Dossier(), "revised": facetest.Revised(), "spoiled": facetest.Spoiled(hostile),
		"empty": {Schema: dossier.Schema, Stories: []dossier.Story{}},
	}
	if testing.Short() {
		return out
	}
	for _, name := range []string{"jembatan-way-talang", "port-ellery-en"} {
		out[name] = example(t, name)
	}
	return out
}

var (
	examples   = map[string]dossier.Dossier{}
	examplesMu sync.Mutex
)

// example is the dossier of one of the repository's examples, made once.
func example(t *testing.T, name string) dossier.Dossier {
	t.Helper()
	examplesMu.Lock()
	defer examplesMu.Unlock()
	if d, ok := examples[name]; ok {
		return d
	}
	p, err := pipeline.New(facetest.Packs(t), pipeline.Options{Problem: func(err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	docs := slices.Collect(ingest.Read(context.Background(), []string{"../../examples/" + name}, ingest.Options{Problem: func(err error) { t.Error(err) }}))
	stories, err := p.Stories(context.Background(), slices.Values(docs))
	if err != nil {
		t.Fatal(err)
	}
	examples[name] = dossier.FromStories(stories)
	return examples[name]
}

func TestFormatsAreNamedOnce(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, f := range Formats() {
		for _, s := range []string{f.Name, f.Extension} {
			if s == "" || seen[s] {
				t.Errorf("%q stands twice or is empty", s)
			}
			seen[s] = true
		}
		if got, err := Find(f.Name); err != nil || got.Extension != f.Extension || f.MediaType == "" {
			t.Errorf("%s: %+v, %v", f.Name, got, err)
		}
	}
}

func TestAnExportThatCannotBeHadSaysWhy(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := Write(&b, "papyrus", Input{}); !errors.Is(err, news.ErrNotFound) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
	for _, f := range Formats() {
		if !f.Stored {
			continue
		}
		if err := Write(&b, f.Name, input(t, facetest.Dossier())); !errors.Is(err, news.ErrInvalid) || b.Len() > 0 {
			t.Errorf("%s without documents: got %v and %d bytes", f.Name, err, b.Len())
		}
	}
}

func TestTheSameDossierGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		for _, f := range Formats() {
			if f.Stored {
				continue
			}
			if a, b := write(t, f.Name, input(t, d)), write(t, f.Name, input(t, d)); !bytes.Equal(a, b) {
				t.Errorf("%s of %s differs from run to run", f.Name, name)
			}
		}
	}
}

func TestNoTextFormatCarriesControlCharacters(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		if f.Binary || f.Stored || f.Name == "json" { // JSON is the contract, escaped
			continue
		}
		got := string(write(t, f.Name, input(t, facetest.Spoiled(hostile))))
		if i := strings.IndexAny(got, "\x1b\x00\u202e"); i >= 0 {
			t.Errorf("%s: %q", f.Name, got[max(0, i-40):i+10])
		}
	}
}

func TestJSONIsTheDossier(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		var got dossier.Dossier
		if err := json.Unmarshal(write(t, "json", input(t, d)), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, got); diff != "" && name != "spoiled" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

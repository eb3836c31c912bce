package idf

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/similar"
)

var update = flag.Bool("update", false, "rewrite the packs' tables")

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTrainWeighsRareWordsMore(t *testing.T) {
	files := []string{write(t, "a.jsonl", `{"title":"Gempa guncang pantai","text":"Warga berlari."}
{"title":"Pasar ramai","text":"Warga berbelanja, kata ketua."}
`), write(t, "b.txt", "Warga pindah. Pasar dibongkar.")}
	train := func() []byte {
		raw, err := Train(files, lang.Empty("id"), Options{MinDocs: 0.1})
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	raw := train()
	if !bytes.Equal(raw, train()) {
		t.Error("two runs differ")
	}
	m, err := similar.LoadIDF(raw)
	if err != nil {
		t.Fatal(err)
	}
	if a, b, c := m.Weight("warga"), m.Weight("pasar"), m.Weight("gempa"); !(a < b && b < c && c < m.Max()) {
		t.Errorf("weights %v %v %v of %v are not in order", a, b, c, m.Max())
	}
}

func TestTrainNamesWhatIsWrong(t *testing.T) {
	_, err := Train([]string{write(t, "a.jsonl", "{}\n{\n")}, lang.Empty("id"), Options{})
	if err == nil || !strings.Contains(err.Error(), "a.jsonl:2") {
		t.Errorf("broken line: got %v", err)
	}
	if _, err := Train([]string{"no/such/*.txt"}, lang.Empty("id"), Options{}); err == nil {
		t.Error("no error for files that do not exist")
	}
}

// TestEmbeddedTablesAreWhatTheCommandMakes trains on the data beside the
// checkout; -update writes the result into the packs.
func TestEmbeddedTablesAreWhatTheCommandMakes(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	root, err := goldtest.Root()
	if err != nil {
		t.Skip("no checkout")
	}
	shared := filepath.Dir(goldtest.Path(t, "data"))
	for _, tag := range []string{"id", "en"} {
		var patterns []string
		for _, s := range Sources(tag) {
			patterns = append(patterns, filepath.Join(shared, s))
		}
		raw, err := Train(patterns, packs.For(tag), Options{})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(root, "internal/lang/packs", tag, "models", similar.Model)
		if *update {
			if err := os.WriteFile(file, raw, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// A change of the tokeniser moves a few words; the table may wait for the
		// next training, but not drift far.
		if diff := len(have) - len(raw); diff*diff > len(raw)*len(raw)/2500 {
			t.Errorf("%s has %d bytes, training gives %d; run with -update", file, len(have), len(raw))
		}
	}
}

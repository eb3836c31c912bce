package lexicon

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
)

var update = flag.Bool("update", false, "rewrite the pack's tables")

const princetonDir = "/usr/share/wordnet"

// TestTablesAreWhatTheCommandMakes derives the tables from the lexicons beside
// the checkout; -update writes them.
func TestTablesAreWhatTheCommandMakes(t *testing.T) {
	if _, err := os.Stat(princetonDir); err != nil {
		t.Skip("needs Debian's wordnet-base")
	}
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	got, err := Derive(Sources{
		Bahasa:    goldtest.Path(t, "data/lexicon/wordnet-bahasa/wn-data-ind.tab"),
		NusaX:     goldtest.Path(t, "data/lexicon/nusax-id-en.csv"),
		Princeton: princetonDir,
	}, packs.For("id"), packs.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	root, _ := goldtest.Root()
	for file, want := range got.Files() {
		file = filepath.Join(root, "internal/lang/packs", file)
		if *update {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// Which words are frequent enough moves a little with the IDF table.
		if diff := len(have) - len(want); diff*diff > len(want)*len(want)/2500 {
			t.Errorf("%s has %d bytes, deriving gives %d; run with -update", file, len(have), len(want))
		}
	}
}

package stories

import (
	"bytes"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
)

var update = flag.Bool("update", false, "train anew and rewrite the packs' models (a minute)")

func TestModelsAreTrained(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	files, err := TrainAll(packs, goldtest.Path(t, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	root, err := goldtest.Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Report.HeldOut[f.Report.Best].CubeF < 0.9 {
			t.Errorf("%s: held out %+v", f.Name, f.Report.HeldOut[f.Report.Best])
		}
		path := filepath.Join(root, "internal/lang/packs", f.Name)
		if *update {
			if err := os.WriteFile(path, f.Raw, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if have, err := os.ReadFile(path); err != nil || !bytes.Equal(have, f.Raw) {
			t.Errorf("%s is not what training gives (%v): run with -update if words are read otherwise now", f.Name, err)
		}
	}
}

func TestScoreCountsPairsAndArticles(t *testing.T) {
	gold := []string{"x", "x", "x", "y", "z"}
	f := Score(gold, [][]int{{0, 1}, {2, 3}, {4}})
	// Pairs: one of two predicted is right, of three wanted.
	if f.PairP != 0.5 || math.Abs(f.PairR-1.0/3) > 1e-9 {
		t.Errorf("pairs %+v", f)
	}
	// Articles: precision 1, 1, ½, ½, 1; recall ⅔, ⅔, ⅓, 1, 1.
	if math.Abs(f.CubeP-0.8) > 1e-9 || math.Abs(f.CubeR-(2.0/3+2.0/3+1.0/3+2)/5) > 1e-9 {
		t.Errorf("articles %+v", f)
	}
	if all := Score(gold, [][]int{{0, 1, 2}, {3}, {4}}); all.PairF != 1 || all.CubeF != 1 {
		t.Errorf("the gold itself: %+v", all)
	}
}

func TestStrictestPrefersFewerJoins(t *testing.T) {
	f := func(x float64) Figures { return Figures{PairF: x, CubeF: x} }
	if got := strictest([]Figures{f(0.3), f(0.5), f(0.5), f(0.5), f(0.5), f(0.2)}); got != 3 {
		t.Errorf("got %d", got)
	}
}

func TestLoadNeedsBothFiles(t *testing.T) {
	if _, err := Load(&lang.Packs{}, t.TempDir()); err == nil {
		t.Error("no error for an empty folder")
	}
}

package lineage

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/stage/lineage"
)

var update = flag.Bool("update", false, "rewrite the model")

// TestHeldOutEvents trains without each event in turn; -update writes the
// model of all.
func TestHeldOutEvents(t *testing.T) {
	set := eval.Set{Dir: goldtest.Path(t, "gold/dossiers")}
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	r, err := Train(packs, set)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("held out: P %.3f R %.3f F1 %.3f", r.HeldOut.P, r.HeldOut.R, r.HeldOut.F)
	if r.HeldOut.P < 0.85 || r.HeldOut.F < 0.7 {
		t.Errorf("held-out events: %+v", r.HeldOut)
	}
	if *update {
		head := fmt.Sprintf("# Log-odds of a link by measure. Trained by selisik train lineage on gold/dossiers (labels only).\n# Left out in turn, events gave P %.2f, R %.2f, F1 %.2f.\n", r.HeldOut.P, r.HeldOut.R, r.HeldOut.F)
		root, _ := goldtest.Root()
		if err := os.WriteFile(filepath.Join(root, "internal/stage/lineage/model.tsv"), []byte(head+r.Model.Format()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTrainNeedsLabels(t *testing.T) {
	if _, err := Train(&lang.Packs{}, eval.Set{Dir: t.TempDir()}); err == nil {
		t.Error("no error for an empty folder")
	}
	if n := len(lineage.MeasureNames()); n < 3 {
		t.Errorf("%d measures", n)
	}
}

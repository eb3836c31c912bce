package figures

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"testing"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

func packs(t *testing.T) *lang.Packs {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func TestThePacksModelIsWhatTrainingGives(t *testing.T) {
	opt := Options{Window: goldtest.Path(t, "data/window-a.jsonl"), Set: eval.Set{Dir: goldtest.Path(t, "gold/dossiers")}, Packs: packs(t)}
	r, err := Train(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("AP %.3f (chance %.3f), differences %.3f", r.AP, r.Base, r.DifferAP)
	if r.AP < 0.65 || r.DifferAP < 0.4 {
		t.Errorf("average precision %.3f and %.3f, want 0.65 and 0.4 at least", r.AP, r.DifferAP)
	}
	have, err := os.ReadFile("../../lang/packs/id/models/figures.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, r.Bytes()) {
		t.Error("figures.tsv is not what `selisik train figures` writes: train anew")
	}
}

func TestAFolderWithoutLabelsIsInvalid(t *testing.T) {
	empty := t.TempDir() + "/window.jsonl"
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Train(context.Background(), Options{Window: empty, Set: eval.Set{Dir: t.TempDir()}, Packs: packs(t)})
	if err == nil {
		t.Fatal("no error")
	}
	if !errors.Is(err, news.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}

func TestAveragePrecision(t *testing.T) {
	ap, base := averagePrecision([]scored{{3, true, 1}, {2, false, 1}, {1, true, 1}, {0, false, 1}})
	if want := (1 + 2.0/3) / 2; math.Abs(ap-want) > 1e-12 || base != 0.5 {
		t.Errorf("got %v of %v, want %v of 0.5", ap, base, want)
	}
}

package main

import (
	"encoding/json"
	"math"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/goldtest"
)

// TestEvalAgreesWithTheGoldsScorer runs both on the labelled sets: the same
// definitions must give the same figures.
func TestEvalAgreesWithTheGoldsScorer(t *testing.T) {
	scorer := goldtest.Path(t, "gold/score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3 to run the gold's own scorer")
	}
	bin := filepath.Join(t.TempDir(), "selisik")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for what, labels := range map[string]string{"dossiers": "gold/dossiers", "stories": "gold/stories-en", "pages": "gold/pages-id"} {
		t.Run(what, func(t *testing.T) {
			dir := goldtest.Path(t, labels)
			out, err := exec.Command(python, scorer, what, "--bin", bin, "--json", dir).Output()
			if err != nil {
				t.Fatalf("score.py: %v", err)
			}
			compare(t, theirs(t, out), ours(t, dir))
		})
	}
}

func ours(t *testing.T, labels string) map[string]eval.Figure {
	t.Helper()
	return measure(t, labels, "").Figures()
}

// theirs reads the scorer's JSON: a number, or p, r and f1, a metric.
func theirs(t *testing.T, out []byte) map[string]json.RawMessage {
	t.Helper()
	var all map[string]json.RawMessage
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatalf("score.py printed %s: %v", out, err)
	}
	if nested, ok := all["all"]; ok {
		all = nil
		if err := json.Unmarshal(nested, &all); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func compare(t *testing.T, theirs map[string]json.RawMessage, ours map[string]eval.Figure) {
	t.Helper()
	checked := 0
	for metric, raw := range theirs {
		got, ok := ours[metric]
		if !ok || strings.Contains(string(raw), "null") {
			continue
		}
		checked++
		var prf struct{ P, R, F1 float64 }
		if json.Unmarshal(raw, &prf) != nil {
			if err := json.Unmarshal(raw, &prf.P); err != nil {
				t.Fatalf("%s: %s", metric, raw)
			}
			prf.R, prf.F1 = got.R, got.F
		}
		for _, d := range []float64{prf.P - got.P, prf.R - got.R, prf.F1 - got.F} {
			if math.Abs(d) > 1e-3 {
				t.Errorf("%s: the gold's scorer says %s, eval says %v", metric, raw, got)
				break
			}
		}
	}
	if checked < 3 {
		t.Errorf("only %d metrics were compared", checked)
	}
}

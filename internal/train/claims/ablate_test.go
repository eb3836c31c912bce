package claims

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/stage/reconcile"
	"github.com/selisik/selisik/internal/train/logit"
)

func TestAblate(t *testing.T) {
	if os.Getenv("ABLATE") == "" {
		t.Skip()
	}
	dir := goldtest.Path(t, "gold/dossiers")
	packs, _ := lang.Load(lang.Embedded())
	rec := reconcile.New(packs)
	events, err := load(context.Background(), Options{Dir: dir, Packs: packs}, rec)
	if err != nil {
		t.Fatal(err)
	}
	run := func(drop []string) (float64, float64, float64, float64) {
		var all Tally
		macro := 0.0
		for i := range events {
			var rows []logit.Row
			for j := range events {
				if j != i {
					for _, r := range events[j].samples {
						x := slices.Clone(r.X)
						for k, n := range reconcile.FeatureNames {
							if slices.Contains(drop, n) {
								x[k] = 0
							}
						}
						rows = append(rows, logit.Row{X: x, Yes: r.Yes, Weight: r.Weight})
					}
				}
			}
			w, err := logit.Fit(rows, 5)
			if err != nil {
				t.Fatal(err)
			}
			m := &reconcile.Model{Weights: reconcile.Features(w), Join: 0.45, Attach: 0.4}
			s := rec.With(m).Story(events[i].story)
			ty := tally(events[i].gold, &s)
			_, _, f := ty.F1()
			macro += f / float64(len(events))
			all.Add(ty)
		}
		p, r, f := all.F1()
		return p, r, f, macro
	}
	if a := os.Getenv("ABLATE"); a != "all" {
		for _, set := range strings.Split(a, ";") {
			p, r, f, m := run(strings.Split(set, ","))
			t.Logf("- %-30s P %.3f R %.3f F1 %.3f macro %.3f", set, p, r, f, m)
		}
		return
	}
	for _, n := range append([]string{""}, reconcile.FeatureNames[1:]...) {
		p, r, f, m := run([]string{n})
		t.Logf("- %-20s P %.3f R %.3f F1 %.3f macro %.3f", n, p, r, f, m)
	}
}

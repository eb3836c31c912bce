package claims

import (
	"context"
	"os"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/stage/reconcile"
)

func TestGrid(t *testing.T) {
	if os.Getenv("GRID") == "" {
		t.Skip()
	}
	dir := goldtest.Path(t, "gold/dossiers")
	packs, _ := lang.Load(lang.Embedded())
	rec := reconcile.New(packs)
	events, err := load(context.Background(), Options{Dir: dir, Packs: packs}, rec)
	if err != nil {
		t.Fatal(err)
	}
	for _, pen := range []float64{1, 5} {
		var ms []*reconcile.Model
		for i := range events {
			m, err := fit(events, i, Options{Penalty: pen})
			if err != nil {
				t.Fatal(err)
			}
			ms = append(ms, m)
		}
		for _, j := range []float64{0.25, 0.3, 0.35, 0.4, 0.45, 0.5} {
			for _, a := range []float64{0.3, 0.4, 0.5, 0.6, 0.7, 2} {
				var all Tally
				macro := 0.0
				for i := range events {
					ms[i].Join, ms[i].Attach = j, a
					s := rec.With(ms[i]).Story(events[i].story)
					ty := tally(events[i].gold, &s)
					_, _, f := ty.F1()
					macro += f / float64(len(events))
					all.Add(ty)
				}
				p, r, f := all.F1()
				t.Logf("pen %v join %.2f attach %.2f  P %.3f R %.3f F1 %.3f macro %.3f", pen, j, a, p, r, f, macro)
			}
		}
	}
}

package claims

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/reconcile"
)

func packs(t *testing.T) *lang.Packs {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func TestTrainingIsTheSameEachTimeAndAboveTheFloor(t *testing.T) {
	opt := Options{Set: eval.Set{Dir: goldtest.Path(t, "gold/dossiers")}, Packs: packs(t)}
	a, err := Train(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Train(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two trainings on the same labels differ")
	}
	for _, e := range a.Events {
		p, r, f := e.Tally.F1()
		t.Logf("%-30s P %.3f R %.3f F1 %.3f", e.Event, p, r, f)
	}
	if p, _, f := a.All.F1(); f < 0.55 || p < 0.65 {
		t.Errorf("each event left out: P %.3f F1 %.3f, want 0.65 and 0.55 at least", p, f)
	}
	committed(t, opt.Packs, a.Model)
}

// committed fails if the pack's weights differ from the trained ones by more
// than what reads the articles may move them before they are trained anew.
func committed(t *testing.T, ps *lang.Packs, trained *reconcile.Model) {
	t.Helper()
	raw, err := ps.For("id").Model(reconcile.ModelName)
	if err != nil {
		t.Fatal(err)
	}
	m, err := reconcile.ParseModel(raw)
	if err != nil {
		t.Fatal(err)
	}
	const slack = 0.25
	for i, name := range reconcile.FeatureNames {
		if d := m.Weights[i] - trained.Weights[i]; d > slack || d < -slack {
			t.Errorf("%s: committed %.2f, trained %.2f: run selisik train claims", name, m.Weights[i], trained.Weights[i])
		}
	}
	if d := m.Meet - trained.Meet; d > 0.03 || d < -0.03 {
		t.Errorf("meet: committed %.2f, trained %.2f: run selisik train claims", m.Meet, trained.Meet)
	}
}

func TestAFolderWithoutLabelsIsInvalid(t *testing.T) {
	_, err := Train(context.Background(), Options{Set: eval.Set{Dir: t.TempDir()}, Packs: packs(t)})
	if !errors.Is(err, news.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}

func TestTallyCountsPairsOfDifferentArticles(t *testing.T) {
	fact := func(art, f string, c int) labelled { return labelled{art, map[string]bool{f: true}, []int{c}} }
	gold := []labelled{fact("A", "f1", 0), fact("B", "f1", 1), fact("B", "f2", 2), fact("C", "f2", 3)}
	s := &news.Story{
		Claims:   []news.Claim{{ID: "c1"}, {ID: "c2"}, {ID: "c3"}, {ID: "c4"}},
		Findings: []news.Finding{{Claims: []news.ClaimID{"c1", "c2", "c3"}}, {Claims: []news.ClaimID{"c4"}}},
	}
	if got := tally(gold, s); got != (Tally{Right: 1, Joined: 2, Gold: 2}) {
		t.Errorf("got %+v", got)
	}
	p, r, f := Tally{Right: 1, Joined: 2, Gold: 2}.F1()
	if p != 0.5 || r != 0.5 || f != 0.5 {
		t.Errorf("P %v R %v F1 %v", p, r, f)
	}
}

func TestBoundIsTheLeastScoreThatIsSureEnough(t *testing.T) {
	pairs := []scoredPair{{0.95, true}, {0.9, true}, {0.8, true}, {0.71, true}, {0.7, false}, {0.6, true}, {0.5, false}, {0.2, false}}
	for _, c := range []struct{ sure, want float64 }{{0.9, 0.71}, {0.8, 0.51}, {0.3, 0}, {1, 0.71}} {
		if got := bound(pairs, c.sure); got != c.want {
			t.Errorf("bound of %v: got %v, want %v", c.sure, got, c.want)
		}
	}
	if got := bound([]scoredPair{{0.9, false}}, 0.9); got != 1 {
		t.Errorf("nothing is the same: got %v, want 1", got)
	}
}

package claims

import (
	"bytes"
	"context"
	"errors"
	"testing"

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

func TestTrainingIsTheSameEachTimeAndAboveTheFloor(t *testing.T) {
	opt := Options{Dir: goldtest.Path(t, "gold/dossiers"), Packs: packs(t)}
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
}

func TestAFolderWithoutLabelsIsInvalid(t *testing.T) {
	_, err := Train(context.Background(), Options{Dir: t.TempDir(), Packs: packs(t)})
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

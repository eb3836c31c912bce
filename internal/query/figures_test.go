package query_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

func TestFiguresGiveEachValueOnceWithItsClaims(t *testing.T) {
	s := facetest.Fire()
	eight, ten := 8.0, 10.0
	f := &s.Findings[0]
	for i, id := range f.Claims {
		for j := range s.Claims {
			if s.Claims[j].ID == id {
				n := &eight
				if i == 0 {
					n = &ten
				}
				s.Claims[j].Quantities = []dossier.ClaimQuantity{{Min: n, Max: n, Unit: "orang"}}
			}
		}
	}
	for _, got := range query.NewPage(&s).Figures() {
		if got.Finding.ID != f.ID {
			continue
		}
		want := []query.QuantityGiven{{&eight, &eight, "orang", f.Claims[1:]}, {&ten, &ten, "orang", f.Claims[:1]}}
		if diff := cmp.Diff(want, got.Quantities); diff != "" {
			t.Error(diff)
		}
		return
	}
	t.Error("no row for the finding")
}

package claims

import (
	"context"
	"os"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
)

func TestTrainOnGold(t *testing.T) {
	dir := goldtest.Path(t, "gold/dossiers")
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	r, err := Train(context.Background(), Options{Dir: dir, Packs: packs})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range r.Events {
		p, rec, f := e.Tally.F1()
		t.Logf("%-30s P %.3f R %.3f F1 %.3f", e.Event, p, rec, f)
	}
	t.Logf("\n%s", r.Bytes())
	if out := os.Getenv("CLAIMS_OUT"); out != "" {
		_ = os.WriteFile(out, r.Bytes(), 0o644)
	}
}

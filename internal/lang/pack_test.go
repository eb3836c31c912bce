package lang_test

import (
	"testing"

	"github.com/selisik/selisik/internal/lang"
)

func TestEmbeddedPacksAreValid(t *testing.T) {
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"id", "en"} {
		if !ps.Has(tag) {
			t.Errorf("no pack %q", tag)
		}
	}
}

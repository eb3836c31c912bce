package lang_test

import (
	"slices"
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

func TestWhatIsCommonToLanguagesServesNone(t *testing.T) {
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	tag := ps.Common().Tag
	if slices.Contains(ps.Tags(), tag) || ps.Has(tag) {
		t.Errorf("%q counts as a language", tag)
	}
	if len(ps.Common().Rows("months")) == 0 {
		t.Error("no months of other languages")
	}
}

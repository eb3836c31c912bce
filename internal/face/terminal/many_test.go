package terminal

import (
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
)

func TestOfManyStoriesOnlyTheFirstHaveAPage(t *testing.T) {
	var d dossier.Dossier
	for range 25 {
		d.Stories = append(d.Stories, facetest.Quake())
	}
	out := draw(t, d, Options{Tag: "en"})
	if n := strings.Count(out, "WHAT HAPPENED"); n != 10 {
		t.Errorf("%d pages, want 10", n)
	}
	if !strings.Contains(out, "and 15 more stories") || !strings.Contains(out, "25.") {
		t.Errorf("the others are not told of:\n%s", out)
	}
}

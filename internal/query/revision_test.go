package query

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
)

func TestVersionsAreReadWordByWord(t *testing.T) {
	t.Parallel()
	old := "Pada Senin pagi yang cerah di kota itu tercatat 8 orang tewas."
	now := "Pada Senin pagi yang cerah di kota itu tercatat 10 orang tewas."
	to, by := "a-2", "Rara"
	a := &dossier.Article{Version: 3, Revisions: []dossier.Revision{
		{From: "a-0", To: &to, Changes: []dossier.Change{{Kind: "added", Field: "byline", New: &by, What: []string{"byline"}}}},
		{From: "a-1", To: &to, Changes: []dossier.Change{{Kind: "changed", Field: "text", Old: &old, New: &now, Substantive: true, What: []string{"figure"}}}},
		{From: "a-2", Withdrawn: true},
	}}
	want := []Version{
		{Number: 2, Cosmetic: 1},
		{Number: 3, Hunks: []Hunk{{"changed", "text", true, []string{"figure"}, []Piece{
			{Kept, "… di kota itu tercatat"}, {Removed, "8"}, {Added, "10"}, {Kept, "orang tewas."},
		}}}},
		{Withdrawn: true},
	}
	if diff := cmp.Diff(want, Versions(a)); diff != "" {
		t.Error(diff)
	}
}

func TestShortly(t *testing.T) {
	t.Parallel()
	tests := []struct{ old, new, was, now string }{
		{"Di kota itu tercatat 8 orang tewas, kata polisi.", "Di kota itu tercatat 10 orang tewas, kata polisi.", "itu tercatat 8 orang tewas,", "itu tercatat 10 orang tewas,"},
		{"Sama saja.", "Sama saja.", "Sama saja.", "Sama saja."},
		{"Dulu begitu.", "", "Dulu begitu.", ""},
		{"a b c d", "x b c y", "a b c d", "x b c y"},
	}
	for _, tt := range tests {
		if was, now := Shortly(tt.old, tt.new); was != tt.was || now != tt.now {
			t.Errorf("%q, %q: %q, %q", tt.old, tt.new, was, now)
		}
	}
}

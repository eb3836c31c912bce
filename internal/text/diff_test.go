package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDiffShowsWhatWentAndWhatCame(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, was, now string
		want           []Piece
	}{
		{"one word", "tercatat 8 orang tewas", "tercatat 10 orang tewas", []Piece{{'=', "tercatat"}, {'-', "8"}, {'+', "10"}, {'=', "orang tewas"}}},
		{"nothing", "sama saja", "sama  saja", []Piece{{'=', "sama saja"}}},
		{"at the ends", "a b c", "b c d", []Piece{{'-', "a"}, {'=', "b c"}, {'+', "d"}}},
		{"all", "a", "b", []Piece{{'-', "a"}, {'+', "b"}}},
		{"from nothing", "", "a b", []Piece{{'+', "a b"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, Diff(tt.was, tt.now)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDiffHoldsBothTexts(t *testing.T) {
	t.Parallel()
	words := rapid.SliceOf(rapid.SampledFrom([]string{"a", "b", "c", "d", "e."}))
	rapid.Check(t, func(t *rapid.T) {
		was, now := words.Draw(t, "was"), words.Draw(t, "now")
		var a, b []string
		for _, p := range Diff(strings.Join(was, " "), strings.Join(now, " ")) {
			w := strings.Fields(p.Text)
			if p.Kind != '+' {
				a = append(a, w...)
			}
			if p.Kind != '-' {
				b = append(b, w...)
			}
		}
		if !slices.Equal(a, was) || !slices.Equal(b, now) {
			t.Fatalf("%q, %q: pieces hold %q, %q", was, now, a, b)
		}
	})
}

func TestCommonOfLongTextsGoesByWhatStandsOnce(t *testing.T) {
	t.Parallel()
	var a, b []int
	for i := range 3000 {
		a, b = append(a, i), append(b, i+1500, -i-1)
	}
	got := Common(a, b)
	if len(got) != 1500 || got[0] != (Pair{1500, 0}) {
		t.Errorf("%d pairs, the first %v; want 1500 from {1500 0}", len(got), got[0])
	}
}

package relational

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func TestCountsOutliveTheirPacking(t *testing.T) {
	t.Parallel()
	words := rapid.SliceOf(rapid.OneOf(rapid.SampledFrom([]string{"kapal", "kapalang", "kap", "", "k", "東京"}), rapid.String()))
	rapid.Check(t, func(t *rapid.T) {
		terms := store.Terms{Title: words.Draw(t, "title"), Body: words.Draw(t, "body")}
		packed := countTerms(terms).pack()
		stems := append(slices.Clone(terms.Title), terms.Body...)
		slices.Sort(stems)
		stems = slices.Compact(stems)
		got, err := unpackStems(packed)
		if err != nil || !slices.Equal(got, stems) {
			t.Fatalf("got stems %q, %v", got, err)
		}
		title, body, err := countsOf(packed, append(stems, "absent\x00"))
		if err != nil || title[len(stems)] != 0 || body[len(stems)] != 0 {
			t.Fatalf("got %v, %v, %v", title, body, err)
		}
		for i, s := range stems {
			if title[i] != times(terms.Title, s) || body[i] != times(terms.Body, s) {
				t.Fatalf("%q: got %d, %d", s, title[i], body[i])
			}
		}
		cut := packed[:rapid.IntRange(0, len(packed)).Draw(t, "cut")]
		if got, err := unpackStems(cut); err == nil && len(got) > len(stems) || err != nil && !errors.Is(err, news.ErrInvalid) {
			t.Fatalf("cut: got %q, %v", got, err)
		}
	})
}

func times(list []string, s string) (n int) {
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

func FuzzUnpackStems(f *testing.F) {
	f.Add(countTerms(store.Terms{Title: []string{"kapal"}, Body: []string{"kapalang", "labuh"}}).pack())
	f.Add([]byte{5, 200, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := unpackStems(b); err != nil && !errors.Is(err, news.ErrInvalid) {
			t.Error(err)
		}
	})
}

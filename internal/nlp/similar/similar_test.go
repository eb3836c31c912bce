package similar

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func hashes(s string) []uint64 { return Hashes(strings.Fields(s)) }

func TestAlignFindsSharedPassages(t *testing.T) {
	tests := []struct {
		name, a, b string
		opt        AlignOptions
		want       []Match
	}{
		{"same text", "a b c d e", "a b c d e", AlignOptions{MinRun: 3}, []Match{{0, 5, 0, 5, 5}}},
		{"nothing", "a b c", "d e f", AlignOptions{MinRun: 1}, nil},
		{"too short", "a b x y", "a b z w", AlignOptions{MinRun: 3}, nil},
		{"moved", "a b c x y z", "x y z a b c", AlignOptions{MinRun: 3}, []Match{{0, 3, 3, 6, 3}, {3, 6, 0, 3, 3}}},
		{"one word changed, joined", "a b c d x e f g h", "a b c d y e f g h", AlignOptions{MinRun: 3, MaxGap: 2}, []Match{{0, 9, 0, 9, 8}}},
		{"one word changed, exact", "a b c d x e f g h", "a b c d y e f g h", AlignOptions{MinRun: 3}, []Match{{0, 4, 0, 4, 4}, {5, 9, 5, 9, 4}}},
		{"a passage is used once", "a b c q a b c", "a b c", AlignOptions{MinRun: 3}, []Match{{0, 3, 0, 3, 3}}},
		{"below MinSame", "a b c x", "a b c y", AlignOptions{MinRun: 3, MinSame: 4}, nil},
		{"empty", "", "a b c", AlignOptions{MinRun: 3}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, Align(hashes(tt.a), hashes(tt.b), tt.opt)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestCosineAndCover(t *testing.T) {
	idf := &IDF{docs: flatDocs}
	v := func(s string) Vector { return NewVector(strings.Fields(s), idf) }
	if got := Dot(v("gempa guncang pantai"), v("pantai gempa guncang")); got < 0.999 || got > 1.001 {
		t.Errorf("same words in another order: cosine %v", got)
	}
	if got := Dot(v("gempa"), v("banjir")); got != 0 {
		t.Errorf("no common word: cosine %v", got)
	}
	if got := Covered(v("gempa pantai"), v("gempa guncang pantai selatan")); got < 0.999 {
		t.Errorf("all words are there: covered %v", got)
	}
	if got := Covered(nil, v("gempa")); got != 0 {
		t.Errorf("empty vector: covered %v", got)
	}
}

func TestWinnowGuaranteesSharedFingerprint(t *testing.T) {
	const n, w = 3, 4
	shared := "satu dua tiga empat lima enam tujuh delapan"
	a := Winnow(Shingles(hashes("x y z "+shared+" p q"), n), w)
	b := Winnow(Shingles(hashes("k l m n o "+shared), n), w)
	in := map[uint64]bool{}
	for _, f := range a {
		in[f.Hash] = true
	}
	for _, f := range b {
		if in[f.Hash] {
			return
		}
	}
	t.Error("texts with n+w-1 common words share no fingerprint")
}

func TestLoadIDFRefusesBrokenTables(t *testing.T) {
	good := NewCounter()
	good.Add([]string{"gempa", "pantai"}, 1)
	raw := good.Encode(1, 10)
	if _, err := LoadIDF(raw); err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{nil, []byte("x"), raw[:len(raw)-1], append([]byte{}, raw[:idfHeader]...)} {
		if _, err := LoadIDF(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

func TestWithCountsALargeInputIn(t *testing.T) {
	c := NewCounter()
	for range 50 {
		c.Add([]string{"gempa", "pantai"}, 1)
		c.Add([]string{"pasar"}, 1)
	}
	m, err := LoadIDF(c.Encode(1, 10))
	if err != nil {
		t.Fatal(err)
	}
	day := NewCounter()
	for range 200 {
		day.Add([]string{"gempa"}, 1)
	}
	with := m.With(day, 1)
	if a, b := with.Weight("gempa"), m.Weight("gempa"); a >= b {
		t.Errorf("a word of the day weighs %v, before %v", a, b)
	}
	if a, b := with.Weight("pantai"), m.Weight("pantai"); a < b {
		t.Errorf("a word that the day lacks weighs %v, before %v", a, b)
	}
	few := NewCounter()
	few.Add([]string{"gempa"}, 1)
	if a, b := m.With(few, 1).Weight("gempa"), m.Weight("gempa"); a < b-0.05 {
		t.Errorf("one article moved a weight from %v to %v", b, a)
	}
}

func TestMixAndHas(t *testing.T) {
	a, b := Vector{{1, 1}, {3, 2}}, Vector{{2, 5}, {3, 1}}
	if d := cmp.Diff(Vector{{1, 2}, {2, 5}, {3, 5}}, Mix(a, 2, b, 1)); d != "" {
		t.Error(d)
	}
	if !a.Has(3) || a.Has(2) || Vector(nil).Has(1) {
		t.Error("Has")
	}
	if top := b.Top(1); len(top) != 1 || top[0].Key != 2 {
		t.Errorf("Top: %v", top)
	}
}

func TestTopIsHeaviestFirstThenByKey(t *testing.T) {
	v := Vector{{1, 2}, {2, 5}, {3, 2}, {4, 9}, {5, 5}, {6, 1}}
	sorted := []Weighted{{4, 9}, {2, 5}, {5, 5}, {1, 2}, {3, 2}, {6, 1}}
	for n := range len(v) + 2 {
		if d := cmp.Diff(sorted[:min(n, len(v))], v.Top(n)); d != "" {
			t.Errorf("Top(%d): %s", n, d)
		}
	}
}

func TestPairsLeaveOutCommonWords(t *testing.T) {
	c := NewCounter()
	for range 100 {
		c.Add([]string{"dan"}, 1)
	}
	c.Add([]string{"gempa", "pantai", "selatan"}, 1)
	m, err := LoadIDF(c.Encode(1, 10))
	if err != nil {
		t.Fatal(err)
	}
	v := Pairs([][]uint64{hashes("gempa pantai selatan dan gempa")}, m)
	if len(v) != 2 {
		t.Errorf("%d pairs, want 2: %v", len(v), v)
	}
}

func FuzzAlign(f *testing.F) {
	f.Add([]byte("abcabcd"), []byte("xabcabcd"), 3, 2)
	f.Fuzz(func(t *testing.T, a, b []byte, run, gap int) {
		words := func(s []byte) []uint64 {
			out := make([]uint64, len(s))
			for i, c := range s {
				out[i] = uint64(c)
			}
			return out
		}
		last := 0
		for _, m := range Align(words(a), words(b), AlignOptions{MinRun: run % 8, MaxGap: gap % 8}) {
			if m.A0 < last || m.A0 >= m.A1 || m.A1 > len(a) || m.B0 < 0 || m.B0 >= m.B1 || m.B1 > len(b) || m.Same < 1 {
				t.Fatalf("bad match %+v", m)
			}
			last = m.A1
		}
	})
}

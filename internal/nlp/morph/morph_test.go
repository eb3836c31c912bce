package morph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
)

func stemmer(t testing.TB, tag string) *morph.Stemmer {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return morph.New(ps.For(tag))
}

func TestStem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, forms, stem string }{
		{"id", "cabut dicabut mencabut pencabutan tercabut", "cabut"},
		{"id", "kata mengatakan dikatakan perkataan katanya mengatakannya", "kata"},
		{"id", "beri memberi memberikan diberikan pemberian", "beri"},
		{"id", "dukung mendukung didukung dukungan pendukung", "dukung"},
		{"id", "tulis menulis penulis ditulis tulisan", "tulis"},
		{"id", "keluar mengeluarkan dikeluarkan pengeluaran", "keluar"},
		{"id", "setuju menyetujui disetujui persetujuan", "setuju"},
		{"id", "sapu menyapu penyapu", "sapu"},
		{"id", "korban korbannya", "korban"},
		{"id", "menteri menterinya", "menteri"},
		{"id", "orang-orang orang orangnya", "orang"},
		{"id", "kepala sekarang di ke dia", ""},
		{"en", "mine mines mining mined", "min"},
		{"en", "attack attacks attacked attacking", "attack"},
	} {
		s := stemmer(t, c.tag)
		for _, w := range strings.Fields(c.forms) {
			want := c.stem
			if want == "" {
				want = w
			}
			if got := s.Stem(w); got != want {
				t.Errorf("%s: Stem(%q) = %q, want %q", c.tag, w, got, want)
			}
		}
	}
}

func TestWithoutTablesEveryWordIsItsStem(t *testing.T) {
	t.Parallel()
	if got := morph.New(lang.Empty("und")).Stem("perkataan"); got != "perkataan" {
		t.Error(got)
	}
}

func TestDerivedLeavesRoots(t *testing.T) {
	t.Parallel()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{"pulang": true, "kepulangan": true, "memulangkan": true, "menteri": true, "teri": true}
	want := map[string]bool{"kepulangan": true, "memulangkan": true}
	if d := cmp.Diff(want, morph.Derived(ps.For("id"), words)); d != "" {
		t.Error(d)
	}
}

func FuzzStem(f *testing.F) {
	for _, w := range []string{"", "-", "a-a", "menye-nye", "\xff", "pembelajaran", "ünïan"} {
		f.Add(w)
	}
	id, en := stemmer(f, "id"), stemmer(f, "en")
	f.Fuzz(func(t *testing.T, w string) {
		for _, s := range []*morph.Stemmer{id, en} {
			stem := s.Stem(w)
			if w != "" && stem == "" || len(stem) > len(w)+2 || stem != s.Stem(w) {
				t.Fatalf("Stem(%q) = %q", w, stem)
			}
		}
	})
}

func BenchmarkStem(b *testing.B) {
	s := stemmer(b, "id")
	words := strings.Fields("mengatakan warga pemerintah menyebutkan keterangan dua korban memberikan pertanggungjawaban")
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, w := range words {
			s.Stem(w)
		}
		n += len(words)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

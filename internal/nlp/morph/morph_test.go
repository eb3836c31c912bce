package morph

import (
	"testing"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
)

func packs(t testing.TB) *lang.Packs {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func TestStemsMeet(t *testing.T) {
	tests := []struct {
		tag   string
		words []string // all of one stem
	}{
		{"id", []string{"cabut", "dicabut", "mencabut", "pencabutan", "dicabutnya"}},
		{"id", []string{"tambang", "penambang", "pertambangan", "menambang"}},
		{"id", []string{"tulis", "menulis", "penulis", "tulisan"}},
		{"id", []string{"kirim", "mengirim", "pengiriman", "dikirimkan"}},
		{"id", []string{"orang", "orang-orang"}},
		{"id", []string{"selamat", "keselamatan", "menyelamatkan", "penyelamatan"}},
		{"en", []string{"mine", "mines", "mining", "mined"}},
		{"en", []string{"city", "cities"}},
		{"en", []string{"protest", "protests", "protested", "protesting"}},
		{"en", []string{"minister", "minister's", "ministers"}},
	}
	ps := packs(t)
	for _, tt := range tests {
		s := New(ps.For(tt.tag))
		want := s.Stem(tt.words[0])
		for _, w := range tt.words[1:] {
			if got := s.Stem(w); got != want {
				t.Errorf("%s: %s gives %q, %s gives %q", tt.tag, w, got, tt.words[0], want)
			}
		}
	}
}

func TestStemsStayApart(t *testing.T) {
	ps := packs(t)
	for _, tt := range []struct{ tag, a, b string }{
		{"id", "makan", "mak"}, {"id", "bulan", "bul"}, {"en", "bus", "bu"}, {"en", "during", "dur"}, {"en", "address", "addres"},
	} {
		s := New(ps.For(tt.tag))
		if s.Stem(tt.a) == s.Stem(tt.b) {
			t.Errorf("%s: %q and %q meet in %q", tt.tag, tt.a, tt.b, s.Stem(tt.a))
		}
	}
}

func TestWithoutTablesWordsAreTheirStems(t *testing.T) {
	if got := New(lang.Empty("xx")).Stem("pencabutan"); got != "pencabutan" {
		t.Errorf("got %q", got)
	}
}

func FuzzStem(f *testing.F) {
	for _, w := range []string{"", "di", "mempertanggungjawabkan", "a-a", "running", "ñandú’s"} {
		f.Add(w)
	}
	ps := packs(f)
	id, en := New(ps.For("id")), New(ps.For("en"))
	f.Fuzz(func(t *testing.T, w string) {
		for _, s := range []*Stemmer{id, en} {
			if got := s.Stem(w); utf8.ValidString(w) && !utf8.ValidString(got) {
				t.Fatalf("%q gives %q", w, got)
			}
		}
	})
}

func BenchmarkStem(b *testing.B) {
	s := New(packs(b).For("id"))
	b.ReportAllocs()
	for b.Loop() {
		s.Stem("pencabutan")
		s.Stem("mempertimbangkannya")
		s.Stem("rumah")
	}
}

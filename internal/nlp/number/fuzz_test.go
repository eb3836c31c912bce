package number_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/number"
)

// FuzzFind holds that spans lie in the text, on rune borders, in order and
// apart, and that bounds are in order, whatever the bytes.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "Rp16.258", "dua puluh lima orang", "ke-", "10-", "1.1.1.1", "II–", "٣ orang", "999999999999999999999 juta juta", "5 atau", "( 24 )", "\xff12\xfe", "sejuta seribu belas"} {
		f.Add(s)
	}
	id, split := finder(f, "id")
	en, _ := finder(f, "en")
	f.Fuzz(func(t *testing.T, s string) {
		text := split.Split(s)
		for _, q := range append(id.Find(text), en.Find(text)...) {
			if q.Len() <= 0 || q.Of(s) == "" || utf8.ValidString(s) && !q.Valid(s) {
				t.Fatalf("span %v of %q", q.Span, s)
			}
			if q.Min != nil && q.Max != nil && *q.Min > *q.Max {
				t.Fatalf("bounds %v > %v in %q", *q.Min, *q.Max, s)
			}
		}
		last := 0
		for _, q := range id.Find(text) {
			if q.Start < last {
				t.Fatalf("overlap at %d in %q", q.Start, s)
			}
			last = q.End
		}
	})
}

const sample = `Sebanyak 12 dari 31 tersangka, tiga di antaranya perempuan, ditangkap pada Senin (9/6/2025) malam sekitar pukul 19.15 WIB.
Kerugian negara ditaksir mencapai Rp 1,5 triliun atau 8,3 persen dari anggaran daerah, kata juru bicara kejaksaan itu.
Warga yang tinggal di sekitar lokasi mengaku tidak mengetahui kegiatan para pelaku karena rumah itu selalu tertutup rapat.
`

func BenchmarkFind(b *testing.B) {
	f, split := finder(b, "id")
	text := split.Split(strings.Repeat(sample, 20))
	b.SetBytes(int64(len(text.Source)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(text)
	}
}

func BenchmarkNew(b *testing.B) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		number.New(packs.For("id"))
	}
}

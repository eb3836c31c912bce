package when_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/when"
)

// FuzzFind holds that spans lie in the text, on rune borders, in order and
// apart, and that no time ends before it starts, whatever the bytes.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "Senin (9/6", "pukul 24.00 waktu setempat di Wina", "31 Juni hingga 2", "1990-an", "99/99/9999", "dua hari", "Mei-Juni", "last last week", "at 12 p.m", "9999 tahun lalu", "akhir awal akhir 2024", "\xff9 Juni\xfe"} {
		f.Add(s)
	}
	id, split := finder(f, "id")
	en, _ := finder(f, "en")
	anchor := time.Date(2025, 6, 18, 10, 0, 0, 0, time.FixedZone("WIB", 7*3600))
	f.Fuzz(func(t *testing.T, s string) {
		text := split.Split(s)
		id.Find(text, time.Time{})
		for _, finder := range []*when.Finder{id, en} {
			last := 0
			for _, e := range finder.Find(text, anchor) {
				if e.Span.Of(s) == "" || utf8.ValidString(s) && !e.Span.Valid(s) || e.Span.Start < last {
					t.Fatalf("span %v after %d of %q", e.Span, last, s)
				}
				if e.End.Before(e.Start) {
					t.Fatalf("%v ends before %v in %q", e.End, e.Start, s)
				}
				last = e.Span.End
			}
		}
	})
}

const sample = `Sebanyak 12 dari 31 tersangka, tiga di antaranya perempuan, ditangkap pada Senin (9/6/2025) malam sekitar pukul 19.15 WIB.
Kerugian negara ditaksir mencapai Rp 1,5 triliun atau 8,3 persen dari anggaran tahun lalu, kata juru bicara kejaksaan itu.
Warga yang tinggal di sekitar lokasi mengaku tidak mengetahui kegiatan para pelaku karena rumah itu selalu tertutup rapat.
`

func BenchmarkFind(b *testing.B) {
	f, split := finder(b, "id")
	text := split.Split(strings.Repeat(sample, 20))
	anchor := time.Date(2025, 6, 18, 10, 0, 0, 0, time.FixedZone("WIB", 7*3600))
	b.SetBytes(int64(len(text.Source)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(text, anchor)
	}
}

func BenchmarkNew(b *testing.B) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		when.New(packs.For("id"))
	}
}

package lineage

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

func tracer(t testing.TB) *Tracer {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return New(packs)
}

// reading makes an invented reading published some hours after a fixed morning.
func reading(id, language string, outlet news.Outlet, body string, at float64) news.Reading {
	morning := time.Date(2031, 3, 4, 6, 0, 0, 0, time.UTC)
	return news.Reading{Article: news.Article{
		ID: news.ArticleID(id), Language: language, Outlet: &outlet, Text: body,
		Published: &news.Published{Time: morning.Add(time.Duration(at * float64(time.Hour)))},
	}}
}

var (
	warta  = news.Outlet{Name: "Warta Selat", Domain: "warta.example", Group: "Selat Media"}
	kabar  = news.Outlet{Name: "Kabar Pagi", Domain: "kabar.example"}
	suara  = news.Outlet{Name: "Suara Selat", Domain: "suara.example", Group: "Selat Media"}
	herald = news.Outlet{Name: "Bay Herald", Domain: "herald.example"}
)

const original = `Kapal feri KM Bintang Selat kandas di perairan Tanjung Kelor pada Selasa pagi setelah menabrak karang yang tidak terlihat karena kabut tebal.

Tim penyelamat mengevakuasi seluruh penumpang memakai dua perahu karet dan membawa mereka ke balai desa terdekat untuk diperiksa petugas kesehatan.

"Kami bersyukur tidak ada korban jiwa dan semua penumpang sudah berkumpul dengan keluarga mereka masing-masing," kata Kepala Basarnas Dedi Harjono.

Pemilik kapal belum memberi keterangan tentang kerusakan lambung, sedangkan polisi perairan masih memeriksa nakhoda di kantor pelabuhan.`

func TestLinksTellCopiesFromIndependentReports(t *testing.T) {
	copied := strings.Replace(original, "pada Selasa pagi setelah", "Selasa pagi usai", 1)
	independent := `Ombak dan kabut membuat sebuah feri terjebak di karang Tanjung Kelor kemarin. Penumpangnya selamat.

Menurut saksi bernama Ujang, bunyi benturan terdengar sampai ke pasar ikan.

"Kami bersyukur tidak ada korban jiwa dan semua penumpang sudah berkumpul dengan keluarga mereka masing-masing," ujar Dedi Harjono kepada wartawan.

Tarif penyeberangan akan dikembalikan penuh, demikian janji operator lewat pengeras suara.`
	tests := []struct {
		name     string
		readings []news.Reading
		want     []string // from>to kind
	}{
		{"a light edit by another outlet", []news.Reading{
			reading("a", "id", warta, original, 1), reading("b", "id", kabar, copied, 3),
		}, []string{"a>b verbatim"}},
		{"the same quotation in two own reports", []news.Reading{
			reading("a", "id", warta, original, 1), reading("b", "id", kabar, independent, 2),
		}, nil},
		{"the credit decides who was first, not the clock", []news.Reading{
			reading("a", "id", warta, original, 3),
			func() news.Reading {
				r := reading("b", "id", kabar, copied, 1)
				r.Sources = []news.SourceMention{{Name: "Warta Selat", Kind: news.OutletKind, Whole: true}}
				return r
			}(),
		}, []string{"a>b verbatim"}},
		{"a code in brackets credits too", []news.Reading{
			reading("a", "id", kabar, original, 3),
			func() news.Reading {
				r := reading("b", "id", warta, copied, 1)
				r.Article.Removed = []news.Removed{{Text: "(kbp)", Reason: "credit"}}
				return r
			}(),
		}, []string{"a>b verbatim"}},
		{"a release that both name", []news.Reading{
			func() news.Reading {
				r := reading("a", "id", warta, original, 1)
				r.Sources = []news.SourceMention{{Name: "Basarnas", Kind: news.Institution}}
				return r
			}(),
			func() news.Reading {
				r := reading("b", "id", kabar, copied, 2)
				r.Sources = []news.SourceMention{{Name: "BASARNAS", Kind: news.Institution}}
				return r
			}(),
		}, []string{"a>b same-release"}},
		{"only a name is shared, as a source", []news.Reading{
			reading("a", "id", warta, original, 1),
			func() news.Reading {
				r := reading("b", "id", kabar, "Harga tiket kapal naik, menurut laporan surat kabar setempat.", 2)
				r.Sources = []news.SourceMention{{Name: "Warta Selat", Kind: news.OutletKind}}
				return r
			}(),
		}, []string{"a>b cites"}},
		{"nothing in common", []news.Reading{
			reading("a", "id", warta, original, 1), reading("b", "id", suara, "Panen jeruk melimpah di kaki Gunung Halu tahun ini.", 2),
		}, nil},
		{"a translation", []news.Reading{
			reading("a", "en", herald, `The ferry Bintang Selat ran aground off Tanjung Kelor with 41 passengers. Rescue chief Dedi Harjono said 2 boats took them ashore. Captain Rustam Alfaro told Harbour Police he saw nothing. The owner, Laut Jaya, bought the ship in 2019 for 12 million.`, 1),
			reading("b", "id", warta, `Feri Bintang Selat kandas di Tanjung Kelor membawa 41 penumpang. Kepala tim Dedi Harjono menyebut 2 perahu membawa mereka ke darat. Nakhoda Rustam Alfaro mengatakan kepada Harbour Police bahwa ia tak melihat apa pun. Pemiliknya, Laut Jaya, membeli kapal itu pada 2019 seharga 12 juta.`, 5),
		}, []string{"a>b translation"}},
	}
	tr := tracer(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, l := range tr.Links(tt.readings) {
				got = append(got, fmt.Sprintf("%s>%s %s", l.From, l.To, l.Kind))
				checkLink(t, tt.readings, l)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// checkLink fails if a passage is not a span of its text.
func checkLink(t *testing.T, readings []news.Reading, l news.Link) {
	t.Helper()
	texts := map[news.ArticleID]string{}
	for _, r := range readings {
		texts[r.Article.ID] = r.Article.Text
	}
	for _, p := range l.Passages {
		if !p.From.Valid(texts[l.From]) || !p.To.Valid(texts[l.To]) || p.From.Len() == 0 || p.To.Len() == 0 {
			t.Errorf("passage %+v does not lie in the texts", p)
		}
	}
	if l.Share < 0 || l.Share > 1 || l.Why == "" || l.From == l.To {
		t.Errorf("bad link %+v", l)
	}
}

func TestPassagesAreTheSharedWords(t *testing.T) {
	shared := "Tim penyelamat mengevakuasi seluruh penumpang memakai dua perahu karet dan membawa mereka ke balai desa terdekat untuk diperiksa petugas kesehatan"
	a := reading("a", "id", warta, "Kabut turun sejak subuh. "+shared+". Nakhoda diperiksa.", 1)
	b := reading("b", "id", suara, "Feri kandas. "+shared+".", 2)
	links := tracer(t).Links([]news.Reading{a, b})
	if len(links) != 1 || len(links[0].Passages) != 1 {
		t.Fatalf("got %+v", links)
	}
	p := links[0].Passages[0]
	if got := p.From.Of(a.Article.Text); got != shared {
		t.Errorf("from %q", got)
	}
	if got := p.To.Of(b.Article.Text); got != shared {
		t.Errorf("to %q", got)
	}
}

func TestLinksDoNotDependOnOrder(t *testing.T) {
	tr := tracer(t)
	var in []news.Reading
	for i, cut := range []int{0, 40, 90, 300} {
		in = append(in, reading(fmt.Sprint("r", i), "id", []news.Outlet{warta, kabar, suara, herald}[i], original[cut:], float64(i%2)))
	}
	want := tr.Links(in)
	if len(want) == 0 {
		t.Fatal("no links")
	}
	r := rand.New(rand.NewSource(3))
	for range 5 {
		r.Shuffle(len(in), func(i, j int) { in[i], in[j] = in[j], in[i] })
		if d := cmp.Diff(want, tr.Links(in)); d != "" {
			t.Fatal(d)
		}
	}
}

func TestIsCode(t *testing.T) {
	for _, tt := range []struct {
		credit, name string
		want         bool
	}{
		{"(kbp)", "kabarpagi", true}, {"(wrt)", "kabarpagi", false}, {"kbp", "kabarpagi", false},
		{"(kapagila)", "kabarpagi", false}, {"(kz)", "kabarpagi", false}, {"(kgp)", "kabarpagi", false},
	} {
		if got := isCode(tt.credit, tt.name); got != tt.want {
			t.Errorf("isCode(%q, %q) = %v", tt.credit, tt.name, got)
		}
	}
}

func TestParseModelNamesWhatIsMissing(t *testing.T) {
	if _, err := ParseModel("bias\t1\n"); err == nil || !strings.Contains(err.Error(), labels[1]) {
		t.Errorf("got %v", err)
	}
	m, err := ParseModel(embedded)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ParseModel(m.Format()); err != nil || !cmp.Equal(m, again) {
		t.Errorf("round trip: %+v, %v", again, err)
	}
}

func FuzzLinks(f *testing.F) {
	f.Add(original, original[17:], "id", "id", 5, 20)
	f.Add("Satu “dua tiga” empat", "\xff\"Satu dua", "id", "en", 0, 3)
	tr := tracer(f)
	f.Fuzz(func(t *testing.T, x, y, lx, ly string, s, e int) {
		in := []news.Reading{reading("a", lx, warta, x, 0), reading("b", ly, suara, y, 1)}
		if sp := (text.Span{Start: s, End: e}); sp.Valid(x) {
			in[0].Quotes = []news.Quote{{Span: sp}}
		}
		for _, l := range tr.Links(in) {
			checkLink(t, in, l)
		}
	})
}

func BenchmarkLinks(b *testing.B) {
	tr := tracer(b)
	var in []news.Reading
	size := 0
	for i := range 12 {
		in = append(in, reading(fmt.Sprint("r", i), "id", kabar, strings.Repeat(original[i*7:]+"\n\n", 3), float64(i)))
		size += len(in[i].Article.Text)
	}
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		tr.Links(in)
	}
}

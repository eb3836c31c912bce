package cluster

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

func grouper(t testing.TB) *Grouper {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return New(packs)
}

// article makes an invented article; at is hours after a fixed morning.
func article(id, language, outlet, title, body string, at float64) news.Article {
	a := news.Article{ID: news.ArticleID(id), Ref: id, Language: language, Title: title, Text: body}
	if outlet != "" {
		a.Outlet = &news.Outlet{Name: outlet, Domain: outlet}
	}
	if at >= 0 {
		morning := time.Date(2031, 3, 4, 6, 0, 0, 0, time.UTC)
		a.Published = &news.Published{Time: morning.Add(time.Duration(at * float64(time.Hour)))}
	}
	return a
}

// refs names the members of each story, sorted.
func refs(articles []news.Article, groups [][]int) []string {
	var out []string
	for _, g := range groups {
		var names []string
		for _, i := range g {
			names = append(names, articles[i].Ref)
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, " "))
	}
	slices.Sort(out)
	return out
}

func TestGroupTellsSimilarEventsApart(t *testing.T) {
	tests := []struct {
		name     string
		articles []news.Article
		want     []string
	}{
		{"one event in three outlets, and a like one elsewhere", []news.Article{
			article("a1", "id", "warta.example", "Feri Bintang Selat Kandas di Tanjung Kelor, 41 Penumpang Dievakuasi",
				"Kapal feri KM Bintang Selat kandas di perairan Tanjung Kelor, Kabupaten Sinarwangi, Selasa pagi. Basarnas mengevakuasi 41 penumpang dengan dua perahu karet. Nakhoda Rustam Alfaro mengatakan kapal menabrak karang karena kabut tebal.", 3),
			article("a2", "id", "kabar.example", "Kabut Tebal, KM Bintang Selat Kandas di Sinarwangi",
				"Sebanyak 41 penumpang KM Bintang Selat selamat setelah feri itu kandas di Tanjung Kelor. Kepala Basarnas Sinarwangi Dedi Harjono menyebut evakuasi selesai pukul 10.00. Kapal menabrak karang saat kabut.", 6),
			article("a3", "id", "pesisir.example", "Nakhoda KM Bintang Selat Diperiksa Usai Feri Kandas",
				"Polisi memeriksa nakhoda Rustam Alfaro setelah KM Bintang Selat kandas di Tanjung Kelor, Sinarwangi. Seluruh 41 penumpang telah dievakuasi Basarnas.", 9),
			article("b1", "id", "warta.example", "Speedboat Mutiara Laut Terbalik di Muara Kuning, 3 Orang Hilang",
				"Speedboat Mutiara Laut terbalik dihantam ombak di Muara Kuning, Kabupaten Telukraya. Tim SAR masih mencari tiga penumpang yang hilang. Warga menolong sembilan orang lainnya.", 5),
		}, []string{"a1 a2 a3", "b1"}},
		{"a routine text filled with other names", []news.Article{
			article("c1", "id", "cuaca.example", "Prakiraan Cuaca Kota Banyuasih Hari Ini, Hujan Ringan", "Badan cuaca memprakirakan hujan ringan di Banyuasih pada siang hari. Suhu berkisar 24-31 derajat Celsius dengan kelembapan 60-90 persen.", 1),
			article("c2", "id", "cuaca.example", "Prakiraan Cuaca Kota Margaluyu Hari Ini, Cerah Berawan", "Badan cuaca memprakirakan cerah berawan di Margaluyu pada siang hari. Suhu berkisar 22-29 derajat Celsius dengan kelembapan 55-85 persen.", 1),
			article("c3", "id", "warta.example", "Harga Cabai di Pasar Sukaresmi Turun", "Harga cabai rawit di Pasar Sukaresmi turun menjadi Rp 38.000 per kilogram.", 2),
			article("c4", "id", "bola.example", "Persimar Tahan Imbang Gema Putra 1-1", "Persimar menahan imbang Gema Putra 1-1 di Stadion Wiralaga. Gol penyama dicetak Aldo Renggana pada menit ke-88.", 4),
			article("c5", "id", "niaga.example", "Laba Bank Sentosa Jaya Naik 12 Persen", "Bank Sentosa Jaya membukukan laba Rp 1,2 triliun pada kuartal pertama, naik 12 persen dari tahun lalu.", 4),
			article("c6", "id", "hukum.example", "Mantan Camat Lubuk Ara Divonis 3 Tahun Penjara", "Hakim memvonis mantan Camat Lubuk Ara Herman Sakti tiga tahun penjara dalam perkara dana desa.", 5),
			article("c7", "id", "sehat.example", "Kasus Campak di Pulau Enam Bertambah", "Dinas kesehatan mencatat 27 kasus campak baru di Pulau Enam pekan ini.", 6),
			article("c8", "id", "warta.example", "Festival Layang-layang Digelar di Pantai Sorai", "Ratusan layang-layang dari sembilan negara menghiasi Pantai Sorai.", 6),
		}, []string{"c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"}},
		{"two languages", []news.Article{
			article("d1", "id", "warta.example", "Presiden Maruvia Alda Benitez Mengundurkan Diri Setelah Protes Harga Bahan Bakar",
				"Presiden Maruvia Alda Benitez mengundurkan diri pada Senin setelah 12 hari protes harga bahan bakar. Wakil presiden Tomas Irigo akan memimpin pemerintahan sementara sampai pemilihan umum pada November.", 2),
			article("d2", "en", "daily.example", "Maruvia's president Alda Benitez resigns after fuel price protests",
				"President Alda Benitez of Maruvia resigned on Monday after 12 days of protests over the price of fuel. Vice president Tomas Irigo will lead an interim government until elections in November.", 3),
			article("d3", "en", "daily.example", "Harborview council approves tram line",
				"The city council of Harborview voted 9-2 to approve a tram line along the waterfront, ending years of debate.", 3),
		}, []string{"d1 d2", "d3"}},
		{"no titles, no dates, no outlets", []news.Article{
			article("e1", "id", "", "", "Wali Kota Lembang Raya Siska Purnama meresmikan jembatan gantung Cikaret sepanjang 210 meter, Kamis. Jembatan itu menghubungkan dua desa yang terpisah sejak banjir 2029.", -1),
			article("e2", "id", "", "", "Jembatan gantung Cikaret sepanjang 210 meter resmi dibuka Wali Kota Siska Purnama. Dua desa yang terpisah akibat banjir 2029 kini tersambung lagi.", -1),
		}, []string{"e1 e2"}},
	}
	g := grouper(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, refs(tt.articles, g.Group(tt.articles, Calendar{}))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestGroupOfNothing(t *testing.T) {
	if got := grouper(t).Group(nil, Calendar{}); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	empty := []news.Article{{}, {Language: "xx"}, {Text: "\xff\xfe", Language: "id"}}
	n := 0
	for _, s := range grouper(t).Group(empty, Calendar{}) {
		n += len(s)
	}
	if n != len(empty) {
		t.Errorf("%d articles in stories, want %d", n, len(empty))
	}
}

// synthetic makes n articles of about n/3 invented events.
func synthetic(n int) []news.Article {
	r := rand.New(rand.NewSource(7))
	word := func(k int) string {
		syllables := []string{"ba", "ke", "ti", "ro", "mu", "sa", "ne", "li", "go", "pa", "da", "wi"}
		var b strings.Builder
		for i := 0; i < 3; i++ {
			b.WriteString(syllables[k%len(syllables)])
			k /= len(syllables)
		}
		return b.String()
	}
	var out []news.Article
	for i := range n {
		event := r.Intn(max(1, n/3))
		var b strings.Builder
		for j := range 200 {
			k := r.Intn(1700)
			if j%4 == 0 {
				k = event*7%1700 + r.Intn(12)
			}
			w := word(k)
			if j%9 == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			fmt.Fprintf(&b, "%s ", w)
		}
		text := b.String()
		out = append(out, article(fmt.Sprint("s", i), []string{"id", "en"}[event%2], fmt.Sprintf("o%d.example", r.Intn(9)), text[:60], text, float64(event%72)+r.Float64()*8))
	}
	return out
}

func TestGroupDoesNotDependOnOrder(t *testing.T) {
	g, articles := grouper(t), synthetic(150)
	want := refs(articles, g.Group(articles, Calendar{}))
	if len(want) == len(articles) || len(want) == 1 {
		t.Fatalf("%d stories of %d articles tell nothing", len(want), len(articles))
	}
	r := rand.New(rand.NewSource(1))
	for range 3 {
		r.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if d := cmp.Diff(want, refs(articles, g.Group(articles, Calendar{}))); d != "" {
			t.Fatal(d)
		}
	}
}

func TestExplainAddsUpToTheDecision(t *testing.T) {
	g := grouper(t)
	a := article("a", "id", "warta.example", "Feri Bintang Selat Kandas", "Kapal feri KM Bintang Selat kandas di Tanjung Kelor dengan 41 penumpang.", 1)
	b := article("b", "id", "kabar.example", "KM Bintang Selat Kandas di Tanjung Kelor", "Feri KM Bintang Selat kandas di Tanjung Kelor, 41 penumpang selamat.", 2)
	sum := 0.0
	for _, r := range g.Explain(a, b, 2) {
		sum += r.Score
	}
	if joined := len(g.Group([]news.Article{a, b}, Calendar{})) == 1; joined != (sum > 0) || !joined {
		t.Errorf("joined %v with score %.2f", joined, sum)
	}
}

func TestParseModelNamesWhatIsMissing(t *testing.T) {
	m := Model{Weights: make([]float64, fCount), Threshold: 1, Articles: 3}
	if got, err := ParseModel("# x\n" + m.Format()); err != nil || got.Threshold != 1 || got.Articles != 3 {
		t.Errorf("round trip: %+v, %v", got, err)
	}
	if _, err := ParseModel("bias\t1\n"); err == nil || !strings.Contains(err.Error(), "body") {
		t.Errorf("missing feature: %v", err)
	}
	if _, err := ParseModel("bias\tx\n"); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("no number: %v", err)
	}
}

func TestPlainNumbersAreTheSameInAllLanguages(t *testing.T) {
	for _, tt := range []struct{ in, decimal, want string }{
		{"1.554", ",", "1554"}, {"1,554", ".", "1554"}, {"152,5", ",", "152.5"}, {"152.5", ".", "152.5"}, {"6-0", ",", "0-6"}, {"0-6", ".", "0-6"}, {"2031", ",", "2031"},
	} {
		if got := plain(tt.in, tt.decimal); got != tt.want {
			t.Errorf("plain(%q, %q) = %q, want %q", tt.in, tt.decimal, got, tt.want)
		}
	}
}

func FuzzGroup(f *testing.F) {
	f.Add("Gempa guncang pantai", "Gempa 5,2 guncang pantai.", "id", "Quake hits coast", "A 5.2 quake hit.", "en")
	g := grouper(f)
	f.Fuzz(func(t *testing.T, t1, b1, l1, t2, b2, l2 string) {
		in := []news.Article{{ID: "1", Title: t1, Text: b1, Language: l1}, {ID: "2", Title: t2, Text: b2, Language: l2}, {ID: "3", Title: t1, Text: b2, Language: l1}}
		seen := map[int]bool{}
		for _, s := range g.Group(in, Calendar{}) {
			for _, i := range s {
				if seen[i] {
					t.Fatalf("article %d twice", i)
				}
				seen[i] = true
			}
		}
		if len(seen) != len(in) {
			t.Fatalf("%d of %d articles", len(seen), len(in))
		}
	})
}

func BenchmarkGroup(b *testing.B) {
	g := grouper(b)
	for _, n := range []int{1000, 4000, 16000} {
		articles := synthetic(n)
		size := 0
		for _, a := range articles {
			size += len(a.Text)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(size))
			for b.Loop() {
				g.Group(articles, Calendar{})
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

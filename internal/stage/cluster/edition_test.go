package cluster

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/selisik/selisik/internal/news"
)

// capsized tells of one event on two days, in which a window may end, and of
// another one like it.
func capsized() []news.Article {
	out := []news.Article{
		article("a1", "id", "warta.example", "Feri Bintang Selat Kandas di Tanjung Kelor, 41 Penumpang Dievakuasi",
			"Kapal feri KM Bintang Selat kandas di perairan Tanjung Kelor, Kabupaten Sinarwangi, Selasa pagi. Basarnas mengevakuasi 41 penumpang dengan dua perahu karet. Nakhoda Rustam Alfaro mengatakan kapal menabrak karang karena kabut tebal.", 3),
		article("a2", "id", "kabar.example", "Kabut Tebal, KM Bintang Selat Kandas di Sinarwangi",
			"Sebanyak 41 penumpang KM Bintang Selat selamat setelah feri itu kandas di Tanjung Kelor. Kepala Basarnas Sinarwangi Dedi Harjono menyebut evakuasi selesai pukul 10.00. Kapal menabrak karang saat kabut.", 6),
		article("a3", "id", "pesisir.example", "Nakhoda KM Bintang Selat Diperiksa Usai Feri Kandas",
			"Polisi memeriksa nakhoda Rustam Alfaro setelah KM Bintang Selat kandas di Tanjung Kelor, Sinarwangi. Seluruh 41 penumpang telah dievakuasi Basarnas. Kapal menabrak karang saat kabut.", 20),
		article("a4", "id", "niaga.example", "KM Bintang Selat yang Kandas di Tanjung Kelor Ditarik",
			"Kapal feri KM Bintang Selat yang kandas di Tanjung Kelor, Sinarwangi, ditarik dua kapal tunda. Seluruh 41 penumpang telah dievakuasi Basarnas.", 22),
		article("b1", "id", "warta.example", "Speedboat Mutiara Laut Terbalik di Muara Kuning, 3 Orang Hilang",
			"Speedboat Mutiara Laut terbalik dihantam ombak di Muara Kuning, Kabupaten Telukraya. Tim SAR masih mencari tiga penumpang yang hilang. Warga menolong sembilan orang lainnya.", 5),
	}
	for i := range 12 {
		out = append(out, article(fmt.Sprintf("z%d", i), "id", "ragam.example", fmt.Sprintf("Catatan ke-%d tentang %s", i, filler[i]),
			fmt.Sprintf("Warga %s menceritakan %s kepada pembaca pada edisi ke-%d.", filler[(i+5)%12], filler[i], i), float64(i*2)))
	}
	return out
}

var filler = []string{"layang-layang", "kopi robusta", "tenun ikat", "sepeda tua", "jamu pahit", "perpustakaan", "gamelan", "terumbu", "kebun teh", "pasar malam", "angklung", "batu akik"}

func TestStoriesMeetAcrossTheBordersOfWindows(t *testing.T) {
	t.Parallel()
	g, articles := grouper(t), capsized()
	want := refs(articles, g.Group(articles, Calendar{}))
	if !slices.Contains(want, "a1 a2 a3 a4") {
		t.Fatalf("in one window: %v", want)
	}
	for _, full := range []int{4, 9, 13} {
		got := refs(articles, g.Group(articles, Calendar{Full: full}))
		if !slices.Contains(got, "a1 a2 a3 a4") {
			t.Errorf("in windows of %d: %v", full, got)
		}
		slices.Reverse(articles)
		if diff := cmp.Diff(got, refs(articles, g.Group(articles, Calendar{Full: full}))); diff != "" {
			t.Errorf("in windows of %d the order of input matters:\n%s", full, diff)
		}
	}
}

func TestLinksOutweighLikeness(t *testing.T) {
	t.Parallel()
	g, articles := grouper(t), capsized()
	for _, c := range []struct {
		name  string
		rules Constraints
		want  []string
	}{
		{"apart", Constraints{Apart: [][2][]int{{{0}, {3}}}}, nil},
		{"together", Constraints{Together: [][]int{{0, 4}}}, []string{"a1 a2 a3 a4 b1"}},
		{"one moved from a story to another", Constraints{Together: [][]int{{2, 4}}, Apart: [][2][]int{{{0, 1, 3}, {2, 4}}}}, []string{"a1 a2 a4", "a3 b1"}},
		{"contradiction: together holds", Constraints{Together: [][]int{{0, 1}}, Apart: [][2][]int{{{0}, {1}}}}, []string{"a1 a2 a3 a4"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := refs(articles, g.Edition(window(levels, 0), articles, c.rules, &Memo{}).Threads())
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("no story %q in %v", w, got)
				}
			}
			if c.want == nil && slices.ContainsFunc(got, func(s string) bool { return s == "a1 a2 a3 a4" }) {
				t.Errorf("a1 and a4 meet: %v", got)
			}
		})
	}
}

func TestLinksHoldAcrossTheBorder(t *testing.T) {
	t.Parallel()
	g, articles := grouper(t), capsized()

	first, second := []news.Article{articles[0], articles[1]}, []news.Article{articles[2], articles[3], articles[4]}
	w := window(0, 0)
	a, b := g.Edition(w, first, Constraints{}, &Memo{}), g.Edition(w, second, Constraints{}, &Memo{})
	if got := g.Join(a, b, Constraints{}, &Memo{}); len(got) != 1 {
		t.Fatalf("joined %v, want the ferry's threads only", got)
	}
	if got := g.Join(a, b, Constraints{Apart: [][2][]int{{{0}, {2}}}}, &Memo{}); slices.ContainsFunc(got, func(s []int) bool { return slices.Contains(s, 0) && slices.Contains(s, 2) }) {
		t.Errorf("a1 and a3 meet: %v", got)
	}
	if got := g.Join(a, b, Constraints{Together: [][]int{{0, 4}}}, &Memo{}); !slices.ContainsFunc(got, func(s []int) bool { return slices.Contains(s, 0) && slices.Contains(s, 4) }) {
		t.Errorf("a1 and b1 do not meet: %v", got)
	}
}

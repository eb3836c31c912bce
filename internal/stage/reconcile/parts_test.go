package reconcile

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

func quantity(min, max float64, approx bool, unit string) news.Quantity {
	return news.Quantity{Min: &min, Max: &max, Approx: approx, Unit: unit}
}

func TestFiguresThatDiffer(t *testing.T) {
	open := news.Quantity{Unit: "x"}
	ten, sixty := 10000.0, 60.0
	open.Min = &ten
	for _, c := range []struct {
		name string
		x, y news.Quantity
		want string
	}{
		{"counts", quantity(8, 8, false, "x"), quantity(9, 9, false, "x"), news.Contradiction},
		{"a floor and a figure above it", open, quantity(15000, 15000, true, "x"), news.Sharpness},
		{"cut off", quantity(194.67, 194.67, false, "x"), quantity(194.6, 194.6, false, "x"), news.Sharpness},
		{"rounded", quantity(218.4, 218.4, false, "x"), quantity(218, 218, false, "x"), news.Sharpness},
		{"rounded up", quantity(218.6, 218.6, false, "x"), quantity(219, 219, false, "x"), news.Sharpness},
		{"about, near", quantity(195, 195, true, "x"), quantity(194.67, 194.67, false, "x"), news.Sharpness},
		{"about, far", quantity(100, 100, true, "x"), quantity(194, 194, false, "x"), news.Contradiction},
		{"equally sharp", quantity(412, 412, false, "x"), quantity(421, 421, false, "x"), news.Contradiction},
		{"just beyond a bound", news.Quantity{Max: &sixty, Unit: "x"}, quantity(61, 61, false, "x"), news.Sharpness},
		{"far beyond a bound", news.Quantity{Max: &sixty, Unit: "x"}, quantity(80, 80, false, "x"), news.Contradiction},
		{"ranges that cross", quantity(4466, 13845, false, "x"), quantity(4516, 14005, false, "x"), news.Contradiction},
		{"a range in a range", quantity(10, 20, false, "x"), quantity(12, 15, false, "x"), news.Sharpness},
		{"a digit too few to be rounding", quantity(20, 20, false, "x"), quantity(26, 26, false, "x"), news.Contradiction},
	} {
		if got := kindOf(c.x, c.y); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNamesOfOneThingMerge(t *testing.T) {
	n := newNames()
	for _, x := range [][2]string{
		{"Mara Tellis", news.Person}, {"Tellis", news.Person}, {"Orin Vask", news.Person}, {"Ada Vask", news.Person}, {"Vask", news.Person},
		{"Sorrel Electoral Board", news.Organisation}, {"SEB", news.Organisation}, {"North Quay", news.Place}, {"North Quay Gate", news.Place}, {"mara tellis", news.Person},
	} {
		n.add(x[0], x[1])
	}
	n.merge()
	same := func(a, b string) bool { return n.up.root(n.find(a)) == n.up.root(n.find(b)) }
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Mara Tellis", "Tellis", true}, {"Mara Tellis", "MARA TELLIS", true}, {"Orin Vask", "Vask", false}, {"Ada Vask", "Orin Vask", false},
		{"SEB", "Sorrel Electoral Board", true}, {"North Quay", "North Quay Gate", false},
	} {
		if got := same(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: one is %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestRivalRolesAreTwoPostsOfOneKind(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tag, a, b string
		want      bool
	}{
		{"en", "Minister of Ports", "Minister of Mines", true},
		{"en", "Northmark governor", "Sorrel governor", true},
		{"en", "Minister of Ports", "Minister of Ports and Harbours", false},
		{"en", "Minister of Ports", "Chair of Mines", false},
		{"en", "Director PM", "Director Ports Mines", false},
		{"en", "activist from Sorrel", "activist well known", false},
		{"en", "Head Wolai Clinic", "Head Wolai Clinik", false},
		{"en", "acting governor of Sorrel", "governor of Northmark", false},
		{"en", "captain of Sorrel", "captain of the Blue Herons", false},
		{"id", "Menteri UMKM", "Menteri Koperasi dan UKM", true},
		{"id", "Kalaksa BPBD Lembah Kota", "Kalaksa BPBD Tanah Rata", true},
		{"id", "aktivis iklim ternama", "aktivis asal Swedia", false},
		{"id", "Presiden Amerika Serikat", "presiden dari Partai Republik", false},
		{"id", "calon Presiden Korvia", "Presiden Zendara", false},
		{"id", "Direktur Eksekutif Departemen Komunikasi BI", "Direktur Eksekutir Departemen KomunikasiBank Indonesia", false},
		{"id", "Direktur Gempadan Tsunami BMKG", "Direktur Gempa Bumi dan Tsunami BMKG", false},
		{"id", "Kepala Disdik Kabupaten Wanasari", "Kepala Dinas Pendidikan Kabupaten Wanasari", false},
		{"id", "Sekda Wanasari", "Sekretaris Daerah Wanasari", false},
		{"id", "kuasa hukum Hikmat", "kuasa hukum anggota DPRD Selasari", false},
		{"id", "Ayah pelaku", "Ayah kandungnya", false},
	} {
		if got := newWords(packs.For(c.tag)).rivals(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestASlipOfThePenChangesOneWordOfAName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ivan Stoltar", "Ivan Stolyar", true},
		{"Selma Adeyo", "Salma Adeyo", true},
		{"Ratna Kumalasari", "Ratna Kumala Sari", true},
		{"Harlan Weston", "Harlan Westen", true},
		{"Stefan Hadiwidjaja", "Stefan Hadiwijaya", true},
		{"Kaishu Sorano", "Kodai Sorano", false}, // brothers
		{"Rudi Hartono", "Budi Hartono", false},
		{"Eko Wijaya", "Eka Wijaya", false},
		{"Ana Cole", "Ana Cole Baird", false},
		{"Anton Kusuma", "Antonius Kusnadi", false},
	} {
		a, b := wordsOf(text.Fold(c.a)), wordsOf(text.Fold(c.b))
		if got := respelt(a, b); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestGroupingIsAverageLink(t *testing.T) {
	g := newGrouping(5)
	g.link(0, 1, 0.9)
	g.link(1, 2, 0.9) // 0–2 is not alike: the three average 0.6
	g.link(3, 4, 0.4)
	got := g.run(0.5)
	if d := cmp.Diff([][]int{{0, 1}, {2}, {3}, {4}}, got); d != "" {
		t.Errorf("at 0.5: %s", d)
	}
	g = newGrouping(3)
	g.link(0, 1, 0.9)
	g.link(1, 2, 0.9)
	g.link(0, 2, 0.5)
	if got := g.run(0.5); len(got) != 1 {
		t.Errorf("three alike claims are %d groups", len(got))
	}
}

func TestFuseTakesNearlyEqualGroupsForOne(t *testing.T) {
	tb := &table{views: make([]view, 8)}
	got := tb.fuse([][]int{{0, 1, 2}, {1, 2, 3}, {3, 4, 5, 6}, {7}})
	if d := cmp.Diff([][]int{{0, 1, 2, 3}, {3, 4, 5, 6}, {7}}, got); d != "" {
		t.Error(d)
	}
}

func TestGuestsGetOnWithThoseBeforeThem(t *testing.T) {
	tb := &table{views: make([]view, 6), score: map[[2]int]float64{{1, 2}: 0.5, {1, 4}: 0.7, {2, 4}: 0.1}}
	got := tb.admitted([]guest{{3, 0.4}, {2, 0.5}, {1, 0.6}, {4, 0.45}})
	if d := cmp.Diff([]int{1, 2, 4}, got); d != "" {
		t.Error(d)
	}
}

func TestModelSurvivesItsFile(t *testing.T) {
	m := &Model{Join: 0.4, Attach: 0.35}
	for i := range m.Weights {
		m.Weights[i] = float64(i) / 8
	}
	got, err := ParseModel(m.Marshal("a remark\nof two lines"))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(m, got); d != "" {
		t.Error(d)
	}
	if _, err := ParseModel([]byte("feature\tweight\nno-such\t1\n")); err == nil {
		t.Error("an unknown feature was taken")
	}
}

func TestQuestionsPartByCommonAnswers(t *testing.T) {
	c := func(slot, a, b string) clash { return differ(slot, news.Contradiction, answer{key: a}, answer{key: b}) }
	got := questions([]clash{c("quantity", "8", "9"), c("quantity", "70", "71"), c("quantity", "9", "10"), c("time", "8", "9")})
	var sizes []int
	for _, q := range got {
		sizes = append(sizes, len(q))
	}
	if !slices.Equal(sizes, []int{2, 1, 1}) {
		t.Errorf("questions of %v clashes", sizes)
	}
}

func TestDistanceOfFigures(t *testing.T) {
	open := news.Quantity{Unit: "x"}
	for _, c := range []struct {
		x, y news.Quantity
		want float64
	}{
		{quantity(5, 5, false, "x"), quantity(5, 5, false, "x"), 0},
		{quantity(5, 5, false, "x"), quantity(500, 500, false, "x"), 1},
		{quantity(0, 0, false, "x"), quantity(5, 5, false, "x"), 1},
		{open, quantity(5, 5, false, "x"), 1},
	} {
		if got := Distance(c.x, c.y); got != c.want {
			t.Errorf("Distance(%v, %v) = %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestSlipsKeepTheDigits(t *testing.T) {
	for _, c := range []struct {
		a, b float64
		want bool
	}{
		{91, 19, true}, {2.3, 23, true}, {180e9, 108e9, true}, {4.13, 4.31, true},
		{91, 91, false}, {4100, 4700, false}, {20, 200, false}, {12, 121, false},
	} {
		x, y := quantity(c.a, c.a, false, "%"), quantity(c.b, c.b, false, "%")
		if got := slipped(x, y); got != c.want {
			t.Errorf("slipped(%v, %v) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestAFigureModelIsReadAsItWasWritten(t *testing.T) {
	m := &FigureModel{Bonus: 3, Slip: 2, Ask: 0.25}
	for i := range m.Agree {
		m.Agree[i] = float64(i) / 2
	}
	m.Differ = DifferFeatures{-1, 0.5, 2, -0.25}
	got, err := ParseFigureModel(m.Marshal("a card\nof two lines"))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(m, got); d != "" {
		t.Error(d)
	}
	for _, bad := range []string{"bias\tx", "nothing\t1", "bias", "bias\t1\t2"} {
		if _, err := ParseFigureModel([]byte("# c\nfeature\tweight\n" + bad)); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

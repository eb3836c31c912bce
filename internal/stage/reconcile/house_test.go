package reconcile

import (
	"slices"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

func TestSpellingsOfOneSpeaker(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ratih Kumbarasari", "Ratih Kumbara Sari", true},
		{"Sulaeman", "Suleman", true},
		{"Ono", "Uno", false},
		{"Ratih Kumbarasarimengatakan", "Ratih Kumbarasari", true},
		{"Wiryanta", "Sulung Wiryanto", true},
		{"Wirya", "Sulung Wiryo", false},
		{"Selda Ardeyo", "Salda Ardeyo", true},
		{"Anton Wirya", "Anita Wirya", false},
		{"BMKX", "BMKY", false},
		{"@ardeyo", "ardeyo", false},
	} {
		a, b := named(c.a), named(c.b)
		if got := a.spelt(b); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func named(name string) *speaker {
	return &speaker{full: name, name: wordsOf(name), account: strings.Contains(name, "@")}
}

func TestAnAccountIsOfWhoseNameItHolds(t *testing.T) {
	for _, c := range []struct {
		account, name string
		want          bool
	}{
		{"instagram @portworkersunion", "union of harbour and port workers", true},
		{"@infotolvane", "tolvane", true},
		{"@infotolvane", "kantor imigrasi tolvane", false},
		{"portworkersunion", "port workers", false},
	} {
		if got := named(c.account).handleOf(named(c.name)); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.account, c.name, got, c.want)
		}
	}
}

func TestAcronymsStickToNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"BMKX Darwanto", "BMKX", true},
		{"PT Anu", "PT Itu", false},
		{"Dewan Kota", "Dewan Desa", false},
	} {
		if got := named(c.a).sharesAcronym(named(c.b)); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestAnInstitutionSwallowsItsHead(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"kantor imigrasi tolvane rina amalia", "rina amalia", true},
		{"rina amalia", "kantor imigrasi tolvane rina amalia", false},
		{"kantor imigrasi tolvane", "tolvane", false},
		{"rina amalia", "rina amalia", false},
	} {
		if got := named(c.a).swallows(named(c.b)); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestContractionsStandForNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"kemlu", "kementerian luar negeri tolvane", true},
		{"kemlu zendara", "kementerian luar negeri tolvane", false},
		{"kejagung", "kejaksaan agung", true},
		{"korut", "kota rawa", false},
		{"kara", "karya", false},
	} {
		if got := named(c.a).contracts(named(c.b)); got != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestRolesOfOneHouse(t *testing.T) {
	places := map[string]bool{"muara": true, "tanjung": true, "dinas": true, "badan": true}
	for _, c := range []struct {
		a, b         string
		house, bench bool // one institution; one office
	}{
		{"Kepala Badan Sungai Muara Tanjung", "Sekretaris Badan Sungai", true, false},
		{"Kepala Dinas Pasar Muara Tanjung", "Kepala Dinas Hutan Muara Tanjung", false, false},
		{"Kapolres Muara Tanjung", "Bupati Muara Tanjung", false, false},
		{"Kapolres Muara Tanjung", "Kapolres Muara Tanjung", false, true},
		{"warga", "warga", false, false},
	} {
		var a, b speaker
		a.add(c.a)
		b.add(c.b)
		a.parts(places)
		b.parts(places)
		if got := oneHouse(a.org, b.org); got != c.house {
			t.Errorf("%s and %s: one house is %v, want %v", c.a, c.b, got, c.house)
		}
		if got := meets(a.office, b.office); got != c.bench {
			t.Errorf("%s and %s: one office is %v, want %v", c.a, c.b, got, c.bench)
		}
	}
}

func TestRolesGiveTheirNamesOnce(t *testing.T) {
	var s speaker
	s.add("Kepala BPX (BPX) Kota")
	if want := []string{"bpx", "kota"}; !slices.Equal(s.proper, want) {
		t.Errorf("proper %q, want %q", s.proper, want)
	}
}

func TestOfficersOfOneStationAreOneHouse(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	tb := newTable(&news.Story{Languages: []string{"id"}}, New(packs))
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Kasat Reskrim Polres Lembur", "Kasi Humas Polres Lembur", true},
		{"Kasat Reskrim Polres Lembur", "Kasi Humas Polres Sagara", false},
		{"Kepala Dinas Kesehatan Sagara", "Kepala Dinas Pendidikan Sagara", false},
		{"Ketua DPR", "Anggota DPR", false}, // each for himself
	} {
		if got := meets(tb.bodies([]string{c.a}), tb.bodies([]string{c.b})); got != c.want {
			t.Errorf("%s, %s: one house: %v", c.a, c.b, got)
		}
	}
}

func TestASiteOfAGroupIsItsOwnOutlet(t *testing.T) {
	for _, c := range []struct {
		name, address, group string
		want                 bool
	}{
		{"KabarLamara.com", "https://lamara.kabarnews.example/berita/1", "kabarnews", true},
		{"KabarSagara.com", "https://lamara.kabarnews.example/berita/1", "kabarnews", false},
		{"Kabar", "https://www.kabarnews.example/berita/1", "kabarnews", false},
		{"KabarLamara.com", "::no address", "kabarnews", false},
	} {
		if got := ofHost(c.name, c.address, c.group); got != c.want {
			t.Errorf("%s at %s: %v", c.name, c.address, got)
		}
	}
}

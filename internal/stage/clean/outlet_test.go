package clean

import (
	"testing"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

func TestOutletsAreFoundByDomainAddressAndName(t *testing.T) {
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	d := newDirectory(inOrder(ps))
	tests := []struct{ named, address, site, name, domain, group string }{
		{"news.detik.com", "", "", "Detik", "detik.com", "Trans Media"},
		{"jateng.tribunnews.com", "", "", "Tribunnews", "tribunnews.com", "Kompas Gramedia"},
		{"www.posmetro.co.id", "", "", "Posmetro", "posmetro.co.id", ""},
		{"Liputan6.com", "", "", "Liputan6", "liputan6.com", "Emtek"},
		{"liputan6", "", "", "Liputan6", "liputan6.com", "Emtek"},
		{"KOMPAS.COM", "", "", "Kompas.com", "kompas.com", "Kompas Gramedia"},
		{"", "https://en.tempo.co/read/1", "", "Tempo", "tempo.co", "Tempo Inti Media"},
		{"", "https://www.bbc.co.uk/news/1", "", "BBC", "bbc.co.uk", "BBC"},
		{"", "https://www.kabardesa.example/1", "Kabar Desa", "Kabar Desa", "kabardesa.example", ""},
		{"", "https://www.kabardesa.example/1", "", "kabardesa.example", "kabardesa.example", ""},
		{"Kabar Desa", "", "", "Kabar Desa", "", ""},
		{"", "", "Reuters", "Reuters", "reuters.com", "Thomson Reuters"},
	}
	for _, tt := range tests {
		t.Run(tt.named+tt.address+tt.site, func(t *testing.T) {
			got := d.find(tt.named, tt.address, tt.site)
			if want := (news.Outlet{Name: tt.name, Domain: tt.domain, Group: tt.group}); got == nil || *got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
	if got := d.find("", "not an address", ""); got != nil {
		t.Errorf("got %+v of nothing", got)
	}
}

func TestHeadlinesGluedIntoTextEndWhereTheyEnd(t *testing.T) {
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	e := newEndings(inOrder(ps))
	tests := []struct{ title, rest string }{
		{"Warga Desa Minta Jembatan Segera Diperbaiki", " Menurut Bupati, perbaikan akan dimulai pekan depan."},
		{"Harga Cabai Naik Lagi, Pedagang Pasar Mengeluh!", " Kenaikan itu terjadi sejak pekan lalu."},
		{"Apakah Jembatan Bambu Aman untuk Anak Sekolah?", " \"Kami sudah mengujinya,\" kata kepala desa."},
		{"Warga Wanareja Gotong Royong Bangun Rakit Bambu", "Sementara itu, anak-anak sekolah harus memutar."},
		{"Hujan Deras Guyur Lemahsari, Tiga Desa Terendam Banjir", ""},
		{"Gempa Guncang Lemahsari, Ini Penjelasan BMKG", " BMKG memastikan gempa itu tidak berpotensi tsunami."},
		{"Lima Cara Menanam Cabai di Pekarangan Rumah", " 1. Siapkan pot dan tanah yang gembur untuk bibit."},
	}
	for _, tt := range tests {
		t.Run(tt.title, func(t *testing.T) {
			s := tt.title + tt.rest
			if got := s[:e.title(s, s)]; got != tt.title {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestSitesNamesAreTakenOffTitles(t *testing.T) {
	tests := []struct {
		title string
		sites []string
		want  string
	}{
		{"Jembatan Ambruk di Wanareja - Kabar Desa", []string{"Kabar Desa"}, "Jembatan Ambruk di Wanareja"},
		{"Jembatan Ambruk di Wanareja | Daerah | Kabar Desa :: Portal Berita", []string{"Kabar Desa"}, "Jembatan Ambruk di Wanareja"},
		{"Kabar Desa - Jembatan Ambruk di Wanareja", []string{"Kabar Desa"}, "Jembatan Ambruk di Wanareja"},
		{"KabarDesa.com: Jembatan Ambruk di Wanareja", []string{"kabardesa"}, "Jembatan Ambruk di Wanareja"},
		{"Jembatan Ambruk - Warga Wanareja Memutar Lima Kilometer", []string{"Kabar Desa"}, "Jembatan Ambruk - Warga Wanareja Memutar Lima Kilometer"},
		{"Bupati: Jembatan Dibangun Lagi", []string{"Kabar Desa"}, "Bupati: Jembatan Dibangun Lagi"},
	}
	for _, tt := range tests {
		t.Run(tt.title, func(t *testing.T) {
			if got := bare(tt.title, siteNames(tt.sites)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCharactersOfOldPagesAreDecoded(t *testing.T) {
	tests := []struct{ name, raw, declared, want string }{
		{"utf-8 whatever is declared", "Citra – é", "iso-8859-1", "Citra – é"},
		{"declared by the container", "caf\xe9", "windows-1252", "café"},
		{"declared by the page", "<meta charset=iso-8859-2><p>\xb1", "", "<meta charset=iso-8859-2><p>ą"},
		{"nothing declared", "caf\xe9", "", "café"},
		{"utf-16 by its mark", "\xff\xfea\x00b\x00", "", "ab"},
		{"damaged utf-8", "é é é é é é \xff", "", "é é é é é é \xff"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := decode([]byte(tt.raw), tt.declared); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

package entity_test

import (
	"testing"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/token"
)

func TestBordersOfInstitutionsAndTheirPeople(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ tag, text, mention, kind, name string }{
		{"id", "Badan Pangan, Air, dan Tanah (BPAT) memastikan stok aman. BPAT meminta warga tenang.", "Badan Pangan, Air, dan Tanah", entity.Organisation, ""},
		{"id", "Badan Pangan, Air, dan Tanah (BPAT) memastikan stok aman.", "BPAT", entity.Organisation, ""},
		{"id", "Direktur Pangan BPAT Sumarni mengatakan stok aman. Menurut Sumarni, harga turun.", "Sumarni", entity.Person, "Sumarni"},
		{"id", "Kasubag Humas Polrestabes Lembur AKP Rosida menuturkan laporan belum masuk.", "Rosida", entity.Person, "Rosida"},
		{"id", "Direktur Perlindungan Kemlu RI Yudha Sumarna mengatakan warga aman.", "Yudha Sumarna", entity.Person, "Yudha Sumarna"},
		{"id", "\"Tak ada warga di sana,\" kata Direktur Pelindungan Warga Kemlu RI Yudha Sumarna kepada wartawan.", "Yudha Sumarna", entity.Person, "Yudha Sumarna"},
		{"id", "Anggota DPR RI Wirsana K Ombak meminta harga ditinjau.", "Wirsana K Ombak", entity.Person, "Wirsana K Ombak"},
		{"id", "Pengacara Fauzan Atmaja SH mengatakan sidang ditunda.", "Fauzan Atmaja", entity.Person, "Fauzan Atmaja"},
		{"id", "Analis Pasar Kuda Sekuritas Indonesia Wirsana Ombak mengatakan saham naik. Menurut Wirsana, modal asing masuk.", "Wirsana Ombak", entity.Person, "Wirsana Ombak"},
		{"id", "Petugas Pos Pengamatan Gunung Lawira Liswanta mengatakan terjadi letusan. Liswanta meminta warga menjauh.", "Liswanta", entity.Person, "Liswanta"},
		{"id", "Kepala Kemenag Kota Wanasari Firmantasih mengatakan jemaah berangkat. Kata Firmantasih, bus disiapkan.", "Firmantasih", entity.Person, "Firmantasih"},
		{"id", "Hal itu dikatakan Kepala Dinas Ketahanan Pangan, Kelautan, dan Pertanian (KPKP) DKI Jakarta Hasudira Lembanua, Senin.", "Hasudira Lembanua", entity.Person, "Hasudira Lembanua"},
		{"id", "Menteri Ketenagakerjaan (Menaker) Yassirli mengaku menerima laporan itu.", "Yassirli", entity.Person, "Yassirli"},
		{"id", "Kepala Seksi Intelijen dan Penindakan Keimigrasian Kanim Kotamobagu Konneth Rimpas mengatakan warga dipulangkan. Konnethe menyebut paspor disita.", "Konnethe", entity.Person, "Konneth Rimpas"},
		{"id", "Ketua RT Prasetyo Sudarga melapor. Menurut Peasetyo, api padam pukul 9.", "Peasetyo", entity.Person, "Prasetyo Sudarga"},
		{"id", "Kementerian menolak PT Anugerah Surya Permata RKAB-nya tahun ini.", "PT Anugerah Surya Permata", entity.Organisation, ""},
		{"id", "Petani cabai Ramdani Wahyono alias Bondil mengeluh. Harga turun, kata Bondil.", "Bondil", entity.Person, "Ramdani Wahyono"},
		{"id", "Wali Kota Sekar Kurniasih, yang akrab disapa Ceu Kur, datang. Ceu Kur membawa bibit.", "Ceu Kur", entity.Person, "Sekar Kurniasih"},
		{"en", "Singer Marta Ellery Quill, better known as Quillo, cancelled the concert. Quillo apologised.", "Quillo", entity.Person, "Marta Ellery Quill"},
		{"id", "Menurut Hisam bin Ali Zaid, kopi laku keras. Kini Hisam berdagang.", "Hisam", entity.Person, "Hisam bin Ali Zaid"},
		{"id", "Yayasan Pendidikan Islam Sumarna membangun asrama. Pendirinya, Hasan Sumarna, hadir. Sumarna tersenyum.", "Yayasan Pendidikan Islam Sumarna", entity.Organisation, ""},
		{"en", "The Office of Rail, Road and Air (ORRA) said trains would run.", "ORRA", entity.Organisation, ""},
	} {
		p := packs.For(c.tag)
		f, err := entity.New(p)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, m := range f.Find(token.New(p).Split(c.text)) {
			if m.Of(c.text) == c.mention {
				found = true
				if m.Kind != c.kind || c.name != "" && m.Name != c.name {
					t.Errorf("%q: %s %q, want %s %q", c.mention, m.Kind, m.Name, c.kind, c.name)
				}
			}
		}
		if !found {
			t.Errorf("%q is not found in %q, which has %v", c.mention, c.text, f.Find(token.New(p).Split(c.text)))
		}
	}
}

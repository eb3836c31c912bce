package extract_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

// TestWhoIsASource: of each sentence, the names of its sources.
func TestWhoIsASource(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct {
		name, tag, text string
		want            []string
	}{
		{"degrees behind a name are nobody", "id", `"Gedung itu dibuka Senin," kata Direktur RS Sinar Medika, Glenda Hartati, SE, MM, Selasa.`, []string{"Glenda Hartati"}},
		{"nor is an order", "id", "Uskup Sorong Aloysius Warsito, MSF, menekankan bahwa umat harus sabar menghadapi kekeringan.", []string{"Aloysius Warsito"}},
		{"a place does not speak for who has an office there", "id", `"Pasar ini sudah bersih dan stok pangan aman," tutur Wabup Indramayu.`, []string{"wabup Indramayu"}},
		{"its holder does", "id", `Wakil Bupati Indramayu Rudi Hartanto meninjau pasar. "Pasar ini sudah bersih dan stok pangan aman," tutur Wabup Indramayu.`, []string{"Rudi Hartanto"}},
		{"a place speaks without one", "id", "Sementara Israel mengatakan seorang tentara tewas dalam pertempuran.", []string{"Israel"}},
		{"an office with an acronym is no institution", "id", "Hal itu disampaikan oleh Kepala Cabang Dinas (KCD) Pendidikan Wilayah X Jawa Barat, Ambar Triwijaya, dalam apel pagi.", []string{"Ambar Triwijaya"}},
		{"a branch goes with its institution", "id", "Badan Penanggulangan Bencana Daerah (BPBD) Lamara melaporkan 112 rumah rusak.", []string{"Badan Penanggulangan Bencana Daerah"}},
		{"a minister does not", "id", "Menteri Energi dan Sumber Daya Mineral (ESDM) Budi Lasmana mengatakan izin itu dicabut.", []string{"Budi Lasmana"}},
		{"supporters are not whom they support", "id", "Pendukung Tramono menyebut pemangkasan anggaran itu tepat.", []string{"pendukung Tramono"}},
		{"nor are officials of a government", "id", "Pejabat pemerintahan Tramono mengatakan bahwa agen imigrasi menjadi sasaran.", []string{"pejabat pemerintahan Tramono"}},
		{"nor owners what they own", "id", "Para pemilik Palisade melaporkan masalah rem pada mobil mereka.", []string{"pemilik Palisade"}},
		{"to make sure of a ticket says nothing", "id", "Persija memastikan tiket ke final setelah unggul agregat.", nil},
		{"to make sure of a fact does", "id", "Kapolres Bogor Rudi Hartanto memastikan tidak ada korban jiwa.", []string{"Rudi Hartanto"}},
		{"to file a complaint says nothing", "id", "Warga Desa Sukamaju melaporkan kepala desa ke kejaksaan atas dugaan korupsi dana desa.", nil},
		{"to report does", "id", "Dinas Kesehatan melaporkan 40 kasus baru demam berdarah.", []string{"Dinas Kesehatan"}},
		{"a serial tells its story", "id", "Serial Kabut Senja menceritakan kisah seorang raja yang kehilangan takhta.", nil},
		{"who is spoken to does not speak", "id", `"Bagaimana nasib korban kebakaran ini?" celetuk warga ke Gibran Rakabuming.`, []string{"warga"}},
		{"a capital at the start is no name", "id", "Pencahayaan tambahan menyoroti area tertentu di interior mobil baru itu.", nil},
		{"an agency glued to a date", "id", `"Harga emas turun lagi pekan ini," tulis laporan itu, dikutip dari Antarapada Minggu (8/6/2025).`, []string{"Antara"}},
		{"a thing is added and nothing said", "id", "Dalam pembelian terbarunya, Stratagem menambahkan 4.020 keping emas senilai dua miliar rupiah.", nil},
		{"an officer adds a clause", "id", "Kapolsek Rejo Rudi Hartanto menambahkan kondisi korban membaik.", []string{"Rudi Hartanto"}},
		{"an institution runs into its head", "id", `"Sidang tetap berjalan pekan ini," ujar Sekretaris Jenderal FIVB Mattias Grafson.`, []string{"Mattias Grafson"}},
		{"but not into its branch", "id", `"Jalur itu ditutup sejak Senin," kata Kepala BKPH Lawu Utara, Sartono, Selasa.`, []string{"Sartono"}},
		{"a rank is no institution", "id", `"Pelaku sudah kami tahan tadi malam," ujar AKP Darli, Minggu (8/6/2025).`, []string{"Darli"}},
		{"an office whose ministry is a name", "id", "Menurut Menteri ESDM Budi Lasmana, tambang itu berada 30 kilometer dari pantai.", []string{"Budi Lasmana"}},
		{"a keeper parries no rumours", "id", "Tendangan Anjas berhasil ditepis oleh Rudi Hartanto dan bola jatuh di depan gawang.", nil},
		{"a minister does", "id", "Menteri Perdagangan Rudi Hartanto menepis kabar kenaikan harga beras.", []string{"Rudi Hartanto"}},
		{"police answer with gas", "id", "Massa membakar ban, sementara polisi merespons dengan gas air mata dan peluru karet.", nil},
		{"who stands for somebody speaks", "id", "Ana Wijaya mewakili Direktur RS Sinar Medika, Rudi Hartanto, menyampaikan bahwa gedung baru dibuka Senin.", []string{"Ana Wijaya"}},
		{"who is quoted with an opinion speaks", "id", "Gubernur Rini Hapsari mengutuk penggerebekan itu sebagai \"kejam\".", []string{"Rini Hapsari"}},
		{"who condemns does not", "id", "Gubernur Rini Hapsari mengutuk penggerebekan itu.", nil},
		{"an accusation answered by somebody else", "id", "Kapolres Rudi Hartanto membantah tuduhan bahwa departemen kepolisian lambat menanggapi kerusuhan.", []string{"Rudi Hartanto"}},
		{"the site of the dateline is the article's own", "id", "KABARLAMARA.COM, LAMARA - \"Mobil itu sudah ditemukan warga,\" kata Rudi Hartanto kepada Kabarlamara.com, Selasa.", []string{"Rudi Hartanto"}},
		{"a quotation is signed", "en", "“Nobody asked us before they closed the harbour road.” ― Martha Quill", []string{"Martha Quill"}},
		{"a transcript", "en", "Martha Quill told the inquiry about the night.\n\nMARTHA QUILL: The pumps had stopped long before the water came over the wall.", []string{"Martha Quill"}},
		{"a line-up is no transcript", "id", "Pelatih: Rudi Hartanto\n\nRudi Hartanto: 7", nil},
		{"a noun that looks like a verb", "en", "Tom Baird's claims about the budget were wrong.", nil},
		{"another", "en", "The states of Northmark and Sorrel have no budget.", nil},
		{"the verb", "en", "Northmark Rail states the bridge was inspected in May.", []string{"Northmark Rail"}},
		{"one subject of two verbs", "en", "Tom Baird welcomed the verdict and said the company would pay.", []string{"Tom Baird"}},
		{"a degree in parts", "id", "dr. Decsa Lestari, Sp.PD-KGH, menjelaskan bahwa ginjal perlu dirawat.", []string{"Decsa Lestari"}},
		{"a title with its full stop behind a comma", "id", `"Kami sudah siap," kata perwakilan Klaster Kesehatan Makmur, Dr. Ahmed Salim.`, []string{"Ahmed Salim"}},
		{"initials", "id", `"Kegiatan ini akan terus berjalan," pungkas H. M. Ghazali Saragi.`, []string{"Ghazali Saragi"}},
		{"the head of an institution, named before", "id", `Ketua KPK Rudi Hartanto memimpin rapat. "Kami akan memeriksa saksi pekan depan," kata Ketua KPK.`, []string{"Rudi Hartanto"}},
		{"a route is nobody", "id", "Seorang penumpang pesawat rute Jakarta-Medan melaporkan kehilangan telepon genggam.", []string{"penumpang pesawat"}},
		{"a short degree", "id", "Menurut dr. Citra Lestari, Sp.A(K), dokter anak RS Sinar Medika, demam tidak selalu berbahaya.", []string{"Citra Lestari"}},
		{"people who are told", "en", "Dr. Raman told people to boil their water.", []string{"Raman"}},
		{"aides are not whom they serve", "en", "Aides to Ana Cole said she would not resign.", []string{"aides to Ana Cole"}},
		{"nor allies", "en", "Allies of Prime Minister Ana Cole said she would not resign.", []string{"allies of prime minister Ana Cole"}},
		{"letters behind a name", "en", "Ana Cole, OBE, said the budget would hurt families.", []string{"Ana Cole"}},
		{"a station is an outlet, not the place in its name", "id", "Menurut Metro TV, air mulai surut.", []string{"Metro TV"}},
		{"and no person", "id", "Al Arabiya melaporkan air mulai surut.", []string{"Al Arabiya"}},
		{"the town of a dateline does not speak", "id", "Lembur, kabar.example – PT Tirta Jaya (TJ), kontraktor yang membangun tanggul, menyatakan siap diperiksa.", []string{"PT Tirta Jaya"}},
		{"nor one with a colon", "id", "Lembur: Pemerintah Lembur menutup tanggul. Warga Lembur pulang.", nil},
		{"letters of the outlet in a dateline", "id", "LEMBUR, (SK).- Dua warga tewas ketika jembatan putus.", nil},
		{"an agency in a dateline", "id", "LEMBUR (AFP) - Dua warga tewas ketika jembatan putus.", []string{"AFP"}},
		{"a spokeswoman speaks", "en", "Northmark Rail spokeswoman Ana Cole said services would return on Monday.", []string{"Ana Cole"}},
	} {
		var got []string
		for _, s := range x.Read(news.Article{Language: c.tag, Text: c.text}).Sources {
			got = append(got, s.Name)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

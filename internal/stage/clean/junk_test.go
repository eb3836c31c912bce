package clean

import (
	"testing"

	"github.com/selisik/selisik/internal/lang"
)

func embeddedRules(t testing.TB) *rules {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return newRules(inOrder(ps))
}

func TestLinesThatAreNoReport(t *testing.T) {
	tests := map[string][]string{
		"advert": {"Advertisement", "ADVERTISEMENT", "Iklan", "SCROLL TO CONTINUE WITH CONTENT", "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT", "Scroll ke bawah untuk melanjutkan membaca", "Scroll untuk membaca", "Article continues below", "Story continues below advertisement"},
		"related": {"Baca Juga", "Baca juga:", "Baca Juga :", "Berita Terkait", "Artikel Terkait:", "Pilihan Editor: Jembatan Wanareja Dibangun Lagi Tahun Ini", "Baca: Jembatan Wanareja Dibangun Lagi Tahun Ini", "Lihat Juga :", "Simak juga:", "Related stories", "Read more: Farmers count the cost of the flood",
			"More on this story", "Also read: Farmers count the cost", "Terpopuler"},
		"promo": {"Simak Video: Detik-detik Jembatan Wanareja Ambruk", "Tonton juga video \"Jembatan Ambruk di Wanareja\" di sini:", "Ikuti Whatsapp Channel Kabar Desa", "Follow Berita Kabar Desa di Google News", "Halaman Selanjutnya", "Simak berita selengkapnya di halaman selanjutnya.", "BACA SELENGKAPNYA DI…",
			"Dapatkan berita up to date dengan semua berita terkini dari Kabar Desa hanya dengan satu akun, daftar sekarang dengan klik disini dan nantikan kejutan menarik lainnya", "Gabung ke kanal Telegram Kabar Desa untuk kabar terbaru", "Sign up for our morning newsletter", "Sign up here.", "after newsletter promotion", "skip past newsletter promotion",
			"Lewati Whatsapp dan lanjutkan membaca", "Baca berita dan informasi lainnya di Google News", "Follow us on WhatsApp and Telegram", "BACA JUGA: Ikuti News Analysis Kabar Desa, klik di sini", "Selengkapnya baca di sini", "Berita viral lainnya di Kabar Desa", "Link siaran langsung final Piala Samudra dengan klik tautan di sini.", "Baca selengkapnya di tautan berikut ini.", "Ingin lebih cepat mendapat jawaban? Hubungi Chatbot WhatsApp Kabar Desa di 0800-0000-000 atau klik tautan berikut ini."},
		"credit": {"(abc)", "(abc/def)", "(Abc/def)", "(*)", "[abc]", "[ab/cd]", "Pewarta: Sri Lestari", "Editor : Jon Wira", "Editor: Jon Wira", "Copyright © KABAR 2025", "COPYRIGHT © KABAR 2025", "Reporter: Sri Lestari Penulis: Sri Lestari Editor: Jon Wira", "Kontributor : Sri Lestari", "sumber : Kabar Desa", "Sumber: Kabar Desa", "(Sri Lestari)",
			"Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini tanpa izin tertulis.", "Artikel ini telah tayang di Kabar Desa dengan judul Jembatan Ambruk", "Artikel ini sudah lebih dulu tayang di Kabar Desa.", "Reporting by Sri Lestari; Editing by Jon Wira", "Our Standards: The Kabar Trust Principles.",
			"Laporan Wartawan Kabar Desa, Sri Lestari", "Kabar writer Sri Lestari contributed to this report.", "(kabardesa.id - Politik)", "(sl3/abc)", "(m12)", "Laporan Sri Lestari | Wanareja", "(cr30/kabar-desa.com)", "(KabarDesa.com/*)", "(Sri Lestari )", "Diadaptasi oleh Sri Lestari", "(Kontributor Kabar Desa Kabupaten Lemahsari, Sri Lestari)", "(Sumber KabarDesa)", "Disclaimer: Artikel ini ditulis ulang oleh redaksi dengan menggunakan Artificial Intelligence"},
		"caption": {"Foto: Jembatan gantung sebelum ambruk", "(Dok. Desa Wanareja)", "Jembatan gantung sebelum ambruk (Foto: Sri Lestari)", "Jembatan gantung sebelum ambruk. Foto: dok. Desa", "Sumber gambar, Getty Images", "Keterangan gambar, Warga melintasi jembatan lama.", "Image source, Getty Images", "Image caption, The bridge in 2019", "Photograph: Sri Lestari/The Courier", "Ilustrasi jembatan (Foto: Shutterstock)", "Jembatan Gantung Wanareja Foto: Sri Lestari/kabardesa", "Motor listrik Rantas X7 Foto: Dok. Rantas", "Villagers cross the old bridge Photo: Sri Lestari/The Courier"},
		"markup":  {"[Gambas:Video 20detik]", "[Gambas:Instagram]", "Daftar Isi", "https://kabardesa.example/a", "jembatan-wanareja-ambruk-dua-luka", "***", "___", "Loading...", "View this post on Instagram", "A post shared by Kabar Desa (@kabardesa)"},
		"share":   {"Bagikan", "Bagikan:", "Bagikan Artikel:", "Share this article", "Facebook", "Salin tautan", "Copy link", "Ikuti kami di", "Tag: jembatan, desa", "Tags"},
		"form":    {"Leave a Reply", "Tinggalkan Balasan", "Your email address will not be published. Required fields are marked *", "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *", "Komentar", "Post a comment"},
	}
	r := embeddedRules(t)
	for _, reason := range reasons {
		for _, l := range tests[reason] {
			if got := r.junk(l); got != reason {
				t.Errorf("%q: got %q, want %q", l, got, reason)
			}
		}
	}
}

func TestLinesThatAreReport(t *testing.T) {
	r := embeddedRules(t)
	for _, l := range []string{
		"Video yang beredar memperlihatkan jembatan itu bergoyang sebelum ambruk.",
		"Foto yang diunggah warga itu kemudian viral di media sosial.",
		"Sumber di kepolisian mengatakan penyidik telah memeriksa lima orang.",
		"Baca juga bukunya sampai selesai, kata guru itu kepada murid-muridnya.",
		"Editor buku itu menolak berkomentar.",
		"Disclaimer: hasil hitung cepat bukan hasil resmi penyelenggara pemilu.",
		"Iklan kampanye itu dilarang tayang sejak Senin.",
		"Komentar bupati itu memicu kemarahan warga.",
		"\"Ikuti kami,\" kata petugas kepada para pengungsi.",
		"(1) Setiap orang berhak atas jaminan sosial.",
		"Dua orang tewas.",
		"Advertisement spending fell by a tenth last year.",
		"Image matters to the party, its chairman said.",
		"Follow-up talks are planned for Tuesday.",
		"Laporan Sri Lestari kepada polisi dicabut.",
		"Di bawah foto: jembatan lama yang ambruk pada 2019.",
		"Related costs rose to 12 million dollars, the company said.",
		"Share prices fell on Monday.",
		"Read the ruling carefully, the judge told the lawyers.",
		"Watch: that was the word on the old man's lips.",
	} {
		if got := r.junk(l); got != "" {
			t.Errorf("%q is taken out as %s", l, got)
		}
	}
}

func TestRequiredWordsGuardPatterns(t *testing.T) {
	var g guarded
	g.add("a", "^", []string{`(?i)baca (?:juga|pula).*`, `(?:foto|dok)\b.*`, `\d+`}, "$")
	tests := []struct {
		in   string
		want int
	}{{"BACA JUGA: x", 2}, {"dok. desa", 2}, {"jembatan", 1}, {"", 1}}
	for _, tt := range tests {
		if got := len(g.possible(tt.in)); got != tt.want {
			t.Errorf("%q: %d rules may match, want %d", tt.in, got, tt.want)
		}
	}
}

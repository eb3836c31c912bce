package brief_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/brief"
)

// TestWhatSaysTheSameIsToldOnce has findings that reconcile keeps apart for a
// detail and that an editor tells by one sentence.
func TestWhatSaysTheSameIsToldOnce(t *testing.T) {
	for _, c := range []struct {
		name     string
		findings [][]string // each with its claims, by the articles in turn
		want     []string
	}{
		{"trial", [][]string{
			{"Mantan Wali Kota Sagara Bintang Aruna divonis lima tahun penjara oleh Pengadilan Tipikor Sagara, Kamis (13/3/2031).",
				"Pengadilan Tipikor Sagara memvonis mantan Wali Kota Sagara Bintang Aruna lima tahun penjara, Kamis (13/3/2031)."},
			{"Bintang Aruna divonis lima tahun penjara oleh Pengadilan Tipikor Sagara karena menerima suap.",
				"Pengadilan Tipikor Sagara memvonis Bintang Aruna lima tahun penjara karena suap."},
			{"Jaksa penuntut umum sebelumnya meminta hukuman delapan tahun dan denda Rp500 juta.",
				"Jaksa sebelumnya menuntut delapan tahun dan denda Rp500 juta."},
		}, []string{
			"Mantan Wali Kota Sagara Bintang Aruna divonis lima tahun penjara oleh Pengadilan Tipikor Sagara, Kamis (13/3/2031).",
			"Jaksa penuntut umum sebelumnya meminta hukuman delapan tahun dan denda Rp500 juta.",
		}},
		{"match", [][]string{
			{"Persela Bahari menjuarai Piala Nusa setelah menang 2-1 atas Garda FC di Stadion Samudra.",
				"Persela Bahari menang 2-1 atas Garda FC di Stadion Samudra dan menjuarai Piala Nusa."},
			{"Persela Bahari menang 2-1 atas Garda FC pada final Piala Nusa di Stadion Samudra.",
				"Persela Bahari mengalahkan Garda FC 2-1 pada final Piala Nusa di Stadion Samudra."},
			{"Gol penentu dicetak Rian Tarigan dari titik putih pada menit ke-88.",
				"Rian Tarigan mencetak gol penentu pada menit ke-88 dari titik putih."},
		}, []string{
			"Persela Bahari menang 2-1 atas Garda FC pada final Piala Nusa di Stadion Samudra.",
			"Gol penentu dicetak Rian Tarigan dari titik putih pada menit ke-88.",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var m maker
			a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
			for i, claims := range c.findings {
				m.claim(a, claims[0])
				m.claim(b, claims[1])
				m.finding(i == 0, 2)
			}
			out := write(t, m.s, "id")
			if diff := cmp.Diff(c.want, texts(out, brief.What)); diff != "" {
				t.Errorf("what happened (-want +got):\n%s", diff)
			}
			if len(out[0].Citations) != 4 {
				t.Errorf("the first sentence cites %v, want the claims of both findings", out[0].Citations)
			}
		})
	}
}

func TestTheLatestTollIsTold(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.claim(a, "Ledakan di pelabuhan Kota Lirang menewaskan empat orang pada Rabu pagi.")
	m.claim(b, "Ledakan di pelabuhan Kota Lirang menewaskan sembilan orang pada Rabu pagi.")
	f := m.finding(true, 2)
	f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Update, Values: []news.Value{
		{Value: "empat orang", Claims: f.Claims[:1]}, {Value: "sembilan orang", Claims: f.Claims[1:]}}}}
	want := []string{"Ledakan di pelabuhan Kota Lirang menewaskan sembilan orang pada Rabu pagi."}
	if diff := cmp.Diff(want, texts(write(t, m.s, "id"), brief.What)); diff != "" {
		t.Errorf("what happened (-want +got):\n%s", diff)
	}
}

func TestWhatHappenedHoldsNoOvertakenFigure(t *testing.T) {
	for _, c := range []struct{ name, early, late, other string }{
		{"quake", "Sedikitnya tiga orang tewas dan puluhan rumah di Kecamatan Ulu rusak berat.",
			"Jumlah korban tewas akibat gempa di Kecamatan Ulu bertambah menjadi lima orang.",
			"Data terakhir menyebut 31 rumah di Kecamatan Ulu rusak berat."},
		{"election", "Sebanyak 12 kotak suara hilang dan penghitungan di Distrik Hilir dihentikan.",
			"Kotak suara yang hilang di Distrik Hilir kini tercatat 19 buah.",
			"Penghitungan di Distrik Hilir dihentikan sampai Rabu siang."},
	} {
		var m maker
		early, late := m.claim(m.article("Kabar Tanjung"), c.early).ID, m.claim(m.article("Warta Selatan"), c.late).ID
		m.finding(true, 2).Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Update, Values: []news.Value{
			{Value: "dulu", Claims: []news.ClaimID{early}}, {Value: "kini", Claims: []news.ClaimID{late}}}}}
		m.claim(m.article("Suara Kapuk"), c.other)
		f := m.finding(false, 1)
		f.Claims = append([]news.ClaimID{early}, f.Claims...)
		if diff := cmp.Diff([]string{c.late, c.other}, texts(write(t, m.s, "id"), brief.What)); diff != "" {
			t.Errorf("%s: what happened (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhatTellsNoNewsIsAsideAndNotTold(t *testing.T) {
	for _, c := range []struct{ language, sentence string }{
		{"id", "Tangis Pilu Keluarga Korban Gempa di Kecamatan Ulu"},
		{"id", "(Kontributor Kabar Tanjung, Fitri Handayani)."},
		{"id", "Susunan Pemain Persatuan Tanjung dan Putra Kapuk"},
		{"id", "Berikut rincian harga cabai di Pasar Ulu per Kamis, 13 Maret 2031."},
		{"id", "Kabar Tanjung telah merangkum sejumlah fakta tentang sidang itu."},
		{"id", "Hal itu disampaikan Ketua Komisi Pemilihan Sagara Dewi Sasmita seusai rapat pleno pada Kamis malam."},
		{"id", "Demikian disampaikan juru bicara rumah sakit daerah, sehari setelah sidang."},
		{"id", "Bupati Sagara Anton Surya, Kepala Dinas Kesehatan Tari Mahendra, dan Direktur RSUD Yusuf Latuheru."},
		{"id", "Disclaimer: hasil olahan data gempa ini dapat berubah."},
		{"en", "In this March 2, 2031 file photo, the ferry terminal is seen from the north."},
		{"en", "The northern goal of the Ellery ground is pictured."},
		{"en", "We stand with the dockers. — Ilse Brandt (@ilsebrandt) March 2, 2031."},
		{"en", "This was confirmed by the harbour master of Ellery late on Thursday."},
		{"en", "More: Why the budget of the port was cut twice."},
	} {
		var m maker
		a := m.article("Kabar Tanjung")
		m.s.Readings[0].Article.Language = c.language
		m.claim(a, c.sentence)
		m.finding(false, 1)
		rest := "Ketua regu penolong menyebut pencarian diteruskan besok."
		m.claim(a, rest)
		m.finding(true, 1)
		s := told(t, m.s, c.language)
		if !s.Findings[0].Aside || s.Findings[1].Aside {
			t.Errorf("%s: aside is %t, of what is told %t", c.sentence, s.Findings[0].Aside, s.Findings[1].Aside)
		}
		if diff := cmp.Diff([]string{rest}, texts(s.Brief, brief.What)); diff != "" {
			t.Errorf("%s: what happened (-want +got):\n%s", c.sentence, diff)
		}
	}
}

func TestTheFirstSentencePointsBackAtNothing(t *testing.T) {
	for _, c := range []struct{ language, back, whole string }{
		{"id", "Insiden itu terjadi ketika kapal feri Mutiara menabrak dermaga Pulau Lirang.", "Kapal feri Mutiara menabrak dermaga Pulau Lirang."},
		{"en", "This happened when the ferry Mutiara rammed the pier of Port Lirang.", "The ferry Mutiara rammed the pier of Port Lirang."},
	} {
		var m maker
		a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
		for i := range m.s.Readings {
			m.s.Readings[i].Article.Language = c.language
		}
		m.claim(a, c.back)
		m.claim(b, c.whole)
		m.finding(true, 2)
		if diff := cmp.Diff([]string{c.whole}, texts(write(t, m.s, c.language), brief.What)); diff != "" {
			t.Errorf("what happened (-want +got):\n%s", diff)
		}
	}
}

func TestTheFirstSentenceCountsNobodyWhoIsNotNamed(t *testing.T) {
	for _, c := range []struct{ language, counts, names string }{
		{"id", "Pertemuan antara kedua menteri berlangsung dua hari sebelum sidang parlemen di Kota Sagara.", "Menteri Ratna Wijaya bertemu Menteri Ilse Brandt dua hari sebelum sidang parlemen."},
		{"en", "The meeting of both ministers came two days before the sitting of parliament in the city of Ellery.", "Ratna Wijaya met Ilse Brandt two days before the sitting of parliament."},
	} {
		var m maker
		a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
		for i := range m.s.Readings {
			m.s.Readings[i].Article.Language = c.language
		}
		m.claim(a, c.counts)
		naming(m.claim(b, c.names))
		m.finding(true, 2).Statement = c.counts
		if diff := cmp.Diff([]string{c.names}, texts(write(t, m.s, c.language), brief.What)); diff != "" {
			t.Errorf("what happened (-want +got):\n%s", diff)
		}
	}
}

// TestWhatIsOnlySaidIsNoEvent has a quotation with its speaker behind it.
func TestWhatIsOnlySaidIsNoEvent(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.claim(a, "Kapal feri Mutiara menabrak dermaga Pulau Lirang pada Kamis pagi.")
	m.claim(b, "Feri Mutiara menabrak dermaga Pulau Lirang pada Kamis.")
	m.finding(true, 2)
	said := `"Ini pagi yang paling buruk bagi kota kami," ujar Wali Kota Tari Mahendra.`
	for _, x := range []news.ArticleID{a, b} {
		m.claim(x, said).Attribution = []news.Attribution{{Name: "Tari Mahendra"}}
	}
	m.finding(false, 2)
	out := write(t, m.s, "id")
	if got := texts(out, brief.What); len(got) != 1 {
		t.Errorf("what happened: %q", got)
	}
	if diff := cmp.Diff([]string{said}, texts(out, brief.Agreed)); diff != "" {
		t.Errorf("agreed (-want +got):\n%s", diff)
	}
}

func TestAHeadlineOrAQuoteAloneIsNoEvent(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.claim(a, "Bank sentral menahan suku bunga acuan di level 5,75 persen pada rapat Kamis.")
	m.claim(b, "Bank sentral menahan suku bunga acuan 5,75 persen pada rapat Kamis.")
	m.finding(true, 2)
	m.claim(a, "Gubernur Bicara soal Nilai Tukar dan Harga Pangan").Field = news.InTitle
	m.claim(b, "Gubernur Bicara Nilai Tukar, Harga Pangan").Field = news.InTitle
	m.finding(false, 2)
	for _, x := range []news.ArticleID{a, b} {
		c := m.claim(x, "“Kami tidak akan ragu bertindak bila harga bergejolak.”")
		c.Quoted, c.Attribution = true, []news.Attribution{{Name: "Tari Mahendra"}}
	}
	m.finding(false, 2)
	out := write(t, m.s, "id")
	if got := texts(out, brief.What); len(got) != 1 {
		t.Errorf("what happened: %q", got)
	}
	want := []string{"Tari Mahendra: “Kami tidak akan ragu bertindak bila harga bergejolak.”"}
	if diff := cmp.Diff(want, texts(out, brief.Agreed)); diff != "" {
		t.Errorf("agreed (-want +got):\n%s", diff)
	}
}

func TestWhatTheTitlesSayComesFirst(t *testing.T) {
	var m maker
	a, b := m.article("Ledger"), m.article("Standard")
	for i := range m.s.Readings {
		m.s.Readings[i].Article.Language = "en"
	}
	m.claim(a, "Harbour Mills Agrees to Buy Rival Weld Foods").Field = news.InTitle
	whole := m.claim(a, "Harbour Mills said on Thursday it would buy its rival Weld Foods.").ID
	m.claim(a, "Holders of Weld will get $12.40 for each share, a third more than on Wednesday.")
	m.claim(b, "Weld Foods Sold to Harbour Mills").Field = news.InTitle
	other := m.claim(b, "Weld Foods is to be bought by its rival Harbour Mills, both said on Thursday.").ID
	m.claim(b, "Holders of Weld are offered $12.40 for each share, a third more than on Wednesday.")
	m.s.Findings = []news.Finding{
		{ID: "f1", Main: true, Claims: []news.ClaimID{"c3", "c6"}},
		{ID: "f2", Main: true, Claims: []news.ClaimID{"c1", whole, "c4", other}},
	}
	got := texts(write(t, m.s, "en"), brief.What)
	if len(got) != 2 || got[0] != "Harbour Mills said on Thursday it would buy its rival Weld Foods." {
		t.Errorf("got %q", got)
	}
}

// TestTheLatestTurnIsTold has an article that comes hours after the others and
// begins with what has happened since; and some that only go on about it.
func TestTheLatestTurnIsTold(t *testing.T) {
	lead := "Sopir truk berinisial TK (41) akhirnya ditangkap polisi di Desa Batu Lima, Sabtu (15/3/2031)."
	for _, c := range []struct {
		name, title, lead string
		later             time.Duration
		told              bool
	}{
		{"caught", "Sopir Truk yang Lari Ditangkap Polisi di Batu Lima", lead, 30 * time.Hour, true},
		{"at the same time", "Sopir Truk yang Lari Ditangkap Polisi di Batu Lima", lead, time.Hour, false},
		{"another way into the subject", "Tips Aman Berkendara di Jalan Menurun", lead, 30 * time.Hour, false},
		{"no news", "Sopir Truk yang Lari Ditangkap Polisi di Batu Lima", "Sopir truk yang lari itu kembali mencuri perhatian publik.", 30 * time.Hour, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var m maker
			a, b, last := m.article("Kabar Tanjung"), m.article("Warta Selatan"), m.article("Suara Lembur")
			for i, at := range []time.Time{day, day.Add(time.Hour), day.Add(time.Hour + c.later)} {
				m.s.Readings[i].Article.Published = &news.Published{Time: at, Precision: news.Minute}
			}
			m.claim(a, "Sebuah truk menabrak tiga rumah di Desa Sukamerah pada Kamis pagi, lalu sopirnya lari.")
			m.claim(b, "Truk menabrak tiga rumah di Desa Sukamerah, Kamis pagi, dan sopirnya lari.")
			m.finding(true, 2)
			m.claim(last, c.title).Field = news.InTitle
			m.finding(false, 1)
			x := m.claim(last, c.lead)
			if c.lead == lead {
				x.Quantities, x.Mentions = []news.Quantity{{}}, []news.Mention{{}}
			}
			m.finding(false, 1)
			if got := slices.Contains(texts(write(t, m.s, "id"), brief.What), c.lead); got != c.told {
				t.Errorf("told: %v", got)
			}
		})
	}
}

func TestNoSentenceOpensWithAPronounThatNothingNames(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.claim(a, "Kapal feri menabrak dermaga Sukamerah pada Kamis pagi dan melukai dua penumpang.")
	m.claim(b, "Feri menabrak dermaga Sukamerah, Kamis pagi, dua penumpang terluka.")
	m.finding(true, 2)
	m.claim(a, "Mereka berhamburan keluar rumah dan menyaksikan kecelakaan laut itu dari pantai.")
	m.claim(b, "Mereka berlarian keluar rumah untuk menyaksikan kecelakaan laut itu dari pantai.")
	m.finding(false, 2)
	for _, s := range write(t, m.s, "id") {
		if strings.HasPrefix(s.Text, "Mereka") {
			t.Errorf("told: %s", s.Text)
		}
	}
}

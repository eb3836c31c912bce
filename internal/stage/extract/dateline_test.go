package extract

import (
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

func TestReportBeginsBehindTheDateline(t *testing.T) {
	split := token.New(lang.Empty("id"))
	for _, c := range []struct{ src, place, want string }{
		{"LEMBUR, Kabartanjung.example - Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"Kabartanjung.example, Lembur -Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"POSKOTA LEMBUR- Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"LEMBUR SELATAN-Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"TANJUNG-LEMBUR.com - Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"OPAB-Rusia sepakat berunding.", "", ""},
		{"COVID-19 merebak lagi.", "", ""},
		{"Lembur - Banjir menerjang desa.", "Lembur", "Banjir menerjang desa."},
		{"Lembur (AGENSI) - Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"PORT ELLERY, June 5 (AGENCY) — Nineteen people were hurt.", "", "Nineteen people were hurt."},
		{"Lembur, Suara Tanjung - Banjir menerjang desa.", "Lembur", "Banjir menerjang desa."},
		{"Lembur, kabartanjung.example – Banjir menerjang desa.", "Lembur", "Banjir menerjang desa."},
		{"Lembur: Banjir menerjang desa.", "Lembur", "Banjir menerjang desa."},
		{"Warga melihat air naik, Rabu malam\n\nLEMBUR, Suara Tanjung - Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"Andi: Banjir menerjang desa.", "", ""},
		{"Banjir menerjang desa - dua tewas.", "", ""},
		{"Utara - Selatan sepakat berunding.", "", ""},
		{"Via Lembur - Warga menutup jembatan.", "", "Warga menutup jembatan."},
		{"Lembur\n\nBanjir menerjang desa.", "Lembur", "\n\nBanjir menerjang desa."},
		{"LEMBUR\n\nBanjir menerjang desa.", "", "\n\nBanjir menerjang desa."},
		{"Lembur -\n\nBanjir menerjang desa.", "Lembur", "Banjir menerjang desa."},
		{"Lembur", "Lembur", ""},
		{"Lembur-Sengon dihubungkan jembatan.", "Lembur", ""},
		{"LEMBUR - banjir belum surut.", "", ""},
		{"Kabartanjung.example, Sundari-Banjir menerjang desa.", "", "Banjir menerjang desa."},
		{"Kabartanjung.example, SundariBanjir menerjang desa.", "", "Banjir menerjang desa."},
		{"Kabartanjung.example, SundariMenerjang desa, banjir itu surut.", "", "Menerjang desa, banjir itu surut."},
		{"Warga Lembur, Sundari-Tanjung, mengungsi.", "", ""},
		{"-", "", ""},
		{"", "", ""},
	} {
		var mentions []news.Mention
		if c.place != "" {
			mentions = []news.Mention{{Kind: news.Place, Span: text.Span{End: len(c.place)}}}
		}
		got := ""
		if at := reportBegins(&field{text: split.Split(c.src), mentions: mentions, towns: map[string]bool{"sundari": true}}); at > 0 {
			got = c.src[at:]
		}
		if got != c.want {
			t.Errorf("%q: report begins %q, want %q", c.src, got, c.want)
		}
	}
}

func TestATownMayRunIntoTheReport(t *testing.T) {
	split := token.New(lang.Empty("id"))
	towns := map[string]bool{"lembur": true}
	for src, want := range map[string]string{
		"kabar.example, LemburBanjir menerjang desa.":     "Banjir menerjang desa.",
		"kabar.example, LemburPTTirta menutup bendungan.": "PTTirta menutup bendungan.",
		"kabar.example, TanjungNet menutup layanan.":      "",
		"Andi, LemburBanjir menerjang desa.":              "",
		"kabar.example, Lembur menutup bendungan.":        "",
	} {
		got := ""
		if at := reportBegins(&field{text: split.Split(src), towns: towns}); at > 0 {
			got = src[at:]
		}
		if got != want {
			t.Errorf("%q: report begins %q, want %q", src, got, want)
		}
	}
}

func TestATownThatNoListKnowsIsAPlaceByTheText(t *testing.T) {
	split := token.New(lang.Empty("id"))
	for _, c := range []struct{ src, place, want string }{
		{"Lirang - Rudal menghantam pasar di kota Lirang.", "Lirang", "Rudal menghantam pasar di kota Lirang."},
		{"Sagara: Hakim memvonis mantan wali kota di Kabupaten Sagara.", "Kabupaten Sagara", "Hakim memvonis mantan wali kota di Kabupaten Sagara."},
		{"Lirang - Rudal menghantam pasar di kota Batu.", "Batu", ""},
	} {
		at := strings.LastIndex(c.src, c.place)
		mentions := []news.Mention{{Kind: news.Place, Name: c.place, Span: text.Span{Start: at, End: at + len(c.place)}}}
		got := ""
		if at := reportBegins(&field{text: split.Split(c.src), mentions: mentions, towns: map[string]bool{"sundari": true}}); at > 0 {
			got = c.src[at:]
		}
		if got != c.want {
			t.Errorf("%q: report begins %q, want %q", c.src, got, c.want)
		}
	}
}

func TestReportBeginsBehindATownThatTheTokensPart(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	src := "Kabartanjung.example, BandungMemilih bibit itu mudah."
	f := &field{text: token.New(packs.For("id")).Split(src), towns: map[string]bool{"bandung": true}}
	if at := reportBegins(f); src[at:] != "Memilih bibit itu mudah." {
		t.Errorf("the report begins with %q", src[at:])
	}
}

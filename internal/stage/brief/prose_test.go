package brief_test

import (
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/brief"
	"github.com/selisik/selisik/internal/text"
)

// alone tells one sentence of one article, after another, and returns how the
// brief tells it.
func alone(t *testing.T, language, before, sentence string, mark func(c *news.Claim)) string {
	t.Helper()
	var m maker
	a := m.article("Kabar Tanjung")
	m.s.Readings[0].Article.Language = language
	if before != "" {
		naming(m.claim(a, before))
		other := m.article("Warta Selatan")
		for range 2 { // what is read as a name at the head of sentences only may be none
			naming(m.claim(other, "… "+before))
		}
	}
	c := m.claim(a, sentence)
	if mark != nil {
		mark(c)
	}
	m.finding(true, 1)
	got := texts(write(t, m.s, language), brief.What)
	if len(got) != 1 {
		t.Fatalf("%q: told %q", sentence, got)
	}
	return got[0]
}

// naming marks the persons of c.
func naming(c *news.Claim) {
	for _, name := range []string{"Ratna Wijaya", "Ilse Brandt"} {
		if i := strings.Index(c.Text, name); i >= 0 {
			at := c.Span.Start + i
			c.Mentions = append(c.Mentions, news.Mention{Kind: news.Person, Name: name, Span: text.Span{Start: at, End: at + len(name)}})
		}
	}
}

func by(name string) func(c *news.Claim) {
	return func(c *news.Claim) { c.Attribution = []news.Attribution{{Name: name}} }
}

func TestASentenceStandsAlone(t *testing.T) {
	for _, c := range []struct {
		name, language, sentence string
		mark                     func(c *news.Claim)
		want                     string
	}{
		{"strike", "id", "Namun, serikat buruh menolak tawaran kenaikan upah itu pada Selasa.", nil,
			"Serikat buruh menolak tawaran kenaikan upah itu pada Selasa."},
		{"strike", "en", "Meanwhile, the dockers' union turned the offer down on Tuesday.", nil,
			"The dockers' union turned the offer down on Tuesday."},
		{"strike, no comma", "id", "Namun serikat buruh menolak tawaran kenaikan upah itu pada Selasa.", nil,
			"Serikat buruh menolak tawaran kenaikan upah itu pada Selasa."},
		{"strike, no comma", "en", "But the dockers' union turned the offer down on Tuesday.", nil,
			"The dockers' union turned the offer down on Tuesday."},
		{"a name that is a tie elsewhere", "id", "Lalu Hadrian menolak tawaran kenaikan upah itu pada Selasa.", nil,
			"Lalu Hadrian menolak tawaran kenaikan upah itu pada Selasa."},
		{"what is no tie stays", "id", "Setelah sidang, terdakwa dibawa kembali ke rumah tahanan kota.", nil,
			"Setelah sidang, terdakwa dibawa kembali ke rumah tahanan kota."},
		{"trial", "id", "Menurutnya, putusan majelis hakim itu terlalu ringan bagi seorang pejabat.", by("Dewi Sasmita"),
			"Menurut [Dewi Sasmita], putusan majelis hakim itu terlalu ringan bagi seorang pejabat."},
		{"quake", "id", `"Gempa dirasakan kuat selama sepuluh detik di tiga kecamatan," ujarnya.`, by("Yusuf Latuheru"),
			`"Gempa dirasakan kuat selama sepuluh detik di tiga kecamatan," ujar [Yusuf Latuheru].`},
		{"quake, the speaker in between", "id", "Hasil pemodelan, kata dia, menunjukkan gempa tidak memicu tsunami.", by("Yusuf Latuheru"),
			"Hasil pemodelan, kata [Yusuf Latuheru], menunjukkan gempa tidak memicu tsunami."},
		{"budget", "en", `"We cannot spend what we do not have this year," she said.`, by("Ilse Brandt"),
			`"We cannot spend what we do not have this year," [Ilse Brandt] said.`},
		{"permit, behind what stands before", "id", "Soal izin tambang pasir, ia mengaku belum membaca suratnya.", by("Dewi Sasmita"),
			"Soal izin tambang pasir, [Dewi Sasmita] mengaku belum membaca suratnya."},
		{"permit, who is meant is named before", "id", "Menurut Dewi, ia mengaku belum membaca suratnya kemarin sore.", by("Dewi Sasmita"),
			"Menurut Dewi, ia mengaku belum membaca suratnya kemarin sore."},
		{"match, who is no name", "id", "Dia menyebut keributan di tribun utara sudah dapat dikendalikan.", by("polisi"),
			"[Polisi] menyebut keributan di tribun utara sudah dapat dikendalikan."},
		{"budget, spaces beside marks", "id", "Badan Anggaran ( Banggar ) menyetujui tambahan pagu , kata pimpinan rapat di Muara Lingai .", nil,
			"Badan Anggaran (Banggar) menyetujui tambahan pagu, kata pimpinan rapat di Muara Lingai."},
		{"match, a score keeps its spaces", "id", "Persatuan Tanjung menang dengan skor 2 : 1 atas tamunya.", nil,
			"Persatuan Tanjung menang dengan skor 2 : 1 atas tamunya."},
		{"war, marks of two kinds", "en", `“The corridor stays open for the whole night." Ilse Brandt said.`, by("Ilse Brandt"),
			`“The corridor stays open for the whole night.” Ilse Brandt said.`},
		{"war, a single mark is cut off", "en", `‘The corridor for the wounded stays open for the whole night.`, nil,
			`‘The corridor for the wounded stays open for the whole night.’`},
		{"match, the opening mark is cut off", "id", `Kami menang karena tidak pernah berhenti berlari malam ini," kata Anton Surya.`, by("Anton Surya"),
			`"Kami menang karena tidak pernah berhenti berlari malam ini," kata Anton Surya.`},
		{"disease, the closing mark is cut off", "en", "“We are treating two patients in every bed of the ward.", func(c *news.Claim) {
			by("Hana Weld")(c)
			c.Quoted = true
		}, "Hana Weld: “We are treating two patients in every bed of the ward.”"},
		{"business, a list mark", "id", "- Laba bersih PT Sinar Bahari naik 12 persen pada kuartal kedua.", nil,
			"Laba bersih PT Sinar Bahari naik 12 persen pada kuartal kedua."},
		{"protest, they are not one person", "id", "Mereka menyebut kebijakan itu menyakiti para penjaga mercusuar.", func(c *news.Claim) {
			c.Attribution = []news.Attribution{{Name: "Dewi Sasmita", Kind: news.PersonKind, Role: "Presiden"}}
		}, "Mereka menyebut kebijakan itu menyakiti para penjaga mercusuar."},
		{"trial, he is no court", "id", "Ia menyebut uang itu pinjaman dari seorang kawan lama.", func(c *news.Claim) {
			c.Attribution = []news.Attribution{{Name: "Mahkamah Sagara", Kind: news.Institution}}
		}, "Ia menyebut uang itu pinjaman dari seorang kawan lama."},
		{"disease, they are a ministry", "id", "Mereka menyebut wabah itu sudah terkendali di semua kecamatan.", func(c *news.Claim) {
			c.Attribution = []news.Attribution{{Name: "Kementerian Kesehatan Sagara", Kind: news.Institution}}
		}, "[Kementerian Kesehatan Sagara] menyebut wabah itu sudah terkendali di semua kecamatan."},
		{"a full stop is missing", "en", "The Northern League took 41 of the 80 seats in the assembly", nil,
			"The Northern League took 41 of the 80 seats in the assembly."},
		{"the beginning is lost", "id", "ditangkap di rumah orang tuanya di Desa Batu Lima pada Sabtu malam.", nil,
			"… ditangkap di rumah orang tuanya di Desa Batu Lima pada Sabtu malam."},
		{"a name that begins small", "en", "iPhone makers in the north halted three assembly lines on Monday.", nil,
			"iPhone makers in the north halted three assembly lines on Monday."},
		{"war, who is named by a part of the name needs no brackets", "en", `"The shelling began before dawn and did not stop," Brandt said.`, by("Ilse Brandt"),
			`"The shelling began before dawn and did not stop," Brandt said.`},
		{"war, a post ends in the address of a picture", "en", "The convoy has just left the port for the border. https://example.com/k3Jd", nil,
			"The convoy has just left the port for the border."},
		{"permit, a bracket is left open", "id", "PT Sinar Bahari memegang izin sejak 2013 (dari Bupati Lirang.", nil,
			"PT Sinar Bahari memegang izin sejak 2013 (dari Bupati Lirang)."},
		{"business, a quotation that has its speaker behind it", "id", `"Gudang kami kini ada di dua puluh kota," tulis laman resmi Bahari Raya.`, by("Sinar Muda"),
			`"Gudang kami kini ada di dua puluh kota," tulis laman resmi Bahari Raya.`},
		{"whom another speaks of is not the speaker", "id", "Dia dipukul dua kali di kepala, menurut saksi di tempat kejadian.", by("saksi"),
			"Dia dipukul dua kali di kepala, menurut saksi di tempat kejadian."},
	} {
		t.Run(c.name+" "+c.language, func(t *testing.T) {
			if got := alone(t, c.language, "", c.sentence, c.mark); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAPronounIsThePersonOfTheSentenceBefore(t *testing.T) {
	for _, c := range []struct{ language, before, sentence, want string }{
		{"id", "Ratna Wijaya mencalonkan diri lagi untuk periode kedua.", "Ia meraih 61 persen suara di kota itu.",
			"[Ratna Wijaya] meraih 61 persen suara di kota itu."},
		{"en", "Ilse Brandt resigned as head of the shipyard on Monday.", "She had led the yard for eleven years.",
			"[Ilse Brandt] had led the yard for eleven years."},
		// Two persons: it is not clear who is meant.
		{"id", "Ratna Wijaya mengalahkan Ilse Brandt dalam pemungutan suara ulang.", "Ia meraih 61 persen suara di kota itu.",
			"Ia meraih 61 persen suara di kota itu."},
		// Three are not one.
		{"id", "Ratna Wijaya melaporkan tiga surat suara yang hilang.", "Ketiganya ditemukan di gudang kecamatan itu.",
			"Ketiganya ditemukan di gudang kecamatan itu."},
		// The name stands far from the head: the sentence is about somebody else.
		{"id", "Panitia pemungutan suara kecamatan menghitung ulang seluruh surat suara untuk Ratna Wijaya.", "Ia meraih 61 persen suara di kota itu.",
			"Ia meraih 61 persen suara di kota itu."},
	} {
		if got := alone(t, c.language, c.before, c.sentence, nil); got != c.want {
			t.Errorf("after %q:\ngot  %s\nwant %s", c.before, got, c.want)
		}
	}
}

func TestASentenceThatGoesOnWithAQuotationIsToldWithItsBeginning(t *testing.T) {
	for _, c := range []struct{ language, before, sentence, want string }{
		{"id", `"Pompa di dua rumah sakit itu tidak rusak dalam semalam.`, `Semuanya sudah dilaporkan rusak sejak tahun lalu," kata Tari Mahendra.`,
			`"Pompa di dua rumah sakit itu tidak rusak dalam semalam. Semuanya sudah dilaporkan rusak sejak tahun lalu," kata Tari Mahendra.`},
		{"en", "“The pumps of the two wards did not fail in one night.", "Everything had been reported to us since last year,” said Ilse Brandt.",
			"“The pumps of the two wards did not fail in one night. Everything had been reported to us since last year,” said Ilse Brandt."},
		// What opens with a word of its own stands alone.
		{"id", `"Pompa di dua rumah sakit itu tidak rusak dalam semalam.`, `Kerusakan pompa sudah dilaporkan sejak tahun lalu," kata Tari Mahendra.`,
			`"Kerusakan pompa sudah dilaporkan sejak tahun lalu," kata Tari Mahendra.`},
		// Too much for one sentence.
		{"id", `"Pompa di dua rumah sakit itu tidak rusak dalam semalam` + strings.Repeat(", tidak pula dalam sebulan", 8) + ".", `Semuanya sudah dilaporkan rusak sejak tahun lalu," kata Tari Mahendra.`,
			`"Semuanya sudah dilaporkan rusak sejak tahun lalu," kata Tari Mahendra.`},
	} {
		var m maker
		a := m.article("Kabar Tanjung")
		m.s.Readings[0].Article.Language = c.language
		first := m.claim(a, c.before).ID
		second := m.claim(a, c.sentence).ID
		m.finding(true, 1)
		out := write(t, m.s, c.language)
		if len(out) != 1 || out[0].Text != c.want {
			t.Fatalf("got  %q\nwant %s", out, c.want)
		}
		if got := len(out[0].Citations) == 2; got != strings.Contains(c.want, c.before) || out[0].Citations[0] != second {
			t.Errorf("%s cites %v of %s, %s", out[0].Text, out[0].Citations, first, second)
		}
	}
}

func TestADayThatDependsOnTheArticleGetsItsDate(t *testing.T) {
	at := func(words string, day time.Time) func(c *news.Claim) {
		return func(c *news.Claim) {
			i := strings.Index(c.Text, words)
			c.Times = []news.TimeRef{{
				Span:  text.Span{Start: c.Span.Start + i, End: c.Span.Start + i + len(words)},
				Start: news.Moment{Time: day}, End: news.Moment{Time: day},
			}}
		}
	}
	for _, c := range []struct {
		language, sentence, words string
		on                        time.Time
		want                      string
	}{
		{"id", "Presiden menandatangani anggaran itu kemarin di istana negara.", "kemarin", day.AddDate(0, 0, -1),
			"Presiden menandatangani anggaran itu kemarin [12 Mar] di istana negara."},
		{"en", "The nurses of three hospitals will walk out tomorrow over pay.", "tomorrow", day.AddDate(0, 0, 1),
			"The nurses of three hospitals will walk out tomorrow [14 Mar] over pay."},
		{"en", "The nurses of three hospitals walked out yesterday over pay.", "yesterday", day.AddDate(-1, 0, 0),
			"The nurses of three hospitals walked out yesterday [13 Mar 2030] over pay."},
		{"en", "The union told Harbour TODAY that the ballot was lawful.", "TODAY", day,
			"The union told Harbour TODAY that the ballot was lawful."},
		{"en", `"Tomorrow we vote on the offer of the port," said Ilse Brandt.`, "Tomorrow", day.AddDate(0, 0, 1),
			`"Tomorrow [14 Mar] we vote on the offer of the port," said Ilse Brandt.`},
		{"id", "Presiden menandatangani anggaran itu Rabu (12/3) di istana negara.", "Rabu (12/3)", day.AddDate(0, 0, -1),
			"Presiden menandatangani anggaran itu Rabu (12/3) di istana negara."},
		{"id", "Ketegangan itu meningkat beberapa hari ini di kedua sisi perbatasan.", "beberapa hari ini", day,
			"Ketegangan itu meningkat beberapa hari ini di kedua sisi perbatasan."},
	} {
		if got := alone(t, c.language, "", c.sentence, at(c.words, c.on)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

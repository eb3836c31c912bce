package brief_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/brief"
	"github.com/selisik/selisik/internal/text"
)

func told(t *testing.T, s news.Story, tag string) news.Story {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return brief.New(packs).Story(s, tag)
}

func TestADifferenceAsksWithinASentenceThatHoldsItsValue(t *testing.T) {
	for _, c := range []struct {
		name, slot   string
		a, b, va, vb string
		lang, asks   string
	}{
		{name: "strike", slot: news.SlotQuantity, lang: "en",
			a: "The dockers' union says 3,000 of its members have stopped work.", va: "3,000",
			b: "Some 2,400 dockers have stopped work, the port said", vb: "2,400",
			asks: "The dockers' union says [?] of its members have stopped work."},
		{name: "trial", slot: news.SlotTime, lang: "id",
			a: "Putusan dibacakan pada Rabu siang di Pengadilan Negeri Sagara.", va: "Rabu siang",
			b: "Ia divonis Kamis siang", vb: "Kamis siang",
			asks: "Putusan dibacakan pada [?] di Pengadilan Negeri Sagara."},
		{name: "election, no value is a part of a sentence", slot: news.SlotPolarity, lang: "id",
			a: "Komisi pemilihan menyatakan hitung cepat lembaga itu sah dan terbuka.", va: "menyatakan sah",
			b: "Hitung cepat tidak sah", vb: "tidak sah",
			asks: "Komisi pemilihan menyatakan hitung cepat lembaga itu sah dan terbuka."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var m maker
			x, y := m.article("Kabar Tanjung"), m.article("Warta Selatan")
			for i := range m.s.Readings {
				m.s.Readings[i].Article.Language = c.lang
			}
			m.claim(x, c.a)
			m.claim(y, c.b)
			f := m.finding(true, 2)
			f.Differences = []news.Difference{{Slot: c.slot, Kind: news.Contradiction, Values: []news.Value{
				{Value: c.va, Claims: f.Claims[:1]}, {Value: c.vb, Claims: f.Claims[1:]}}}}
			if got := told(t, m.s, c.lang).Findings[0].Differences[0]; got.About != c.asks || got.Rank != 1 {
				t.Errorf("got %q, rank %d, want %q", got.About, got.Rank, c.asks)
			}
			if m.s.Findings[0].Differences[0].About != "" {
				t.Error("the story given was changed")
			}
		})
	}
}

// TestWhatTheArticlesPutOnTopIsTheFirstDifference has a toll that went up, an
// office that two articles name differently, and the toll again.
func TestWhatTheArticlesPutOnTopIsTheFirstDifference(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.claim(a, "Gempa di Lirang menewaskan empat orang pada Rabu pagi.")
	m.claim(b, "Gempa di Lirang menewaskan sembilan orang pada Rabu pagi.")
	f := m.finding(true, 2)
	f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Update, Values: []news.Value{
		{Value: "empat orang", Claims: f.Claims[:1]}, {Value: "sembilan orang", Claims: f.Claims[1:]}}}}
	m.claim(a, "Warga mengungsi ke bukit di belakang desa sejak pagi itu.")
	m.claim(b, "Warga mengungsi ke bukit di belakang desa sejak pagi.")
	m.claim(a, "Kepala BPBD Lirang, Yusuf Latuheru, memimpin pencarian korban.")
	m.claim(b, "Wakil Kepala BPBD Lirang, Yusuf Latuheru, memimpin pencarian korban.")
	f = m.finding(false, 2)
	f.Differences = []news.Difference{{Slot: news.SlotRole, Kind: news.Contradiction, Values: []news.Value{
		{Value: "Kepala BPBD Lirang", Claims: f.Claims[:1]}, {Value: "Wakil Kepala BPBD Lirang", Claims: f.Claims[1:]}}}}
	m.claim(a, "Jumlah korban tewas empat orang menurut catatan rumah sakit daerah.")
	m.claim(b, "Rumah sakit daerah mencatat sembilan orang tewas sampai malam.")
	f = m.finding(false, 2)
	f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Contradiction, Values: []news.Value{
		{Value: "empat orang", Claims: f.Claims[:1]}, {Value: "sembilan orang", Claims: f.Claims[1:]}}}}
	var ranks []int
	for _, f := range told(t, m.s, "id").Findings {
		ranks = append(ranks, f.Differences[0].Rank)
	}
	if diff := cmp.Diff([]int{1, 2, 3}, ranks); diff != "" {
		t.Errorf("ranks of toll, office, toll again (-want +got):\n%s", diff)
	}
}

// TestWhatAReaderCanDoNothingWithIsTheLastDifference has a bound set and left
// out, and a pronoun against the toll of an earlier accident.
func TestWhatAReaderCanDoNothingWithIsTheLastDifference(t *testing.T) {
	for _, c := range []struct{ name, kind, va, vb, a, b string }{
		{"a limit", news.Sharpness, "paling banyak 40 orang", "40 orang", "Lift gedung dewan itu memuat paling banyak 40 orang menurut papan di pintunya.", "Lift itu penuh sampai batas 40 orang pada Rabu siang."},
		{"a pronoun", news.Update, "Keduanya meninggal", "tujuh orang", "Keduanya meninggal di rumah sakit daerah pada Rabu malam.", "Bulan lalu lift di gedung itu juga jatuh dan menewaskan tujuh orang."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var m maker
			x, y := m.article("Kabar Tanjung"), m.article("Warta Selatan")
			pair := func(f *news.Finding, kind, a, b string) {
				f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: kind, Values: []news.Value{{Value: a, Claims: f.Claims[:1]}, {Value: b, Claims: f.Claims[1:]}}}}
			}
			m.claim(x, c.a)
			m.claim(y, c.b)
			pair(m.finding(true, 2), c.kind, c.va, c.vb)
			m.claim(x, "Perbaikan lift gedung dewan menelan sekitar 3 miliar rupiah.")
			m.claim(y, "Perbaikan lift gedung dewan menelan 2,9 miliar rupiah.")
			pair(m.finding(false, 2), news.Sharpness, "sekitar 3 miliar", "2,9 miliar")
			s := told(t, m.s, "id")
			if got := []int{s.Findings[0].Differences[0].Rank, s.Findings[1].Differences[0].Rank}; !cmp.Equal(got, []int{2, 1}) {
				t.Errorf("ranks %v", got)
			}
			if got := texts(s.Brief, brief.Differs); len(got) != 1 || !strings.Contains(got[0], "miliar") {
				t.Errorf("told %q", got)
			}
		})
	}
}

func TestAHeadlineOfWhatIsToldIsAside(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.claim(a, "Kapal feri Mutiara menabrak dermaga Pulau Lirang pada Kamis pagi.")
	m.claim(b, "Feri Mutiara menabrak dermaga Pulau Lirang pada Kamis.")
	m.finding(true, 2)
	m.claim(a, "Feri Mutiara Tabrak Dermaga Pulau Lirang").Field = news.InTitle
	m.finding(false, 1)
	m.claim(b, "Gubernur Tunda Kunjungan ke Sagara").Field = news.InTitle
	m.finding(false, 1)
	s := told(t, m.s, "id")
	if !s.Findings[1].Aside || s.Findings[2].Aside {
		t.Errorf("aside: %t, of what nothing tells %t", s.Findings[1].Aside, s.Findings[2].Aside)
	}
}

func TestTheTimelineTellsADayOnce(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	one := m.claim(a, "Namun, jembatan gantung Batu Lima putus pada Rabu ketika dilalui rombongan pelajar.").ID
	two := m.claim(b, "Jembatan gantung Batu Lima putus pada Rabu pukul 07.10 ketika dilalui pelajar.").ID
	other := m.claim(b, "Bupati meninjau lokasi pada Rabu siang bersama kepala dinas.").ID
	date := news.Moment{Time: time.Date(2031, 3, 12, 0, 0, 0, 0, day.Location()), DayOnly: true}
	clock := news.Moment{Time: time.Date(2031, 3, 12, 7, 10, 0, 0, day.Location())}
	m.s.Timeline = []news.TimelineEntry{
		{Start: date, End: date, Text: "x", Claims: []news.ClaimID{one}},
		{Start: date, End: date, Text: "y", Claims: []news.ClaimID{other}},
		{Start: clock, End: clock, Text: "z", Claims: []news.ClaimID{two}},
	}
	got := told(t, m.s, "id").Timeline
	want := []news.TimelineEntry{
		{Start: date, End: date, Text: "Bupati meninjau lokasi pada Rabu siang bersama kepala dinas.", Claims: []news.ClaimID{other}},
		{Start: clock, End: clock, Text: "Jembatan gantung Batu Lima putus pada Rabu pukul 07.10 ketika dilalui pelajar.", Claims: []news.ClaimID{one, two}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("timeline (-want +got):\n%s", diff)
	}
}

func TestAYearOfANameDatesNothing(t *testing.T) {
	for _, c := range []struct {
		language, sentence, year string
		dates                    bool
	}{
		{"id", "Persatuan Tanjung kian jauh dari putaran utama Piala Nusantara 2033.", "2033", false},
		{"id", "Menurut Peraturan Daerah Nomor 34 Tahun 2027, tarif parkir naik bertahap.", "Tahun 2027", false},
		{"id", "Tarif parkir di Kota Lirang terakhir dinaikkan pada tahun 2027 oleh dewan.", "tahun 2027", true},
		{"id", "Sejak 2027 tarif parkir di Kota Lirang tidak pernah dinaikkan.", "2027", true},
		{"en", "The defeat ends the hopes of Ellery for the Coastal Cup 2033.", "2033", false},
		{"en", "The ferry terminal was rebuilt after the storm of 2027.", "2027", true},
	} {
		var m maker
		a := m.article("Kabar Tanjung")
		m.s.Readings[0].Article.Language = c.language
		x := m.claim(a, c.sentence)
		i := strings.Index(c.sentence, c.year)
		at := news.Moment{Time: time.Date(2033, 1, 1, 0, 0, 0, 0, day.Location()), DayOnly: true}
		x.Times = []news.TimeRef{{Span: text.Span{Start: x.Span.Start + i, End: x.Span.Start + i + len(c.year)}, Start: at, End: at}}
		m.s.Timeline = []news.TimelineEntry{{Start: at, End: at, Text: "x", Claims: []news.ClaimID{x.ID}}}
		if got := len(told(t, m.s, c.language).Timeline) == 1; got != c.dates {
			t.Errorf("%s: dates something: %t", c.sentence, got)
		}
	}
}

func TestAStatementStandsAlone(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	said := []news.Attribution{{Name: "Dewi Sasmita"}}
	m.claim(a, "Selain itu, ia mengatakan cadangan beras cukup untuk empat bulan.").Attribution = said
	m.claim(b, "Ia juga mengatakan cadangan beras cukup untuk empat bulan.").Attribution = said
	m.finding(false, 2).Statement = m.s.Claims[1].Text
	if got, want := told(t, m.s, "id").Findings[0].Statement, "[Dewi Sasmita] juga mengatakan cadangan beras cukup untuk empat bulan."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAStatementIsOfAnOriginThatCounts(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.s.Sources = []news.Source{{ID: "s1", Name: "Dewi Sasmita"}, {ID: "s2", Name: "Arif Mandala"}}
	m.claim(a, "Arif Mandala membantah cadangan beras di gudang Tanjung sudah habis.").Attribution = []news.Attribution{{Name: "Arif Mandala", Source: "s2"}}
	m.claim(b, "Dewi Sasmita mengatakan cadangan beras di gudang Tanjung sudah habis.").Attribution = []news.Attribution{{Name: "Dewi Sasmita", Source: "s1"}}
	f := m.finding(false, 2)
	f.Statement, f.OriginNames = m.s.Claims[0].Text, []string{"Dewi Sasmita"}
	if got, want := told(t, m.s, "id").Findings[0].Statement, m.s.Claims[1].Text; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestANameInTwoSpellingsDisputesNothing(t *testing.T) {
	for _, c := range []struct{ lang, told string }{{"id", "Beda ejaan (nama):"}, {"en", "Differs in spelling (name):"}} {
		t.Run(c.lang, func(t *testing.T) {
			var m maker
			x, y := m.article("Kabar Tanjung"), m.article("Warta Selatan")
			m.s.Languages = []string{c.lang}
			m.claim(x, "Jaksa Hardiyanto Salim menuntut terdakwa tujuh tahun penjara dalam sidang itu.")
			m.claim(y, "Jaksa Hardianto Salim menuntut terdakwa delapan tahun penjara dalam sidang itu.")
			f := m.finding(true, 2)
			pair := func(a, b string) []news.Value {
				return []news.Value{{Value: a, Claims: f.Claims[:1]}, {Value: b, Claims: f.Claims[1:]}}
			}
			f.Differences = []news.Difference{
				{Slot: news.SlotPerson, Kind: news.Contradiction, Spelling: true, Values: pair("Hardiyanto Salim", "Hardianto Salim")},
				{Slot: news.SlotRole, Kind: news.Contradiction, Explanation: "…", Values: pair("Jaksa", "jaksa muda")},
				{Slot: news.SlotPerson, Kind: news.Contradiction, Explanation: "…", Values: pair("tujuh", "delapan")},
			}
			s := told(t, m.s, c.lang)
			ds := s.Findings[0].Differences
			if !ds[0].Spelling || ds[0].Disputes() || ds[0].Rank != 3 {
				t.Errorf("the spelling: %+v", ds[0])
			}
			if ds[1].Spelling || !ds[1].Disputes() || ds[2].Spelling || !ds[2].Disputes() {
				t.Errorf("contradictions: %+v", ds[1:])
			}
			var heads []string
			for _, line := range texts(s.Brief, brief.Differs) {
				if strings.HasPrefix(line, c.told) {
					heads = append(heads, line)
				}
			}
			if len(heads) != 1 || !strings.Contains(heads[0], "Hardiyanto Salim") {
				t.Errorf("told %q", texts(s.Brief, brief.Differs))
			}
		})
	}
}

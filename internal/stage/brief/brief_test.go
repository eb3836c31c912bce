package brief_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/brief"
	"github.com/selisik/selisik/internal/text"
)

// day is when the coverage of the invented event began.
var day = time.Date(2031, 3, 13, 9, 0, 0, 0, time.FixedZone("WIB", 7*3600))

// maker builds a story sentence by sentence.
type maker struct{ s news.Story }

// article adds an article of an outlet in Indonesian.
func (m *maker) article(outlet string) news.ArticleID {
	id := news.ArticleID(fmt.Sprintf("a-%d", len(m.s.Readings)+1))
	m.s.First = day
	m.s.Readings = append(m.s.Readings, news.Reading{Article: news.Article{ID: id, Language: "id", Outlet: &news.Outlet{Name: outlet}}})
	return id
}

// claim adds a sentence to an article and returns it for further marks.
func (m *maker) claim(a news.ArticleID, sentence string) *news.Claim {
	for i := range m.s.Readings {
		art := &m.s.Readings[i].Article
		if art.ID != a {
			continue
		}
		from := len(art.Text)
		art.Text += sentence + " "
		m.s.Claims = append(m.s.Claims, news.Claim{
			ID: news.ClaimID(fmt.Sprintf("c%d", len(m.s.Claims)+1)), Article: a, Field: news.InText,
			Span: text.Span{Start: from, End: from + len(sentence)}, Text: sentence,
		})
		return &m.s.Claims[len(m.s.Claims)-1]
	}
	panic("no article " + a)
}

// finding joins the last n claims.
func (m *maker) finding(main bool, n int) *news.Finding {
	f := news.Finding{ID: news.FindingID(fmt.Sprintf("f%d", len(m.s.Findings)+1)), Main: main}
	for _, c := range m.s.Claims[len(m.s.Claims)-n:] {
		f.Claims = append(f.Claims, c.ID)
	}
	m.s.Findings = append(m.s.Findings, f)
	return &m.s.Findings[len(m.s.Findings)-1]
}

func write(t *testing.T, s news.Story, tag string) []news.Sentence {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return brief.New(packs).Write(s, tag)
}

func texts(out []news.Sentence, section string) []string {
	var got []string
	for _, s := range out {
		if s.Section == section {
			got = append(got, s.Text)
		}
	}
	return got
}

func TestWhatHappenedComesFirstAndOnce(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.claim(a, "Banjir bandang menerjang Desa Sukamerah pada Rabu malam dan menewaskan tiga warga.")
	m.claim(b, "Banjir bandang menewaskan tiga warga Desa Sukamerah pada Rabu malam.")
	m.finding(true, 2)
	m.claim(a, "Banjir bandang menewaskan tiga warga di Desa Sukamerah, Rabu malam.")
	m.claim(b, "Tiga warga Desa Sukamerah tewas akibat banjir bandang pada Rabu malam.")
	m.finding(false, 2) // the same again
	m.claim(a, "Bupati Lembur meninjau lokasi bencana pada Kamis siang bersama rombongan.")
	m.finding(false, 1)
	out := write(t, m.s, "id")
	if out[0].Section != brief.What {
		t.Errorf("the brief begins with %q", out[0].Section)
	}
	want := []string{"Banjir bandang menerjang Desa Sukamerah pada Rabu malam dan menewaskan tiga warga."}
	if diff := cmp.Diff(want, texts(out, brief.What)); diff != "" {
		t.Errorf("what happened (-want +got):\n%s", diff)
	}
	want = []string{"Hanya Kabar Tanjung: Bupati Lembur meninjau lokasi bencana pada Kamis siang bersama rombongan."}
	if diff := cmp.Diff(want, texts(out, brief.Single)); diff != "" {
		t.Errorf("what one article says (-want +got):\n%s", diff)
	}
}

func TestAPronounAtTheHeadGetsItsName(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	said := []news.Attribution{{Name: "Sri Andayani", Cue: "menyebut"}}
	m.claim(a, "Dia menyebut air datang sekitar pukul 21.30 WIB.").Attribution = said
	m.claim(b, "Dia menyebut air datang sangat cepat sekitar pukul 21.30 WIB.").Attribution = said
	m.finding(true, 2)
	got := texts(write(t, m.s, "id"), brief.What)
	if len(got) != 1 || !strings.HasPrefix(got[0], "[Sri Andayani] menyebut air datang") {
		t.Errorf("got %q", got)
	}
}

func TestABareQuotationGetsItsSpeaker(t *testing.T) {
	var m maker
	a := m.article("Kabar Tanjung")
	c := m.claim(a, "“Air datang sangat cepat dan warga tidak sempat menyelamatkan barang.”")
	c.Quoted, c.Attribution = true, []news.Attribution{{Name: "Sri Andayani"}}
	m.finding(true, 1)
	got := texts(write(t, m.s, "id"), brief.What)
	if len(got) != 1 || !strings.HasPrefix(got[0], "Sri Andayani: “Air datang") {
		t.Errorf("got %q", got)
	}
}

func TestTheGravestDifferenceComesFirst(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Kanal 77")
	m.claim(a, "Sebanyak 194 orang mengungsi ke balai desa sejak Rabu malam.")
	m.claim(b, "Sekitar 200 orang mengungsi ke balai desa sejak Rabu malam.")
	f := m.finding(false, 2)
	f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Sharpness, Values: []news.Value{
		{Value: "194 orang", Claims: f.Claims[:1]}, {Value: "200 orang", Claims: f.Claims[1:]}}}}
	m.claim(a, "Korban tewas tiga orang, kata BPBD Lembur dalam keterangan tertulis.")
	m.claim(a, "Korban tewas lima orang, kata polisi setempat dalam konferensi pers.")
	f = m.finding(false, 2)
	f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Contradiction, Values: []news.Value{
		{Value: "tiga orang", Claims: f.Claims[:1]}, {Value: "lima orang", Claims: f.Claims[1:]}}}}
	got := texts(write(t, m.s, "id"), brief.Differs)
	want := []string{
		"Bertentangan (angka): “Korban tewas [?], kata BPBD Lembur dalam keterangan tertulis.” — “tiga orang” (Kabar Tanjung); “lima orang” (Kabar Tanjung).",
		// The figure in the outlet's name stands in no claim: the values stand alone.
		"Beda ketelitian (angka): “Sebanyak [?] mengungsi ke balai desa sejak Rabu malam.” — “194 orang”; “200 orang”.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
}

func TestASentenceWithAFigureFromNowhereIsLeftOut(t *testing.T) {
	var m maker
	a := m.article("Kabar Tanjung")
	m.claim(a, "Tim SAR masih mencari dua orang yang dilaporkan hilang sejak Rabu.")
	f := m.finding(false, 1)
	f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Contradiction, Values: []news.Value{
		{Value: "17 orang", Claims: f.Claims}, {Value: "dua orang", Claims: f.Claims}}}}
	if got := texts(write(t, m.s, "id"), brief.Differs); len(got) != 0 {
		t.Errorf("got %q, though no claim has 17", got)
	}
}

func TestAFigureIsGroundedAsAWholeOnly(t *testing.T) {
	for _, c := range []struct {
		claim, value string
		want         bool
	}{
		{"Sebanyak 26 kapal ikut berlayar dari pelabuhan Rabu pagi.", "6 kapal", false},
		{"Harga beras naik 6,5 persen dalam sepekan terakhir di pasar.", "6 persen", false},
		{"Harga beras naik 6,5 persen dalam sepekan terakhir di pasar.", "6,5 persen", true},
		{"Upah buruh menjadi Rp2.600.000 mulai Januari tahun depan.", "Rp2.600", false},
		{"Persela menang 3-1 atas tamunya di Stadion Bahari tadi malam.", "3-1", true},
		{"Persela menang 3-1 atas tamunya di Stadion Bahari tadi malam.", "3-11", false},
		{"Hakim menghukumnya dua belas tahun penjara dan denda besar.", "dua belas tahun", true},
		{"Hakim menghukumnya dua belas tahun penjara dan denda besar.", "tiga belas tahun", false},
		{"Twenty-one of the seats went to the Harbour Party on Sunday.", "Twenty-one seats", true},
		{"Twenty-one of the seats went to the Harbour Party on Sunday.", "twenty-two seats", false},
	} {
		var m maker
		a := m.article("Kabar Tanjung")
		m.claim(a, c.claim)
		f := m.finding(false, 1)
		f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Contradiction, Values: []news.Value{
			{Value: c.value, Claims: f.Claims}, {Value: "jauh lebih banyak", Claims: f.Claims}}}}
		if got := len(texts(write(t, m.s, "id"), brief.Differs)) == 1; got != c.want {
			t.Errorf("%q from %q: told %v, want %v", c.value, c.claim, got, c.want)
		}
	}
}

func TestQuotesNameTheirSpeaker(t *testing.T) {
	var m maker
	a := m.article("Kabar Tanjung")
	words := "Air datang sangat cepat, warga tidak sempat menyelamatkan barang,"
	c := m.claim(a, "“"+words+"” kata Sri.")
	from := c.Span.Start + len("“")
	m.s.Readings[0].Quotes = []news.Quote{{
		Span: text.Span{Start: from, End: from + len(words)}, Text: words, Speaker: "Sri Andayani", Role: "Kepala BPBD Lembur", Direct: true,
	}}
	m.finding(false, 1)
	want := []string{"“Air datang sangat cepat, warga tidak sempat menyelamatkan barang” — Sri Andayani, Kepala BPBD Lembur"}
	m.s.Findings = nil // the quotation alone
	if diff := cmp.Diff(want, texts(write(t, m.s, "id"), brief.Quotes)); diff != "" {
		t.Errorf("quotes (-want +got):\n%s", diff)
	}
}

func TestOldMattersAreBackground(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	old := []news.TimeRef{{Start: news.Moment{Time: day.AddDate(-4, 0, 0)}, End: news.Moment{Time: day.AddDate(-4, 0, 0)}}}
	m.claim(a, "Banjir serupa melanda desa itu pada tahun 2027 dan merusak jembatan.").Times = old
	m.claim(b, "Pada tahun 2027 banjir serupa melanda desa itu dan merusak jembatan.").Times = old
	m.finding(false, 2)
	out := write(t, m.s, "id")
	if len(texts(out, brief.Background)) != 1 || len(out) != 1 {
		t.Errorf("got %v", out)
	}
}

func TestAnEmptyStoryHasNoBrief(t *testing.T) {
	if got := write(t, news.Story{}, "id"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// TestWhoDeniesWhatAFindingStatesIsToldBesideIt has a letter, the denial of the
// office that it was sent to, a request, and a figure that was overtaken, in one
// finding.
func TestWhoDeniesWhatAFindingStatesIsToldBesideIt(t *testing.T) {
	var m maker
	a, b := m.article("Kabar Tanjung"), m.article("Warta Selatan")
	m.s.Sources = []news.Source{{ID: "s1", Name: "Dewi Sasmita"}, {ID: "s2", Name: "Arif Mandala"}, {ID: "s3", Name: "Tari Mahendra"}}
	by := func(c *news.Claim, name string, id news.SourceID) news.ClaimID {
		c.Attribution = []news.Attribution{{Name: name, Source: id}}
		return c.ID
	}
	letter := "Dewi Sasmita mengatakan surat warga soal pompa banjir dikirim ke dinas pada Februari."
	by(m.claim(a, letter), "Dewi Sasmita", "s1")
	by(m.claim(b, "Dewi Sasmita menyebut surat warga soal pompa banjir dikirim ke dinas pada Februari."), "Dewi Sasmita", "s1")
	denies := by(m.claim(b, "Kepala dinas Arif Mandala membantah kantornya membiarkan keluhan bertahun-tahun."), "Arif Mandala", "s2")
	asks := by(m.claim(b, "Wali Kota Tari Mahendra meminta inspektorat memeriksa seluruh pejabat terkait."), "Tari Mahendra", "s3")
	by(m.claim(b, "Sehari sebelumnya Tari Mahendra menyebut tiga pompa banjir rusak di seluruh kota."), "Tari Mahendra", "s3")
	f := m.finding(true, 5)
	f.Statement, f.OriginNames = letter, []string{"Dewi Sasmita"}
	f.Differences = []news.Difference{{Slot: news.SlotQuantity, Kind: news.Update, Values: []news.Value{
		{Value: "tiga pompa", Claims: f.Claims[1:2]}, {Value: "tujuh pompa", Claims: f.Claims[:1]}}}}
	got := map[string][]news.ClaimID{}
	for _, s := range write(t, m.s, "id") {
		if s.Section == brief.Differs {
			continue
		}
		got[s.Section+": "+s.Text] = s.Citations
	}
	want := map[string][]news.ClaimID{
		"what: " + letter:               f.Claims,
		"single: " + m.s.Claims[2].Text: {denies},
		"single: " + m.s.Claims[3].Text: {asks},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

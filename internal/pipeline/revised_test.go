package pipeline_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/clean"
)

// page is an invented article as it stands at an outlet.
func page(outlet, clock, title string, paragraphs ...string) news.Article {
	at, err := time.Parse("2006-01-02 15:04 -0700", "2025-06-02 "+clock+" +0700")
	if err != nil {
		panic(err)
	}
	a := news.Article{
		Input: outlet, Outlet: &news.Outlet{Name: outlet, Domain: strings.ToLower(outlet) + ".example"}, URL: "https://" + strings.ToLower(outlet) + ".example/1",
		Title: title, Language: "id", Text: strings.Join(paragraphs, "\n\n"),
		Published: &news.Published{Time: at, Precision: news.Minute, Basis: "metadata"},
	}
	if strings.Contains(title, " the ") || strings.Contains(title, " to ") {
		a.Language = "en"
	}
	a.ID = clean.ID(&a)
	return a
}

var later = time.Date(2025, 6, 2, 14, 5, 0, 0, time.FixedZone("", 7*3600))

// toll is a quake report with its number of dead.
func toll(outlet, clock, dead string, more ...string) news.Article {
	return page(outlet, clock, "Gempa Guncang Wanasari, Warga Mengungsi", append([]string{
		"Gempa bermagnitudo 6,1 mengguncang Kabupaten Wanasari, Senin (2/6/2025) pagi.",
		"Sedikitnya " + dead + " orang tewas dan puluhan rumah roboh di Kecamatan Lumbir akibat gempa itu.",
		"Warga berlarian ke lapangan ketika guncangan terasa selama hampir satu menit.",
		"Jalan menuju tiga desa di lereng bukit tertutup longsor sejak pagi.",
	}, more...)...)
}

func read(p *pipeline.Pipeline, articles ...news.Article) []news.Reading {
	var out []news.Reading
	for _, a := range articles {
		out = append(out, p.Read(a))
	}
	return out
}

// noted returns the kinds of note on the finding that an article's words are in.
func noted(t *testing.T, s news.Story, outlet, words string) (news.Finding, []string) {
	t.Helper()
	for _, c := range s.Claims {
		if !strings.Contains(c.Text, words) || !strings.HasPrefix(inputOf(s, c.Article), outlet) {
			continue
		}
		for _, f := range s.Findings {
			if slices.Contains(f.Claims, c.ID) {
				var kinds []string
				for _, n := range f.Notes {
					kinds = append(kinds, n.Kind)
				}
				return f, kinds
			}
		}
	}
	t.Fatalf("%s says nowhere %q", outlet, words)
	return news.Finding{}, nil
}

func inputOf(s news.Story, id news.ArticleID) string {
	for _, r := range s.Readings {
		if r.Article.ID == id {
			return r.Article.Input
		}
	}
	return ""
}

func TestAStoryWithoutHistoryIsTheSame(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	articles := []news.Article{toll("Warta", "08:00", "8"), toll("Kabar", "09:00", "8")}
	if diff := cmp.Diff(p.Together(articles), p.Revised("", read(p, articles...), news.History{})); diff != "" {
		t.Error(diff)
	}
}

func TestAChangedTollIsNotedWithItsCopies(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	old, now, copied := toll("Warta", "08:00", "8"), toll("Warta", "08:00", "10"), toll("Kabar", "09:00", "8")
	other := page("Suluh", "10:00", "Korban Gempa Wanasari Bertambah", "BPBD Wanasari mencatat gempa Senin pagi menewaskan 10 orang di Lumbir.", "Kepala BPBD Wanasari Raden Satya mengatakan pencarian dilanjutkan besok.")
	v := p.Revision(old, now, later)
	if !v.Substantive || len(v.Changes) != 1 || !slices.Equal(v.Changes[0].What, []string{news.WhatFigure}) {
		t.Fatalf("revision: %+v", v)
	}
	s := p.Revised("s-kept", read(p, now, copied, other), news.History{Revisions: []news.Revision{v}, Past: []news.Article{old}})
	if s.ID != "s-kept" {
		t.Errorf("id %q", s.ID)
	}
	f, kinds := noted(t, s, "Warta", "10 orang tewas")
	if !slices.Contains(kinds, news.NoteChanged) {
		t.Errorf("the changed passage has notes %v", kinds)
	}
	i := slices.IndexFunc(f.Notes, func(n news.FindingNote) bool { return n.Kind == news.NoteChanged })
	if n := f.Notes[i]; !strings.Contains(n.Old, "8 orang") || !strings.Contains(n.New, "10 orang") || !n.At.Equal(later) || n.Outlet != "Warta" {
		t.Errorf("note: %+v", n)
	}
	f, kinds = noted(t, s, "Kabar", "8 orang tewas")
	if !slices.Contains(kinds, news.NoteStale) {
		t.Errorf("the copy has notes %v: %+v", kinds, f)
	}
	if _, kinds = noted(t, s, "Kabar", "tertutup longsor"); len(kinds) > 0 {
		t.Errorf("what did not change has notes %v", kinds)
	}
}

func TestAWithdrawnArticleAndItsCopiesCorroborateNothing(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	wrong := "Wali Kota Lumbir Hendra Kusuma menerima uang suap dari pengembang perumahan sebesar Rp 2 miliar."
	gone := page("Warta", "08:00", "Wali Kota Lumbir Disebut Terima Suap", wrong, "Uang itu diserahkan di sebuah hotel di Jakarta pada Mei 2025, menurut dokumen yang diterima redaksi.", "Hendra belum menjawab pertanyaan yang dikirim lewat pesan singkat.")
	copied := page("Kabar", "09:00", "Wali Kota Lumbir Disebut Terima Suap", wrong, "Uang itu diserahkan di sebuah hotel di Jakarta pada Mei 2025, menurut dokumen yang diterima redaksi.", "Warga berkumpul di balai kota sejak siang.")
	apart := page("Suluh", "11:00", "Wali Kota Lumbir Bantah Suap", "Wali Kota Lumbir Hendra Kusuma menerima uang suap Rp 2 miliar dari pengembang perumahan, kata Jaksa Tania Mulyana.", "Jaksa memeriksa lima saksi pada Senin.")
	members := read(p, gone, copied, apart)
	before := p.Revised("", members, news.History{})
	after := p.Revised("", members, news.History{Revisions: []news.Revision{pipeline.Withdrawal(gone, later, "HTTP 410")}})
	f, _ := noted(t, before, "Kabar", "menerima uang suap")
	g, kinds := noted(t, after, "Kabar", "menerima uang suap")
	if g.Origins >= 2 || g.Status == news.Corroborated {
		t.Errorf("corroborated by %d origins (%d before): %v", g.Origins, f.Origins, g.OriginNames)
	}
	if !slices.Contains(kinds, news.NoteOrphan) {
		t.Errorf("the copy has notes %v", kinds)
	}
	if g, kinds = noted(t, after, "Warta", "lewat pesan singkat"); g.Origins != 0 || !slices.Contains(kinds, news.NoteWithdrawn) {
		t.Errorf("what only the withdrawn article says: %d origins, notes %v", g.Origins, kinds)
	}
	if len(after.Notes) != 1 || after.Notes[0].Kind != news.NoteWithdrawn || after.Notes[0].Reason != "HTTP 410" || !after.Notes[0].Until.Equal(later) {
		t.Errorf("notes of the story: %+v", after.Notes)
	}
	if after.Readings[0].Withdrawn == nil || after.Readings[1].Withdrawn != nil {
		t.Error("the wrong article is withdrawn")
	}
}

func TestAnOriginThatWasWithdrawnCountsNoMore(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	slide := func(outlet, clock, first string, more ...string) news.Article {
		return page(outlet, clock, "Longsor Tutup Jalan Utama di Lumbir", append([]string{first}, more...)...)
	}
	told := "Longsor menutup jalan utama di Kecamatan Lumbir dan menewaskan 12 orang, kata Kepala Polres Wanasari Darma Setiaji."
	gone := slide("Warta", "08:00", told, "Polisi memasang pagar di kedua ujung jalan itu sejak dini hari tadi.")
	copied := slide("Kabar", "09:00", told, "Polisi memasang pagar di kedua ujung jalan itu sejak dini hari tadi.")
	apart := slide("Suluh", "10:00", "Kepala BPBD Wanasari Raden Satya mengatakan longsor menutup jalan utama di Kecamatan Lumbir dan menewaskan 12 orang.", "Tiga alat berat dikirim dari ibu kota provinsi pada Senin siang.")
	members := read(p, gone, copied, apart)
	f, _ := noted(t, p.Revised("", members, news.History{}), "Suluh", "12 orang")
	if f.Status != news.Corroborated || f.Origins != 2 {
		t.Fatalf("before: %s by %d origins", f.Status, f.Origins)
	}
	s := p.Revised("", members, news.History{Revisions: []news.Revision{pipeline.Withdrawal(gone, later, "HTTP 410")}})
	if f, _ = noted(t, s, "Suluh", "12 orang"); f.Status == news.Corroborated || f.Origins != 1 {
		t.Errorf("after: %s by %d origins: %v", f.Status, f.Origins, f.OriginNames)
	}
	about := map[string]int{}
	for _, n := range f.Notes {
		about[n.Kind+string(n.Article)+string(n.Copy)]++
	}
	for k, n := range about {
		if n > 1 {
			t.Errorf("%d notes %s on one finding", n, k)
		}
	}
	for _, b := range s.Brief {
		for _, id := range b.Citations {
			i := slices.IndexFunc(s.Claims, func(c news.Claim) bool { return c.ID == id })
			if s.Claims[i].Article == gone.ID {
				t.Errorf("the brief cites the withdrawn article: %s", b.Text)
			}
		}
	}
}

func TestAWithdrawnArticleThatLeftTheStoryIsRemembered(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	gone, copied := toll("Warta", "08:00", "8"), toll("Kabar", "09:00", "8")
	s := p.Revised("", read(p, copied), news.History{Revisions: []news.Revision{pipeline.Withdrawal(gone, later, "HTTP 410")}, Past: []news.Article{gone}})
	f, kinds := noted(t, s, "Kabar", "8 orang tewas")
	if f.Origins != 0 || !slices.Contains(kinds, news.NoteOrphan) {
		t.Errorf("%d origins, notes %v", f.Origins, kinds)
	}
	if len(s.Notes) != 1 || s.Notes[0].Outlet != "Warta" {
		t.Errorf("notes of the story: %+v", s.Notes)
	}
}

func TestAVanishedStatementIsKeptByTheStory(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	said := "Bupati Wanasari Sri Andayani disebut menolak bantuan dari pemerintah pusat."
	old, now := toll("Warta", "08:00", "8", said), toll("Warta", "08:00", "8")
	h := news.History{Revisions: []news.Revision{p.Revision(old, now, later)}, Past: []news.Article{old}}
	s := p.Revised("", read(p, now, page("Suluh", "10:00", "Bantuan Gempa Wanasari", "Bantuan untuk korban gempa Wanasari tiba pada Senin sore.")), h)
	want := []news.StoryNote{{Kind: news.NoteVanished, Article: now.ID, Outlet: "Warta", Text: said, Since: old.Published.Time, Until: later}}
	if diff := cmp.Diff(want, s.Notes); diff != "" {
		t.Error(diff)
	}
	s = p.Revised("", read(p, now, toll("Kabar", "09:00", "8", said)), h)
	if _, kinds := noted(t, s, "Kabar", "menolak bantuan"); !slices.Contains(kinds, news.NoteStale) || len(s.Notes) > 0 {
		t.Errorf("a copy stands: notes %v, of the story %+v", kinds, s.Notes)
	}
}

func TestANoticeAloneCorrectsCopies(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	now := toll("Warta", "08:00", "10", "Ralat: sebelumnya ditulis 8 orang tewas, yang benar 10 orang tewas. Redaksi mohon maaf.")
	s := p.Together([]news.Article{now, toll("Kabar", "09:00", "8")})
	if n := s.Readings[0].Notices; len(n) != 1 || n[0].Kind != news.Correction || n[0].Wrong != "8 orang tewas" || n[0].Right != "10 orang tewas" {
		t.Errorf("notices: %+v", n)
	}
	if _, kinds := noted(t, s, "Warta", "Sedikitnya 10"); !slices.Contains(kinds, news.NoteCorrected) {
		t.Errorf("the corrected passage has notes %v", kinds)
	}
	if _, kinds := noted(t, s, "Kabar", "Sedikitnya 8"); !slices.Contains(kinds, news.NoteStale) {
		t.Errorf("the copy has notes %v", kinds)
	}
}

func TestACopyOlderThanTheVersionIsNoCopy(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	old, now := toll("Warta", "08:00", "8"), toll("Warta", "08:00", "10")
	s := p.Revised("", read(p, toll("Kabar", "07:00", "8"), now), news.History{Revisions: []news.Revision{p.Revision(old, now, later)}, Past: []news.Article{old}})
	if _, kinds := noted(t, s, "Kabar", "8 orang tewas"); slices.Contains(kinds, news.NoteStale) {
		t.Error("the wire from which it was taken counts as its copy")
	}
}

func TestACopyOfWhatCameBackIsNotStale(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	a, b := toll("Warta", "08:00", "8"), toll("Warta", "08:00", "10")
	h := news.History{Revisions: []news.Revision{p.Revision(a, b, later), p.Revision(b, a, later.Add(time.Hour))}, Past: []news.Article{b}}
	s := p.Revised("", read(p, a, toll("Kabar", "09:00", "8")), h)
	if f, kinds := noted(t, s, "Kabar", "8 orang tewas"); slices.Contains(kinds, news.NoteStale) || len(s.Readings[1].Stale) > 0 {
		t.Errorf("notes %v on %q", kinds, f.Statement)
	}
}

func TestEnglishStoriesAreRevisedToo(t *testing.T) {
	t.Parallel()
	p := newPipeline(t, pipeline.Options{})
	text := func(outlet, clock, votes string) news.Article {
		return page(outlet, clock, "Hollis wins the recount in Kestle to become mayor",
			"Ada Hollis won the recount in Kestle on Monday by "+votes+" votes, the county clerk said.",
			"Her rival, Tomas Varga, conceded shortly after the last ballots were counted in the town hall.",
			"The first count in May had ended in a tie after two boxes of ballots were misplaced.")
	}
	old, now, copied := text("Beacon", "08:00", "312"), text("Beacon", "08:00", "132"), text("Courier", "09:00", "312")
	s := p.Revised("", read(p, now, copied), news.History{Revisions: []news.Revision{p.Revision(old, now, later)}, Past: []news.Article{old}})
	if _, kinds := noted(t, s, "Beacon", "132 votes"); !slices.Contains(kinds, news.NoteChanged) {
		t.Errorf("the changed passage has notes %v", kinds)
	}
	if _, kinds := noted(t, s, "Courier", "312 votes"); !slices.Contains(kinds, news.NoteStale) {
		t.Errorf("the copy has notes %v", kinds)
	}
}

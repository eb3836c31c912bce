package query_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

func starts(list []dossier.TimelineEntry) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.Start)
	}
	return out
}

func TestTimelineSaysTheSameOnceInOrder(t *testing.T) {
	s := facetest.Fire()
	again := s.Timeline[0]
	again.Claims = []string{"c24"}
	s.Timeline = append(s.Timeline, again)
	p := query.NewPage(&s)
	want := []string{"2019-06-12", "2031-03-04", "2031-03-04T01:40:00+07:00", "2031-03-07"}
	if diff := cmp.Diff(want, starts(p.Timeline)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := p.Timeline[0].Claims; !cmp.Equal(got, []string{"c25", "c24"}) {
		t.Errorf("claims of both: %v", got)
	}
	if len(s.Timeline[0].Claims) != 1 {
		t.Error("the dossier was changed")
	}
}

func TestNearestTakesWhatMostArticlesCarryThenTheLatest(t *testing.T) {
	near, rest := firePage().Nearest(2)
	if diff := cmp.Diff([]string{"2031-03-04T01:40:00+07:00", "2031-03-07"}, starts(near)); diff != "" {
		t.Errorf("near (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"2019-06-12", "2031-03-04"}, starts(rest)); diff != "" {
		t.Errorf("rest (-want +got):\n%s", diff)
	}
	if near, rest = firePage().Nearest(9); len(near) != 4 || rest != nil {
		t.Errorf("of four, nine: %d and %d", len(near), len(rest))
	}
}

func TestOmissionsAreOfWeightyFindingsTheMainOneFirst(t *testing.T) {
	got := map[int][]string{}
	for _, o := range firePage().Omits {
		for _, f := range o.Findings {
			got[o.Article] = append(got[o.Article], f.ID)
		}
	}
	want := map[int][]string{1: {"f5"}, 2: {"f5"}, 3: {"f1"}, 4: {"f2", "f1"}, 5: {"f1", "f5"}, 6: {"f5"}, 7: {"f2", "f1", "f5"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNobodyOmitsWhatTellsNoNews(t *testing.T) {
	s := facetest.Fire()
	for i := range s.Findings {
		s.Findings[i].Aside = s.Findings[i].ID == "f5"
	}
	for _, o := range query.NewPage(&s).Omits {
		for _, f := range o.Findings {
			if f.ID == "f5" {
				t.Errorf("article %d omits f5, which is aside", o.Article)
			}
		}
	}
}

func TestCopiesLeaveOutArticlesOfOtherStories(t *testing.T) {
	s := facetest.Fire()
	s.Lineage = append(s.Lineage, dossier.Link{From: "a-elsewhere", To: "a-nusa", Kind: "verbatim"})
	var got [][2]int
	for _, c := range query.NewPage(&s).Copies {
		got = append(got, [2]int{c.From, c.To})
	}
	if diff := cmp.Diff([][2]int{{1, 2}, {3, 6}, {3, 5}, {4, 5}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOutletsStandOnceAndUnknownOnesAlone(t *testing.T) {
	s := facetest.Fire()
	s.Articles[2].Outlet, s.Articles[3].Outlet, s.Articles[4].Outlet = nil, nil, s.Articles[0].Outlet
	var got [][]int
	for _, o := range query.NewPage(&s).Outlets {
		got = append(got, o.Marks)
	}
	if diff := cmp.Diff([][]int{{1, 5}, {2}, {3}, {4}, {6}, {7}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAValueThatWasCutShowsHowItsSentenceBegins(t *testing.T) {
	for _, c := range []struct{ name, slot, text, value, want string }{
		{"crash, little is left out", "polarity", "Truk tangki itu diduga gagal mengerem.", "itu diduga gagal mengerem", "Truk tangki itu diduga gagal mengerem"},
		{"crash, nor behind it", "polarity", "Truk tangki gagal mengerem di turunan.", "Truk tangki gagal mengerem", "Truk tangki gagal mengerem di turunan"},
		{"trial, the beginning is kept", "polarity",
			"Majelis hakim yang dipimpin Ketua Pengadilan Negeri Sagara menyatakan terdakwa terbukti menerima suap, dan memerintahkan agar seluruh barang bukti dikembalikan kepada penyidik.",
			"terdakwa terbukti menerima suap", "Majelis hakim yang dipimpin Ketua … terdakwa terbukti menerima suap, dan memerintahkan agar seluruh…"},
		{"strike, a quotation from its first words", "wording",
			"Ilse Brandt said: “The members of this union who have always worked the night shift at the north quay will not come back on Monday morning,” and left.",
			"“…the north quay will not come back on Monday morning”", "“The members of this union who have … the north quay will not come back on Monday morning”"},
		{"strike, that is shown from its beginning", "wording", "“They will not come back,” she said.", "“They will not come back,”", "“They will not come back,”"},
		{"budget, a figure is no stretch of words", "quantity", "Pagu naik menjadi Rp3 triliun.", "Rp3 triliun", "Rp3 triliun"},
		{"budget, words that stand nowhere", "polarity", "Pagu naik menjadi Rp3 triliun.", "pagu turun", "pagu turun"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := dossier.Story{Articles: []dossier.Article{{ID: "a"}, {ID: "b"}}, Claims: []dossier.Claim{
				{ID: "c1", Article: "a", Field: "text", Text: c.text}, {ID: "c2", Article: "b", Field: "text", Text: "Lain."},
			}}
			s.Findings = []dossier.Finding{{ID: "f1", Claims: []string{"c1", "c2"}, Differences: []dossier.Difference{{Slot: c.slot, Kind: "precision",
				Values: []dossier.Value{{Value: c.value, Claims: []string{"c1"}}, {Value: "Lain", Claims: []string{"c2"}}}}}}}
			if got := query.NewPage(&s).Differs[0].Sides[0].Value; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestASentenceStandsOnceWithTheFindingThatSeveralOriginsCarry(t *testing.T) {
	const goal = "Hadrian Salim mencetak gol pertama pada menit ke-12 lewat tendangan bebas."
	s := dossier.Story{
		Articles: []dossier.Article{{ID: "a"}, {ID: "b"}},
		Claims: []dossier.Claim{
			{ID: "c1", Article: "a", Field: "text", Text: goal}, {ID: "c2", Article: "b", Field: "text", Text: "Gol pertama lahir dari tendangan bebas."},
			{ID: "c3", Article: "b", Field: "text", Text: "Bola membentur mistar."},
		},
		Findings: []dossier.Finding{
			{ID: "f1", Statement: "Bola membentur mistar.", Status: "single-origin", Origins: 1, Claims: []string{"c1", "c3"}},
			{ID: "f2", Statement: goal, Status: "corroborated", Origins: 2, Claims: []string{"c1", "c2"}},
			{ID: "f3", Statement: goal, Status: "single-origin", Origins: 1, Claims: []string{"c1"}},
		},
		Brief: []dossier.Sentence{{Section: "what", Text: goal, Citations: []string{"c1", "c3", "c2"}}},
	}
	p := query.NewPage(&s)
	if got := ids(p.What); len(got) != 1 || got[0] != "f2" {
		t.Errorf("told with %q", got)
	}
	if len(p.Agreed)+len(p.Shared)+len(p.Single) != 0 {
		t.Errorf("again among %q %q %q", ids(p.Agreed), ids(p.Shared), ids(p.Single))
	}
}

func TestWhatIsToldBesideAFindingDoesNotCarryIt(t *testing.T) {
	s := dossier.Story{
		Articles: []dossier.Article{{ID: "a"}, {ID: "b"}, {ID: "c"}},
		Claims: []dossier.Claim{
			{ID: "c1", Article: "a", Field: "text", Text: "Surat dikirim pada Februari."}, {ID: "c2", Article: "b", Field: "text", Text: "Surat dikirim Februari."},
			{ID: "c3", Article: "c", Field: "text", Text: "Kepala dinas membantah menerima surat."},
		},
		Findings: []dossier.Finding{{ID: "f1", Statement: "Surat dikirim pada Februari.", Status: "single-origin", Origins: 1, Claims: []string{"c1", "c2", "c3"}}},
		Brief: []dossier.Sentence{
			{Section: "agreed", Text: "Surat dikirim pada Februari.", Citations: []string{"c1", "c2", "c3"}},
			{Section: "single", Text: "Kepala dinas membantah menerima surat.", Citations: []string{"c3"}},
		},
	}
	p := query.NewPage(&s)
	if len(p.Shared) != 1 || !slices.Equal(p.Shared[0].Marks, []int{1, 2}) {
		t.Errorf("shared: %+v", p.Shared)
	}
	if len(p.Single) != 1 || p.Single[0].ID != "b2" || !slices.Equal(p.Single[0].Marks, []int{3}) || p.Single[0].Status() != "single-article" {
		t.Errorf("single: %+v", p.Single)
	}
}

func TestTheWordsThatDateAnEntryAreKnown(t *testing.T) {
	s := dossier.Story{
		Articles: []dossier.Article{{ID: "a", Times: []dossier.Time{
			{Span: dossier.Span{0, 5}, Text: "Kamis", Start: "2031-03-13", End: "2031-03-13"}, {Span: dossier.Span{24, 28}, Text: "2035", Start: "2035", End: "2035"},
		}}},
		Claims: []dossier.Claim{{ID: "c1", Article: "a", Field: "text", Span: dossier.Span{0, 30}}},
	}
	e := dossier.TimelineEntry{Start: "2035", End: "2035", Text: "Kamis itu rapat menyebut 2035 juga.", Claims: []string{"c1"}}
	if got := query.NewIndex(&s).Dated(e); got != "2035" {
		t.Errorf("dated by %q, want 2035", got)
	}
}

func TestWhatTellsNoNewsIsNotListed(t *testing.T) {
	s := dossier.Story{
		Articles: []dossier.Article{{ID: "a"}},
		Claims: []dossier.Claim{
			{ID: "c1", Article: "a", Field: "text", Text: "Gol utara stadion ada di dalam gambar."},
			{ID: "c2", Article: "a", Field: "text", Text: "Persatuan Tanjung menang di kandang lawan."},
		},
		Findings: []dossier.Finding{
			{ID: "f1", Statement: "Gol utara stadion ada di dalam gambar.", Aside: true, Status: "single-article", Origins: 1, Claims: []string{"c1"}},
			{ID: "f2", Statement: "Persatuan Tanjung menang di kandang lawan.", Status: "single-article", Origins: 1, Claims: []string{"c2"}},
		},
	}
	if got := query.NewPage(&s).Single; len(got) != 1 || got[0].ID != "f2" {
		t.Errorf("listed %v", got)
	}
}

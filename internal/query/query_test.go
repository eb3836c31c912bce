package query_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
)

func firePage() *query.Page {
	s := facetest.Fire()
	return query.NewPage(&s)
}

func ids(items []query.Item) []string {
	var out []string
	for _, it := range items {
		out = append(out, it.ID)
	}
	return out
}

func TestPageSortsStatementsByWhatCarriesThem(t *testing.T) {
	p := firePage()
	for name, c := range map[string]struct{ got, want []string }{
		"what":       {ids(p.What), []string{"f1", "f2"}},
		"agreed":     {ids(p.Agreed), []string{"f5"}},
		"shared":     {ids(p.Shared), []string{"f4", "f7", "f8"}},
		"single":     {ids(p.Single), []string{"f11", "f6", "f10"}},
		"background": {ids(p.Background), []string{"f12"}},
		"disputed":   {ids(p.Disputed), nil},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAFindingOfOneOriginIsNeverAmongTheAgreed(t *testing.T) {
	s := facetest.Fire()
	s.Brief = append(s.Brief, dossier.Sentence{Section: "agreed", Text: "Relokasi bertahap.", Citations: []string{"c19"}})
	p := query.NewPage(&s)
	for _, it := range p.Agreed {
		if it.Finding == nil || it.Finding.Status != "corroborated" {
			t.Errorf("%s %q stands among the agreed", it.ID, it.Text)
		}
	}
}

func TestDifferencesComeTheGravestFirst(t *testing.T) {
	var got []string
	for _, d := range firePage().Differs {
		got = append(got, d.ID)
	}
	want := []string{"f3.d2", "f9.d1", "f3.d1", "f2.d1", "f6.d1", "f5.d1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestANameInTwoSpellingsIsNoContradiction(t *testing.T) {
	s := facetest.Fire()
	d := &s.Findings[8].Differences[0] // f9.d1, a contradiction
	d.Slot, d.Spelling = "person", true
	p := query.NewPage(&s)
	if last := p.Differs[len(p.Differs)-1]; last.ID != "f9.d1" || last.Kind != query.Spelling {
		t.Errorf("last is %s, %s", last.ID, last.Kind)
	}
	e, err := query.Explain(dossier.Dossier{Stories: []dossier.Story{s}}, "f9.d1")
	if err != nil || e.Label != query.Spelling {
		t.Errorf("explained as %q: %v", e.Label, err)
	}
}

func TestSayersAreTheInnermostSources(t *testing.T) {
	for _, d := range firePage().Differs {
		if d.ID != "f2.d1" {
			continue
		}
		want := []query.Sayer{{Name: "Darma Setiaji", Marks: []int{1, 2}}}
		if diff := cmp.Diff(want, d.Sides[0].Sayers); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		return
	}
	t.Error("no difference f2.d1")
}

func TestQuotesJoinWordingsOfOneUtterance(t *testing.T) {
	var got [][]string
	for _, g := range firePage().Quotes {
		var texts []string
		for _, v := range g.Variants {
			texts = append(texts, v.Text)
		}
		got = append(got, append([]string{g.Speaker}, texts...))
	}
	want := [][]string{
		{"Lestari Handoko", "Kami tidak akan membiarkan satu pun pedagang menanggung ini sendirian,", "Kami tak akan biarkan seorang pedagang pun memikul ini sendiri,", "We will not leave a single trader to carry this alone,"},
		{"Darma Setiaji", "Kami menduga korsleting pada kios nomor 14,"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWordingsStandAmongTheDifferencesOnlyIfNoQuotesShowThem(t *testing.T) {
	s := facetest.Fire()
	s.Articles[2].Quotes = nil
	differs := query.NewPage(&s).Differs
	if got := differs[len(differs)-1].ID; got != "f4.d1" {
		t.Errorf("last is %s, want f4.d1", got)
	}
}

func TestASpeakersRoleIsTheOneMostQuotesGive(t *testing.T) {
	s := facetest.Fire()
	for i, role := range []string{"saksi", "Bupati", "Bupati"} {
		q := s.Articles[0].Quotes[0]
		q.Role = &role
		s.Articles[i].Quotes = append(s.Articles[i].Quotes[:0:0], q)
	}
	s.Articles[5].Quotes = nil
	if got := query.NewPage(&s).Quotes[0].Role; got != "Bupati" {
		t.Errorf("role %q", got)
	}
}

func TestQuotesOfDifferentSpeakersStayApart(t *testing.T) {
	s := facetest.Fire()
	other := "Orang Lain"
	s.Articles[2].Quotes[0].Speaker = &other
	for _, g := range query.NewPage(&s).Quotes {
		if len(g.Variants) > 1 && g.Variants[1].Text == s.Articles[2].Quotes[0].Text {
			t.Errorf("joined under %s: %v", g.Speaker, g.Variants)
		}
	}
}

func TestOriginsAreNamedOnlyAsManyAsWereCounted(t *testing.T) {
	p := firePage()
	if got := p.Origins(p.Finding("f5")); !cmp.Equal(got, []string{"Harian Lintas", "Suara Kota"}) {
		t.Errorf("f5: %v", got)
	}
	f := *p.Finding("f5")
	f.Origins = 1
	if got := p.Origins(&f); got != nil {
		t.Errorf("one origin counted, but named %v", got)
	}
}

func TestExplainFindsEveryKindOfID(t *testing.T) {
	d := facetest.Dossier()
	for id, kind := range map[string]string{
		"1/f3": "finding", "1/f3.d2": "difference", "f3": "finding", "1/c12": "claim", "c12": "claim", "b2": "sentence",
		"s2": "source", "e1": "entity", "a-kota": "article", "N1": "article", "gempa.jsonl:2": "article",
		"s-7be0a1c2d3e4": "story", "s-7be": "story", "s-7be0/f1": "finding", "2/f1": "finding",
	} {
		e, err := query.Explain(d, id)
		if err != nil || e.Kind != kind {
			t.Errorf("%s: %s, %v, want %s", id, e.Kind, err, kind)
		}
	}
}

func TestExplainRefusesWhatItCannotTell(t *testing.T) {
	d := facetest.Dossier()
	for id, want := range map[string]error{
		"f1": news.ErrInvalid, "f99": news.ErrNotFound, "": news.ErrNotFound, "f3.d9": news.ErrNotFound, "f3.d": news.ErrNotFound,
		"9/f1": news.ErrNotFound, "b0": news.ErrNotFound, "b99": news.ErrNotFound, "/": news.ErrNotFound, "a-": news.ErrNotFound,
	} {
		if _, err := query.Explain(d, id); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", id, err, want)
		}
	}
}

func TestEvidenceIsTheClaimsOwnWordsInBothUnits(t *testing.T) {
	d := facetest.Dossier()
	for _, s := range d.Stories {
		x := query.NewIndex(&s)
		for _, c := range s.Claims {
			e, ok := x.Explain(c.ID)
			if !ok || len(e.Evidence) != 1 {
				t.Fatalf("%s: %+v", c.ID, e)
			}
			ex, text := e.Evidence[0].Extract, x.Article(c.Article).Text
			if ex.Text != c.Text || text[ex.Bytes[0]:ex.Bytes[1]] != c.Text || string([]rune(text)[ex.Span[0]:ex.Span[1]]) != c.Text {
				t.Errorf("%s: %+v is not %q", c.ID, ex, c.Text)
			}
		}
	}
}

func TestCompareGivesPassagesFromEitherSide(t *testing.T) {
	s := facetest.Fire()
	ab, err := query.Compare(&s, "a-nusa", "a-pesisir")
	if err != nil {
		t.Fatal(err)
	}
	ba, err := query.Compare(&s, "a-pesisir", "liputan/nusa.html")
	if err != nil {
		t.Fatal(err)
	}
	if ab.Links[0].From != "a" || ba.Links[0].From != "b" {
		t.Errorf("from %s and %s, want a and b", ab.Links[0].From, ba.Links[0].From)
	}
	if diff := cmp.Diff(ab.Links[0].Passages[0].A, ba.Links[0].Passages[0].B); diff != "" {
		t.Error(diff)
	}
	if _, err := query.Compare(&s, "a-nusa", "a-none"); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestBrokenDossiersDoNotPanic(t *testing.T) {
	s := facetest.Fire()
	s.Claims[0].Span, s.Claims[1].Article, s.Findings[0].Claims = dossier.Span{900, 5}, "a-none", []string{"c1", "c2", "c99"}
	s.Articles[0].Quotes[0].Span = dossier.Span{-4, 99999}
	s.Lineage[0].To = "a-none"
	s.Coverage = append(s.Coverage, dossier.Coverage{Finding: "f77"})
	query.NewPage(&s)
	x := query.NewIndex(&s)
	for _, c := range s.Claims {
		x.Explain(c.ID)
	}
}

func TestASpeakersQuotesStandTogetherAFewAtATime(t *testing.T) {
	who := []string{"Dewi Sasmita", "Anton Surya", "Dewi Sasmita", "Dewi Sasmita", "Dewi Sasmita"}
	a := dossier.Article{ID: "a"}
	for i, name := range who {
		a.Quotes = append(a.Quotes, dossier.Quote{Text: "Rapat itu berlangsung sampai larut malam " + string(rune('a'+i)), Direct: true, Speaker: &name})
	}
	var got []string
	for _, g := range query.NewPage(&dossier.Story{Articles: []dossier.Article{a}}).Quotes {
		got = append(got, g.Speaker)
	}
	if diff := cmp.Diff([]string{"Dewi Sasmita", "Dewi Sasmita", "Dewi Sasmita", "Anton Surya", "Dewi Sasmita"}, got); diff != "" {
		t.Errorf("speakers (-want +got):\n%s", diff)
	}
	got = nil
	for _, g := range query.Together(query.NewPage(&dossier.Story{Articles: []dossier.Article{a}}).Quotes) {
		got = append(got, g.Speaker)
	}
	if diff := cmp.Diff([]string{"Dewi Sasmita", "Dewi Sasmita", "Dewi Sasmita", "Dewi Sasmita", "Anton Surya"}, got); diff != "" {
		t.Errorf("of what is shown (-want +got):\n%s", diff)
	}
}

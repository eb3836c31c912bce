package eval

import (
	"math"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
)

// event is two invented articles that agree on one fact, differ in a figure,
// and each have a statement of their own.
func event() (*Labels, *dossier.Dossier) {
	a, b := "A", "B"
	p := func(article, text string) Passage { return Passage{Article: article, Text: text} }
	labels := &Labels{
		Event: "pasar", Articles: []string{a, b},
		Facts: []Fact{
			{ID: "f1", Main: true, Statements: []Passage{p(a, "Pasar Lama terbakar pada Rabu."), p(b, "Api melalap Pasar Lama, Rabu.")}},
			{ID: "f2", Statements: []Passage{p(a, "Sebanyak 40 kios hangus terbakar."), p(b, "Sedikitnya 45 kios habis terbakar.")}},
		},
		Only: []Passage{p(a, "Penjaga pasar tidur di rumah.")},
	}
	d := Difference{Slot: "quantity", Kind: "contradiction"}
	for _, s := range labels.Facts[1].Statements {
		d.Values = append(d.Values, Value{s.Text, []Passage{s}})
	}
	labels.Differences = []Difference{d}
	n := 2
	labels.Independent.N = &n

	texts := map[string][]string{
		a: {"Pasar Lama terbakar pada Rabu.", "Sebanyak 40 kios hangus terbakar.", "Penjaga pasar tidur di rumah."},
		b: {"Api melalap Pasar Lama, Rabu.", "Sedikitnya 45 kios habis terbakar."},
	}
	s := dossier.Story{ID: "s"}
	for i, ref := range []string{a, b} {
		art := dossier.Article{ID: "id-" + ref, Ref: &[]string{a, b}[i]}
		for _, x := range texts[ref] {
			from := len([]rune(art.Text))
			art.Text += x
			s.Claims = append(s.Claims, dossier.Claim{
				ID: ref + string(rune('1'+len(s.Claims))), Article: art.ID, Field: "text",
				Span: dossier.Span{from, from + len([]rune(x))}, Text: x,
			})
			art.Text += " "
		}
		s.Articles = append(s.Articles, art)
	}
	id := func(i int) string { return s.Claims[i].ID }
	s.Findings = []dossier.Finding{
		{ID: "f1", Main: true, Origins: 2, Claims: []string{id(0), id(3)}},
		{ID: "f2", Claims: []string{id(1), id(4)}, Differences: []dossier.Difference{{
			Slot: "quantity", Kind: "precision",
			Values: []dossier.Value{{Value: "40", Claims: []string{id(1)}}, {Value: "45", Claims: []string{id(4)}}},
		}}},
		{ID: "f3", Claims: []string{id(2)}},
	}
	s.Brief = []dossier.Sentence{{Section: "what", Text: "Pasar Lama terbakar.", Citations: []string{id(0)}}}
	return labels, &dossier.Dossier{Stories: []dossier.Story{s}}
}

func figures(t *testing.T) map[string]Figure {
	t.Helper()
	labels, d := event()
	tally := NewTally()
	tally.Event(labels, d)
	return tally.Figures()
}

func TestAPerfectDossierScoresOne(t *testing.T) {
	f := figures(t)
	for _, m := range []string{"facts", "differences"} {
		if f[m].F != 1 {
			t.Errorf("%s = %v, want 1", m, f[m])
		}
	}
	for _, m := range []string{"one_story", "evidence_resolves", "brief_cited", "brief_numbers_grounded", "main_facts_in_brief", "independence"} {
		if f[m].P != 1 {
			t.Errorf("%s = %v, want 1", m, f[m])
		}
	}
	if f["difference_kind"].P != 0 {
		t.Errorf("difference_kind = %v: the kind was wrong", f["difference_kind"])
	}
}

func TestAWrongJoinCostsPrecision(t *testing.T) {
	labels, d := event()
	s := &d.Stories[0]
	s.Findings[0].Claims = append(s.Findings[0].Claims, s.Claims[2].ID) // the penjaga joins the fire
	tally := NewTally()
	tally.Event(labels, d)
	f := tally.Figures()["facts"]
	if f.R != 1 || math.Abs(f.P-2.0/3) > 1e-9 {
		t.Errorf("facts = %v, want P 2/3 R 1", f)
	}
	if len(tally.Misses) == 0 {
		t.Error("the wrong join is not among the misses")
	}
}

func TestABrokenSpanDoesNotResolve(t *testing.T) {
	labels, d := event()
	d.Stories[0].Claims[0].Span[0]++
	d.Stories[0].Claims[1].Span = dossier.Span{5, 900}
	tally := NewTally()
	tally.Event(labels, d)
	if got := tally.Figures()["evidence_resolves"]; got.Right != 3 || got.Gold != 5 {
		t.Errorf("evidence_resolves %d of %d, want 3 of 5", got.Right, got.Gold)
	}
}

func TestAnUngroundedFigureIsSeen(t *testing.T) {
	labels, d := event()
	d.Stories[0].Brief[0].Text = "Pasar Lama terbakar, 17 tewas."
	tally := NewTally()
	tally.Event(labels, d)
	if got := tally.Figures()["brief_numbers_grounded"].P; got != 0 {
		t.Errorf("brief_numbers_grounded = %v, want 0", got)
	}
}

func TestStoriesByPairsAndBCubed(t *testing.T) {
	var gold Partition
	gold.Articles = map[string]struct {
		Story  string `json:"story"`
		Thread string `json:"thread"`
	}{"a": {"x", "x"}, "b": {"x", "x"}, "c": {"y", "x"}}
	a, b, c := "a", "b", "c"
	found := &dossier.Stories{Stories: []dossier.StoryList{
		{ID: "1", Articles: []dossier.ArticleRef{{Ref: &a}, {Ref: &b}, {Ref: &c}}},
	}}
	tally := NewTally()
	tally.Stories(&gold, found)
	f := tally.Figures()
	if p := f["pairs_story"]; math.Abs(p.P-1.0/3) > 1e-9 || p.R != 1 {
		t.Errorf("pairs_story = %v", p)
	}
	if p := f["bcubed_story"]; math.Abs(p.P-5.0/9) > 1e-9 || p.R != 1 {
		t.Errorf("bcubed_story = %v", p)
	}
	if p := f["bcubed_thread"]; p.F != 1 {
		t.Errorf("bcubed_thread = %v", p)
	}
}

func TestNamesCountExactSpans(t *testing.T) {
	tally := NewTally()
	gold := Tagged{Tokens: []string{"Rina", "Halim", "di", "Solo"}, Tags: []string{"B-PER", "I-PER", "O", "B-LOC"}}
	tally.Names(gold, []string{"B-PER", "O", "O", "B-LOC"})
	if f := tally.Figures()["names"]; f.P != 0.5 || f.R != 0.5 {
		t.Errorf("names = %v, want 1/2 and 1/2", f)
	}
}

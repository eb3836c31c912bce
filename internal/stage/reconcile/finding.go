package reconcile

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// fact is a finding in the making.
type fact struct {
	claims  []int // sorted
	weight  float64
	main    bool
	origins int
	// originNames are those of the origins, most cited first.
	originNames []string
	diffs       []news.Difference
	people      []clash   // of people whose offices or names differ over the story
	asked       [][]clash // questions of figures, scores, dates and framings
	why         []news.Reason
}

// findings turns groups into the story's findings, in order of importance.
func (t *table) findings(groups [][]int) {
	facts := make([]*fact, len(groups))
	for i, g := range groups {
		facts[i] = &fact{claims: g}
		t.weighFact(facts[i])
	}
	slices.SortStableFunc(facts, func(a, b *fact) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.claims[0], b.claims[0]))
	})
	t.markMain(facts)
	slices.SortStableFunc(facts, func(a, b *fact) int { return cmp.Compare(flag(b.main), flag(a.main)) })
	o := t.newOrigins()
	t.offices(facts)
	t.spellings(facts)
	t.ask(facts)
	t.weekdays(facts)
	t.finalScores(facts)
	t.reframe(facts)
	told := map[string]bool{}
	for i, f := range facts {
		f.origins = o.count(f)
		f.why = append(f.why, t.why(f)...)
		f.diffs = untold(t.differences(f), told)
		t.story.Findings = append(t.story.Findings, t.finding(f, i))
	}
}

func (t *table) finding(f *fact, i int) news.Finding {
	out := news.Finding{
		ID: news.FindingID(fmt.Sprintf("f%d", i+1)), Statement: t.statement(f), Main: f.main,
		Origins: f.origins, OriginNames: f.originNames, Differences: f.diffs, Why: f.why, Status: t.status(f),
	}
	for _, c := range f.claims {
		out.Claims = append(out.Claims, t.views[c].ID)
	}
	return out
}

// untold leaves out differences whose values were told with a finding before.
func untold(ds []news.Difference, told map[string]bool) []news.Difference {
	var out []news.Difference
	for _, d := range ds {
		k := d.Slot
		for _, v := range d.Values {
			k += "\x00" + text.Fold(v.Value)
		}
		if !told[k] {
			told[k] = true
			out = append(out, d)
		}
	}
	return out
}

// status says how well f is carried; dossier.md defines the values.
func (t *table) status(f *fact) news.Status {
	switch {
	case unsettled(t.live(f.diffs)):
		return news.Disputed
	case f.origins > 1:
		return news.Corroborated
	case len(t.articles(f)) > 1:
		return news.SingleOrigin
	}
	return news.SingleArticle
}

// unsettled reports whether a contradiction stands among the differences. What
// office somebody holds, how the name is spelt and who spoke a sentence do not
// touch what is claimed.
func unsettled(ds []news.Difference) bool {
	return slices.ContainsFunc(ds, func(d news.Difference) bool {
		return d.Disputes() && d.Slot != news.SlotRole && d.Slot != news.SlotAttribution && !oneName(d, misnamed)
	})
}

// articles returns the articles of f's claims that stand, sorted.
func (t *table) articles(f *fact) []int {
	var out []int
	for _, c := range t.standing(f) {
		out = append(out, t.views[c].art)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

package reconcile

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// longest is how many days an entry of the timeline may span.
const longest = 366

// timeline lists what claims date, in order of time. Claims of one finding and
// one time are one entry; its text is the claim that speaks best for it. The day
// on which an article appeared, told beside the speaker of a quotation, is when
// it was said, not when something happened, and makes no entry.
func (t *table) timeline() []news.TimelineEntry {
	var out []news.TimelineEntry
	var homes [][]news.FindingID
	home := t.homes()
	at := map[string][]int{} // time → entries
	for i := range t.views {
		v := &t.views[i]
		for _, x := range v.Times {
			if x.End.Time.Sub(x.Start.Time).Hours() > longest*24 || t.ownDay(i, x) && t.frames(v, x.Span) {
				continue
			}
			k := x.Start.String() + "/" + x.End.String()
			j := entryOf(at[k], homes, home[v.ID])
			if j < 0 {
				at[k] = append(at[k], len(out))
				out = append(out, news.TimelineEntry{Start: x.Start, End: x.End, Text: v.Text, Claims: []news.ClaimID{v.ID}})
				homes = append(homes, home[v.ID])
				continue
			}
			if !slices.Contains(out[j].Claims, v.ID) {
				out[j].Claims = append(out[j].Claims, v.ID)
			}
		}
	}
	for i := range out {
		out[i].Text = t.best(out[i].Claims)
	}
	slices.SortStableFunc(out, func(a, b news.TimelineEntry) int {
		return cmp.Or(a.Start.Time.Compare(b.Start.Time), a.End.Time.Compare(b.End.Time), cmp.Compare(a.Text, b.Text))
	})
	return out
}

// entryOf returns the first of the entries that shares a finding with mine.
func entryOf(among []int, homes [][]news.FindingID, mine []news.FindingID) int {
	for _, j := range among {
		if meet(homes[j], mine) {
			return j
		}
	}
	return -1
}

// homes lists the findings of each claim.
func (t *table) homes() map[news.ClaimID][]news.FindingID {
	out := map[news.ClaimID][]news.FindingID{}
	for i := range t.story.Findings {
		for _, c := range t.story.Findings[i].Claims {
			out[c] = append(out[c], t.story.Findings[i].ID)
		}
	}
	return out
}

func meet(a, b []news.FindingID) bool {
	return slices.ContainsFunc(a, func(f news.FindingID) bool { return slices.Contains(b, f) })
}

// best is the text of the claim that speaks best for the claims together.
func (t *table) best(ids []news.ClaimID) string {
	f := &fact{}
	for _, id := range ids {
		f.claims = append(f.claims, t.index(id))
	}
	return t.statement(f)
}

package reconcile

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// void reports whether a claim carries nothing: its article was taken back, or
// at least half of it is a passage copied from what was changed or taken back.
func (t *table) void(c int) bool {
	v := &t.views[c]
	r := &t.story.Readings[v.art]
	if r.Withdrawn != nil {
		return true
	}
	for _, sp := range r.Stale {
		lap := min(v.Span.End, sp.End) - max(v.Span.Start, sp.Start)
		if v.Field == news.InText && lap > 0 && 2*lap >= v.Span.Len() {
			return true
		}
	}
	return false
}

// standing returns the claims of f that are not void.
func (t *table) standing(f *fact) []int {
	if !slices.ContainsFunc(f.claims, t.void) {
		return f.claims
	}
	return slices.DeleteFunc(slices.Clone(f.claims), t.void)
}

// live returns the differences of which two values or more have a claim that
// stands: what was taken back disputes nothing.
func (t *table) live(ds []news.Difference) []news.Difference {
	void := map[news.ClaimID]bool{}
	for c := range t.views {
		if t.void(c) {
			void[t.views[c].ID] = true
		}
	}
	if len(void) == 0 {
		return ds
	}
	return slices.DeleteFunc(slices.Clone(ds), func(d news.Difference) bool {
		n := 0
		for _, v := range d.Values {
			if slices.ContainsFunc(v.Claims, func(c news.ClaimID) bool { return !void[c] }) {
				n++
			}
		}
		return n < 2
	})
}

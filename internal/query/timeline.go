package query

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
)

// timeline returns the story's entries in order of time, those that say the
// same of the same time once, with the claims of both.
func (x *Index) timeline() []dossier.TimelineEntry {
	var out []dossier.TimelineEntry
	for _, e := range x.Story.Timeline {
		i := slices.IndexFunc(out, func(o dossier.TimelineEntry) bool {
			return o.Start == e.Start && o.End == e.End && o.Text == e.Text
		})
		if i >= 0 {
			out[i].Claims = union(out[i].Claims, e.Claims)
			continue
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b dossier.TimelineEntry) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// Dated returns the words of e's text that tell when it was, "" if none do: what
// should stay in view where the text is cut.
func (x *Index) Dated(e dossier.TimelineEntry) string {
	for _, id := range e.Claims {
		c := x.claims[id]
		if c == nil || c.Field != "text" {
			continue
		}
		for _, t := range x.Article(c.Article).Times {
			if t.Start == e.Start && t.End == e.End && c.Span[0] <= t.Span[0] && t.Span[1] <= c.Span[1] && strings.Contains(e.Text, t.Text) {
				return t.Text
			}
		}
	}
	return ""
}

// Nearest parts the timeline into the n entries that most articles carry and
// the rest, each in order of time; of those that tie the later ones, which lie
// nearer to the coverage, are taken.
func (p *Page) Nearest(n int) (near, rest []dossier.TimelineEntry) {
	places := make([]int, len(p.Timeline))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int {
		return cmp.Or(len(p.Marks(p.Timeline[b].Claims))-len(p.Marks(p.Timeline[a].Claims)), b-a)
	})
	places = places[:min(n, len(places))]
	for i, e := range p.Timeline {
		if slices.Contains(places, i) {
			near = append(near, e)
		} else {
			rest = append(rest, e)
		}
	}
	return near, rest
}

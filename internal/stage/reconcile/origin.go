package reconcile

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// Shares by which an article's own voice rests on one source.
const (
	restsAll  = 0.6 // of the attributed claims are the source's
	restsSome = 0.2 // of all claims are
)

// origins tells who carries claims in the end.
type origins struct {
	t *table
	// rests is the source that an article as a whole rests on, "" for its
	// own reporting.
	rests []news.SourceID
}

func (t *table) newOrigins() *origins {
	o := &origins{t: t, rests: make([]news.SourceID, len(t.story.Readings))}
	for i := range t.story.Readings {
		o.rests[i] = t.restsOn(i)
	}
	return o
}

// restsOn returns what an article credits as a whole; without that, the one
// source that nearly all of its attributed claims, and not just a few of all
// its claims, come from.
func (t *table) restsOn(art int) news.SourceID {
	count := map[news.SourceID]int{}
	attributed := 0
	for _, c := range t.by[art] {
		if who := t.views[c].who; who != "" {
			count[who]++
			attributed++
		}
	}
	var best news.SourceID
	for who, n := range count {
		if best == "" || cmp.Or(cmp.Compare(n, count[best]), cmp.Compare(best, who)) > 0 {
			best = who
		}
	}
	n := float64(count[best])
	if n > 0 && n >= restsAll*float64(attributed) && n >= restsSome*float64(len(t.by[art])) {
		return best
	}
	return t.credited(art)
}

// credited is the source that the article credits for the whole report.
func (t *table) credited(art int) news.SourceID {
	for _, m := range t.story.Readings[art].Sources {
		if !m.Whole {
			continue
		}
		for _, s := range t.story.Sources {
			if s.Name == m.Name {
				return s.ID
			}
		}
	}
	return ""
}

// of names the origin of claim c inside finding f.
func (o *origins) of(c int, f *fact) string {
	v := &o.t.views[c]
	if v.who != "" {
		return string(v.who)
	}
	for _, d := range f.claims {
		if w := &o.t.views[d]; w.art == v.art && w.who != "" {
			return string(w.who)
		}
	}
	if s := o.rests[v.art]; s != "" {
		return string(s)
	}
	return o.t.outlet(v.art)
}

// outlet names the family of outlets that an article is from; an article of an
// unknown outlet is a family by itself.
func (t *table) outlet(art int) string {
	a := &t.story.Readings[art].Article
	switch o := a.Outlet; {
	case o == nil:
		return "article " + string(a.ID)
	case o.Group != "":
		return "outlet " + o.Group
	default:
		return "outlet " + o.Name
	}
}

// count is the number of independent origins of f: claims of one origin, and
// claims whose words were copied or shared, are one.
func (o *origins) count(f *fact) int {
	var up unionFind
	up.grow(len(f.claims))
	first := map[string]int{}
	for i, c := range f.claims {
		name := o.of(c, f)
		if j, ok := first[name]; ok {
			up.join(i, j)
		} else {
			first[name] = i
		}
		for j := range i {
			if o.t.shared[key(c, f.claims[j])] {
				up.join(i, j)
			}
		}
	}
	roots := map[int]bool{}
	for i := range f.claims {
		roots[up.root(i)] = true
	}
	f.why = append(f.why, news.Reason{Label: "origins", Score: float64(len(roots))}, news.Reason{Label: "alike", Score: o.t.cohesion(f)})
	return len(roots)
}

// cohesion is the mean score of f's pairs of claims; 1 for a single claim.
func (t *table) cohesion(f *fact) float64 {
	sum, n := 0.0, 0
	for i, c := range f.claims {
		for _, d := range f.claims[:i] {
			sum += t.score[key(c, d)]
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}

// byMoment orders timeline entries.
func byMoment(a, b news.TimelineEntry) int {
	return cmp.Or(a.Start.Time.Compare(b.Start.Time), a.End.Time.Compare(b.End.Time), cmp.Compare(a.Text, b.Text))
}

// timeline lists what claims date, each finding once a time, in order.
func (t *table) timeline() []news.TimelineEntry {
	var out []news.TimelineEntry
	at := map[string]int{}
	for i := range t.story.Findings {
		f := &t.story.Findings[i]
		for _, id := range f.Claims {
			c := t.claim(id)
			for _, x := range c.Times {
				k := string(f.ID) + x.Start.String() + x.End.String()
				if j, ok := at[k]; ok {
					out[j].Claims = append(out[j].Claims, id)
					continue
				}
				at[k] = len(out)
				out = append(out, news.TimelineEntry{Start: x.Start, End: x.End, Text: c.Text, Claims: []news.ClaimID{id}})
			}
		}
	}
	slices.SortStableFunc(out, byMoment)
	return out
}

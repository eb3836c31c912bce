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
// source that nearly all of its attributed claims come from. A person must
// carry a fair share of the article: a few words of a bystander do not make the
// report his; an official or a document needs no share.
func (t *table) restsOn(art int) news.SourceID {
	if s := t.credited(art); s != "" {
		return s
	}
	count := map[news.SourceID]int{}
	attributed := 0
	var best news.SourceID
	for _, c := range t.by[art] {
		if who := t.views[c].who; who != "" {
			count[who]++
			attributed++
			if count[who] > count[best] {
				best = who
			}
		}
	}
	n := float64(count[best])
	if n == 0 || n < restsAll*float64(attributed) || !t.authority(best) && n < restsSome*float64(len(t.by[art])) {
		return ""
	}
	return best
}

// authority reports whether a source speaks for an office or a record.
func (t *table) authority(id news.SourceID) bool {
	for _, s := range t.story.Sources {
		if s.ID == id {
			return s.Kind == news.Official || s.Kind == news.Institution || s.Kind == news.Document || s.Kind == news.Agency
		}
	}
	return false
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

// spoken returns the sources that claims of f are attributed to, by claim.
func (o *origins) spoken(f *fact) map[int]string {
	out := map[int]string{}
	for _, c := range f.claims {
		if who := o.t.views[c].who; who != "" {
			out[c] = string(who)
		}
	}
	return out
}

// of names the origin of each claim of f. A claim in the outlet's own voice
// rests on what its article rests on; without that, and where others have it
// from somebody, it is taken to repeat what f's most cited source said: an
// unsourced repetition is no second origin. Only if nobody is cited at all are
// outlets origins of their own, as with what happens in public.
func (o *origins) of(f *fact) []string {
	said := o.spoken(f)
	most := mostOf(f, said)
	out := make([]string, len(f.claims))
	for i, c := range f.claims {
		art := o.t.views[c].art
		switch {
		case said[c] != "":
			out[i] = said[c]
		case most != "":
			out[i] = o.ownVoice(art, f, said, most)
		case o.rests[art] != "":
			out[i] = string(o.rests[art])
		default:
			out[i] = o.t.outlet(art)
		}
	}
	return out
}

// mostOf is the source of most of f's claims, the earliest cited of equals.
func mostOf(f *fact, said map[int]string) string {
	count := map[string]int{}
	best := ""
	for _, c := range f.claims {
		if s := said[c]; s != "" {
			count[s]++
		}
	}
	for _, c := range f.claims {
		if s := said[c]; count[s] > count[best] && s != "" {
			best = s
		}
	}
	return best
}

// ownVoice is the source of an unattributed claim among attributed ones: what
// its own article attributes the same to, else what it rests on if that is one
// of f's sources, else the most cited.
func (o *origins) ownVoice(art int, f *fact, said map[int]string, most string) string {
	for _, d := range f.claims {
		if o.t.views[d].art == art && said[d] != "" {
			return said[d]
		}
	}
	for _, s := range said {
		if s == string(o.rests[art]) {
			return s
		}
	}
	return most
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
	names := o.of(f)
	for i, c := range f.claims {
		name := names[i]
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
	carried := map[int]int{}
	var roots []int
	for i := range f.claims {
		r := up.root(i)
		if carried[r]++; carried[r] == 1 {
			roots = append(roots, r)
		}
	}
	slices.SortStableFunc(roots, func(a, b int) int { return carried[b] - carried[a] })
	for _, r := range roots {
		f.originNames = append(f.originNames, o.display(names[r]))
	}
	f.why = append(f.why, news.Reason{Label: "origins", Score: float64(len(roots))}, news.Reason{Label: "alike", Score: o.t.cohesion(f)})
	return len(roots)
}

// display is the name of an origin for readers.
func (o *origins) display(origin string) string {
	for _, s := range o.t.story.Sources {
		if string(s.ID) == origin {
			return s.Name
		}
	}
	for i := range o.t.story.Readings {
		if a := o.t.story.Readings[i].Article; o.t.outlet(i) == origin && a.Outlet != nil {
			return a.Outlet.Name
		}
	}
	return ""
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

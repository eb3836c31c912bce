package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
)

// What it takes for two origins to count as two, beside Model.Meet.
const (
	meetTerms      = 4    // of each of these claims, at least: "yes" is no evidence
	meetSaid       = 0.3  // of what is said in quotation marks, the lighter side's: being asked at one door is none
	verbatimCosine = 0.88 // claims whose terms are as good as the same, and
	verbatimPart   = 0.88 // or one, a quotation, is part of the other
	verbatimTerms  = 6    // are many, are one text
	linkedShare    = 0.25 // articles of which so much is copied are linked, and
	linkedScore    = 0.85 // claims of linked articles, and quotations, so alike are one text
	quoteShared    = 0.5  // of the lighter of two quotations: no two people say so many of the same words
)

// count sets the names of f's independent origins and why they are so many,
// and returns their number. Claims of one origin, and claims whose words were
// copied or shared, are one; a further origin counts only if claims of it meet
// those of the origins that count already with a good score: to be joined in
// one finding is enough for being compared, not for corroborating. Claims that
// are void count for nothing.
func (o *origins) count(f *fact) int {
	standing := *f
	if standing.claims = o.t.standing(f); len(standing.claims) == 0 {
		f.why = append(f.why, news.Reason{Label: "origins"})
		return 0
	}
	n := o.independent(&standing)
	f.originNames, f.why = standing.originNames, standing.why
	return n
}

// independent is count for a fact all of whose claims stand.
func (o *origins) independent(f *fact) int {
	names, cited := o.of(f)
	groups := o.joined(f, names, cited)
	kept := groups[:1:1]
	for _, g := range groups[1:] {
		if o.counts(f, kept, g, cited) {
			kept = append(kept, g)
		}
	}
	for _, g := range kept {
		f.originNames = append(f.originNames, o.display(f, g, names[g[0]]))
	}
	f.why = append(f.why, o.reasons(f, cited, len(kept), len(groups)-len(kept))...)
	return len(kept)
}

// reasons tells how the origins of f were counted: how many count; how many
// more were found that do not meet these well; how many claims repeat, in their
// outlet's own voice, what others have from somebody; and whether desks saw what
// they tell.
func (o *origins) reasons(f *fact, cited []bool, kept, apart int) []news.Reason {
	repeats := 0
	for i, c := range f.claims {
		if !cited[i] && o.t.views[c].Field == news.InText {
			repeats++
		}
	}
	out := []news.Reason{{Label: "origins", Score: float64(kept)}}
	for _, r := range []news.Reason{{Label: "origins-apart", Score: float64(apart)}, {Label: "origins-repeats", Score: float64(repeats)}, {Label: "origins-saw", Score: flag(o.seen)}} {
		if r.Score > 0 {
			out = append(out, r)
		}
	}
	return out
}

// counts reports whether a group meets all kept ones, or, of what desks saw for
// themselves, any.
func (o *origins) counts(f *fact, kept [][]int, g []int, cited []bool) bool {
	apart := func(k []int) bool { return !o.meet(f, k, g, cited) }
	if o.seen {
		return slices.ContainsFunc(kept, func(k []int) bool { return !apart(k) })
	}
	return !slices.ContainsFunc(kept, apart)
}

// joined groups the places of f.claims by origin and, of those that are cited,
// by text; the greatest group first, of equals the one with more that is cited.
func (o *origins) joined(f *fact, names []string, cited []bool) [][]int {
	var up unionFind
	up.grow(len(f.claims))
	first := map[string]int{}
	for i, c := range f.claims {
		if j, ok := first[names[i]]; ok {
			up.join(i, j)
		} else {
			first[names[i]] = i
		}
		for j := range i {
			if cited[i] && cited[j] && o.t.oneText(c, f.claims[j]) {
				up.join(i, j)
			}
		}
	}
	at := map[int]int{}
	var out [][]int
	for i := range f.claims {
		r := up.root(i)
		if _, ok := at[r]; !ok {
			at[r] = len(out)
			out = append(out, nil)
		}
		out[at[r]] = append(out[at[r]], i)
	}
	told := func(g []int) int {
		n := 0
		for _, i := range g {
			if cited[i] {
				n++
			}
		}
		return n
	}
	slices.SortStableFunc(out, func(a, b []int) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(told(b), told(a)))
	})
	return out
}

// meet reports whether claims of two groups say the same for good: claims that
// are cited for their origin if any is, never titles.
func (o *origins) meet(f *fact, a, b []int, cited []bool) bool {
	for _, i := range a {
		for _, j := range b {
			c, d := f.claims[i], f.claims[j]
			if cited[i] && cited[j] && o.t.agree(c, d) && o.t.alone[key(c, d)] >= o.t.meet {
				return true
			}
		}
	}
	return false
}

// agree reports whether claims of two articles, with something to them, both
// assert, or both deny, what is no opinion, share what is said in them, and
// neither speaks of the other's source.
func (t *table) agree(c, d int) bool {
	a, b := &t.views[c], &t.views[d]
	switch {
	case a.art == b.art, min(len(a.terms), len(b.terms)) < meetTerms, a.Polarity != b.Polarity, a.Modality != b.Modality:
		return false
	case t.opines(a), t.opines(b), t.speaksOf(c, d), t.speaksOf(d, c), atOdds(a, b):
		return false
	}
	return t.saidAlike(a, b)
}

// regardWithin is among how many words at the head of a claim what its source thinks
// of a thing is told.
const regardWithin = 10

// opines reports whether a claim tells what its source thinks or wants: that two
// do is no evidence of what happened. The cue says so, or a verb or noun of opinion
// at its head ("conveyed praise for the decision", "we welcome the decision").
func (t *table) opines(v *view) bool {
	if len(v.Attribution) == 0 {
		return false
	}
	w := t.wordsOf(v)
	if w.opinion[strings.ToLower(v.Attribution[0].Cue)] {
		return true
	}
	words := wordsOf(strings.ToLower(v.Text))
	return slices.ContainsFunc(words[:min(regardWithin, len(words))], func(x string) bool { return w.regard[x] || w.opinion[x] })
}

// speaksOf reports whether claim c names a person from whom claim d comes: who
// speaks of somebody may have it from them.
func (t *table) speaksOf(c, d int) bool {
	return slices.ContainsFunc(t.views[d].Attribution, func(a news.Attribution) bool {
		i := t.entities.names.find(a.Name)
		return i >= 0 && t.entities.names.list[i].kind == news.Person && slices.ContainsFunc(t.views[c].Mentions, func(m news.Mention) bool {
			j := t.entities.names.find(m.Name)
			return j >= 0 && t.entities.names.up.root(i) == t.entities.names.up.root(j)
		})
	})
}

// atOdds reports whether two claims tell figures of some unit, or clock times, of
// which none is the same: they do not say so of each other.
func atOdds(a, b *view) bool { return figuresAtOdds(a, b) || hoursAtOdds(a, b) }

func figuresAtOdds(a, b *view) bool {
	same := map[string]bool{} // of the units of both
	for _, x := range a.Quantities {
		for _, y := range b.Quantities {
			if x.Unit == y.Unit {
				same[x.Unit] = same[x.Unit] || kindOf(x, y) != news.Contradiction
			}
		}
	}
	for _, ok := range same {
		if !ok {
			return true
		}
	}
	return false
}

func hoursAtOdds(a, b *view) bool {
	told, same := false, false
	for _, x := range a.Times {
		for _, y := range b.Times {
			if clocked(x) && clocked(y) {
				told, same = true, same || x.Start.Time.Sub(y.Start.Time).Abs() <= clockGap
			}
		}
	}
	return told && !same
}

// saidAlike reports whether two claims, if both quote somebody, share a part of
// what is said in quotation marks.
func (t *table) saidAlike(a, b *view) bool {
	return len(t.quotesIn(a)) == 0 || len(t.quotesIn(b)) == 0 || t.share(t.said(a), t.said(b)) >= meetSaid
}

// said is the terms of v that stand in its quotations, all of them if it has none.
func (t *table) said(v *view) []int {
	quotes := t.quotesIn(v)
	if len(quotes) == 0 {
		return v.terms
	}
	var out []int
	for _, q := range quotes {
		out = append(out, v.inside(q.Span)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// oneText reports whether two claims are one text: in a copied passage, with as
// good as the same terms, or much alike in articles that share text or in
// quotation marks (no two people say the same words).
func (t *table) oneText(c, d int) bool {
	a, b := &t.views[c], &t.views[d]
	bound := t.linked[key(a.art, b.art)] || a.Quoted && b.Quoted
	return t.shared[key(c, d)] || t.verbatim(c, d) || bound && t.alone[key(c, d)] >= linkedScore || a.Quoted && b.Quoted && t.share(t.said(a), t.said(b)) >= quoteShared
}

func (t *table) verbatim(i, j int) bool {
	a, b := &t.views[i], &t.views[j]
	if len(a.terms) < verbatimTerms || len(b.terms) < verbatimTerms {
		return false
	}
	shared, cos := t.overlap(a, b)
	return cos >= verbatimCosine || (a.Quoted || b.Quoted) && shared >= verbatimPart*min(a.weight, b.weight)
}

// links returns the pairs of articles that share a good part of their text.
func (t *table) links() map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, l := range t.story.Lineage {
		from, ok1 := t.arts[l.From]
		to, ok2 := t.arts[l.To]
		if ok1 && ok2 && l.Kind != news.Cites && l.Share >= linkedShare {
			out[key(from, to)] = true
		}
	}
	return out
}

// display is the name of an origin for readers: that of the house's speaker whom
// the group's claims cite most.
func (o *origins) display(f *fact, group []int, origin string) string {
	count := map[news.SourceID]int{}
	best := news.SourceID(origin)
	for _, i := range group {
		for _, a := range o.t.views[f.claims[i]].Attribution {
			if string(o.house.of(a.Source)) == origin {
				if count[a.Source]++; count[a.Source] > count[best] {
					best = a.Source
				}
				break
			}
		}
	}
	if n := o.t.sourceName(best); n != "" {
		return n
	}
	for i := range o.t.story.Readings {
		if a := o.t.story.Readings[i].Article; o.t.outlet(i) == origin && a.Outlet != nil {
			return a.Outlet.Name
		}
	}
	return ""
}

package reconcile

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// alignedAt is the least score of two claims whose slots are compared: below
// it they may be in one finding by way of others, and speak of other things.
const alignedAt = 0.35

// comparedMost is how many claims of a finding are compared slot by slot, the
// earliest: a finding of more is one sentence told by very many.
const comparedMost = 80

// answer is one claim's answer to the question of a slot.
type answer struct {
	claim int
	key   string // equal for answers that are the same
	label string // as the text has it
}

// clash is two answers that are not the same.
type clash struct {
	slot, kind string
	a, b       answer
	grows      bool   // b is a count greater than a's
	toll       bool   // both count people of one fate
	tally      bool   // b is published later and counts more things than a
	why        string // what explains it, where slot and kind do not
}

// differ is a clash of a and b.
func differ(slot, kind string, a, b answer) clash { return clash{slot: slot, kind: kind, a: a, b: b} }

// comparers find the clashes of two claims that say the same, slot by slot.
var comparers = []func(t *table, a, b int) []clash{
	(*table).timeClashes,
	(*table).designationClashes,
	(*table).bearingClashes,
	(*table).personClashes,
	(*table).polarityClashes,
	(*table).stanceClashes,
	(*table).formerClashes,
	(*table).wordingClashes,
}

// differences returns the points on which the claims of f do not say the same:
// one for each slot and question, the gravest kind first. Its cost is that of
// the aligned pairs in f.
func (t *table) differences(f *fact) []news.Difference {
	var all []clash
	compared := f.claims[:min(len(f.claims), comparedMost)]
	for i, b := range compared {
		for _, a := range compared[:i] {
			if t.score[key(a, b)] < alignedAt {
				continue
			}
			for _, compare := range comparers {
				all = append(all, t.ofOneDay(compare(t, a, b))...)
			}
		}
	}
	all = append(all, t.oddOnesOut(f)...)
	all = append(all, t.denials(f)...)
	all = append(all, f.people...)
	var out []news.Difference
	for _, q := range append(slices.Clone(f.asked), questions(all)...) {
		if d := t.difference(q); len(d.Values) > 1 && len(d.Values) <= mostValues && !oneLabel(d) {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b news.Difference) int {
		return cmp.Compare(gravity(a.Kind), gravity(b.Kind))
	})
	return out
}

// ofOneDay leaves out what figures and times differ in between articles of a
// series: all between those far apart, else what contradicts or is of two times.
// Counts that grow are those of one event that goes on.
func (t *table) ofOneDay(cs []clash) []clash {
	return slices.DeleteFunc(cs, func(c clash) bool {
		if c.toll || c.tally || c.slot != news.SlotQuantity && c.slot != news.SlotTime || !t.series(c.a.claim, c.b.claim) {
			return false
		}
		return c.kind == news.Contradiction || c.kind == news.Scope || t.apart(c.a.claim, c.b.claim, seriesGap)
	})
}

// mostValues is how many values a difference has at the most: more are a table
// of many things, not answers to one question.
const mostValues = 8

// oneLabel reports whether all values of d look the same to a reader.
func oneLabel(d news.Difference) bool {
	first := text.Fold(d.Values[0].Value)
	return !slices.ContainsFunc(d.Values, func(v news.Value) bool { return text.Fold(v.Value) != first })
}

// kinds in order of gravity.
var kinds = []string{news.Contradiction, news.Update, news.Scope, news.Sharpness}

func gravity(kind string) int { return slices.Index(kinds, kind) }

// questions parts clashes into those that are about one thing: of one slot, and
// joined by a common answer of a claim. The order is that of first appearance.
func questions(all []clash) [][]clash {
	var up unionFind
	up.grow(len(all))
	first := map[[2]string]int{}
	for i, c := range all {
		for _, a := range []answer{c.a, c.b} {
			k := [2]string{c.slot, a.key}
			if j, ok := first[k]; ok {
				up.join(i, j)
			} else {
				first[k] = i
			}
		}
	}
	at := map[int]int{}
	var out [][]clash
	for i, c := range all {
		r := up.root(i)
		if _, ok := at[r]; !ok {
			at[r] = len(out)
			out = append(out, nil)
		}
		out[at[r]] = append(out[at[r]], c)
	}
	return out
}

// difference makes one difference of the clashes of one question.
func (t *table) difference(q []clash) news.Difference {
	d := news.Difference{Slot: q[0].slot, Kind: q[0].kind}
	at := map[string]int{}
	var holders [][]int
	hold := func(a answer) {
		i, ok := at[a.key]
		if !ok {
			i = len(d.Values)
			at[a.key] = i
			d.Values = append(d.Values, news.Value{Value: a.label})
			holders = append(holders, nil)
		}
		if !slices.Contains(holders[i], a.claim) {
			holders[i] = append(holders[i], a.claim)
		}
	}
	n := map[string]int{}
	for _, c := range q {
		n[c.kind]++
		if gravity(c.kind) < gravity(d.Kind) {
			d.Kind = c.kind
		}
		hold(c.a)
		hold(c.b)
	}
	if d.Kind == news.Contradiction && n[news.Update] > n[news.Contradiction] {
		d.Kind = news.Update // most of its answers are of other days
	}
	for i := range holders {
		slices.Sort(holders[i])
		for _, c := range holders[i] {
			d.Values[i].Claims = append(d.Values[i].Claims, t.views[c].ID)
		}
	}
	if d.Kind == news.Contradiction && t.superseded(q) {
		d.Kind = news.Update
	}
	d.Spelling = oneName(d, respelt)
	d.Explanation = t.explain(d, q)
	return d
}

// superseded reports whether every contradiction among clashes is of a count
// with a greater one that was published later, as with tolls. Sums of money and
// shares do not grow from hour to hour.
func (t *table) superseded(q []clash) bool {
	return !slices.ContainsFunc(q, func(c clash) bool {
		return c.kind == news.Contradiction && !(c.grows && t.before(c.a.claim, c.b.claim))
	})
}

// before reports whether claim a is known to be published before b.
func (t *table) before(a, b int) bool {
	p, q := t.published(a), t.published(b)
	return p != nil && q != nil && p.Time.Before(q.Time)
}

func (t *table) published(claim int) *news.Published {
	return t.story.Readings[t.views[claim].art].Article.Published
}

// explain says in the story's first language what the difference that clashes q
// make means.
func (t *table) explain(d news.Difference, q []clash) string {
	p := t.pack()
	k := "explain." + d.Slot + "." + d.Kind
	if q[0].why != "" {
		k = "explain." + q[0].why
	}
	if d.Spelling {
		k = "explain.spelling"
	}
	if s := p.Phrase(k); s != k {
		return s
	}
	return p.Phrase("explain." + d.Kind)
}

// pack is the pack of the story's first language.
func (t *table) pack() *lang.Pack {
	tag := "und"
	if len(t.story.Languages) > 0 {
		tag = t.story.Languages[0]
	}
	return t.r.packs.For(tag)
}

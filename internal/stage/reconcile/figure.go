package reconcile

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// FigureNames are the features of two figures of one unit, in the order of
// FigureFeatures. All are in [0,1]. None looks at the figures themselves, so
// that figures which agree can teach what makes two figures answers to one
// question.
var FigureNames = [...]string{
	"bias",          // always 1
	"containing",    // share of the heavier claim's words that the lighter has, figures left out
	"sign",          // the unit is money or a share
	"aspect-clash",  // words near by tell two aspects
	"portion-clash", // one is of a part, or of the rest
	"sole",          // 1 / the different figures of the unit in the one article × in the other
	"same-speaker",  // both rest on one source
	"one-title",     // one stands in a title
	"both-titles",   // both do
	"early",         // how near both are to the heads of their articles
	"rank",          // 1 / the place of each among the other article's figures, by words around
	"subject",       // the nearest name is the same
	"subject-clash", // it is another
}

// FigureFeatures is one row, in the order of FigureNames.
type FigureFeatures [len(FigureNames)]float64

// Places of features that are looked up.
const (
	portionClash = 4
	rankFeature  = 10
	sameSubject  = 11
	subjectClash = 12
)

// Figure is a place where a number stands: a claim, by its place in
// Story.Claims, and the index of one of its quantities.
type Figure struct{ Claim, Index int }

// FigurePair is two figures of one unit that might answer one question, with
// what a scorer sees of them.
type FigurePair struct {
	A, B     Figure
	Features FigureFeatures
	Aspect   bool // words near both tell one aspect
	Relation Relation
	near     bool // those words stand close to both
	split    bool // words near both tell that they count two things
	loose    bool // many things are told in the unit, and no words tell which
	slip     bool // the amounts have the same digits, in another order or scale
	likeness float64
}

// Relation is how the amounts of two figures stand to one another.
type Relation int

// The relations of amounts.
const (
	Unlike  Relation = iota // one is too vague to tell, or both stand in one article
	Equal                   // the same
	Rounded                 // the same but for how sharply they are told
	Rival                   // they exclude each other, and may answer one question
	Foreign                 // they exclude each other, and cannot
)

func (t *table) quantity(x Figure) news.Quantity { return t.views[x.Claim].Quantities[x.Index] }

// figures returns the places of all numbers, in order.
func (t *table) figures() []Figure {
	var out []Figure
	for i := range t.views {
		for k := range t.views[i].Quantities {
			out = append(out, Figure{i, k})
		}
	}
	return out
}

// figurePairs returns the pairs of figures of one unit in the pairs of claims:
// those of two articles, and equal ones of one.
func (t *table) figurePairs(pairs [][2]int) []FigurePair {
	var out []FigurePair
	m := t.newMeter()
	for _, p := range pairs {
		a, b := &t.views[p[0]], &t.views[p[1]]
		for i, x := range a.Quantities {
			for j, y := range b.Quantities {
				if x.Unit == y.Unit && (a.art != b.art || equal(x, y)) {
					f := t.figurePair(Figure{p[0], i}, Figure{p[1], j}, m)
					f.Relation = t.relation(&f)
					out = append(out, f)
				}
			}
		}
	}
	t.rankFigures(out)
	return out
}

// meter holds what figurePair needs of each claim and article.
type meter struct {
	words [][]int          // claim → its terms that are no figures, sorted
	told  []map[string]int // article → unit → how many different figures
}

func (t *table) newMeter() *meter {
	m := &meter{words: make([][]int, len(t.views)), told: make([]map[string]int, len(t.by))}
	for i := range t.views {
		m.words[i] = t.unfigured(&t.views[i])
	}
	for art, claims := range t.by {
		seen := map[string]bool{}
		m.told[art] = map[string]int{}
		for _, i := range claims {
			for _, q := range t.views[i].Quantities {
				if k := Amount(q); !seen[k] {
					seen[k] = true
					m.told[art][q.Unit]++
				}
			}
		}
	}
	return m
}

// Amount names what a quantity says, its unit included: equal for equal ones.
func Amount(q news.Quantity) string { return bound(q.Min) + ".." + bound(q.Max) + " " + q.Unit }

// unfigured returns the terms of v that do not stand in a quantity, sorted.
func (t *table) unfigured(v *view) []int {
	var out []int
	for k, x := range v.seq {
		if !slices.ContainsFunc(v.Quantities, func(q news.Quantity) bool { return q.Span.Overlaps(v.at[k]) }) {
			out = append(out, x)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (t *table) figurePair(x, y Figure, m *meter) FigurePair {
	a, b := &t.views[x.Claim], &t.views[y.Claim]
	q, r := t.quantity(x), t.quantity(y)
	ax, ay := t.aspectOf(x.Claim, q), t.aspectOf(y.Claim, r)
	wa, wb := t.heft(m.words[x.Claim]), t.heft(m.words[y.Claim])
	shared, rarest := t.shares(m.words[x.Claim], m.words[y.Claim])
	sx, sy := t.subject(a, q), t.subject(b, r)
	meet, same := ax.meets(ay)
	clash := ax.of != "" && ay.of != "" && ax.of != ay.of
	return FigurePair{
		A: x, B: y, Aspect: same, near: same && ax.near && ay.near, split: !meet || t.ofOthers(x, y), slip: slipped(q, r), loose: !same && t.wordsOf(a).loose[q.Unit],
		likeness: t.around(x, y, m) + ratio(shared, min(wa, wb)) + rarest/t.heaviest() + (flag(same)-flag(clash))/2,
		Features: FigureFeatures{
			1,
			ratio(shared, max(wa, wb)),
			flag(q.Unit != "" && !counts(q.Unit)),
			flag(clash),
			flag(ax.portion != ay.portion),
			ratio(1, float64(m.told[a.art][q.Unit]*m.told[b.art][q.Unit])),
			flag(a.who != "" && a.who == b.who),
			flag((a.Field == news.InTitle) != (b.Field == news.InTitle)),
			flag(a.Field == news.InTitle && b.Field == news.InTitle),
			headness(a) * headness(b),
			0, // rankFigures fills it
			flag(sx != "" && sx == sy),
			flag(sx != "" && sy != "" && sx != sy),
		},
	}
}

// referenceReach is how many words behind "from" tell what a figure is taken from.
const referenceReach = 4

// ofOthers reports whether two figures are both told to be of, or from, something,
// in no word the same: "80 metres from the houses", "350 metres from the road".
func (t *table) ofOthers(x, y Figure) bool {
	a, b := t.reference(x), t.reference(y)
	return len(a) > 0 && len(b) > 0 && common(a, b) == 0
}

// reference is the terms behind the "from" that follows a figure, sorted.
func (t *table) reference(f Figure) []int {
	v := &t.views[f.Claim]
	tx := t.tokens(f.Claim)
	k := tx.At(t.quantity(f).Span.End - v.Span.Start)
	if k >= len(tx.Tokens) || !t.wordsOf(v).from[tx.Lower(k)] {
		return nil
	}
	return v.inside(tx.SpanOf(k+1, min(k+1+referenceReach, len(tx.Tokens))).Shift(v.Span.Start))
}

// around is how alike the words beside two figures are, of the lighter side's.
func (t *table) around(x, y Figure, m *meter) float64 {
	side := func(f Figure) []int {
		v := &t.views[f.Claim]
		return slices.DeleteFunc(v.context(t.quantity(f).Span), func(w int) bool { return !has(m.words[f.Claim], w) })
	}
	cx, cy := side(x), side(y)
	shared, _ := t.shares(cx, cy)
	return ratio(shared, min(t.heft(cx), t.heft(cy)))
}

// heft is the weight of terms.
func (t *table) heft(terms []int) float64 {
	w := 0.0
	for _, x := range terms {
		w += t.idf[x]
	}
	return w
}

// shares returns the weight of the terms that both have, and of the heaviest.
func (t *table) shares(a, b []int) (sum, most float64) {
	for _, x := range a {
		if has(b, x) {
			sum += t.idf[x]
			most = max(most, t.idf[x])
		}
	}
	return sum, most
}

// subject is the entity named nearest to a quantity, one before it counting for
// nearer than one after it; "" if the claim names none.
func (t *table) subject(v *view, q news.Quantity) news.EntityID {
	at, best := -1, 0
	for k, m := range v.Mentions {
		d := q.Span.Start - m.Span.End
		if d < 0 {
			d = 2 * (m.Span.Start - q.Span.End)
		}
		if d >= 0 && (at < 0 || d < best) {
			at, best = k, d
		}
	}
	if at < 0 {
		return ""
	}
	if ids := t.entities.of(v.Mentions[at : at+1]); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// rankFigures fills the feature rank: each figure's place among those of the
// other article that tell something else, by likeness; 1 for two that are each
// other's likest, and for two of one article.
func (t *table) rankFigures(pairs []FigurePair) {
	type side struct {
		of  Figure
		art int
	}
	by := map[side][]int{}
	for k := range pairs {
		p := &pairs[k]
		if t.views[p.A.Claim].art != t.views[p.B.Claim].art {
			by[side{p.A, t.views[p.B.Claim].art}] = append(by[side{p.A, t.views[p.B.Claim].art}], k)
			by[side{p.B, t.views[p.A.Claim].art}] = append(by[side{p.B, t.views[p.A.Claim].art}], k)
		}
	}
	place := func(of, with Figure, k int) int {
		n := 1
		for _, o := range by[side{of, t.views[with.Claim].art}] {
			other := pairs[o].B
			if other == of {
				other = pairs[o].A
			}
			if pairs[o].likeness >= pairs[k].likeness && !equal(t.quantity(other), t.quantity(with)) {
				n++
			}
		}
		return n
	}
	for k := range pairs {
		p := &pairs[k]
		p.Features[rankFeature] = 1 / float64(place(p.A, p.B, k)*place(p.B, p.A, k))
	}
}

// Figures returns the story with its claims numbered and the pairs of figures
// that Story would compare: what the scorer of figures is trained on.
func (r *Reconciler) Figures(s news.Story) (news.Story, []FigurePair) {
	t := newTable(&s, r)
	return s, t.figurePairs(t.pairs())
}

package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/text"
)

// relation tells how the amounts of a pair stand to one another.
func (t *table) relation(p *FigurePair) Relation {
	x, y := t.quantity(p.A), t.quantity(p.B)
	switch {
	case p.split:
		return Unlike
	case equal(x, y):
		return Equal
	case t.views[p.A.Claim].art == t.views[p.B.Claim].art || vague(x, y) || vague(y, x):
		return Unlike
	case !t.comparable(p):
		return Foreign
	case kindOf(x, y) == news.Sharpness:
		return Rounded
	}
	return Rival
}

// comparable reports whether two figures that are not equal may answer one
// question. Ordinals and scores are steps of one course of events; a one is
// often but an article; who they are that a pronoun counts ("the two of them")
// nobody knows; known things taken together ("both ships") and the contents of a
// list ("7 ways to ...") are counted by the way; five days are not
// five days later; ages are of one person; and nothing is ten times itself.
func (t *table) comparable(p *FigurePair) bool {
	x, y := t.quantity(p.A), t.quantity(p.B)
	switch {
	case strings.HasPrefix(x.Unit, number.Ordinal) || t.wordsOf(&t.views[p.A.Claim]).score[x.Unit] || farApart(x, y):
		return false
	case t.pronominal(p.A.Claim, x) || t.pronominal(p.B.Claim, y):
		return false
	case isOne(x) || isOne(y) || t.byTheWay(p.A.Claim, x) || t.byTheWay(p.B.Claim, y):
		return p.Aspect && p.Features[portionClash] == 0
	case t.offset(p.A.Claim, x) != t.offset(p.B.Claim, y):
		return false
	case t.aspectOf(p.A.Claim, x).of == age:
		return t.sharePerson(&t.views[p.A.Claim], &t.views[p.B.Claim])
	}
	return true
}

// ofOneTelling reports whether nothing that the scorer of figures does not look at
// keeps two unequal figures from being told of one thing: five others are six with
// the one named; what a word points at is the contents of a list; and two lists
// without a figure in common are of two days.
func (t *table) ofOneTelling(p *FigurePair) bool {
	x, y := t.quantity(p.A), t.quantity(p.B)
	switch {
	case t.besides(p.A.Claim, x, y) || t.besides(p.B.Claim, y, x) || t.lists(p.A.Claim, p.B.Claim, x.Unit):
		return false
	case t.pointed(p.A.Claim, x) || t.pointed(p.B.Claim, y):
		return p.Aspect && p.Features[portionClash] == 0
	}
	return t.ofOne(p)
}

// ofOne reports whether two figures are told of somebody or something that may be
// one: an age is no time in office, and of one person; a penalty is of one too, and
// the height of a tent is not that of a stone.
func (t *table) ofOne(p *FigurePair) bool {
	a, b := &t.views[p.A.Claim], &t.views[p.B.Claim]
	ax, ay := t.fateOf(p.A), t.fateOf(p.B)
	two := p.Features[subjectClash] > 0 && t.nearest(a, t.quantity(p.A), news.Person) && t.nearest(b, t.quantity(p.B), news.Person)
	switch {
	case ax == age || ay == age:
		return ax == ay && !two && (p.Features[sameSubject] > 0 && !t.nearest(a, t.quantity(p.A), news.Place, news.Organisation) || t.sharePerson(a, b))
	case ax != ay:
		return true
	case penalties[ax]:
		return !two
	case sizes[ax]:
		return t.score[key(p.A.Claim, p.B.Claim)] >= otherScore
	}
	return true
}

// fateOf is the aspect of a figure; that of one in brackets, in a unit of time, is
// an age.
func (t *table) fateOf(f Figure) string {
	v, q := &t.views[f.Claim], t.quantity(f)
	if t.wordsOf(v).duration[q.Unit] && bracketed(v.Text, q.Span.Shift(-v.Span.Start)) {
		return age
	}
	return t.aspectOf(f.Claim, q).of
}

// nearest reports whether the entity named nearest to a quantity is of one of kinds.
func (t *table) nearest(v *view, q news.Quantity, kinds ...string) bool {
	id := t.subject(v, q)
	return slices.ContainsFunc(v.Mentions, func(m news.Mention) bool {
		return slices.Contains(kinds, m.Kind) && slices.Contains(t.entities.of([]news.Mention{m}), id)
	})
}

// listLeast is how many figures of a unit make a claim a list.
const listLeast = 3

// lists reports whether two claims each list figures of a unit, none of them the
// same: the indices of two days.
func (t *table) lists(i, j int, unit string) bool {
	a, b := t.amounts(i, unit), t.amounts(j, unit)
	return min(len(a), len(b)) >= listLeast && !slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// amounts returns the figures of a unit in claim i.
func (t *table) amounts(i int, unit string) []string {
	var out []string
	for _, q := range t.views[i].Quantities {
		if q.Unit == unit {
			out = append(out, Amount(q))
		}
	}
	return out
}

// besides reports whether q of claim i counts those beside somebody named before
// an "and", whom r counts too: "a baby and five others", six in all.
func (t *table) besides(i int, q, r news.Quantity) bool {
	v := &t.views[i]
	tx := t.tokens(i)
	k := tx.At(q.Span.Start-v.Span.Start) - 1
	return single(q) && single(r) && *r.Min == *q.Min+1 && counts(q.Unit) && k > 0 && t.wordsOf(v).and[tx.Lower(k)]
}

// countsToo reports whether claim i counts as many as q, of whatever unit.
func (t *table) countsToo(i int, q news.Quantity) bool {
	return slices.ContainsFunc(t.views[i].Quantities, func(x news.Quantity) bool {
		return counts(x.Unit) && bound(x.Min) == bound(q.Min) && bound(x.Max) == bound(q.Max)
	})
}

// pronominal reports whether q begins with a pronoun that counts.
func (t *table) pronominal(i int, q news.Quantity) bool {
	first, _, _ := strings.Cut(text.Fold(t.label(i, q.Span)), " ")
	return t.wordsOf(&t.views[i]).pronoun[first]
}

// pointReach is how many words at the head of a sentence may point at a list.
const pointReach = 3

// offset reports whether q tells how far off something is in time, not how long
// it lasts: "five days later".
func (t *table) offset(i int, q news.Quantity) bool {
	v := &t.views[i]
	w, tx := t.wordsOf(v), t.tokens(i)
	k := tx.At(q.Span.End - v.Span.Start)
	return w.duration[q.Unit] && k < len(tx.Tokens) && w.offset[tx.Lower(k)]
}

// pointed reports whether q follows a word that points at what comes: "these are 7
// ways".
func (t *table) pointed(i int, q news.Quantity) bool {
	v := &t.views[i]
	lead := wordsOf(text.Fold(v.Text[:q.Span.Start-v.Span.Start]))
	return v.Field != news.InTitle && len(lead) > 0 && len(lead) <= pointReach && t.wordsOf(v).points[lead[0]]
}

// byTheWay reports whether q opens a title, or is a collective with its noun.
func (t *table) byTheWay(i int, q news.Quantity) bool {
	v := &t.views[i]
	if v.Field == news.InTitle {
		return q.Span.Start == v.Span.Start
	}
	first, rest, _ := strings.Cut(text.Fold(t.label(i, q.Span)), " ")
	return rest != "" && t.wordsOf(v).collective[first]
}

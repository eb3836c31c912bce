package reconcile

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/text"
)

// What two quantities need so that they answer one question.
const (
	quantityContext = 0.3  // the words around them are alike this much
	soleContext     = 0.1  // when they exclude each other, in words a little alike
	selfContext     = 0.5  // what a contradiction inside one article needs
	sureScore       = 0.75 // or the claims the same beyond doubt
	soleScore       = 0.6  // or the claims are, and have one quantity of the unit each
	roundly         = 0.05 // figures that are said to be about differ by no more
)

// quantityClashes compares the quantities of two claims that have one unit,
// count or measure one thing, and are each the other's nearest; a figure that
// the other claim has too is no question.
func (t *table) quantityClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, x := range a.Quantities {
		for _, y := range b.Quantities {
			if x.Unit != y.Unit || unbounded(x, y) || unbounded(y, x) || hasEqual(b.Quantities, x) || hasEqual(a.Quantities, y) {
				continue
			}
			m := t.match(i, x, j, y)
			if !m.ok || !t.nearest(i, x, j, y, m) || !t.nearest(j, y, i, x, m) {
				continue
			}
			c := differ(news.SlotQuantity, t.atOneTime(i, j, kindOf(x, y)), t.figure(i, x), t.figure(j, y))
			if c.kind == news.Contradiction && m.toll && t.apart(i, j, tollGap) {
				c.kind = news.Update
			}
			c.match = m
			c.grows = below(x, y) && counts(x.Unit) && !t.wordsOf(a).duration[x.Unit]
			if c.kind != news.Sharpness && (answered(b.Quantities, x) || answered(a.Quantities, y)) {
				continue
			}
			if t.oneQuestion(i, x, j, y, c.kind, m) {
				out = append(out, c)
			}
		}
	}
	return out
}

// match is how well two quantities of one unit go together.
type match struct {
	ok      bool // they may count one thing
	certain bool // and words on both sides say so
	toll    bool // people of one fate, whose number changes by the hour
	of      string
	unit    string
	context float64
}

func (m match) score() float64 { return m.context + flag(m.certain) }

// match compares what x in claim i and y in claim j count: by aspect, and by
// the words around them and in the unit.
func (t *table) match(i int, x news.Quantity, j int, y news.Quantity) match {
	of := t.aspectOf(i, x)
	ok, certain := of.meets(t.aspectOf(j, y))
	a, b := &t.views[i], &t.views[j]
	shared, least := t.contexts(a, x.Span, b, y.Span)
	u := t.unitWeight(x.Unit)
	return match{ok: ok, certain: certain, toll: certain && tolls[of.of], of: of.of, unit: x.Unit, context: ratio(shared+u, least+u)}
}

// unitWeight is what a unit tells of a question: that of its noun, nothing for
// signs and codes.
func (t *table) unitWeight(unit string) float64 {
	if id, ok := t.ids[unit]; ok && counts(unit) {
		return t.idf[id]
	}
	return 0
}

// atOneTime makes of a contradiction what it is where the claims do not speak of
// one moment: another scope if the times that they name exclude each other, an
// update if they were published days apart.
func (t *table) atOneTime(i, j int, kind string) string {
	if kind != news.Contradiction {
		return kind
	}
	if _, clash := compareTimes(t.views[i].Times, t.views[j].Times); clash {
		return news.Scope
	}
	if t.daysApart(i, j) {
		return news.Update
	}
	return kind
}

// sameMoment is how long after one another articles may appear and still speak
// of one moment.
const sameMoment = 48 * time.Hour

// tollGap is how long after one another articles appear whose tolls are two
// states of one count.
const tollGap = time.Hour

func (t *table) daysApart(i, j int) bool { return t.apart(i, j, sameMoment) }

// apart reports whether two claims are known to be published more than gap
// after one another.
func (t *table) apart(i, j int, gap time.Duration) bool {
	p, q := t.published(i), t.published(j)
	return p != nil && q != nil && p.Time.Sub(q.Time).Abs() > gap
}

// nearest reports whether no other figure of claim j in y's unit goes as well
// with x as y does.
func (t *table) nearest(i int, x news.Quantity, j int, y news.Quantity, own match) bool {
	for _, o := range t.views[j].Quantities {
		if o.Unit != y.Unit || o.Span == y.Span || equal(o, y) {
			continue
		}
		if m := t.match(i, x, j, o); m.ok && m.score() >= own.score() {
			return false
		}
	}
	return true
}

// oneQuestion reports whether two quantities answer one question: the words
// around them are alike, or the claims are and have no other quantity of the
// unit. What would be a contradiction needs a unit, and is not made of a 1,
// which often is but an article.
func (t *table) oneQuestion(i int, x news.Quantity, j int, y news.Quantity, kind string, m match) bool {
	a, b := &t.views[i], &t.views[j]
	if kind != news.Sharpness && (x.Unit == "" || strings.HasPrefix(x.Unit, number.Ordinal) || isOne(x) || isOne(y) || farApart(x, y)) {
		return false
	}
	if kind != news.Sharpness && a.art == b.art && (t.score[key(i, j)] < sureScore || m.context < selfContext) {
		return false // an article speaks of many things; it seldom contradicts itself
	}
	if kind != news.Sharpness && m.of == age && !t.sharePerson(a, b) {
		return false // of two people
	}
	if kind != news.Sharpness && t.soleRivals(i, j, x.Unit) {
		return true
	}
	if kind != news.Sharpness && m.certain && t.score[key(i, j)] >= alignedAt {
		return true
	}
	if x.Unit != "" && soleOf(a.Quantities, x.Unit) && soleOf(b.Quantities, y.Unit) && t.score[key(i, j)] >= soleScore {
		return kind == news.Sharpness || t.score[key(i, j)] >= sureScore || m.context >= soleContext
	}
	return m.context >= quantityContext
}

// sharePerson reports whether two claims name one person.
func (t *table) sharePerson(a, b *view) bool {
	return slices.ContainsFunc(a.Mentions, func(m news.Mention) bool { return m.Kind == news.Person && t.mentionOf(b, m) >= 0 })
}

// farthest is how many times one figure may be the other for the two to be
// answers to one question: beyond it one of them counts something else.
const farthest = 10

func farApart(x, y news.Quantity) bool {
	if x.Min == nil || y.Min == nil {
		return false
	}
	a, b := math.Abs(*x.Min), math.Abs(*y.Min)
	return math.Max(a, b) > farthest*math.Min(a, b)
}

// boundReach is how many times the bound of an open figure ("almost 200") the
// other may be, or the reverse, for the two to speak of one thing.
const boundReach = 2

// unbounded reports whether x is open on one side and y lies far from its bound.
func unbounded(x, y news.Quantity) bool {
	if (x.Min == nil) == (x.Max == nil) {
		return false
	}
	edge, lo, hi := x.Min, y.Min, y.Max
	if edge == nil {
		edge = x.Max
	}
	if lo == nil {
		lo = hi
	}
	if hi == nil {
		hi = lo
	}
	return hi != nil && (*edge > boundReach**hi || *lo > boundReach**edge)
}

// counts reports whether a unit is of things that are counted: no share, no
// money (a code of three capitals).
func counts(unit string) bool {
	return unit != "%" && !(len(unit) == 3 && strings.ToUpper(unit) == unit)
}

func isOne(q news.Quantity) bool { return q.Min != nil && q.Max != nil && *q.Min == 1 && *q.Max == 1 }

func soleOf(qs []news.Quantity, unit string) bool {
	n := 0
	for _, q := range qs {
		if q.Unit == unit {
			n++
		}
	}
	return n == 1
}

func hasEqual(qs []news.Quantity, x news.Quantity) bool {
	for _, q := range qs {
		if sameUnit(q.Unit, x.Unit) && equal(q, x) {
			return true
		}
	}
	return false
}

// answered reports whether one of qs is x told more or less sharply.
func answered(qs []news.Quantity, x news.Quantity) bool {
	for _, q := range qs {
		if q.Unit == x.Unit && kindOf(q, x) == news.Sharpness || rounded(q, x) || rounded(x, q) {
			return true
		}
	}
	return false
}

// figure is the answer that a quantity gives.
func (t *table) figure(i int, q news.Quantity) answer {
	return answer{i, bound(q.Min) + ".." + bound(q.Max) + " " + q.Unit, t.label(i, q.Span)}
}

func bound(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'g', -1, 64)
}

// label is the text of a slot, made one line.
func (t *table) label(i int, sp text.Span) string {
	return strings.Trim(text.Squash(sp.Of(t.source(&t.views[i]))), " ,.;:")
}

// kindOf tells how two unequal quantities of one question differ.
func kindOf(x, y news.Quantity) string {
	if !disjoint(x, y) || rounded(x, y) || rounded(y, x) {
		return news.Sharpness
	}
	return news.Contradiction
}

// rounded reports whether x is y told with fewer digits, or near to it and
// said to be approximate.
func rounded(x, y news.Quantity) bool {
	if x.Min == nil || y.Min == nil || *x.Min == 0 || *y.Min == 0 {
		return false
	}
	a, b := *x.Min, *y.Min
	if (x.Approx || y.Approx) && math.Abs(a-b) <= roundly*math.Max(a, b) {
		return true
	}
	unit := math.Pow(10, float64(trailing(a)))
	return trailing(a) > trailing(b) && (math.Abs(math.Floor(b/unit)*unit-a) < unit/1e6 || math.Abs(math.Round(b/unit)*unit-a) < unit/1e6) && math.Abs(a-b) <= roundly*b
}

// trailing is the power of ten of the last digit of f that is not 0: 2 for
// 15,300 and -1 for 0.4.
func trailing(f float64) int {
	s := strconv.FormatFloat(math.Abs(f), 'e', -1, 64)
	mantissa, exp, _ := strings.Cut(s, "e")
	n, _ := strconv.Atoi(exp)
	if _, frac, ok := strings.Cut(mantissa, "."); ok {
		n -= len(frac)
	}
	return n
}

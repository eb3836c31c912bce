package reconcile

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

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

// vague reports whether x holds too much to be an answer told less sharply: it
// is open on one side and y lies far from its bound, or it is a wide range.
func vague(x, y news.Quantity) bool {
	if x.Min != nil && x.Max != nil {
		return !crossed(x, y) && !crossed(y, x) && *x.Max > boundReach**x.Min && *x.Min > 0
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
	return edge == nil || hi == nil || *edge > boundReach**hi || *lo > boundReach**edge
}

// boundReach is how many times the bound of an open figure ("almost 200") the
// other may be, or the reverse, for the two to speak of one thing; and how many
// times the one end of a range the other may be.
const boundReach = 2

// counts reports whether a unit is of things that are counted: no share, no
// money (a code of three capitals).
func counts(unit string) bool {
	return unit != "%" && !(len(unit) == 3 && strings.ToUpper(unit) == unit)
}

func isOne(q news.Quantity) bool { return q.Min != nil && q.Max != nil && *q.Min == 1 && *q.Max == 1 }

// roundly is by how much figures that are said to be about differ at the most.
const roundly = 0.05

// figure is the answer that a quantity gives.
func (t *table) figure(i int, q news.Quantity) answer {
	return answer{i, Amount(q), t.label(i, q.Span)}
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
	if rounded(x, y) || rounded(y, x) || bordering(x, y) || bordering(y, x) {
		return news.Sharpness
	}
	if disjoint(x, y) || crossed(x, y) || crossed(y, x) {
		return news.Contradiction
	}
	return news.Sharpness
}

// bordering reports whether y lies beyond the bound of x, but near to it: "almost
// 60", and 61.
func bordering(x, y news.Quantity) bool {
	if (x.Min == nil) == (x.Max == nil) || y.Min == nil || y.Max == nil {
		return false
	}
	edge, end := x.Min, y.Max
	if edge == nil {
		edge, end = x.Max, y.Min
	}
	return math.Abs(*edge-*end) <= roundly*math.Abs(*edge)
}

// crossed reports whether two ranges overlap, x lying lower at both ends.
func crossed(x, y news.Quantity) bool {
	return ranged(x) && ranged(y) && *x.Min < *y.Min && *x.Max < *y.Max
}

// ranged reports whether a quantity has two ends.
func ranged(q news.Quantity) bool { return q.Min != nil && q.Max != nil && *q.Min < *q.Max }

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

// single reports whether a quantity is one number, be it about so many.
func single(q news.Quantity) bool { return q.Min != nil && q.Max != nil && *q.Min == *q.Max }

// slipped reports whether two single figures have the same digits, two or more
// beside zeros, in another order or on another scale: 91 and 19, 2.3 and 23.
func slipped(x, y news.Quantity) bool {
	if !single(x) || !single(y) || *x.Min == *y.Min {
		return false
	}
	a, n := digits(*x.Min)
	b, _ := digits(*y.Min)
	return n > 1 && a == b
}

// digits counts each digit of f but zeros, and all of them.
func digits(f float64) (each [10]int, all int) {
	var buf [32]byte
	for _, c := range strconv.AppendFloat(buf[:0], math.Abs(f), 'f', -1, 64) {
		if c != '0' && c != '.' {
			each[c-'0']++
			all++
		}
	}
	return each, all
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

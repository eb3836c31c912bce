package number

import (
	"math"
	"strings"
)

// scale is what a unit measures and its factor to the base unit of that.
type scale struct {
	dimension string
	factor    float64
}

// days is how many days a unit of time has.
var days = map[string]float64{
	"second": 1. / 86400, "minute": 1. / 1440, "hour": 1. / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30.4375,
	"quarter": 91.3125, "semester": 182.625, "year": 365.25, "decade": 3652.5, "century": 36525,
}

// Measure is a quantity that can be compared with others whatever their units
// and language.
type Measure struct {
	Min, Max *float64 // in the base unit of the dimension
	Approx   bool
	// Dimension is what is measured ("length", "time", "money IDR"), the class
	// of what is counted ("person"), or the noun itself where the pack knows
	// no class; "" if the unit is not known.
	Dimension string
}

// Measure makes q comparable. Base units are metres, kilograms, days and the
// like; counts and money keep their numbers.
func (f *Finder) Measure(q Quantity) Measure {
	s := f.scaleOf(q.Unit)
	return Measure{Min: times(q.Min, s.factor), Max: times(q.Max, s.factor), Approx: q.Approx, Dimension: s.dimension}
}

// scaleOf returns what a unit measures.
func (f *Finder) scaleOf(unit string) scale {
	if s, ok := f.measures[unit]; ok {
		return s
	}
	if f.codes[unit] {
		return scale{"money " + unit, 1}
	}
	if t := f.durations[unit]; days[t] > 0 {
		return scale{"time", days[t]}
	}
	w := strings.ToLower(unit)
	if class := f.nouns[w]; class != "" {
		return scale{class, 1}
	}
	return scale{w, 1}
}

func times(v *float64, factor float64) *float64 {
	if v == nil {
		return nil
	}
	out := round(*v * factor)
	return &out
}

// Relation tells how two measures stand to each other.
type Relation uint8

// The relations of two measures.
const (
	Unlike    Relation = iota // they measure different things
	Same                      // the same bounds
	Within                    // compatible, one of them sharper: ">10,000" and "15,000"
	Different                 // cannot both be true of the same thing
)

// Relate compares a and b. An unknown dimension may be any.
//
// Two different exact numbers are compatible (Within) where one is the other
// rounded to at most three digits, off by no more than 5 %, and large enough
// for that to be usual; or where one is called approximate and they lie within
// a tenth of each other.
func Relate(a, b Measure) Relation {
	if a.Dimension != b.Dimension && a.Dimension != "" && b.Dimension != "" {
		return Unlike
	}
	if equal(a.Min, b.Min) && equal(a.Max, b.Max) {
		return Same
	}
	slack := 0.
	if a.Approx || b.Approx {
		slack = 0.1
	}
	if meets(a, b, slack) {
		return Within
	}
	if x, y, ok := points(a, b); ok && (rounds(x, y) || rounds(y, x)) {
		return Within
	}
	return Different
}

func equal(x, y *float64) bool {
	return x == nil && y == nil || x != nil && y != nil && math.Abs(*x-*y) <= 1e-9*math.Max(math.Abs(*x), math.Abs(*y))
}

// meets reports whether the ranges of a and b share a value when the bounds
// give way by a share slack.
func meets(a, b Measure, slack float64) bool {
	over := func(lo, hi *float64) bool { return lo == nil || hi == nil || *lo*(1-slack) <= *hi }
	return over(a.Min, b.Max) && over(b.Min, a.Max)
}

// points returns the values of two exact measures.
func points(a, b Measure) (x, y float64, ok bool) {
	if a.Min == nil || b.Min == nil || !equal(a.Min, a.Max) || !equal(b.Min, b.Max) {
		return 0, 0, false
	}
	return *a.Min, *b.Min, true
}

// rounds reports whether r is x rounded to one to three digits.
func rounds(r, x float64) bool {
	if x < 100 || math.Abs(r-x) > 0.05*x {
		return false
	}
	for digits := 1; digits <= 3; digits++ {
		unit := math.Pow(10, math.Floor(math.Log10(x))-float64(digits-1))
		if math.Abs(math.Round(x/unit)*unit-r) < unit*1e-6 && r != x {
			return true
		}
	}
	return false
}

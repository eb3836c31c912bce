package reconcile

import (
	"strings"

	"github.com/selisik/selisik/internal/news"
)

// compareQuantities tells whether two claims share a quantity, equal or one
// told more sharply, and, if
// not, whether quantities of one unit exclude each other.
func compareQuantities(a, b []news.Quantity) (shared, clash bool) {
	for _, x := range a {
		for _, y := range b {
			if !sameUnit(x.Unit, y.Unit) {
				continue
			}
			if equal(x, y) || kindOf(x, y) == news.Sharpness && x.Unit == y.Unit {
				return true, false
			}
			clash = clash || disjoint(x, y)
		}
	}
	return false, clash
}

// sameUnit reports whether units are equal or one is not known.
func sameUnit(a, b string) bool {
	return a == b || a == "" || b == "" || strings.Contains(a, b) || strings.Contains(b, a)
}

func equal(x, y news.Quantity) bool { return same(x.Min, y.Min) && same(x.Max, y.Max) }

func same(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// disjoint reports whether no number fits both.
func disjoint(x, y news.Quantity) bool { return below(x, y) || below(y, x) }

func below(x, y news.Quantity) bool { return x.Max != nil && y.Min != nil && *x.Max < *y.Min }

// compareTimes tells whether some times of two claims overlap, and, if none
// does, whether both have any.
func compareTimes(a, b []news.TimeRef) (shared, clash bool) {
	for _, x := range a {
		for _, y := range b {
			if overlap(x, y) {
				return true, false
			}
		}
	}
	return false, len(a) > 0 && len(b) > 0
}

func overlap(x, y news.TimeRef) bool {
	xs, xe := x.Start.String(), x.End.String()
	ys, ye := y.Start.String(), y.End.String()
	n := 10
	cut := func(s string) string { return s[:min(n, len(s))] }
	return cut(xs) <= cut(ye) && cut(ys) <= cut(xe)
}

// bare returns the quantities without the names of their units; signs and
// codes are the same in all languages.
func bare(qs []news.Quantity) []news.Quantity {
	out := make([]news.Quantity, len(qs))
	for i, q := range qs {
		out[i] = q
		if counts(q.Unit) {
			out[i].Unit = ""
		}
	}
	return out
}

package face

import (
	"math"
	"strconv"
	"strings"
)

// Number writes x with the language's marks, at most three decimals.
func (w *Words) Number(x float64) string {
	s := strconv.FormatFloat(math.Round(math.Abs(x)*1e3)/1e3, 'f', -1, 64)
	whole, part, _ := strings.Cut(s, ".")
	if n, err := strconv.Atoi(whole); err == nil {
		whole = w.Int(n)
	}
	if part != "" {
		whole += w.decimal() + part
	}
	if x < 0 {
		whole = "−" + whole
	}
	return whole
}

func (w *Words) decimal() string {
	if w.Decimal == "" {
		return "."
	}
	return w.Decimal
}

// Quantity writes a number with its bounds and what it counts: "8 orang", "≥
// 10.000 personel", "5–7 km". A nil bound is open.
func (w *Words) Quantity(low, high *float64, unit string) string {
	var s string
	switch {
	case low == nil && high == nil:
		s = "?"
	case high == nil:
		s = "≥ " + w.Number(*low)
	case low == nil:
		s = "≤ " + w.Number(*high)
	case *low == *high:
		s = w.Number(*low)
	default:
		s = w.Number(*low) + "–" + w.Number(*high)
	}
	if unit = Line(unit); unit != "" {
		s += " " + unit
	}
	return s
}

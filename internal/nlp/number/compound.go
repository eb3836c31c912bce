package number

import "github.com/selisik/selisik/internal/nlp/piece"

// continues reports whether piece i comes right after the last quantity, or
// after it and the word that joins numbers.
func (r *reader) continues(i int) bool {
	if r.at == i {
		return i > 0 && r.l.Same(i-1, i)
	}
	kind, n := r.qualifiers.Match(r.l, r.at)
	return kind == and && r.at+n == i && r.l.Same(r.at-1, i)
}

// prolong adds a duration to one in the next greater units: "6 years 6 months"
// are six and a half years. It reports whether q is such a part.
func (r *reader) prolong(whole *Quantity, q Quantity) bool {
	large, small := days[r.durations[whole.Unit]], days[r.durations[q.Unit]]
	if small == 0 || small >= large || q.Min == nil || !equal(q.Min, q.Max) || q.Approx || *q.Min*small >= large {
		return false
	}
	more := *q.Min * small / large
	whole.Min, whole.Max = plus(whole.Min, more), plus(whole.Max, more)
	whole.End = q.End
	return true
}

func plus(v *float64, more float64) *float64 {
	if v == nil {
		return nil
	}
	out := round(*v + more)
	return &out
}

// shareOf reads the second number of "one in five" at piece i and makes the
// first a percentage.
func (r *reader) shareOf(i int, d *draft) int {
	kind, n := r.qualifiers.Match(r.l, i)
	if kind != ratio || d.currency != "" || d.vague || d.scale != 1 || r.l.Kind(i+n) == piece.None {
		return i
	}
	of, at := r.amount(i + n)
	if at == i+n || of.vague || of.currency != "" || year(of.raw) || of.scale != 1 || of.lo() <= d.hi() {
		return i
	}
	if unit, k := r.units.Match(r.l, at); k > 0 && r.durations[unit] != "" {
		return i // "three in ten days"
	}
	d.min, d.max = round(100*d.min/of.lo()), round(100*d.max/of.lo())
	d.unit, d.sure = percent, true
	return at
}

// percent is the unit of shares.
const percent = "%"

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

// half adds the part of a unit that is told behind it: "3 jam setengah", "two
// hours and a half".
func (r *reader) half(i int, d *draft) int {
	if r.durations[d.unit] == "" && r.measures[d.unit].dimension == "" || d.vague || d.min != d.max || !r.l.Same(i-1, i) {
		return i
	}
	at := i
	if kind, n := r.qualifiers.Match(r.l, i); n > 0 && kind == and {
		at += n
	}
	v, n := r.halfWord(at)
	if n == 0 || at > i && n == 1 || at == i && r.headLast || r.l.Kind(at+n) == piece.Word && !r.function[r.l.Lower(at+n)] {
		return i // "two years, and half the town", "two hours half asleep"
	}
	d.min, d.max = d.min+v/d.scale, d.max+v/d.scale
	return at + n
}

// halfWord reads a number word under one at piece i, with an article before it.
func (r *reader) halfWord(i int) (v float64, pieces int) {
	for k := range 2 {
		if c, n := r.cardinals.Match(r.l, i+k); n > 0 && c.op == '=' && c.value > 0 && c.value < 1 {
			return c.value, k + n
		}
		if !r.function[r.l.Lower(i)] {
			break
		}
	}
	return 0, 0
}

// known reports whether the pack has the noun at piece i as a unit or as
// counted.
func (r *reader) known(i int) bool {
	_, n := r.units.Match(r.l, i)
	return n > 0 || r.nouns[r.stem(r.l.Lower(i))] != ""
}

// percent is the unit of shares.
const percent = "%"

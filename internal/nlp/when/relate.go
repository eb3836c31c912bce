package when

import "time"

// Relation tells how two times stand to each other.
type Relation uint8

// The relations of two times a and b.
const (
	Disjoint Relation = iota
	Equal
	Contains // a holds b: "June" and "9 June"
	Inside   // b holds a
	Overlaps // neither holds the other
)

// edgeDays is how far before its last day "the end of May" may be meant.
const edgeDays = 10

// Relate compares two resolved times. Days are compared as calendar days in
// their own zones when either side tells days alone, so that an evening in
// one zone does not become the next day in another; instants are compared to
// the minute. An end of a month (Edge) is widened to its last third, and is
// never Disjoint from a day in it.
func Relate(a, b Expression) Relation {
	as, ae, bs, be := bounds(a, b)
	switch {
	case as.Equal(bs) && ae.Equal(be):
		return Equal
	case ae.Before(bs) || be.Before(as):
		return Disjoint
	case !as.After(bs) && !ae.Before(be):
		return Contains
	case !bs.After(as) && !be.Before(ae):
		return Inside
	}
	return Overlaps
}

// bounds returns the bounds of a and b on one scale: days if either tells
// days, else minutes.
func bounds(a, b Expression) (as, ae, bs, be time.Time) {
	cut := func(t time.Time) time.Time { return t.Truncate(time.Minute).UTC() }
	if a.StartDay || a.EndDay || b.StartDay || b.EndDay {
		cut = func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	}
	as, ae, bs, be = cut(a.Start), cut(a.End), cut(b.Start), cut(b.End)
	if a.Note == Edge && b.Note != Edge {
		as = as.AddDate(0, 0, -edgeDays)
	}
	if b.Note == Edge && a.Note != Edge {
		bs = bs.AddDate(0, 0, -edgeDays)
	}
	return as, ae, bs, be
}

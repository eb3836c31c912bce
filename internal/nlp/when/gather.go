package when

import (
	"time"

	"github.com/selisik/selisik/internal/nlp/piece"
)

// bag is the parts of one expression. Zero fields were not told, unless a
// has-field says so.
type bag struct {
	first, last   int // pieces [first, last)
	weekday       int // Monday is 1
	day, dayTo    int
	month, year   int
	yearTo        int
	rel           int // days from today
	hasRel        bool
	part          daypart
	hasPart       bool
	clock         clock
	hasClock      bool
	zone          *time.Location
	local         bool   // "local time"
	just          bool   // the cue is of the hours around
	cue           string // past, next, this, previous, following
	unit          string // of a period: week, month, year …
	count         int    // of units
	way           string // ago, later, earlier, recent, ahead: what count is for
	edge          string // early, mid, end
	season        [2]int // months
	quarter, half int
	week          int // of the month
	decade        bool
	weekend       bool
	numeric       bool // the date is written in digits alone
	ranged        bool // is the end of a range
	to            *bag // the end of this range
}

type clock struct{ hour, minute, second int }

// dated reports whether the bag tells a day, a month, a year or the like.
func (b *bag) dated() bool {
	return b.weekday > 0 || b.month > 0 || b.year > 0 || b.hasRel || b.unit != "" || b.season[0] > 0 || b.quarter > 0 || b.half > 0 || b.weekend
}

// fixed reports whether the bag tells a single calendar day.
func (b *bag) fixed() bool { return b.weekday > 0 || b.day > 0 || b.hasRel }

// expression reads a bag, or a range of two, at piece i; next is i if there is
// none.
func (r *reader) expression(i int) (bag, int) {
	if r.l.Kind(i) != piece.Number && !r.starts[r.l.Lower(i)] {
		return bag{}, i
	}
	begin := i
	if n := r.is(from, i); n > 0 {
		begin = r.lights(i + n)
	}
	b, at := r.gather(begin)
	if at == begin {
		return b, i
	}
	b.first = begin
	if end, next := r.rangeEnd(&b, at); next > at {
		b.to = &end
		b.first, at = i, next
	}
	b.last = at
	for _, kind := range []string{yearWord, dateWord, dayWord} {
		if t := r.kinds[kind]; t != nil && begin == b.first {
			_, n := t.Before(r.l, b.first)
			b.first -= n // "tahun 2013"
		}
	}
	if !b.whole() {
		return b, i
	}
	return b, at
}

// rangeEnd reads "to" and a second bag of like parts.
func (r *reader) rangeEnd(b *bag, i int) (bag, int) {
	n := r.is(to, i)
	if n == 0 && r.follows(from, b.first) {
		n = r.is(and, i)
	}
	listed := false
	if n == 0 {
		n = r.is(and, i)
		listed = true
	}
	if n == 0 {
		return bag{}, i
	}
	begin := r.lights(i + n)
	e, at := r.gather(begin)
	if at == begin || !alike(b, &e) || listed && !adjoin(b, &e) {
		return bag{}, i
	}
	return e, at
}

// adjoin reports whether a and e are two days of a week side by side: "Sabtu
// dan Minggu".
func adjoin(a, e *bag) bool {
	plain := func(b *bag) bool {
		return b.weekday > 0 && b.day == 0 && !b.hasClock && !b.hasPart && !b.hasRel && b.cue == "" && b.zone == nil
	}
	return plain(a) && a.unit == "" && (plain(e) || e.dayTo > 0 && e.weekday > 0) && e.weekday == a.weekday%7+1
}

// alike reports whether a and e can be the two ends of a range.
func alike(a, e *bag) bool {
	switch {
	case a.hasClock || e.hasClock:
		return a.hasClock && e.hasClock
	case a.hasPart != e.hasPart && !a.fixed():
		return false
	case a.fixed() || e.fixed():
		return (a.fixed() || a.day > 0) && e.fixed()
	case a.month > 0:
		return e.month > 0
	case a.year > 0:
		return e.year > 0 && e.month == 0
	}
	return false
}

// whole reports whether the parts make an expression at all.
func (b *bag) whole() bool {
	switch {
	case b.count > 0 && b.way == "":
		return false
	case b.unit != "" && b.cue == "" && b.count == 0 && b.edge == "" && b.year == 0:
		return false
	case b.edge != "" && b.month == 0 && b.year == 0 && b.unit == "" && b.weekday == 0:
		return false
	case b.day > 0 && b.month == 0:
		return false
	case b.weekend:
		return true
	case b.season[0] > 0 || b.quarter > 0 || b.half > 0:
		return b.year > 0 || b.unit != "" || b.cue != ""
	case b.dated() || b.hasClock:
		return true
	}
	return b.hasPart && b.cue != "" && b.cue != previous && b.cue != following
}

// gather collects parts from piece i on; next is after the last of them.
func (r *reader) gather(i int) (bag, int) {
	var b bag
	at := i
	for {
		next := r.nextPart(at, i, &b)
		if next == at {
			return b, at
		}
		if at = next; r.l.Lower(at) == ")" && r.opened(i, at) {
			at++
		}
	}
}

// nextPart reads a part at piece i, or after the commas, brackets and light
// words that may stand between two parts, and returns the piece after it.
func (r *reader) nextPart(at, first int, b *bag) int {
	for i := at; i < at+8 && (i == first || r.l.Same(first, i)); {
		if n := r.part(i, b, i > at); n > 0 {
			return i + n
		}
		if at == first {
			return at
		}
		n := r.is(light, i)
		if w := r.l.Lower(i); n == 0 && (w == "," || w == "(" || w == "/") {
			n = 1
		}
		if n == 0 {
			return at
		}
		i += n
	}
	return at
}

// opened reports whether a bracket of [i, at) is still open.
func (r *reader) opened(i, at int) bool {
	depth := 0
	for ; i < at; i++ {
		switch r.l.Lower(i) {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	return depth > 0
}

// lights skips light words.
func (r *reader) lights(i int) int {
	for range 4 {
		n := r.is(light, i)
		if n == 0 || r.is(clockWord, i) > n {
			return i
		}
		i += n
	}
	return i
}

// part reads one part of the bag at piece i and returns how many pieces it
// takes.
func (r *reader) part(i int, b *bag, apart bool) int {
	if w := r.l.Lower(i); r.l.Kind(i) != piece.Number && !r.parts[w] {
		return 0
	}
	for _, read := range []func(*reader, int, *bag, bool) int{
		(*reader).readDate, (*reader).readClock, (*reader).readWeekday, (*reader).readRelative, (*reader).readCounted,
		(*reader).readPeriod, (*reader).readMonth, (*reader).readYear, (*reader).readDaypart, (*reader).readZone, (*reader).readCue,
	} {
		if n := read(r, i, b, apart); n > 0 {
			return n
		}
	}
	return 0
}

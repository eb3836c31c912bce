package when

import (
	"github.com/selisik/selisik/internal/nlp/piece"
)

// readWeekday reads the name of a day. A form that is also a unit of time
// ("minggu") is a day when its capital or the word before says so.
func (r *reader) readWeekday(i int, b *bag, apart bool) int {
	day, n := r.weekdays.Match(r.l, i)
	if n == 0 || b.weekday > 0 || b.unit != "" || b.day == 0 && (b.month > 0 || b.year > 0) || r.follows(several, i) || r.follows(rite, i) || b.hasPart && b.hasRel || r.habit(i) {
		return 0
	}
	after := r.l.Lower(i + n)
	_, unit := r.units.Match(r.l, i)
	short := len(r.l.Word(i)) <= 3
	marked := r.follows(dayWord, i) || after == "(" || (after == "," && r.l.Kind(i+n+1) == piece.Number) || r.l.Kind(i+n) == piece.Number
	switch {
	case marked && r.l.Upper(i):
	case short || !r.l.Upper(i) && !r.follows(dayWord, i):
		return 0
	case unit > 0 && r.weekAt(i, n):
		return 0
	}
	b.weekday = day
	return n
}

// habit reports whether the weekday at i is the second that something is done on
// each: "setiap Senin dan Kamis".
func (r *reader) habit(i int) bool {
	_, n := r.weekdays.Match(r.l, i-2)
	return n == 1 && r.follows(and, i) && r.follows(several, i-2)
}

// weekAt reports whether the form of n pieces at i, which is a weekday's and a
// unit's, is the unit: a cue follows and the capital is that of a sentence, or
// the cue is one of weeks ("Minggu ini", "Minggu depan").
func (r *reader) weekAt(i, n int) bool {
	if r.is(just, i+n) > 0 {
		return false // "Minggu nanti"
	}
	k, m := r.one(i+n, this, next, past, previous)
	start := !r.l.Same(i-1, i) || r.l.Kind(i-1) == piece.Mark
	return m > 0 && (k == this || k == next || start)
}

// readRelative reads "kemarin", "today"; after a weekday it is a cue.
func (r *reader) readRelative(i int, b *bag, apart bool) int {
	days, n := r.relative.Match(r.l, i)
	if n == 0 || b.hasRel || b.cue != "" || b.month > 0 || b.year > 0 || b.unit != "" || b.weekday > 0 {
		return 0
	}
	b.rel, b.hasRel = days, true
	if p, m := r.dayparts.Match(r.l, i); m == n && !b.hasPart {
		b.part, b.hasPart = p, true
	}
	return n
}

// readCounted reads "dua hari lalu", "three weeks later", "the last 5 years".
func (r *reader) readCounted(i int, b *bag, apart bool) int {
	if b.dated() || b.hasClock || b.hasPart || b.edge != "" {
		return 0
	}
	if k, n := r.one(i, morrow, sameDay); n > 0 {
		b.count, b.unit, b.way = 1, "day", k
		return n
	}
	at, way := i, ""
	if r.cueFirst {
		if k, n := r.one(i, recent, ahead); n > 0 {
			way, at = k, i+n
		}
	}
	count, unit, n := r.span(at)
	if n == 0 {
		return 0
	}
	at += n
	if way == "" {
		k, n := r.one(at, ago, recent, ahead, hence, past, previous, next, following, later, earlier, after, before)
		if n == 0 {
			return 0
		}
		way, at = k, at+n
	}
	b.count, b.unit, b.way = count, unit, way
	return at - i
}

// span reads a number of units of time.
func (r *reader) span(i int) (count int, unit string, n int) {
	v, u, m := r.numbers.Fused(r.l, i)
	if m > 0 {
		if unit := r.unitNamed(u); unit != "" {
			return int(v), unit, m
		}
		return 0, "", 0
	}
	v, m = r.numbers.Cardinal(r.l, i)
	if m == 0 || v < 1 || v > 9999 || v != float64(int(v)) {
		return 0, "", 0
	}
	unit, k := r.units.Match(r.l, i+m)
	if k == 0 || r.l.Upper(i+m) && r.weekdayAt(i+m) {
		return 0, "", 0
	}
	return int(v), unit, m + k
}

func (r *reader) weekdayAt(i int) bool {
	_, n := r.weekdays.Match(r.l, i)
	return n > 0 && r.l.Kind(i+1) != piece.Word
}

// unitNamed returns the unit of time that a unit of the tables names.
func (r *reader) unitNamed(form string) string {
	l := piece.List{Source: form, Pieces: []piece.Piece{{Kind: piece.Word, Lower: form}}}
	unit, _ := r.units.Match(&l, 0)
	return unit
}

// readPeriod reads weeks, months, years, quarters, seasons and weekends by
// what stands beside them: "pekan lalu", "last week", "kuartal I 2025",
// "awal tahun".
func (r *reader) readPeriod(i int, b *bag, apart bool) int {
	if n := r.is(lastEnd, i); n > 0 && !b.dated() && !b.hasClock {
		b.weekend, b.cue, b.just = true, past, true
		return n
	}
	if n := r.is(weekend, i); n > 0 && !b.dated() {
		b.weekend = true
		return n
	}
	if k, n := r.one(i, early, mid, late); n > 0 && b.edge == "" && !b.dated() && r.edged(i+n) {
		b.edge = k
		return n
	}
	if s, n := r.seasons.Match(r.l, i); n > 0 && b.season[0] == 0 && b.month == 0 {
		b.season = s
		return n
	}
	if n := r.quarterOf(i, b); n > 0 {
		return n
	}
	if n := r.yearBy(i, b); n > 0 {
		return n
	}
	if n := r.weekOf(i, b); n > 0 {
		return n
	}
	unit, n := r.units.Match(r.l, i)
	if _, k := r.dayparts.Match(r.l, i); k > 0 {
		return 0
	}
	if n == 0 || r.l.Lower(i-1) == "-" && r.l.At(i).Glued || r.follows(several, i) || r.numbered(i-1) || b.unit != "" || b.month > 0 || b.year > 0 || !period(unit) || b.hasClock || b.hasRel {
		return 0
	}
	if _, month := r.months.Match(r.l, i+n); month > 0 && unit == "month" && r.l.Upper(i+n) {
		return 0 // "akhir bulan | Mei"
	}
	k, m := r.one(i+n, past, next, this, previous, following)
	switch {
	case b.cue != "" && r.cueFirst && !apart:
		b.unit = unit
		return n
	case !r.cueFirst && m > 0 && (k != past || unit != "day"):
		b.unit, b.cue, b.just = unit, k, r.is(just, i+n) > 0
		return n + m
	case b.edge != "" && (unit == "week" || unit == "month" || unit == "year"):
		b.unit = unit
		return n
	}
	return 0
}

// numbered reports whether a number ends at piece i: "28 tahun ini" is an age.
func (r *reader) numbered(i int) bool {
	_, n := r.numbers.Cardinal(r.l, i)
	return r.l.Kind(i) == piece.Number || n == 1
}

// yearBy reads the year of a month, a quarter or a half told by a cue: "Juni
// tahun lalu", "June last year", "the first half of this year".
func (r *reader) yearBy(i int, b *bag) int {
	if b.month == 0 && b.quarter == 0 && b.half == 0 || b.year > 0 || b.unit != "" || b.cue != "" {
		return 0
	}
	unitAt, cueAt := i, i
	if r.cueFirst {
		_, n := r.one(i, past, next, this)
		unitAt += n
	}
	unit, n := r.units.Match(r.l, unitAt)
	if !r.cueFirst {
		cueAt += n
	}
	k, m := r.one(cueAt, past, next, this)
	if n == 0 || m == 0 || unit != "year" {
		return 0
	}
	b.unit, b.cue = unit, k
	return n + m
}

func period(unit string) bool {
	switch unit {
	case "day", "week", "month", "quarter", "semester", "year", "decade", "century":
		return true
	}
	return false
}

// edged reports whether a word for an edge ("awal", "late") stands before what
// has edges: a month, a year, a unit.
func (r *reader) edged(i int) bool {
	at := r.lights(i)
	_, month := r.months.Match(r.l, at)
	_, unit := r.units.Match(r.l, i)
	_, day := r.weekdays.Match(r.l, at)
	cue, _ := r.one(at, past, next, this)
	return month > 0 || unit > 0 || (day > 0 && r.cueFirst) || (r.l.Kind(at) == piece.Number && isYear(r.l.Word(at))) || (cue != "" && r.cueFirst)
}

// quarterOf reads quarters and halves of a year: "kuartal I", "Q1", "first quarter".
func (r *reader) quarterOf(i int, b *bag) int {
	if b.quarter > 0 || b.half > 0 || b.day > 0 || b.hasClock || len(r.l.Lower(i)) > 12 {
		return 0
	}
	at, v := i, r.rank(i)
	if v > 0 {
		at++
	}
	kind, n := r.one(at, quarter, half, semester)
	if n == 0 {
		return 0
	}
	at += n
	if v == 0 {
		if r.l.Lower(at) == "-" {
			at++
		}
		if v = r.rank(at); v == 0 {
			return 0
		}
		at++
		if r.l.Lower(at) == "-" || r.l.Lower(at) == "/" {
			at++
		}
	}
	switch {
	case kind == quarter && v <= 4:
		b.quarter = v
	case kind != quarter && v <= 2:
		b.half = v
	default:
		return 0
	}
	return at - i
}

// weekOf reads the week of a month: "pekan kedua Juni", "second week of June".
func (r *reader) weekOf(i int, b *bag) int {
	at, rank := i, 0
	if r.cueFirst {
		rank = r.rank(at)
		at++
	}
	unit, n := r.units.Match(r.l, at)
	if n == 0 || unit != "week" || b.dated() || b.hasClock {
		return 0
	}
	at += n
	if !r.cueFirst {
		rank = r.rank(at)
		at++
	}
	if _, month := r.months.Match(r.l, r.lights(at)); rank == 0 || month == 0 {
		return 0
	}
	b.week = rank
	return at - i
}

// rank reads 1 to 4 in digits, roman or as an ordinal word.
func (r *reader) rank(i int) int {
	roman := map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4}
	if v := roman[r.l.Word(i)]; v > 0 {
		return v
	}
	if v := integer(r.l.Word(i)); r.l.Kind(i) == piece.Number && v >= 1 && v <= 4 {
		return v
	}
	for v, kind := range []string{"1", "2", "3", "4"} {
		if r.is(kind, i) == 1 {
			return v + 1
		}
	}
	return r.numbers.Collective(r.l, i)
}

// readCue reads "lalu", "mendatang", "ini" beside another part; "last", "next"
// before one.
func (r *reader) readCue(i int, b *bag, apart bool) int {
	k, n := r.one(i, past, next, this, previous, following)
	if n == 0 || b.cue != "" || apart {
		return 0
	}
	if r.cueFirst {
		if b.dated() || b.hasPart || b.hasClock || !r.cued(i+n) {
			return 0
		}
		b.cue = k
		return n
	}
	if !(b.weekday > 0 || b.hasPart || b.month > 0 || b.season[0] > 0 || b.weekend || b.day > 0 || b.hasClock || b.quarter > 0) || k == previous || k == following {
		return 0
	}
	b.cue, b.just = k, r.is(just, i) > 0
	return n
}

// cued reports whether a part that takes a cue begins at i.
func (r *reader) cued(i int) bool {
	_, day := r.weekdays.Match(r.l, i)
	_, month := r.months.Match(r.l, i)
	unit, u := r.units.Match(r.l, i)
	_, season := r.seasons.Match(r.l, i)
	_, part := r.dayparts.Match(r.l, i)
	return day+month+season+part > 0 || (u > 0 && period(unit)) || r.is(weekend, i) > 0
}

package when

import (
	"strings"

	"github.com/selisik/selisik/internal/nlp/piece"
)

// readClock reads a time of the day: "pukul 19.15", "23:55:06", "7:30 p.m.".
func (r *reader) readClock(i int, b *bag, apart bool) int {
	if b.hasClock || b.dated() && !b.fixed() {
		return 0
	}
	told := r.is(clockWord, i)
	at := i + told
	if told > 0 {
		at = r.lights(at)
	}
	if r.l.Kind(at) != piece.Number {
		if told == 0 || r.numbered(i-1) {
			return 0
		}
		if n := r.spokenClock(at, b); n > 0 {
			return at + n - i
		}
		return 0
	}
	c, colon, ok := clockOf(r.l.Word(at))
	if _, zone := r.zones.Match(r.l, at+1); zone > 0 && len(r.l.Word(at)) == 4 {
		c, colon, ok = clockOf(r.l.Word(at)[:2] + ":" + r.l.Word(at)[2:]) // "1905 GMT"
	}
	if !ok {
		return 0
	}
	n := at + 1 - i
	if k := r.is(am, i+n); k > 0 {
		c.hour %= 12
		b.clock, b.hasClock = c, true
		return n + k + r.dot(i+n+k)
	}
	if k := r.is(pm, i+n); k > 0 {
		c.hour = c.hour%12 + 12
		b.clock, b.hasClock = c, true
		return n + k + r.dot(i+n+k)
	}
	_, zoned := r.zones.Match(r.l, i+n)
	switch {
	case told > 0 && (!r.cueFirst || colon || r.local(i+n)):
	case zoned > 0 && (colon || strings.ContainsAny(r.l.Word(at), ".:")):
	case colon && b.fixed():
	default:
		return 0
	}
	if told > 0 && !colon && !r.clockEnds(i+n) {
		return 0
	}
	b.clock, b.hasClock = c, true
	return n
}

// spokenClock reads an hour in words behind the word for the clock: "pukul
// delapan malam", "jam setengah delapan" (half an hour before eight). What
// follows must be a part of the day, a zone or no word that could be counted.
func (r *reader) spokenClock(i int, b *bag) int {
	at := i + r.is(halfTo, i)
	hour, n := r.numbers.Cardinal(r.l, at)
	if n == 0 || hour < 1 || hour > 24 || hour != float64(int(hour)) {
		return 0
	}
	end := at + n
	_, part := r.dayparts.Match(r.l, end)
	_, zone := r.zones.Match(r.l, end)
	if part+zone == 0 && (r.l.Kind(end) != piece.Mark || r.l.Lower(end) == "-") {
		return 0
	}
	b.clock, b.hasClock = clock{hour: int(hour)}, true
	if at > i {
		b.clock = clock{hour: int(hour) - 1, minute: 30}
	}
	return end - i
}

// clockEnds reports whether what stands at i lets a number before it be a
// clock time: "jam 10" but not "jam 10 orang".
func (r *reader) clockEnds(i int) bool {
	_, n := r.counted.Match(r.l, i)
	_, part := r.dayparts.Match(r.l, i)
	_, zone := r.zones.Match(r.l, i)
	return n == 0 || part > 0 || zone > 0
}

func (r *reader) local(i int) bool {
	_, part := r.dayparts.Match(r.l, i)
	return r.is(local, i) > 0 || part > 0
}

// dot returns 1 for the full stop of "p.m.".
func (r *reader) dot(i int) int {
	if r.l.Lower(i) == "." && r.l.At(i).Glued && r.l.Same(i, i+1) {
		return 1
	}
	return 0
}

// clockOf reads "19.15", "19:15:06", "10"; colon tells that it can be nothing
// but a clock time.
func clockOf(s string) (c clock, colon, ok bool) {
	colon = strings.Contains(s, ":")
	f := strings.FieldsFunc(s, func(r rune) bool { return r == ':' || r == '.' })
	if len(f) == 0 || len(f) > 3 || strings.ContainsAny(s, ",/") || len(f[0]) > 2 {
		return c, colon, false
	}
	for j, v := range f {
		if j > 0 && len(v) != 2 {
			return c, colon, false
		}
		n := integer(v)
		switch j {
		case 0:
			c.hour = n
		case 1:
			c.minute = n
		case 2:
			c.second = n
		}
	}
	return c, colon, c.hour <= 24 && c.minute < 60 && c.second < 60
}

// readDaypart reads a part of the day.
func (r *reader) readDaypart(i int, b *bag, apart bool) int {
	p, n := r.dayparts.Match(r.l, i)
	if n == 0 || b.hasPart || b.unit != "" || (b.month > 0 && b.day == 0) || (b.year > 0 && b.day == 0) {
		return 0
	}
	b.part, b.hasPart = p, true
	return n
}

// readZone reads a zone after a clock time or a part of the day.
func (r *reader) readZone(i int, b *bag, apart bool) int {
	if b.zone != nil || b.local || !(b.hasClock || b.hasPart || b.fixed()) {
		return 0
	}
	if n := r.is(local, i); n > 0 {
		b.local = true
		return n
	}
	z, n := r.zones.Match(r.l, i)
	if n == 0 || (n == 1 && strings.ToUpper(r.l.Word(i)) != r.l.Word(i) && !b.hasClock) {
		return 0
	}
	b.zone = z
	return n
}

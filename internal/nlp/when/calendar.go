package when

import "time"

// calendar resolves a bag with a month or a year.
func (c *context) calendar(b *bag, i int) (span, bool) {
	year := b.year
	if year == 0 {
		if c.anchor.IsZero() {
			return span{}, false
		}
		year = c.yearOf(b, i)
	}
	var s span
	switch {
	case b.day > 0:
		s = one(c.date(year, b.month, b.day))
		if s.start.Day() != b.day {
			return s, false // 31 June
		}
		if b.dayTo > b.day {
			s.end = c.date(year, b.month, b.dayTo)
		}
		if b.weekday > 0 && b.weekday != weekday(s.start) && b.weekday != weekday(s.end) {
			s.note = Mismatch
		}
		return s, true
	case b.week > 0:
		s = span{start: c.date(year, b.month, 7*b.week-6), end: c.date(year, b.month, 7*b.week)}
	case b.month > 0:
		s = c.monthsFrom(year, b.month, 1)
	case b.decade:
		s = span{start: c.date(year, 1, 1), end: c.date(year+9, 12, 31)}
	case b.yearTo > year:
		s = span{start: c.date(year, 1, 1), end: c.date(b.yearTo, 12, 31)}
	case b.quarter > 0:
		s = c.monthsFrom(year, b.quarter*3-2, 3)
	case b.half > 0:
		s = c.monthsFrom(year, b.half*6-5, 6)
	case b.season[0] > 0:
		s = c.season(year, b.season)
	default:
		s = c.monthsFrom(year, 1, 12)
	}
	return edge(s, b.edge), true
}

// monthsFrom returns n months from a month on.
func (c *context) monthsFrom(year, month, n int) span {
	return span{start: c.date(year, month, 1), end: c.date(year, month+n, 0)}
}

// season returns a season of a year; one over the new year belongs to the
// year that it begins in.
func (c *context) season(year int, months [2]int) span {
	n := months[1] - months[0] + 1
	if n <= 0 {
		n += 12
	}
	return c.monthsFrom(year, months[0], n)
}

// yearOf finds the year of a month or a day without one: that of a neighbour
// in the sentence, else the one nearest to publication, the past rather than
// the future where the words do not say.
func (c *context) yearOf(b *bag, i int) int {
	now := c.anchor
	if b.unit == "year" {
		return now.Year() + shift(b.cue)
	}
	if b.day == 0 {
		for _, j := range []int{i + 1, i + 2, i - 1} {
			if j < 0 || j >= len(c.bags) || c.bags[j].year == 0 || c.bags[j].month == 0 || !c.l.Same(b.first, c.bags[j].first) {
				continue
			}
			if (j-i)*(c.bags[j].month-b.month) > 0 { // months in their order
				return c.bags[j].year
			}
		}
	}
	months := b.month - int(now.Month())
	switch {
	case b.cue == past && b.day == 0 && months == 0:
		return now.Year() - 1
	case b.cue == past && c.date(now.Year(), b.month, max(b.day, 1)).After(now):
		return now.Year() - 1
	case b.cue == next && c.date(now.Year(), b.month, max(b.day, 28)).Before(now):
		return now.Year() + 1
	case b.cue != "":
		return now.Year()
	case (months > 4 || months > 3 && b.day == 0) && !c.ahead(b):
		return now.Year() - 1
	case months < -6 && c.ahead(b), months < -9:
		return now.Year() + 1
	}
	return now.Year()
}

// edge narrows a span to its beginning, middle or end: the end is its last
// day when it is a month, the last third or quarter otherwise.
func edge(s span, kind string) span {
	days := int(s.end.Sub(s.start).Hours()/24+.5) + 1
	month, year := days <= 31 && days >= 28, days >= 365 && days <= 366
	cut := func(from, to int) span {
		return span{start: s.start.AddDate(0, 0, from), end: s.start.AddDate(0, 0, to), note: s.note}
	}
	switch {
	case kind == early && month:
		return cut(0, 9)
	case kind == mid && month:
		return cut(10, 19)
	case kind == late && month:
		return span{start: s.end, end: s.end, note: Edge}
	case kind == early && year:
		return span{start: s.start, end: s.start.AddDate(0, 3, -1)}
	case kind == mid && year:
		return span{start: s.start.AddDate(0, 4, 0), end: s.start.AddDate(0, 8, -1)}
	case kind == late && year:
		return span{start: s.start.AddDate(0, 9, 0), end: s.end}
	case kind == early:
		return cut(0, days/3-1)
	case kind == mid:
		return cut(days/3, days*2/3-1)
	case kind == late:
		return cut(days*2/3, days-1)
	}
	return s
}

// period resolves weeks, months and years told by a cue.
func (c *context) period(b *bag) (span, bool) {
	base := c.anchor
	if b.cue == previous || b.cue == following {
		if n := len(c.out); n > 0 && c.out[n-1].StartDay {
			base = c.out[n-1].Start
		}
	}
	n := shift(b.cue)
	y, m, today := base.Year(), int(base.Month()), c.day(base)
	if b.edge != "" && (b.cue == "" || b.just && b.cue == next) {
		n = 0 // "akhir tahun nanti" is of this year
	}
	var s span
	switch {
	case b.season[0] > 0:
		s = c.season(y+c.seasonShift(b, n), b.season)
	case b.quarter > 0 || b.half > 0:
		return c.calendar(&bag{quarter: b.quarter, half: b.half, year: y + n, edge: b.edge}, 0)
	case b.weekend && b.cue == "" && (b.edge != "" || c.looks(b) != forward):
		return s, false // of any week
	case b.weekend:
		if b.just && (weekday(today) >= 6 || b.cue == next || c.looks(b) == forward) {
			n = 0 // told on the weekend itself, or before it
		}
		monday := today.AddDate(0, 0, 1-weekday(today)+7*n)
		s = span{start: monday.AddDate(0, 0, 5), end: monday.AddDate(0, 0, 6)}
	default:
		var ok bool
		if s, ok = c.units(b.unit, y, m, today, n); !ok {
			return s, false
		}
	}
	return edge(s, b.edge), true
}

// seasonShift is n for a season told by "last year"; one told by "last" alone
// is the last that is over.
func (c *context) seasonShift(b *bag, n int) int {
	if b.unit == "year" || n >= 0 {
		return n
	}
	if int(c.anchor.Month()) > b.season[1] && b.season[0] < b.season[1] {
		return 0
	}
	return -1
}

// units returns the calendar unit n after that of a day.
func (c *context) units(unit string, y, m int, today time.Time, n int) (span, bool) {
	switch unit {
	case "day":
		return one(today.AddDate(0, 0, n)), true
	case "week":
		monday := today.AddDate(0, 0, 1-weekday(today)+7*n)
		return span{start: monday, end: monday.AddDate(0, 0, 6)}, true
	case "month":
		return c.monthsFrom(y, m+n, 1), true
	case "quarter":
		return c.monthsFrom(y, (m-1)/3*3+1+3*n, 3), true
	case "semester":
		return c.monthsFrom(y, (m-1)/6*6+1+6*n, 6), true
	case "year":
		return c.monthsFrom(y+n, 1, 12), true
	case "decade":
		return c.monthsFrom(y/10*10+10*n, 1, 120), true
	case "century":
		return c.monthsFrom((y-1)/100*100+1+100*n, 1, 1200), true
	}
	return span{}, false
}

// counted resolves a number of units back or ahead: hours give an instant,
// days a day, longer units the unit that it falls into; a window ("the last
// two weeks") runs from there to the day of publication.
// A step from an event that stands behind a day tells which day that is:
// "Minggu (8/6), sehari setelah penembakan".
func (c *context) counted(b *bag, i int) (span, bool) {
	if n := len(c.dates); (b.way == after || b.way == before) && i > 0 && n > 0 && c.bags[i-1].fixed() && c.bags[i-1].last == b.first-1 && c.l.Lower(b.first-1) == "," {
		return one(c.dates[n-1].day), true
	}
	if b.way == sameDay {
		return c.lastDay(b)
	}
	base := c.anchor
	n := b.count
	switch b.way {
	case later, earlier, previous, following, after, before, morrow:
		d, ok := c.before(b)
		if !ok {
			return span{}, false
		}
		base = d
	}
	if base.IsZero() || n > 4000 {
		return span{}, false
	}
	switch b.way {
	case ago, past, earlier, before, previous, recent:
		n = -n
	}
	switch b.unit {
	case "second", "minute", "hour":
		return c.clockStep(b, base, n)
	}
	if b.way == recent {
		return span{start: c.step(base, b.unit, n), end: c.day(base)}, true
	}
	if b.way == ahead || b.way == next {
		return span{start: c.day(base), end: c.step(base, b.unit, n)}, true
	}
	if unit := b.unit; unit == "month" || unit == "year" || unit == "decade" || unit == "century" || (unit == "week" && b.count > 1) {
		t := c.step(base, unit, n)
		return c.units(unit, t.Year(), int(t.Month()), t, 0)
	}
	return one(c.step(base, b.unit, n)), true
}

// lastDay returns the day that was told last, not long before b and not as that
// of a statement: "on the same day".
func (c *context) lastDay(b *bag) (span, bool) {
	sentence := c.l.At(b.first).Sentence
	for i := len(c.dates) - 1; i >= 0 && sentence-c.dates[i].sentence <= memory; i-- {
		if !c.dates[i].said {
			return one(c.dates[i].day), true
		}
	}
	return span{}, false
}

// memory is how many sentences back a day may stand that is spoken of.
const memory = 4

// clockStep resolves "two hours ago" against a publication with a clock time.
func (c *context) clockStep(b *bag, base time.Time, n int) (span, bool) {
	if b.way != ago && b.way != past && b.way != recent {
		return span{}, false
	}
	unit := map[string]time.Duration{"second": time.Second, "minute": time.Minute, "hour": time.Hour}[b.unit]
	t := base.Add(time.Duration(n) * unit)
	if b.way == recent {
		return span{t, base, true, ""}, true
	}
	return span{t, t, true, ""}, true
}

// before returns the day that a step is counted from: the last one of the
// sentence, or of the one before it unless the step names its own event ("three
// days after the vote"). The morrow is not that of a late day in a sentence
// before that tells what someone said.
func (c *context) before(b *bag) (time.Time, bool) {
	sentence := c.l.At(b.first).Sentence
	if b.way == later || b.way == morrow || b.way == earlier || b.way == previous || b.way == following {
		sentence--
	}
	for i := len(c.dates) - 1; i >= 0 && c.dates[i].sentence >= sentence; i-- {
		if d := c.dates[i]; !d.said && !(b.way == morrow && d.sentence == sentence && c.says(sentence) && c.day(c.anchor).Sub(d.day) <= 3*24*time.Hour) {
			return d.day, true
		}
	}
	return time.Time{}, false
}

// step returns the day n units after that of t.
func (c *context) step(t time.Time, unit string, n int) time.Time {
	d := c.day(t)
	switch unit {
	case "day":
		return d.AddDate(0, 0, n)
	case "week":
		return d.AddDate(0, 0, 7*n)
	case "fortnight":
		return d.AddDate(0, 0, 14*n)
	case "month":
		return d.AddDate(0, n, 0)
	case "quarter":
		return d.AddDate(0, 3*n, 0)
	case "semester":
		return d.AddDate(0, 6*n, 0)
	case "decade":
		return d.AddDate(10*n, 0, 0)
	case "century":
		return d.AddDate(100*n, 0, 0)
	}
	return d.AddDate(n, 0, 0)
}

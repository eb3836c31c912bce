package when

import (
	"time"

	"github.com/selisik/selisik/internal/nlp/token"
)

// context resolves the bags of one text in order.
type context struct {
	*reader
	t       *token.Text
	anchor  time.Time // of publication; zero if not known
	bags    []bag
	out     []Expression
	dates   []dated   // the days that were resolved so far
	places  []place   // nil until a clock time without a zone asks
	seen    bool      // places were looked for
	clock   time.Time // the last that was told, and its sentence
	clockAt int32
	clocked int // days that were resolved when it was
}

// dated is a day that the text speaks of.
type dated struct {
	day      time.Time
	sentence int32
	said     bool // the day of publication beside a word of saying
	night    bool // told as an evening, which goes on into the next day
}

// span is what a bag resolves to.
type span struct {
	start, end time.Time
	clock      bool // instants, not days
	note       string
}

func (c *context) resolveAll() []Expression {
	for i := range c.bags {
		b := &c.bags[i]
		s, ok := c.resolve(i)
		ok = ok && told(s.start) && told(s.end)
		if !ok {
			continue
		}
		c.out = append(c.out, Expression{
			Span: c.l.SpanOf(b.first, b.last), Start: s.start, End: s.end,
			StartDay: !s.clock, EndDay: !s.clock, Note: s.note,
		})
		c.note(b, s)
	}
	return c.out
}

// told reports whether a time lies in the years that dates are written for, in
// any zone: three thousand years ago is no date.
func told(t time.Time) bool { return t.IsZero() || t.Year() > 0 && t.Year() < 9999 }

// note keeps a resolved day for the clock times and steps that follow.
func (c *context) note(b *bag, s span) {
	if !b.fixed() && !b.hasClock && b.way != morrow {
		return
	}
	day := c.day(s.start)
	sentence := c.l.At(b.first).Sentence
	c.dates = append(c.dates, dated{day, sentence, day.Equal(c.day(c.anchor)) && c.says(sentence), b.hasPart && !b.hasClock && b.part.from >= evening})
	if s.clock && s.start.Equal(s.end) {
		c.clock, c.clockAt, c.clocked = s.start, sentence, len(c.dates)
	}
}

// evening is the minute from which a part of the day is of the night.
const evening = 18 * 60

// of returns the day of a clock time that is told of d: after midnight that of
// an evening is the next.
func (d dated) of(b *bag) time.Time {
	if d.night && b.hasClock && b.clock.hour < nightEnds && (!b.hasPart || b.part.from < evening) {
		return d.day.AddDate(0, 0, 1)
	}
	return d.day
}

// nightEnds is the hour at which a night is over.
const nightEnds = 4

// says reports whether a word of saying stands in the sentence.
func (c *context) says(sentence int32) bool {
	s := c.t.Sentences[sentence]
	for i := c.first(s.Start); i < c.l.Len() && c.l.Pieces[i].Sentence == sentence; i++ {
		if _, n := c.reader.says.Match(c.l, i); n > 0 {
			return true
		}
	}
	return false
}

// first returns the index of the first piece at or after byte b.
func (c *context) first(b int) int {
	lo, hi := 0, c.l.Len()
	for lo < hi {
		m := (lo + hi) / 2
		if c.l.Pieces[m].Start >= b {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// zone returns the zone of calendar days.
func (c *context) zone() *time.Location {
	if c.anchor.IsZero() {
		return c.home
	}
	return c.anchor.Location()
}

// day returns midnight of t's calendar day.
func (c *context) day(t time.Time) time.Time { return c.date(t.Year(), int(t.Month()), t.Day()) }

// date returns a day of the calendar; days out of a month's range roll over.
func (c *context) date(y, m, d int) time.Time {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, c.zone())
}

// resolve turns bag i, which may be a range, into bounds.
func (c *context) resolve(i int) (span, bool) {
	b := c.bags[i]
	if b.to == nil {
		return c.single(&b, i)
	}
	e := *b.to
	e.first = b.first
	share(&b, &e)
	e.ranged = true
	end, ok := c.single(&e, i)
	if !ok {
		return span{}, false
	}
	if b.hasClock && !b.dated() {
		b.day, b.month, b.year = end.start.Day(), int(end.start.Month()), end.start.Year()
	}
	start, ok := c.single(&b, i)
	if ok && e.dayTo > 0 && b.day == 0 {
		start = end // "Saturday-Sunday (14-15/6)"
	}
	if ok && e.month == 0 && e.weekday > 0 && end.end.Before(start.start) {
		end.end = end.end.AddDate(0, 0, 7) // "Monday to Wednesday", told on Tuesday
	}
	if ok && start.clock && end.clock && end.end.Before(start.start) && b.hasClock {
		end.end = end.end.AddDate(0, 0, 1) // "from 22.00 to 04.00"
	}
	if !ok || end.end.Before(start.start) {
		return span{}, false
	}
	return span{start.start, end.end, start.clock && end.clock, start.note}, true
}

// share gives each end of a range the parts that only the other tells.
func share(b, e *bag) {
	if b.year == 0 {
		b.year = e.year
		if b.month > e.month && b.year > 0 {
			b.year--
		}
	}
	if b.month == 0 && b.day > 0 {
		b.month = e.month
	}
	if b.zone == nil {
		b.zone = e.zone
	}
	b.local = b.local || e.local
	if b.cue == "" {
		b.cue = e.cue
	}
	if e.hasClock && !e.dated() && b.dated() { // "Monday 10.00 to 12.00"
		e.weekday, e.day, e.month, e.year, e.rel, e.hasRel = b.weekday, b.day, b.month, b.year, b.rel, b.hasRel
	}
}

// single resolves one bag.
func (c *context) single(b *bag, i int) (span, bool) {
	s, ok := c.days(b, i)
	if !ok {
		return s, false
	}
	switch {
	case b.hasClock:
		return c.atClock(b, s), true
	case b.hasPart && s.start.Equal(s.end):
		z := c.clockZone(b)
		at := func(m, sec int) time.Time {
			return time.Date(s.start.Year(), s.start.Month(), s.start.Day(), 0, m, sec, 0, z)
		}
		return span{at(b.part.from, 0), at(b.part.to, 59), true, s.note}, true
	}
	return s, true
}

// atClock sets a clock time on a day.
func (c *context) atClock(b *bag, s span) span {
	k := b.clock
	if b.hasPart && k.hour < 12 && !b.part.holds(k.hour) && b.part.holds(k.hour+12) {
		k.hour += 12
	}
	t := time.Date(s.start.Year(), s.start.Month(), s.start.Day(), k.hour, k.minute, k.second, 0, c.clockZone(b))
	switch {
	case b.hasRel && b.hasPart && b.part.from >= 18*60 && k.hour < 6:
		t = t.AddDate(0, 0, 1) // "00.20 last night" is this morning
	case b.dated():
	case c.follows(to, b.first) && !c.clock.IsZero() && t.Before(c.clock) && c.clock.Sub(t) < 24*time.Hour:
		t = t.AddDate(0, 0, 1) // "until 00.20" after "at 23.55"
	case c.late(b, t):
		t = t.AddDate(0, 0, 1) // "01.15" after "at 23.30"
	}
	return span{t, t, true, s.note}
}

// late reports whether t is an hour after midnight that is told of the evening
// before: after a clock time of it in the sentence or in the one before, and no
// other day since.
func (c *context) late(b *bag, t time.Time) bool {
	last := c.clock
	return !last.IsZero() && c.clocked == len(c.dates) && c.l.At(b.first).Sentence-c.clockAt <= 1 && last.Hour() >= evening/60 && t.Hour() < nightEnds &&
		t.Before(last) && last.Sub(t) < 24*time.Hour
}

func (p daypart) holds(hour int) bool { return hour*60 >= p.from-60 && hour*60 <= p.to }

// days resolves the calendar parts of a bag.
func (c *context) days(b *bag, i int) (span, bool) {
	switch {
	case b.way != "":
		return c.counted(b, i)
	case b.month > 0 || b.year > 0:
		return c.calendar(b, i)
	case c.anchor.IsZero():
		if b.hasClock && !b.dated() {
			return c.spoken(b)
		}
		return span{}, false
	case b.weekday > 0:
		return one(c.weekdayOf(b)), true
	case b.hasRel:
		return one(c.day(c.anchor).AddDate(0, 0, b.rel)), true
	case b.unit != "" || b.weekend || b.season[0] > 0 || b.quarter > 0 || b.half > 0:
		return c.period(b)
	}
	return c.spoken(b)
}

func one(t time.Time) span { return span{start: t, end: t} }

// spoken returns the day that the text speaks of, for a clock time or a part
// of the day without a date.
func (c *context) spoken(b *bag) (span, bool) {
	today := c.day(c.anchor)
	if b.hasPart && b.cue != "" && !c.anchor.IsZero() {
		return one(c.partDay(b, today)), true
	}
	if d, ok := c.nearest(b); ok {
		return one(d), true
	}
	if c.anchor.IsZero() {
		return span{}, false
	}
	at := time.Date(today.Year(), today.Month(), today.Day(), b.clock.hour, b.clock.minute, 0, 0, c.clockZone(b))
	if at.Sub(c.anchor) > time.Hour && !b.ranged && !c.ahead(b) && c.anchor.Hour()+c.anchor.Minute() > 0 {
		return one(today.AddDate(0, 0, -1)), true
	}
	return one(today), true
}

// partDay resolves "malam ini", "dini hari nanti", "tadi pagi": a part of the
// day that the publication stands in, before or after.
func (c *context) partDay(b *bag, today time.Time) time.Time {
	now := c.anchor.Hour()*60 + c.anchor.Minute()
	switch {
	case b.cue == next && b.part.to < now:
		return today.AddDate(0, 0, 1)
	case b.cue == past && b.part.from > now && now > 0:
		return today.AddDate(0, 0, -1)
	}
	return today
}

// nearest returns the day that the text speaks of around a sentence: one in
// it, else the last before it that is not the day of a statement, else the
// last.
func (c *context) nearest(b *bag) (time.Time, bool) {
	sentence := c.l.At(b.first).Sentence
	for i := len(c.dates) - 1; i >= 0; i-- {
		if d := c.dates[i]; d.sentence == sentence && !d.said {
			return d.of(b), true
		}
	}
	if d, ok := c.coming(b, sentence); ok {
		return d, true
	}
	for i := len(c.dates) - 1; i >= 0; i-- {
		if !c.dates[i].said {
			return c.dates[i].of(b), true
		}
	}
	return time.Time{}, false
}

// coming returns the first single day that the sentence tells after b.
func (c *context) coming(b *bag, sentence int32) (time.Time, bool) {
	for i := range c.bags {
		o := &c.bags[i]
		if o.first <= b.first || !o.fixed() || o.to != nil || c.l.At(o.first).Sentence != sentence {
			continue
		}
		s, ok := c.days(o, i)
		said := s.start.Equal(c.day(c.anchor)) && c.says(sentence)
		return s.start, ok && !said
	}
	return time.Time{}, false
}

// weekdayOf resolves a weekday without a date: by a cue; else as the sentence
// looks; else as the day of that name that the text tells with its date; else
// the last one up to the day of publication.
func (c *context) weekdayOf(b *bag) time.Time {
	today := c.day(c.anchor)
	back := (weekday(today) - b.weekday + 7) % 7
	last := today.AddDate(0, 0, -back)
	switch {
	case b.unit == "week":
		monday := today.AddDate(0, 0, 1-weekday(today)+7*shift(b.cue))
		return monday.AddDate(0, 0, b.weekday-1)
	case b.cue == past && back == 0 && !b.just:
		return today.AddDate(0, 0, -7)
	case b.hasRel:
		return closest(today.AddDate(0, 0, b.rel), b.weekday)
	case b.cue == next:
		return last.AddDate(0, 0, 7)
	case b.cue != this && b.cue != "" || back == 0:
		return last
	}
	d := c.looks(b)
	if d == unknown || d.comes(back) && d != forward {
		if day, ok := c.elsewhere(b, last); ok {
			return day
		}
	}
	if d.comes(back) {
		return last.AddDate(0, 0, 7)
	}
	return last
}

// elsewhere returns the day that the text tells with its date and is the last
// weekday of b up to publication, or the next.
func (c *context) elsewhere(b *bag, last time.Time) (time.Time, bool) {
	next := last.AddDate(0, 0, 7)
	var ahead bool
	for i := range c.bags {
		o := &c.bags[i]
		if o.day == 0 || o.month == 0 || o.to != nil {
			continue
		}
		switch s, ok := c.calendar(o, i); {
		case ok && s.start.Equal(last):
			return last, true
		case ok && s.start.Equal(next):
			ahead = true
		}
	}
	return next, ahead
}

// closest returns the weekday nearest to a day: "today, Tuesday" that was
// written after midnight is yesterday.
func closest(day time.Time, of int) time.Time {
	n := (of - weekday(day) + 7) % 7
	if n > 3 {
		n -= 7
	}
	return day.AddDate(0, 0, n)
}

func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func shift(cue string) int {
	switch cue {
	case past, previous:
		return -1
	case next, following:
		return 1
	}
	return 0
}

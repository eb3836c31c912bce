package face

import (
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/dossier"
)

const dayLayout = "2006-01-02"

// Date writes a time of the dossier (RFC 3339, or a day alone) for readers:
// "13 Agu 2025, 08.01 WIB". What is neither is shown as it stands.
func (w *Words) Date(s string) string {
	if t, err := time.Parse(dayLayout, s); err == nil {
		return w.day(t)
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return Line(s)
	}
	t = w.at(t)
	return w.Say("datetime", "day", w.day(t), "clock", t.Format(w.Say("clock")), "zone", w.zone(t))
}

// DayOf writes only the calendar day of a time.
func (w *Words) DayOf(s string) string {
	if len(s) > len(dayLayout) {
		s = s[:len(dayLayout)]
	}
	return w.Date(s)
}

// Span writes the time from start to end, as short as it can be said: a whole
// year as the year, a month as the month.
func (w *Words) Span(start, end string) string {
	if end == "" || start == end {
		return w.Date(start)
	}
	a, errA := time.Parse(dayLayout, start)
	b, errB := time.Parse(dayLayout, end)
	if errA != nil || errB != nil {
		return w.hours(start, end)
	}
	next := b.AddDate(0, 0, 1)
	switch {
	case a.YearDay() == 1 && next.YearDay() == 1 && a.Year() == b.Year():
		return strconv.Itoa(a.Year())
	case a.YearDay() == 1 && next.YearDay() == 1:
		return strconv.Itoa(a.Year()) + "–" + strconv.Itoa(b.Year())
	case a.Day() == 1 && next.Day() == 1 && a.Year() == b.Year() && a.Month() == b.Month():
		return w.month(a) + " " + strconv.Itoa(a.Year())
	case a.Year() == b.Year() && a.Month() == b.Month():
		return strconv.Itoa(a.Day()) + "–" + w.day(b)
	case a.Year() == b.Year():
		return strconv.Itoa(a.Day()) + " " + w.month(a) + " – " + w.day(b)
	}
	return w.day(a) + " – " + w.day(b)
}

// hours writes the time from start to end where either has a clock: on one day
// the day once.
func (w *Words) hours(start, end string) string {
	a, errA := time.Parse(time.RFC3339, start)
	b, errB := time.Parse(time.RFC3339, end)
	if errA != nil || errB != nil || w.day(a) != w.day(b) || w.zone(a) != w.zone(b) {
		return w.Date(start) + " – " + w.Date(end)
	}
	a, b = w.at(a), w.at(b)
	clock := w.Say("clock")
	return w.Say("datetime", "day", w.day(a), "clock", a.Format(clock)+"–"+b.Format(clock), "zone", w.zone(a))
}

// Days writes the days from the first to the last publication of a story, ""
// if neither is known.
func (w *Words) Days(s *dossier.Story) string {
	if s.FirstPublished == nil || s.LastPublished == nil {
		return ""
	}
	return w.Span(cutDay(*s.FirstPublished), cutDay(*s.LastPublished))
}

func cutDay(s string) string { return s[:min(len(s), len(dayLayout))] }

// Published writes an article's time of publication, and says so if it is not
// known.
func (w *Words) Published(p *dossier.Published) string {
	if p == nil {
		return w.Say("undated")
	}
	return w.Date(p.Time)
}

func (w *Words) day(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + w.month(t) + " " + strconv.Itoa(t.Year())
}

func (w *Words) month(t time.Time) string {
	if len(w.months) == 12 {
		return w.months[t.Month()-1]
	}
	return t.Format("01")
}

// zone names the offset of t: by the language's own name, else "UTC+2".
func (w *Words) zone(t time.Time) string {
	offset := t.Format("-07:00")
	if name := w.Label("zone", offset); name != offset {
		return name
	}
	if offset == "+00:00" {
		return "UTC"
	}
	return "UTC" + offset[:1] + strings.TrimSuffix(strings.TrimPrefix(offset[1:], "0"), ":00")
}

// In returns the words with times written in a zone, which the reader chose;
// nil is the zone that each time came with.
func (w *Words) In(zone *time.Location) *Words {
	out := *w
	out.zoned = zone
	return &out
}

func (w *Words) at(t time.Time) time.Time {
	if w.zoned == nil {
		return t
	}
	return t.In(w.zoned)
}

// Time writes a point in time for readers.
func (w *Words) Time(t time.Time) string { return w.Date(t.Format(time.RFC3339)) }

// Lately writes a past time as lists do, as short as it can be told apart: the
// clock of today, the day and the clock of this year, else the day.
func (w *Words) Lately(t, now time.Time) string {
	t, now = w.at(t), w.at(now)
	switch clock := t.Format(w.Say("clock")); {
	case sameDay(t, now.In(t.Location())):
		return clock
	case t.Year() == now.Year():
		return strconv.Itoa(t.Day()) + " " + w.month(t) + " " + clock
	}
	return w.day(t)
}

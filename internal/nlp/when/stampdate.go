package when

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ymd is a calendar day.
type ymd struct {
	year  int
	month time.Month
	day   int
}

// date finds the first date with a year in the fields of a stamp. It returns
// the fields [at, after) that it takes up; at is -1 if there is none.
func (s *Stamper) date(f []string) (d ymd, at, after int) {
	for i := range f {
		for _, read := range []func([]string) (ymd, int){s.yearFirst, s.dayMonth, s.monthDay, s.figures} {
			if d, n := read(f[i:]); n > 0 && d.possible() {
				return d, i, i + n
			}
		}
	}
	return ymd{}, -1, 0
}

func (d ymd) possible() bool {
	return d.year > 1970 && d.year < 2200 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31
}

// yearFirst reads 2025-06-10 and 2025/06/10.
func (s *Stamper) yearFirst(f []string) (ymd, int) {
	if len(f) < 5 || len(f[0]) != 4 || !separates(f[1]) || f[1] != f[3] {
		return ymd{}, 0
	}
	return ymd{number(f[0]), time.Month(number(f[2])), number(f[4])}, 5
}

// dayMonth reads 10 Juni 2025, 10-Jun-2025 and 10th of June, 2025.
func (s *Stamper) dayMonth(f []string) (ymd, int) {
	day := number(f[0])
	i := s.skip(f, 1)
	if day < 1 || i >= len(f) || s.months[f[i]] == 0 {
		return ymd{}, 0
	}
	month := s.months[f[i]]
	if i = s.skip(f, i+1); i >= len(f) {
		return ymd{}, 0
	}
	if next := s.skip(f, i+1); len(f[i]) <= 2 && next < len(f) && f[i+1] == "," && len(f[next]) == 4 && number(f[next]) > 0 {
		return ymd{}, 0 // "GMT+7, June 11, 2025"
	}
	return ymd{year(f[i]), month, day}, i + 1
}

// monthDay reads June 10, 2025.
func (s *Stamper) monthDay(f []string) (ymd, int) {
	i := s.skip(f, 1)
	if s.months[f[0]] == 0 || i >= len(f) {
		return ymd{}, 0
	}
	day := number(f[i])
	if i = s.skip(f, i+1); i >= len(f) || len(f[i]) != 4 {
		return ymd{}, 0
	}
	return ymd{year(f[i]), s.months[f[0]], day}, i + 1
}

// figures reads 10/06/2025, 10-06-25 and 10.06.2025 in the order of the first
// pack, unless only the other order is possible.
func (s *Stamper) figures(f []string) (ymd, int) {
	if len(f) < 5 || len(f[0]) > 2 || !separates(f[1]) || f[1] != f[3] {
		return ymd{}, 0
	}
	day, month := number(f[0]), number(f[2])
	if (s.byMonth && day <= 12) || month > 12 {
		day, month = month, day
	}
	return ymd{year(f[4]), time.Month(month), day}, 5
}

// clock finds the first time of day and the zone after it in the fields of a
// stamp. precise is false if there is none.
func (s *Stamper) clock(f []string) (hour, minute int, zone *time.Location, precise bool) {
	for i := range f {
		h, m, n := timeOfDay(f[i:])
		if n == 0 {
			continue
		}
		return h, m, s.zone(f[i+n:]), true
	}
	return 0, 0, s.home, false
}

// timeOfDay reads 19:30, 19.30:05, 7:30 pm and 7 pm at the start of f. It
// returns how many fields it takes up, 0 if none.
func timeOfDay(f []string) (hour, minute, n int) {
	hour, n = number(f[0]), 1
	if hour < 0 || len(f[0]) > 2 || len(f) < 2 {
		return 0, 0, 0
	}
	if len(f) > 2 && clockMark(f[1]) && len(f[2]) == 2 {
		minute, n = number(f[2]), 3
		if len(f) > 4 && f[3] == ":" && number(f[4]) >= 0 {
			n = 5 // seconds
		}
	}
	half := ""
	if n < len(f) {
		half = f[n]
	}
	switch {
	case half == "am" || half == "pm":
		hour, n = hour%12, n+1
		if half == "pm" {
			hour += 12
		}
	case n == 1:
		return 0, 0, 0
	}
	if hour > 23 || minute < 0 || minute > 59 {
		return 0, 0, 0
	}
	return hour, minute, n
}

// zone reads the zone at the start of f: a name of the packs, +0700, GMT+7.
func (s *Stamper) zone(f []string) *time.Location {
	for len(f) > 0 && f[0] == "(" {
		f = f[1:]
	}
	if len(f) == 0 {
		return s.home
	}
	named := s.zones[f[0]]
	if named != nil {
		f = f[1:]
	}
	if len(f) > 1 && (f[0] == "+" || f[0] == "-") && (named == nil || named == time.UTC) {
		if z := offset(f); z != nil {
			return z
		}
	}
	if named != nil {
		return named
	}
	return s.home
}

// offset reads +7, +07:00, +0700 and +700.
func offset(f []string) *time.Location {
	hours, minutes := number(f[1]), 0
	switch {
	case len(f[1]) == 3 || len(f[1]) == 4:
		hours, minutes = hours/100, hours%100
	case len(f[1]) > 2:
		return nil
	case len(f) > 3 && f[2] == ":" && len(f[3]) == 2:
		minutes = number(f[3])
	}
	if hours < 0 || hours > 14 || minutes < 0 || minutes > 59 {
		return nil
	}
	sec := hours*3600 + minutes*60
	if f[0] == "-" {
		sec = -sec
	}
	return time.FixedZone("", sec)
}

// number reads a run of up to four digits, -1 if f is none.
func number(f string) int {
	n, err := strconv.Atoi(f)
	if err != nil || len(f) > 4 {
		return -1
	}
	return n
}

// year reads four digits, or two of this century.
func year(f string) int {
	n := number(f)
	if len(f) == 2 && n >= 0 {
		return 2000 + n
	}
	if len(f) != 4 {
		return -1
	}
	return n
}

func separates(f string) bool { return f == "-" || f == "/" || f == "." }

func clockMark(f string) bool { return f == ":" || f == "." }

// skip returns the index of the first field from i on that is neither a mark
// nor a filler of the packs.
func (s *Stamper) skip(f []string, i int) int {
	for i < len(f) && (strings.Contains(",.-/", f[i]) || s.fills(f[i])) {
		i++
	}
	return i
}

func (s *Stamper) fills(f string) bool {
	return slices.ContainsFunc(s.fillers, func(re *regexp.Regexp) bool { return re.MatchString(f) })
}

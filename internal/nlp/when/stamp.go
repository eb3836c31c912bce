package when

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/lang"
)

// Stamper reads publication stamps: the strings in which pages, feeds and
// records tell when an article appeared. It is immutable and safe for use by
// several goroutines.
type Stamper struct {
	months  map[string]time.Month
	zones   map[string]*time.Location
	home    *time.Location // where a stamp names no zone
	byMonth bool           // 6/10 is June 10
	ago     []relative
	fillers []*regexp.Regexp // what stands between day, month and year
}

// relative is a pattern whose first group counts units back from now.
type relative struct {
	pattern *regexp.Regexp
	unit    time.Duration
}

// agoUnits are the kinds of pattern for stamps like "3 jam lalu".
var agoUnits = []struct {
	kind string
	unit time.Duration
}{
	{"stamp-ago-minute", time.Minute}, {"stamp-ago-hour", time.Hour}, {"stamp-ago-day", 24 * time.Hour}, {"stamp-ago-week", 7 * 24 * time.Hour},
}

// NewStamper builds a stamper from months, zones and patterns of all packs
// given; where they differ the first wins, and it alone says in which zone a
// stamp without one is and whether the day or the month comes first.
func NewStamper(packs ...*lang.Pack) *Stamper {
	s := &Stamper{months: map[string]time.Month{}, zones: map[string]*time.Location{}, home: time.UTC}
	for i, p := range packs {
		if i == 0 {
			s.home, s.byMonth = location(p.Zone), p.DateOrder == "mdy"
		}
		for form, n := range p.Map("months") {
			if m, err := strconv.Atoi(n); err == nil && s.months[form] == 0 {
				s.months[form] = time.Month(m)
			}
		}
		for form, offset := range p.Map("zones") {
			if s.zones[form] == nil {
				s.zones[form] = location(offset)
			}
		}
		s.fillers = append(s.fillers, p.Patterns("stamp-filler")...)
		for _, a := range agoUnits {
			for _, re := range p.Patterns(a.kind) {
				s.ago = append(s.ago, relative{re, a.unit})
			}
		}
	}
	return s
}

// In returns a reader that takes stamps without a zone to be in this one. Where
// that is the zone of a country outside of America, days stand before months.
func (s *Stamper) In(home *time.Location) *Stamper {
	other := *s
	other.home = home
	if name := home.String(); strings.Contains(name, "/") && !strings.HasPrefix(name, "America/") {
		other.byMonth = false
	}
	return &other
}

// Home returns the zone of stamps that name none.
func (s *Stamper) Home() *time.Location { return s.home }

// Zoned reports whether a stamp names its zone, or needs none.
func (s *Stamper) Zoned(str string, now time.Time) bool {
	here, _, ok := s.In(time.UTC).Stamp(str, now)
	there, _, _ := s.In(elsewhere).Stamp(str, now)
	return ok && here.Equal(there)
}

// elsewhere is a zone in which no clock shows what those in UTC do.
var elsewhere = time.FixedZone("", 3600)

// location turns "+07:00" into a fixed zone, and the name of a zone with its
// summer time ("America/New_York") into that; UTC if it is neither.
func location(offset string) *time.Location {
	t, err := time.Parse("-07:00", offset)
	if err != nil {
		if z, err := time.LoadLocation(offset); err == nil && strings.Contains(offset, "/") {
			return z
		}
		return time.UTC
	}
	_, sec := t.Zone()
	if sec == 0 {
		return time.UTC
	}
	return time.FixedZone(offset, sec)
}

// Stamp reads a publication stamp as pages print it ("Diperbarui 10 Jun 2025,
// 19:30 WIB", RFC 3339, RFC 1123, seconds since 1970, "3 jam lalu"). The time
// is in the zone that the stamp names, else in that of the first pack. precise
// tells that it has the minute. now resolves stamps that count back; zero
// leaves those unread. ok is false if s holds no date with its year. If s
// holds several dates the first is taken.
func (s *Stamper) Stamp(str string, now time.Time) (t time.Time, precise, ok bool) {
	str = strings.TrimSpace(str)
	if len(str) > maxStamp {
		return t, false, false
	}
	if t, ok := epoch(str); ok {
		return fixed(t.In(s.home)), true, true
	}
	if t, ok := s.machine(str); ok {
		return fixed(t), true, true
	}
	if t, ok := s.back(str, now); ok {
		return fixed(t), true, true
	}
	t, precise, ok = s.printed(str)
	return fixed(t), precise, ok
}

// fixed puts a time of a zone with summer time into the offset that holds then.
func fixed(t time.Time) time.Time {
	if !strings.Contains(t.Location().String(), "/") {
		return t
	}
	_, seconds := t.Zone()
	return t.In(time.FixedZone("", seconds))
}

// maxStamp is the longest string that is looked at: a stamp is a line.
const maxStamp = 400

// epoch reads seconds or milliseconds since 1970 that fall into the age of
// news on the web.
func epoch(s string) (time.Time, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	if len(s) == 10 {
		n *= 1000
	} else if len(s) != 13 {
		return time.Time{}, false
	}
	t := time.UnixMilli(n)
	return t, t.Year() >= 1998 && t.Year() < 2060
}

// zoned and unzoned are the layouts that machines write.
var (
	zoned   = []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05.999Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z0700", time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 -0700 2006"}
	unzoned = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102T150405", "20060102150405"}
)

func (s *Stamper) machine(str string) (time.Time, bool) {
	for _, l := range zoned {
		if t, err := time.Parse(l, str); err == nil && plausible(t) {
			return t, true
		}
	}
	for _, l := range unzoned {
		if t, err := time.ParseInLocation(l, str, s.home); err == nil && plausible(t) {
			return t, true
		}
	}
	return time.Time{}, false
}

// plausible keeps out zero dates such as 0001-01-01 and 1970-01-01.
func plausible(t time.Time) bool { return t.Year() > 1970 && t.Year() < 2200 }

func (s *Stamper) back(str string, now time.Time) (time.Time, bool) {
	if now.IsZero() {
		return time.Time{}, false
	}
	low := strings.ToLower(str)
	for _, a := range s.ago {
		if m := a.pattern.FindStringSubmatch(low); len(m) > 1 {
			if n, err := strconv.Atoi(m[1]); err == nil && n < 1000 {
				return now.Add(-time.Duration(n) * a.unit).In(s.home).Truncate(time.Minute), true
			}
		}
	}
	return time.Time{}, false
}

// printed reads what is written for people.
func (s *Stamper) printed(str string) (t time.Time, precise, ok bool) {
	f := fields(str)
	d, at, after := s.date(f)
	if at < 0 {
		return t, false, false
	}
	rest := append(append([]string{}, f[after:]...), f[:at]...)
	hour, minute, zone, precise := s.clock(rest)
	t = time.Date(d.year, d.month, d.day, hour, minute, 0, 0, zone)
	if t.Day() != d.day || !plausible(t) { // 31 February
		return time.Time{}, false, false
	}
	return t, precise, true
}

// field is a run of letters, a run of digits or a single mark.
var field = regexp.MustCompile(`\p{L}[\p{L}'’]*|\d+|\S`)

// dots takes the dots out of "p.m.", so that it is one field.
var dots = strings.NewReplacer("a.m.", "am", "p.m.", "pm", "’", "'")

// stuck is a year without a blank before what follows it: "20252:05 PM".
var stuck = regexp.MustCompile(`\b((?:19|20)\d\d)(\d{1,2}(?:[:.]\d\d| \p{L}))`)

func fields(s string) []string {
	return field.FindAllString(stuck.ReplaceAllString(dots.Replace(strings.ToLower(s)), "$1 $2"), -1)
}

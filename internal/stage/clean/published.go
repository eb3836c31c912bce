package clean

import (
	"regexp"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/when"
)

// stamping finds the time of publication of one page.
type stamping struct {
	*when.Stamper
	forms stampForms
	now   time.Time
}

// at returns the reader with the zone in which a page means the stamps that
// name none: that of a stamp of its own which shows the same clock time, else
// of one that is not in UTC, else that of the page's country.
func (s stamping) at(f *facts, address string) stamping {
	all := append(append(append([]string{}, f.stamps...), f.modified...), f.times...)
	var zone *time.Location
	for _, bare := range f.stamps {
		if zone == nil && bare != "" && !s.Zoned(bare, s.now) {
			zone = s.twin(bare, all)
		}
	}
	for _, str := range all {
		if zone == nil {
			zone = s.ownZone(str)
		}
	}
	if zone == nil {
		zone = zoneOfPage(host(address), f.tongues)
	}
	if zone == nil {
		return s
	}
	return stamping{s.In(zone), s.forms, s.now}
}

// twin returns the zone of the stamp among all that shows the clock time of
// one without a zone, nil if there is none.
func (s stamping) twin(bare string, all []string) *time.Location {
	here := s.read(bare)
	if here == nil || here.Precision != news.Minute {
		return nil
	}
	for _, str := range all {
		if at := s.read(str); at != nil && at.Precision == news.Minute && wall(at.Time).Equal(wall(here.Time)) && s.Zoned(str, s.now) {
			return at.Time.Location()
		}
	}
	return nil
}

// ownZone returns the zone that a stamp names, nil if it names none, or UTC.
func (s stamping) ownZone(str string) *time.Location {
	at := s.read(str)
	if at == nil || at.Precision != news.Minute || !s.Zoned(str, s.now) {
		return nil
	}
	if _, seconds := at.Time.Zone(); seconds == 0 {
		return nil
	}
	return at.Time.Location()
}

// read reads one stamp, nil if it is none.
func (s stamping) read(str string) *news.Published {
	if str == "" {
		return nil
	}
	t, precise, ok := s.Stamp(s.forms.read(str), s.now)
	switch {
	case !ok:
		return nil
	case precise:
		return &news.Published{Time: t, Precision: news.Minute}
	}
	return &news.Published{Time: t, Precision: news.Day}
}

// timeOf picks the time of publication and tells its basis: the first stamp of
// the markup with the minute, else the one printed nearest the headline, else
// a day alone, from the markup, the print or the address.
func (s stamping) timeOf(f *facts, all []block, p *page) (*news.Published, string) {
	printed := s.printed(all, p.title)
	var day *news.Published
	for _, str := range f.stamps {
		switch at := s.read(str); {
		case at == nil:
		case at.Precision == news.Minute:
			return meant(at, printed), "metadata"
		case day == nil:
			day = at
		}
	}
	if printed != nil && printed.Precision == news.Minute {
		return printed, "dateline"
	}
	if at := s.first(f.times); at != nil {
		return at, "metadata"
	}
	if at := s.only(f.scripted, day); at != nil {
		return at, "metadata"
	}
	if day == nil && printed != nil {
		return printed, "dateline"
	}
	if day == nil {
		day = s.read(dateOfAddress(p.address))
	}
	return day, "metadata"
}

// first returns the first stamp with the minute, nil if there is none.
func (s stamping) first(stamps []string) *news.Published {
	for _, str := range stamps {
		if at := s.read(str); at != nil && at.Precision == news.Minute {
			return at
		}
	}
	return nil
}

// only returns the one time that stamps tell, of the given day if that is
// known; nil if they tell several, as those of many articles do.
func (s stamping) only(stamps []string, day *news.Published) *news.Published {
	var one *news.Published
	for _, str := range stamps {
		at := s.read(str)
		if at == nil || at.Precision != news.Minute || day != nil && at.Time.Format(time.DateOnly) != day.Time.Format(time.DateOnly) {
			continue
		}
		if one != nil && !one.Time.Equal(at.Time) {
			return nil
		}
		one = at
	}
	return one
}

// meant corrects a stamp that claims UTC while nearly the same clock time is
// printed with another zone: many systems write a Z that they do not mean.
func meant(at, printed *news.Published) *news.Published {
	if printed == nil || printed.Precision != news.Minute {
		return at
	}
	_, claimed := at.Time.Zone()
	_, zone := printed.Time.Zone()
	if claimed != 0 || zone == 0 || wall(at.Time).Sub(wall(printed.Time)).Abs() >= time.Hour {
		return at
	}
	t := at.Time
	return &news.Published{
		Time:      time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, printed.Time.Location()),
		Precision: news.Minute,
	}
}

// wall returns what the clock on the wall shows at t, as if it were UTC.
func wall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, time.UTC)
}

// printed returns the stamp that stands nearest to the headline. Those in
// lists and frames, beside other headlines, count as far, days alone as farther.
func (s stamping) printed(all []block, title string) *news.Published {
	titles := places(all, title)
	var best *news.Published
	least := 0
	for i := range all {
		b := &all[i]
		at := s.row(b)
		if at == nil {
			continue
		}
		d := distance(titles, i)
		if b.role == item || b.role == frame {
			d += 100
		}
		if at.Precision == news.Day {
			if d > maxFromTitle {
				continue
			}
			d += 1000
		}
		if best == nil || d < least {
			best, least = at, d
		}
	}
	return best
}

// row reads the stamp that a block is, or one of its rows.
func (s stamping) row(b *block) *news.Published {
	for _, row := range append([]string{b.text}, b.rows...) {
		if row = plainDigits(row); !stampLine(row) {
			continue
		}
		if at := s.read(row); at != nil {
			return at
		}
	}
	return nil
}

// maxFromTitle is how far from the headline a day alone may stand.
const maxFromTitle = 16

// places returns the blocks that are the headline, other than links to it.
func places(all []block, title string) []int {
	var out []int
	key := fold(title)
	for i := range all {
		if key != "" && all[i].linkShare() < 0.5 && fold(all[i].text) == key {
			out = append(out, i)
		}
	}
	return out
}

// distance is how many blocks, counted twice, lie between block i and the
// nearest title; one before a title counts as farther than one as far after it.
func distance(titles []int, i int) int {
	least := i
	for n, t := range titles {
		d := 2 * (i - t)
		if d < 0 {
			d = 1 - d
		}
		if n == 0 || d < least {
			least = d
		}
	}
	return least
}

var hasYear = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// inAddress is a date in a page's address: /2025/06/10/ or /2025/jun/10/.
var inAddress = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/-]|$)`)

// dateOfAddress returns the date in an address as a stamp, "" if it has none.
func dateOfAddress(address string) string {
	m := inAddress.FindStringSubmatch(strings.ToLower(address))
	if m == nil {
		return ""
	}
	if len(m[2]) == 3 {
		return m[3] + " " + m[2] + " " + m[1]
	}
	return strings.Join(m[1:], "-")
}

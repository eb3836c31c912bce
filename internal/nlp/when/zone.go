package when

import (
	"time"
	_ "time/tzdata" // zones of places, on machines without a database
)

// place is a mention of a place whose zone is known.
type place struct {
	piece int
	zone  *time.Location
}

// clockZone returns the zone in which a clock time is told: its own, else the
// local one of the place that the text is about. The night of a day is that of
// the place only where it is another night than at home.
func (c *context) clockZone(b *bag) *time.Location {
	if b.zone != nil {
		return b.zone
	}
	if !b.hasClock && !b.local && !(b.hasPart && b.fixed() && !b.hasRel) {
		return c.zone()
	}
	c.findPlaces()
	if !b.hasClock && !b.local {
		if z := c.mainPlace(false); z != nil && abs(c.offset(z)-c.offset(c.zone())) >= far {
			return z
		}
		return c.zone()
	}
	if b.local {
		if z := c.lastPlace(b.first); z != nil {
			return z
		}
	}
	if z := c.mainPlace(b.local); z != nil {
		return z
	}
	return c.zone()
}

// far is how many seconds away a zone lies in which the parts of the day are
// others.
const far = 3 * 3600

func abs(n int) int { return max(n, -n) }

// findPlaces looks for places once.
func (c *context) findPlaces() {
	if c.seen {
		return
	}
	c.seen = true
	zones := map[string]*time.Location{}
	for i := range c.l.Pieces {
		name, n := c.reader.places.Match(c.l, i)
		if n == 0 || !c.l.Upper(i) {
			continue
		}
		if zones[name] == nil {
			z, err := time.LoadLocation(name)
			if err != nil {
				continue
			}
			zones[name] = z
		}
		c.places = append(c.places, place{i, zones[name]})
	}
}

// lastPlace returns the zone of the last place within two sentences before
// piece i that is not of the article's own zone.
func (c *context) lastPlace(i int) *time.Location {
	for j := len(c.places) - 1; j >= 0; j-- {
		p := c.places[j]
		if p.piece < i && c.l.At(i).Sentence-c.l.At(p.piece).Sentence <= 2 && c.away(p.zone) {
			return c.fixed(p.zone)
		}
	}
	return nil
}

// mainPlace returns the zone that most places of the text lie in, nil if it is
// the article's own; away leaves that one out of the count.
func (c *context) mainPlace(away bool) *time.Location {
	count := map[int]int{}
	var best *time.Location
	most := 0
	for _, p := range c.places {
		if away && !c.away(p.zone) {
			continue
		}
		k := c.offset(p.zone)
		if count[k]++; count[k] > most {
			most, best = count[k], p.zone
		}
	}
	if best == nil || !c.away(best) {
		return nil
	}
	return c.fixed(best)
}

// fixed returns the zone's offset at the time of the text as a zone.
func (c *context) fixed(z *time.Location) *time.Location {
	return time.FixedZone("", c.offset(z))
}

// away reports whether z is not the article's own zone.
func (c *context) away(z *time.Location) bool { return c.offset(z) != c.offset(c.zone()) }

// offset returns the zone's offset in seconds at the time of the text.
func (c *context) offset(z *time.Location) int {
	_, seconds := c.moment().In(z).Zone()
	return seconds
}

func (c *context) moment() time.Time {
	if !c.anchor.IsZero() {
		return c.anchor
	}
	if n := len(c.dates); n > 0 {
		return c.dates[n-1].day
	}
	return time.Unix(0, 0)
}

package poll

import (
	"time"

	"github.com/selisik/selisik/internal/news"
)

// How a clock is judged. An item from the future by more than slack is a
// witness; enough of them, and no fewer than those that speak against it, make
// the lie believed; doubts in a row end the belief.
const (
	slack     = 10 * time.Minute
	witnesses = 2
	doubts    = 3
)

// judge learns from the stamps of new items whether a feed labels local time as
// UTC. Such a feed's newest items come from the future by just under the zone's
// offset, so that the lead is the smallest zone that explains the latest of
// them. At the first poll, when items of many hours are new, those from the
// future count only if they are about as frequent as those before.
func (p *Poller) judge(c *news.FeedClock, fresh []Item, first bool, now time.Time) {
	var ahead time.Duration
	future, present, past := 0, 0, 0
	for _, it := range fresh {
		t, utc, ok := p.stamp(it.Published)
		if !ok || it.Again {
			continue
		}
		switch lead := t.Sub(now); {
		case lead > slack && !utc:
		case lead > slack:
			future++
			ahead = max(ahead, lead)
		case first && lead > -p.opt.Zones[0]:
			past++
		case !first && lead > -time.Hour:
			present++ // an honest clock's
		}
	}
	if 3*future < past {
		future = 0
	}
	p.believe(c, ahead, future, present, now)
}

// believe takes in what one poll has shown.
func (p *Poller) believe(c *news.FeedClock, ahead time.Duration, future, present int, now time.Time) {
	if future > present {
		c.Doubts = 0
		zone := p.zoneFor(max(ahead, c.Ahead))
		if c.Witnesses = min(c.Witnesses+future, witnesses); c.Witnesses < witnesses || zone == 0 || zone == c.Ahead {
			return
		}
		c.Ahead, c.Since = zone, now
		return
	}
	if present == 0 {
		return
	}
	if c.Doubts += present; c.Doubts >= doubts {
		*c = news.FeedClock{}
	}
}

// zoneFor returns the smallest zone that a lead fits into, 0 if none does: then
// it is an item that waits for its hour.
func (p *Poller) zoneFor(lead time.Duration) time.Duration {
	for _, z := range p.opt.Zones {
		if lead <= z+slack {
			return z
		}
	}
	return 0
}

// stamp reads a time and tells whether it is labelled as UTC.
func (p *Poller) stamp(s string) (t time.Time, utc, ok bool) {
	t, ok = p.opt.Stamp(s)
	_, offset := t.Zone()
	return t, offset == 0, ok
}

// correct puts the stamps of a feed whose clock lies into the zone that they
// are in: the wall time stays, the label changes.
func (p *Poller) correct(c news.FeedClock, items []Item) []Item {
	if c.Ahead == 0 {
		return items
	}
	zone := time.FixedZone("", int(c.Ahead/time.Second))
	for i := range items {
		t, utc, ok := p.stamp(items[i].Published)
		if !ok || !utc {
			continue
		}
		t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
		items[i].Claimed, items[i].Published = items[i].Published, t.Format(time.RFC3339)
	}
	return items
}

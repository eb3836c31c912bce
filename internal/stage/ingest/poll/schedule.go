package poll

import (
	"slices"
	"strconv"
	"time"

	"github.com/zeebo/xxh3"

	"github.com/selisik/selisik/internal/news"
)

// Bounds and steps of a schedule.
const (
	firstRhythm  = 30 * time.Minute // of a feed that has not shown one
	maxRhythm    = 7 * day
	maxBackOff   = 12 * time.Hour
	robotsEvery  = day // robots.txt is not read sooner again
	rhythmSample = 20  // items whose stamps show the rhythm at the first poll
)

// Due returns when f is to be polled next, and false if it is paused. A feed
// never polled is due now, and so is one whose last poll lies in the future:
// the clock was put back.
func Due(f news.Feed, s news.FeedState, now time.Time) (time.Time, bool) {
	if s.Polls == 0 || s.LastPoll.After(now) {
		return now, !f.Paused
	}
	return s.NextDue, !f.Paused
}

// listen learns the rhythm of a feed: at the first poll from the stamps of its
// items, later from how many were new. s.LastFull is still that of the poll
// before.
func (p *Poller) listen(s *news.FeedState, fresh []Item, first bool, now time.Time) {
	if first {
		s.LastNew, s.Rhythm = p.stamped(fresh, now)
		return
	}
	n := 0
	for _, it := range fresh {
		if !it.Again {
			n++
		}
	}
	if n == 0 {
		return
	}
	gap := max(now.Sub(s.LastNew), 0) / time.Duration(n)
	s.Rhythm = min((3*s.Rhythm+gap)/4, maxRhythm)
	s.LastNew = now
}

// stamped returns the time of the newest item, now if no item has one, and the
// time between two of the newest.
func (p *Poller) stamped(items []Item, now time.Time) (newest time.Time, rhythm time.Duration) {
	var times []time.Time
	for _, it := range items {
		if t, ok := p.opt.Stamp(it.Published); ok && !t.After(now.Add(slack)) {
			times = append(times, t.UTC())
		}
	}
	if len(times) == 0 {
		return now, firstRhythm
	}
	slices.SortFunc(times, func(a, b time.Time) int { return b.Compare(a) })
	times = times[:min(len(times), rhythmSample)]
	if len(times) == 1 {
		return times[0], firstRhythm
	}
	span := times[0].Sub(times[len(times)-1])
	return times[0], min(span/time.Duration(len(times)-1), maxRhythm)
}

// afterSuccess returns when to poll again: at about half the time from one new
// item to the next, and ever more rarely while none comes.
func (p *Poller) afterSuccess(f news.Feed, s news.FeedState, now time.Time) time.Time {
	every := max(s.Rhythm/2, now.Sub(s.LastNew)/8)
	every = min(max(every, p.opt.MinInterval), p.opt.MaxInterval)
	return now.Add(every + spread(every/10, f, s))
}

// afterFailure doubles the wait with each failure in a row, up to half a day.
func (p *Poller) afterFailure(f news.Feed, s news.FeedState, now time.Time) time.Time {
	wait := min(p.opt.MinInterval<<min(s.Failures-1, 16), maxBackOff)
	switch {
	case !s.RestingSince.IsZero():
		wait = p.opt.RestEvery
	case s.LastFailure.Kind == news.FailRobots:
		wait = robotsEvery
	}
	due := now.Add(wait + spread(wait/4, f, s))
	until := s.LastFailure.Until
	if latest := now.Add(p.opt.RestAfter); until.After(latest) {
		until = latest // no host sends a feed away for good
	}
	if due.Before(until) {
		due = until.Add(spread(p.opt.MinInterval, f, s))
	}
	return due
}

// spread returns a part of d in [0, d), ever the same for one poll of one feed,
// so that feeds which began together part.
func spread(d time.Duration, f news.Feed, s news.FeedState) time.Duration {
	h := xxh3.HashString(string(f.ID) + strconv.Itoa(s.Polls))
	return time.Duration(float64(d) * float64(h>>11) / (1 << 53))
}

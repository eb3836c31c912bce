package face

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Health tells how a feed does and why, as of now, whose zone times are written
// in: "HTTP 403 from a bot wall since Tuesday", "No new item for 9 days".
func (w *Words) Health(c news.Condition, now time.Time) string {
	key := "health." + string(c.Kind)
	switch c.Kind {
	case news.FeedQuiet:
		return w.Count("health.quiet", int(now.Sub(c.Since)/(24*time.Hour)))
	case news.FeedSlow:
		return w.Count("health.slow", int(math.Round(c.By.Seconds())))
	case news.FeedAhead:
		return w.Count("health.clock", int(math.Round(c.By.Hours())))
	case news.FeedMoved:
		return w.Say("health.moved", "url", Line(c.URL), "since", w.since(c.Since, now))
	case news.FeedResting, news.FeedFails:
		return w.failing(key, c, now)
	}
	return w.Say(key)
}

// standing are the failures that are a rule or a state and not an event: since
// when they were met is of no interest.
var standing = map[news.FailureKind]bool{news.FailRobots: true, news.FailNotFeed: true, news.FailRefused: true}

func (w *Words) failing(key string, c news.Condition, now time.Time) string {
	if c.Failure == nil {
		return w.Say("failure.broken")
	}
	f := w.Failure(*c.Failure)
	if !standing[c.Failure.Kind] || c.Kind == news.FeedResting {
		f = w.Say(key, "since", w.since(c.Since, now), "failure", f)
	}
	if until := c.Failure.Until; until.After(now) {
		f = w.Say("failure.until", "time", w.near(until, now), "failure", f)
	}
	return f
}

// Failure tells why nothing could be had from an address.
func (w *Words) Failure(f news.Failure) string {
	switch {
	case f.Kind == news.FailRobots && f.Path == "":
		return w.Say("failure.robots.all")
	case f.Kind == news.FailNotFeed && len(f.Links) > 0:
		return w.Say("failure.not-feed.links", "links", Line(strings.Join(f.Links, ", ")))
	}
	return w.Say("failure."+string(f.Kind), "status", strconv.Itoa(f.Status), "path", Line(f.Path), "detail", Line(f.Detail))
}

// since writes a past time as people say it: today's by the clock, this week's
// by the weekday, others by the date.
func (w *Words) since(t, now time.Time) string {
	t = t.In(now.Location())
	days := strings.Fields(w.Say("weekdays"))
	switch age := now.Sub(t); {
	case sameDay(t, now):
		return t.Format(w.Say("clock"))
	case age >= 0 && age < 6*24*time.Hour && len(days) == 7:
		return days[t.Weekday()]
	}
	return w.day(t)
}

// near writes a time to come: today's by the clock alone.
func (w *Words) near(t, now time.Time) string {
	t = t.In(now.Location())
	if sameDay(t, now) {
		return t.Format(w.Say("clock"))
	}
	return w.Date(t.Format(time.RFC3339))
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

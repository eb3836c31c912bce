package reconcile

import (
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// What two times that exclude each other need before they count as answers to
// one question: like words around them, and claims that say the same. Of two
// clock times of one day either will do.
const (
	timeContext  = 0.6
	sureScore    = 0.75
	clockContext = 0.3
	clockScore   = 0.6
	clockGap     = 5 * time.Minute
	roundGap     = 15 * time.Minute // between times told as round ones
)

// timeClashes finds times that exclude each other where each is its claim's
// only one of its kind. A time inside another is no difference: every desk
// tells the day, some the hour, and no reader asks; nor is the day on which each
// desk reached somebody; nor, beside the hour of coming, that of leaving.
func (t *table) timeClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, x := range a.Times {
		for _, told := range b.Times {
			y := told // in the zone of x
			if clocked(x) && clocked(y) {
				y = inZone(y, x, t.namesZone(a, x) || t.namesZone(b, y))
			}
			switch {
			case t.wrongWeekday(a, x, b, y) && (a.art == b.art || !t.datesDay(a, x) || !t.datesDay(b, y)):
			case hasTime(b.Times, x) || hasTime(a.Times, y) || coarser(b.Times, x, y) || coarser(a.Times, y, x):
				continue
			case t.upTo(a, x) || t.upTo(b, y) || t.frames(a, x.Span) || t.frames(b, y.Span) || t.otherEnds(i, x, j, y):
				continue
			case a.art == b.art || t.zoneApart(a, x, b, y) || clocked(x) && clocked(y) && t.otherPlaces(a, b):
				continue
			case !overlap(x, y) && t.otherDay(i, x, j, y):
			case t.otherClock(i, x, j, y) || t.zoneSlip(a, x, b, told):
			default:
				continue
			}
			out = append(out, differ(news.SlotTime, news.Contradiction, t.moment(i, x), t.moment(j, y)))
		}
	}
	return out
}

// otherEnds reports whether two times are of two ends of something: each stands
// in one clause with a verb, the one of beginning, the other of ending.
func (t *table) otherEnds(i int, x news.TimeRef, j int, y news.TimeRef) bool {
	p, q := t.phase(i, x.Span), t.phase(j, y.Span)
	return p != q && p != "" && q != ""
}

// phase is which end of something the clause of claim i around sp tells of, up to
// a mark on either side; "" if of none, or of both.
func (t *table) phase(i int, sp text.Span) string {
	v := &t.views[i]
	w, tx := t.wordsOf(v), t.tokens(i)
	from, to := tx.At(sp.Start-v.Span.Start), tx.At(sp.End-v.Span.Start)
	for from > 0 && tx.Tokens[from-1].Kind != token.Mark {
		from--
	}
	for to < len(tx.Tokens) && tx.Tokens[to].Kind != token.Mark {
		to++
	}
	found := ""
	for k := from; k < to; k++ {
		switch p := w.phase[tx.Lower(k)]; {
		case p == "" || p == found:
		case found != "":
			return ""
		default:
			found = p
		}
	}
	return found
}

// halfDay lies between the readings of a clock told without its half of the day.
const halfDay = 12 * time.Hour

// otherClock reports whether two clock times of one day, too far apart to be
// one, answer one question: none that one article tells both of.
func (t *table) otherClock(i int, x news.TimeRef, j int, y news.TimeRef) bool {
	a, b := &t.views[i], &t.views[j]
	apart := x.Start.Time.Sub(y.Start.Time).Abs()
	if !clocked(x) || !clocked(y) || !overlap(x, y) || clocks(a) != 1 || clocks(b) != 1 || apart == halfDay || t.rows(a, x, b, y) || t.clockedIn(a.art, b, y) || t.clockedIn(b.art, a, x) {
		return false
	}
	gap := clockGap
	if round(x) && round(y) {
		gap = roundGap
	}
	return apart > gap &&
		(t.sameContext(a, x.Span, b, y.Span) >= clockContext || t.score[key(i, j)] >= clockScore)
}

// zoneSlip reports whether two claims show the same minute of the clock, no round
// one, in two zones that they name: one names the wrong zone.
func (t *table) zoneSlip(a *view, x news.TimeRef, b *view, y news.TimeRef) bool {
	_, ahead := x.Start.Time.Zone()
	_, other := y.Start.Time.Zone()
	if !clocked(x) || !clocked(y) || round(x) || ahead == other || !t.namesZone(a, x) || !t.namesZone(b, y) {
		return false
	}
	shown := func(r news.TimeRef) time.Time { return onClock(r.Start.Time, time.UTC).Truncate(time.Minute) }
	return shown(x).Equal(shown(y))
}

// otherPlaces reports whether both claims name places, and none that is the same:
// the hour of prayer in two towns.
func (t *table) otherPlaces(a, b *view) bool {
	places := func(v *view) (out []news.EntityID) {
		for _, m := range v.Mentions {
			if m.Kind == news.Place {
				out = append(out, t.entities.of([]news.Mention{m})...)
			}
		}
		return out
	}
	p, q := places(a), places(b)
	return len(p) > 0 && len(q) > 0 && !slices.ContainsFunc(p, func(e news.EntityID) bool { return slices.Contains(q, e) })
}

// inZone returns r as the clocks where like was told tell it. If no zone is
// named, both are taken to be told by the clocks where it happened, wherever
// their articles appeared.
func inZone(r, like news.TimeRef, named bool) news.TimeRef {
	z := like.Start.Time.Location()
	if !named {
		r.Start.Time, r.End.Time = onClock(r.Start.Time, z), onClock(r.End.Time, z)
		return r
	}
	r.Start.Time, r.End.Time = r.Start.Time.In(z), r.End.Time.In(z)
	return r
}

// onClock returns when the clocks of zone z show what those of at's zone do at at.
func onClock(at time.Time, z *time.Location) time.Time {
	y, m, d := at.Date()
	return time.Date(y, m, d, at.Hour(), at.Minute(), at.Second(), 0, z)
}

// zones is how far the clocks of one country are apart at most.
const zones = 4 * time.Hour

// zoneApart reports whether two clock times may be one moment of which one claim
// alone says in whose zone it tells it: whole hours lie between them, and the
// minutes are no round ones.
func (t *table) zoneApart(a *view, x news.TimeRef, b *view, y news.TimeRef) bool {
	if !clocked(x) || !clocked(y) || t.namesZone(a, x) == t.namesZone(b, y) {
		return false
	}
	apart := x.Start.Time.Sub(y.Start.Time).Abs()
	return apart <= zones && apart%time.Hour == 0 && !round(x)
}

// namesZone reports whether the words of a time name its zone.
func (t *table) namesZone(v *view, x news.TimeRef) bool {
	told := " " + strings.Join(wordsOf(text.Fold(x.Span.Of(t.source(v)))), " ") + " "
	for z := range t.wordsOf(v).zone {
		if strings.Contains(told, " "+z+" ") {
			return true
		}
	}
	return false
}

// rows reports whether two claims are rows of a timetable that are not the same:
// each begins with its time.
func (t *table) rows(a *view, x news.TimeRef, b *view, y news.TimeRef) bool {
	if x.Span.Start != a.Span.Start || y.Span.Start != b.Span.Start {
		return false
	}
	rest := func(v *view, r news.TimeRef) string { return text.Fold(v.Text[min(r.Span.Len(), len(v.Text)):]) }
	return rest(a, x) != rest(b, y)
}

// clocked reports whether r is a time of the clock.
func clocked(r news.TimeRef) bool {
	return !r.Start.DayOnly && !r.End.DayOnly && r.End.Time.Sub(r.Start.Time) <= time.Hour
}

// round reports whether r is told to the hour, the half or the tenth minute.
func round(r news.TimeRef) bool { return r.Start.Time.Minute()%10 == 0 }

// clockedIn reports whether an article tells clock time x of claim v.
func (t *table) clockedIn(art int, v *view, x news.TimeRef) bool {
	return slices.ContainsFunc(t.by[art], func(c int) bool {
		o := &t.views[c]
		return slices.ContainsFunc(o.Times, func(r news.TimeRef) bool {
			return clocked(r) && inZone(r, x, t.namesZone(o, r) || t.namesZone(v, x)).Start.Time.Equal(x.Start.Time)
		})
	})
}

func clocks(v *view) int {
	n := 0
	for _, r := range v.Times {
		n += int(flag(clocked(r)))
	}
	return n
}

// upTo reports whether a word before a time makes it the one up to which
// something was counted, or is to hold ("until 6 a.m."): two of those are two
// counts, and no answers to when it happened.
func (t *table) upTo(v *view, x news.TimeRef) bool {
	before := strings.Fields(text.Fold(t.source(v)[:x.Span.Start]))
	return len(before) > 0 && t.wordsOf(v).until[before[len(before)-1]]
}

// coarser reports whether one of ts holds x and lies apart from y: then it is x
// that is told there, less sharply.
func coarser(ts []news.TimeRef, x, y news.TimeRef) bool {
	return slices.ContainsFunc(ts, func(r news.TimeRef) bool {
		return !r.Start.Time.After(x.Start.Time) && !r.End.Time.Before(x.End.Time) && (r.End.Time.Before(y.Start.Time) || y.End.Time.Before(r.Start.Time))
	})
}

// hasTime reports whether x is among ts, moments in whatever zone.
func hasTime(ts []news.TimeRef, x news.TimeRef) bool {
	return slices.ContainsFunc(ts, func(y news.TimeRef) bool {
		if clocked(x) && clocked(y) {
			return x.Start.Time.Equal(y.Start.Time) && x.End.Time.Equal(y.End.Time)
		}
		return x.Start.String() == y.Start.String() && x.End.String() == y.End.String()
	})
}

func (t *table) moment(i int, x news.TimeRef) answer {
	return answer{i, x.Start.String() + "/" + x.End.String() + "/" + x.Note, t.label(i, x.Span)}
}

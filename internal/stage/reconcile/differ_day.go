package reconcile

import (
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/when"
	"github.com/selisik/selisik/internal/text"
)

// otherDay reports whether two times of different days answer one question. A
// year behind a capital is part of a name; where each is the day on which its
// article was written, nobody has told when it happened; and what both titles
// tell apart is two things.
func (t *table) otherDay(i int, x news.TimeRef, j int, y news.TimeRef) bool {
	a, b := &t.views[i], &t.views[j]
	switch {
	case t.namedYear(a, x) || t.namedYear(b, y) || farDay(x, y):
		return false
	case t.ownDay(i, x) && t.ownDay(j, y) || t.fromToday(a, x) && t.fromToday(b, y) || !t.tellsDay(a, x) || !t.tellsDay(b, y):
		return false
	case t.titleTells(a.art, x) && t.titleTells(b.art, y) || t.toldBetter(i, x, j) || t.toldBetter(j, y, i):
		return false
	}
	return len(a.Times) == 1 && len(b.Times) == 1 && !t.daysApart(i, j) &&
		t.sameContext(a, x.Span, b, y.Span) >= timeContext && t.score[key(i, j)] >= sureScore
}

// ownDay reports whether a time is the day on which the article of claim i was
// published.
func (t *table) ownDay(i int, x news.TimeRef) bool {
	p := t.published(i)
	return p != nil && x.Start.String()[:10] == p.Time.Format(time.DateOnly) && oneDay(x)
}

// namedYear reports whether a time is a year behind a capitalised word: "the
// Samudra Cup 2034".
func (t *table) namedYear(v *view, x news.TimeRef) bool {
	src := t.source(v)
	before := strings.Fields(src[:x.Span.Start])
	year := strings.Trim(x.Span.Of(src), "0123456789") == ""
	return year && len(before) > 0 && startsUpper(before[len(before)-1])
}

// farDays is how far apart two days may be told for one of them to be wrong: a
// desk that is mistaken about more has a month or a year wrong.
const farDays = 31 * 24 * time.Hour

// farDay reports whether two times lie too far apart for one of them to be a
// mistake.
func farDay(x, y news.TimeRef) bool {
	a, b := x.Start.Time, y.Start.Time
	slip := a.Day() == b.Day() && (a.Month() == b.Month() || a.Year() == b.Year())
	return a.Sub(b).Abs() > farDays && !slip
}

// fromToday reports whether a time is told only by how far it is from the day of
// writing: "today", "last week".
func (t *table) fromToday(v *view, x news.TimeRef) bool {
	return !t.dated(v, x) && !t.hasWord(v, x, t.wordsOf(v).weekday, t.wordsOf(v).month)
}

// tellsDay reports whether the words of a time tell its day: a time of the clock
// alone is of whatever day the text speaks of.
func (t *table) tellsDay(v *view, x news.TimeRef) bool {
	w := t.wordsOf(v)
	told := text.Fold(x.Span.Of(t.source(v)))
	return !clocked(x) || strings.Contains(told, "/") || t.hasWord(v, x, w.weekday, w.month) ||
		slices.ContainsFunc(w.pack.Rows("relative-days"), func(r lang.Row) bool { return within(told, r.Cols[0]) })
}

// datesDay reports whether the words of a time tell its day in figures.
func (t *table) datesDay(v *view, x news.TimeRef) bool { return t.dated(v, x) && t.tellsDay(v, x) }

// hasWord reports whether a word of a time is in one of sets.
func (t *table) hasWord(v *view, x news.TimeRef, sets ...map[string]bool) bool {
	return slices.ContainsFunc(wordsOf(text.Fold(x.Span.Of(t.source(v)))), func(s string) bool {
		return slices.ContainsFunc(sets, func(set map[string]bool) bool { return set[s] })
	})
}

// titleTells reports whether the title of an article tells time x.
func (t *table) titleTells(art int, x news.TimeRef) bool {
	return slices.ContainsFunc(t.by[art], func(c int) bool {
		return t.views[c].Field == news.InTitle && hasTime(t.views[c].Times, x)
	})
}

// toldBetter reports whether another claim of j's article, as near to claim i as j
// is, tells i's time x: then it is that one which answers i, as in a list.
func (t *table) toldBetter(i int, x news.TimeRef, j int) bool {
	return slices.ContainsFunc(t.by[t.views[j].art], func(c int) bool {
		return t.score[key(i, c)] >= t.score[key(i, j)] && hasTime(t.views[c].Times, x)
	})
}

// wrongWeekday reports whether one of two times of the same day tells a weekday
// that is not that of its date, and the other the right one.
func (t *table) wrongWeekday(a *view, x news.TimeRef, b *view, y news.TimeRef) bool {
	wrong := func(r news.TimeRef) bool { return r.Note == when.Mismatch }
	if wrong(x) == wrong(y) || !overlap(x, y) {
		return false
	}
	return t.weekdayOf(a, x) != "" && t.weekdayOf(b, y) != ""
}

// weekdays gives facts the dates that two articles tell with two days of the
// week, in two months or in two years, wherever they stand. Each date is one question, given to the fact that
// holds most of its claims.
func (t *table) weekdays(facts []*fact) {
	var all []clash
	for _, p := range t.compared() {
		if t.score[p] >= datedScore {
			all = append(all, t.weekdayClashes(p[0], p[1])...)
		}
	}
	in := t.factsOf(facts)
	for _, q := range questions(all) {
		k := home(claimsOf(q), in, len(facts))
		facts[k].asked = append(facts[k].asked, q)
	}
}

// claimsOf returns the claims of clashes, each once.
func claimsOf(cs []clash) []int {
	var out []int
	for _, c := range cs {
		out = append(out, c.a.claim, c.b.claim)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// datedScore is how well two claims must go together for their dates to be
// compared.
const datedScore = 0.1

// weekdayClashes finds dates of which one is wrong, whatever the claims say: they
// give it two days of the week, or a month or year that cannot be.
func (t *table) weekdayClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, x := range a.Times {
		for _, y := range b.Times {
			if t.datesDay(a, x) && t.datesDay(b, y) && (t.wrongWeekday(a, x, b, y) || t.wrongMonth(a, x, b, y) || t.wrongYear(i, x, j, y) || t.wrongYear(j, y, i, x)) {
				out = append(out, differ(news.SlotTime, news.Contradiction, t.date(i, x), t.date(j, y)))
			}
		}
	}
	return out
}

// date is the answer that a time gives as a day: its date and what day of the week
// it is called.
func (t *table) date(i int, x news.TimeRef) answer {
	a := t.moment(i, x)
	a.key = x.Start.String()[:len(time.DateOnly)] + " " + t.weekdayOf(&t.views[i], x)
	return a
}

// weekdayOf is the name of a day in the words of a time, or "".
func (t *table) weekdayOf(v *view, x news.TimeRef) string {
	f := wordsOf(text.Fold(x.Span.Of(t.source(v))))
	k := slices.IndexFunc(f, func(s string) bool { return t.wordsOf(v).weekday[s] })
	if k < 0 {
		return ""
	}
	return f[k]
}

// wrongMonth reports whether two times tell one day of the week and one number of
// a day in two months, of which one does not fit: "Sunday (4/6)", "Sunday, 4 May".
func (t *table) wrongMonth(a *view, x news.TimeRef, b *view, y news.TimeRef) bool {
	d := t.weekdayOf(a, x)
	return d != "" && d == t.weekdayOf(b, y) && (x.Note == when.Mismatch) != (y.Note == when.Mismatch) &&
		x.Start.Time.Day() == y.Start.Time.Day() && !overlap(x, y)
}

// wrongYear reports whether x is the day y in the year after that in which its
// article appeared, days from y, though told as what has happened; or in the year
// before, on a day of the week that it was not. Else last year's day is told, or
// until when something holds.
func (t *table) wrongYear(i int, x news.TimeRef, j int, y news.TimeRef) bool {
	a, p := &t.views[i], t.published(i)
	if p == nil || !oneDay(x) || !oneDay(y) || x.Start.Time.Format("0102") != y.Start.Time.Format("0102") || p.Time.Sub(y.Start.Time).Abs() > farDays {
		return false
	}
	switch x.Start.Time.Year() - y.Start.Time.Year() {
	case 1:
		return a.Modality == news.Asserted && !t.upTo(a, x) && !hasTime(a.Times, y)
	case -1:
		return x.Note == when.Mismatch && t.views[j].art != a.art
	}
	return false
}

func oneDay(x news.TimeRef) bool { return x.End.Time.Sub(x.Start.Time) <= 24*time.Hour }

// dated reports whether a time is told in figures.
func (t *table) dated(v *view, x news.TimeRef) bool {
	return strings.ContainsAny(x.Span.Of(t.source(v)), "0123456789")
}

package reconcile

import (
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/when"
	"github.com/selisik/selisik/internal/text"
)

// What two times of unequal sharpness need to be one answer: like words around
// them, or claims that are the same beyond doubt.
const (
	sharperContext = 0.3
	sharperScore   = 0.75
)

// timeContext is how alike the words around two times that exclude each other
// must be before they count as one question.
const timeContext = 0.6

// timeClashes compares the times of two claims. Where one lies inside the
// other it is the sharper answer; times that exclude each other clash only if
// each is its claim's only one and the words around them are alike.
func (t *table) timeClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, x := range a.Times {
		for _, y := range b.Times {
			if t.wrongWeekday(a, x, b, y) {
				out = append(out, differ(news.SlotTime, news.Contradiction, t.moment(i, x), t.moment(j, y)))
				continue
			}
			if hasTime(b.Times, x) || hasTime(a.Times, y) {
				continue
			}
			kind := ""
			switch {
			case overlap(x, y) && (t.sameContext(a, x.Span, b, y.Span) >= sharperContext || t.score[key(i, j)] >= sharperScore):
				kind = news.Sharpness
			case a.art != b.art && !overlap(x, y) && len(a.Times) == 1 && len(b.Times) == 1 && !t.upTo(a, x) && !t.upTo(b, y) && t.sameContext(a, x.Span, b, y.Span) >= timeContext && t.score[key(i, j)] >= sureScore && !t.daysApart(i, j):
				kind = news.Contradiction
			default:
				continue
			}
			out = append(out, differ(news.SlotTime, kind, t.moment(i, x), t.moment(j, y)))
		}
	}
	return out
}

// wrongWeekday reports whether one of two times of the same day tells a weekday
// that is not that of its date, and the other the right one.
func (t *table) wrongWeekday(a *view, x news.TimeRef, b *view, y news.TimeRef) bool {
	wrong := func(r news.TimeRef) bool { return r.Note == when.Mismatch }
	if wrong(x) == wrong(y) || !overlap(x, y) {
		return false
	}
	return t.namesWeekday(a, x) && t.namesWeekday(b, y)
}

// namesWeekday reports whether a time begins with the name of a day.
func (t *table) namesWeekday(v *view, x news.TimeRef) bool {
	f := wordsOf(text.Fold(x.Span.Of(t.source(v))))
	return len(f) > 0 && t.wordsOf(v).weekday[f[0]]
}

// upTo reports whether a word before a time makes it the one up to which
// something was counted, or is to hold ("until 6 a.m."): two of those are two
// counts, and no answers to when it happened.
func (t *table) upTo(v *view, x news.TimeRef) bool {
	before := strings.Fields(text.Fold(t.source(v)[:x.Span.Start]))
	return len(before) > 0 && t.wordsOf(v).until[before[len(before)-1]]
}

func hasTime(ts []news.TimeRef, x news.TimeRef) bool {
	for _, y := range ts {
		if x.Start.String() == y.Start.String() && x.End.String() == y.End.String() {
			return true
		}
	}
	return false
}

func (t *table) moment(i int, x news.TimeRef) answer {
	return answer{i, x.Start.String() + "/" + x.End.String() + "/" + x.Note, t.label(i, x.Span)}
}

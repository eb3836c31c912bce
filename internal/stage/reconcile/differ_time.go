package reconcile

import (
	"strings"

	"github.com/selisik/selisik/internal/news"
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
const timeContext = 0.5

// timeClashes compares the times of two claims. Where one lies inside the
// other it is the sharper answer; times that exclude each other clash only if
// each is its claim's only one and the words around them are alike.
func (t *table) timeClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, x := range a.Times {
		for _, y := range b.Times {
			if hasTime(b.Times, x) || hasTime(a.Times, y) {
				continue
			}
			kind := ""
			switch {
			case overlap(x, y) && (t.sameContext(a, x.Span, b, y.Span) >= sharperContext || t.score[key(i, j)] >= sharperScore):
				kind = news.Sharpness
			case !overlap(x, y) && len(a.Times) == 1 && len(b.Times) == 1 && !t.upTo(a, x) && !t.upTo(b, y) && t.sameContext(a, x.Span, b, y.Span) >= timeContext && t.score[key(i, j)] >= soleScore:
				kind = news.Contradiction
			default:
				continue
			}
			out = append(out, differ(news.SlotTime, kind, t.moment(i, x), t.moment(j, y)))
		}
	}
	return out
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
	return answer{i, x.Start.String() + "/" + x.End.String(), t.label(i, x.Span)}
}

package reconcile

import (
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// bearing is a point of the compass told of a named place: "north-west of A",
// "eastern A".
type bearing struct {
	text.Span
	place   string // the first word of its name, folded
	degrees int
}

// bearingReach is how many words may stand between a point of the compass and
// the name after it.
const bearingReach = 1

// bearings returns those in claim i, in order, found once. A point that is part
// of a name ("West Java") is none, and there are none in titles, where capitals
// tell nothing.
func (t *table) bearings(i int) []bearing { return t.bears.of(i, t.readBearings) }

func (t *table) readBearings(i int) []bearing {
	v := &t.views[i]
	if v.Field == news.InTitle {
		return nil
	}
	w, tx := t.wordsOf(v), t.tokens(i)
	var out []bearing
	for k := 0; k < len(tx.Tokens); k++ {
		degrees, end := w.point(tx, k)
		if end == k {
			continue
		}
		b := bearing{degrees: degrees, Span: tx.SpanOf(k, end).Shift(v.Span.Start)}
		for n := end; n <= end+bearingReach && n < len(tx.Tokens) && b.place == ""; n++ {
			if startsUpper(tx.Word(n)) {
				b.place, b.End = text.Fold(tx.Word(n)), tx.Tokens[n].End+v.Span.Start
			}
		}
		if b.place == "" && w.pack.HeadFirst && k > 0 && startsUpper(tx.Word(k-1)) {
			b.place, b.Start = text.Fold(tx.Word(k-1)), tx.Tokens[k-1].Start+v.Span.Start
		}
		if b.place != "" {
			out = append(out, b)
		}
		k = end - 1
	}
	return out
}

// point reads the point of the compass that starts at token k, of one or two
// lower-case words, and where it ends; k if none does.
func (w *words) point(tx *token.Text, k int) (degrees, end int) {
	for end := min(k+2, len(tx.Tokens)); end > k; end-- {
		if d, ok := w.compass[strings.Join(strings.Fields(tx.SpanOf(k, end).Of(tx.Source)), " ")]; ok {
			return d, end
		}
	}
	return 0, k
}

// rightAngle is how far apart two bearings are that exclude each other: between
// neighbouring points ("south", "south-west") desks round.
const rightAngle = 90

// bearingClashes finds claims that put something on different sides of a place.
func (t *table) bearingClashes(i, j int) []clash {
	if t.views[i].art == t.views[j].art {
		return nil
	}
	var out []clash
	for _, x := range t.bearings(i) {
		for _, y := range t.bearings(j) {
			if x.place == y.place && angle(x.degrees, y.degrees) >= rightAngle {
				out = append(out, differ(news.SlotPlace, news.Contradiction, t.side(i, x), t.side(j, y)))
			}
		}
	}
	return out
}

func (t *table) side(i int, b bearing) answer {
	label := t.label(i, b.Span)
	return answer{i, text.Fold(label), label}
}

// angle is the smaller angle between two bearings.
func angle(a, b int) int {
	d := max(a, b) - min(a, b)
	return min(d, 360-d)
}

package reconcile

import (
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// The aspects that tell how a figure stands to the whole.
const (
	other = "other" // the rest: "31 others"
	part  = "part"  // some of those just counted
	limit = "limit" // what may be, not what is
)

// age is the aspect of how old somebody is.
const age = "age"

// penalties are the aspects of what a court lays on one person.
var penalties = map[string]bool{"prison": true, "fine": true}

// sizes are the aspects that any thing has.
var sizes = map[string]bool{"height": true, "length": true, "width": true, "weight": true}

// tolls are the aspects of people who are counted while the count goes on.
var tolls = map[string]bool{"death": true, "injury": true, "missing": true, "survivor": true, "displaced": true, "infection": true, "confirmed": true, "recovered": true}

// aspect is what a quantity counts or measures, as the words around it tell.
type aspect struct {
	of      string // death, depth, fine …; "" if no word tells
	near    bool   // that word stands close by
	portion string // other, part, limit, a grade ("severe"), or ""
}

// How far from a quantity a word may tell its aspect, in tokens, and what a
// comma between them costs.
const (
	aspectReach = 15
	aspectNear  = 5
	commaCost   = 3
	gradeReach  = 3 // "three pupils who are seriously hurt"
)

// aspectOf reads the aspect of a quantity of claim i: that of the nearest word
// of the pack's aspects in its sentence, other quantities being walls.
func (t *table) aspectOf(i int, q news.Quantity) aspect {
	v := &t.views[i]
	w, tx := t.wordsOf(v), t.tokens(i)
	first, last := tx.At(q.Span.Start-v.Span.Start), tx.At(q.Span.End-v.Span.Start)
	var out aspect
	for k := max(0, first-2); k < min(last+2, len(tx.Tokens)); k++ {
		switch kind := w.aspectOf(tx.Lower(k)); kind {
		case other, part, limit:
			if !t.otherQuantity(v, tx, k, q) {
				out.portion = kind
			}
		}
	}
	for k := first; k < min(last+gradeReach, len(tx.Tokens)); k++ {
		if g := w.grade[tx.Lower(k)]; g != "" && !t.otherQuantity(v, tx, k, q) {
			out.portion = g
		}
	}
	if out.of = w.aspect[q.Unit]; out.of != "" {
		out.near = true
		return out
	}
	best := aspectReach
	for _, step := range []int{-1, 1} {
		k := first - 1
		if step > 0 {
			k = first
		}
		for cost := 0; cost < best && k >= 0 && k < len(tx.Tokens); k += step {
			switch kind := w.aspectOf(tx.Lower(k)); {
			case t.otherQuantity(v, tx, k, q):
				cost = best
			case kind != "" && kind != other && kind != part && kind != limit:
				out.of, best = kind, cost
			case tx.Word(k) == "," || tx.Word(k) == ";":
				cost += commaCost
			case k < first || k >= last:
				cost++
			}
		}
	}
	out.near = best <= aspectNear
	return out
}

// bracketed reports whether nothing but a figure stands in brackets at sp in s, as
// an age does behind a name.
func bracketed(s string, sp text.Span) bool {
	return sp.Start > 0 && sp.End < len(s) && s[sp.Start-1] == '(' && s[sp.End] == ')' && strings.Trim(sp.Of(s), "0123456789") == ""
}

// otherQuantity reports whether token k belongs to a quantity of v that is not q.
func (t *table) otherQuantity(v *view, tx *token.Text, k int, q news.Quantity) bool {
	at := tx.Tokens[k].Start + v.Span.Start
	for _, o := range v.Quantities {
		if o.Span != q.Span && o.Span.Start <= at && at < o.Span.End {
			return true
		}
	}
	return false
}

// meets reports whether figures of two aspects may answer one question, and
// certain whether the words say so.
func (a aspect) meets(b aspect) (ok, certain bool) {
	if a.portion != b.portion && !(a.of != "" && a.of == b.of && a.whole() && b.whole()) {
		return false, false
	}
	certain = a.of != "" && a.of == b.of
	return certain || a.of == "" || b.of == "" || !a.near || !b.near, certain
}

// whole reports whether the figure is of all, or of all but those told before.
func (a aspect) whole() bool { return a.portion == "" || a.portion == other }

// aspectOf is the aspect that a lower-case word tells, by itself or by its stem.
func (w *words) aspectOf(s string) string {
	if a, ok := w.aspect[s]; ok {
		return a
	}
	return w.aspect[w.stem(s)]
}

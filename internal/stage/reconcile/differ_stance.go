package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// What two claims need before their hedges are compared.
const (
	stanceScore   = 0.4
	stanceContext = 0.2 // shared weight of what stands around the word
)

// stanceClashes finds a word that one claim hedges as a supposition ("is thought
// to have failed") and the other does not.
func (t *table) stanceClashes(i, j int) []clash {
	if t.score[key(i, j)] < stanceScore || t.views[i].Field != t.views[j].Field || t.views[i].art == t.views[j].art {
		return nil
	}
	var out []clash
	for _, p := range [2][2]int{{i, j}, {j, i}} {
		a, b := &t.views[p[0]], &t.views[p[1]]
		for k := 0; k+1 < len(a.seq); k++ {
			n := t.supposed(a, k, b)
			if n < 0 || b.hedges(a.seq[n]) {
				continue
			}
			m := b.place(a.seq[n])
			if !t.guarded(p[1], b.at[m]) && t.sameContext(a, a.at[n], b, b.at[m]) >= stanceContext {
				out = append(out, differ(news.SlotPolarity, news.Sharpness, t.phrase(p[0], k, n), t.phrase(p[1], m, m)))
				break
			}
		}
	}
	return out
}

// supposedReach is how many terms behind a hedge what is supposed may stand:
// "allegedly had been bribed".
const supposedReach = 2

// supposed is where the first term behind term k of v stands that o has too and
// that is not common in the story, if term k is a hedge of what somebody supposes;
// else -1. One that does not follow at once is of the same phrase and tells
// something by itself.
func (t *table) supposed(v *view, k int, o *view) int {
	if !t.supposes(v, k) {
		return -1
	}
	w, src := t.wordsOf(v), t.source(v)
	for n := k + 1; n <= min(k+supposedReach, len(v.seq)-1); n++ {
		gap := text.Span{Start: v.at[k].End, End: v.at[n].Start}.Of(src)
		if n > k+1 && (strings.ContainsAny(gap, ",;:.") || w.stop[text.Fold(v.at[n].Of(src))]) {
			return -1
		}
		if has(o.terms, v.seq[n]) && t.df[v.seq[n]] <= max(2, len(t.views)/5) {
			return n
		}
	}
	return -1
}

// supposes reports whether term k of v is a hedge of what somebody supposes, by
// itself, not denied, and not before the one who supposes it ("thought by
// experts").
func (t *table) supposes(v *view, k int) bool {
	return v.alleged[k] && v.hedge[k+1] == "" && (k == 0 || !v.negated[k-1]) && !t.wordsOf(v).sourceNoun[text.Fold(v.at[k+1].Of(t.source(v)))]
}

// guarded reports whether claim i holds a supposition anywhere, or says right before
// sp that it is reported: then it does not assert what stands there.
func (t *table) guarded(i int, sp text.Span) bool {
	v := &t.views[i]
	w, tx, all := t.wordsOf(v), t.tokens(i), strings.Join(wordsOf(text.Fold(v.Text)), " ")
	for form := range w.alleged {
		if within(all, form) {
			return true
		}
	}
	k := tx.At(sp.Start - v.Span.Start)
	for n := max(0, k-reportedReach); n < k; n++ {
		if w.reported[tx.Lower(n)] {
			return true
		}
	}
	return false
}

// reportedReach is how many words before another "reported" makes a report of it.
const reportedReach = 2

// hedges reports whether some hedge in v stands before term x.
func (v *view) hedges(x int) bool {
	for k := 1; k < len(v.seq); k++ {
		if v.seq[k] == x && (v.hedge[k-1] != "" || k > 1 && v.hedge[k-2] != "") {
			return true
		}
	}
	return false
}

// place is where term x first stands in v.
func (v *view) place(x int) int { return slices.Index(v.seq, x) }

// phrase is the answer that the words from term first to last give, with a few
// words around them.
func (t *table) phrase(i, first, last int) answer {
	v := &t.views[i]
	from, to := max(0, first-2), min(len(v.at)-1, last+3)
	src := text.Squash(text.Span{Start: v.at[from].Start, End: v.at[to].End}.Of(t.source(v)))
	return answer{i, v.hedge[first] + " " + text.Fold(src), src}
}

// denials finds claims in which somebody's word stands beside somebody else's
// denial of it: "X said that …, although Y denied it". Without a Y it is X who
// denies something else.
func (t *table) denials(f *fact) []clash {
	var out []clash
	for _, c := range f.claims {
		v := &t.views[c]
		tx := t.tokens(c)
		turn := t.wordsOf(v).denial(tx)
		if len(v.Attribution) == 0 || turn < 0 {
			continue
		}
		at := tx.Tokens[turn].Start
		out = append(out, differ(news.SlotPolarity, news.Contradiction, side(c, strings.TrimRight(v.Text[:at], " ,;")), side(c, v.Text[at:])))
	}
	return out
}

// side is the answer that a part of claim c gives.
func side(c int, part string) answer {
	return answer{c, text.Fold(part), clip(text.Squash(part), labelRunes)}
}

// turnAfter is how many words stand before a turn at the least: those of what is
// denied.
const turnAfter = 3

// denial returns the token that opens a contrary clause in which somebody, named
// or described before the verb, denies something; -1 if there is none.
func (w *words) denial(tx *token.Text) int {
	turn, somebody := -1, false
	for i := range tx.Tokens {
		switch low := tx.Lower(i); {
		case w.turn[low] && i >= turnAfter:
			turn, somebody = i, false
		case turn < 0:
		case w.deny[low] && somebody && !w.negator[tx.Lower(i-1)]:
			return turn
		case startsUpper(tx.Word(i)) || w.sourceNoun[low]:
			somebody = true
		}
	}
	return -1
}

package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// framing is a word by which somebody judges what a claim tells: of those of one
// frame each names the same deed, state or person, and in each shade makes
// something else of it. To hijack and to intercept; a bribe and a gift.
//
// Source: Entman 1993, "Framing: toward clarification of a fractured paradigm".
type framing struct {
	text.Span
	shown        text.Span // with the words around it
	frame, shade string
	people       bool // it tells what somebody is, not what is done
}

// Words of a form at the most, and words around it that tell what it is about.
const (
	framingWords = 4
	framingShown = 3
)

// framings returns those in claim i, in order. What is denied, or part of a
// name, judges nothing.
func (t *table) framings(i int) []framing { return t.framed.of(i, t.readFramings) }

func (t *table) readFramings(i int) []framing {
	v := &t.views[i]
	w, tx := t.wordsOf(v), t.tokens(i)
	var out []framing
	for k := 0; k < len(tx.Tokens); k++ {
		found, end := w.framingAt(tx, k)
		sp := tx.SpanOf(k, end).Shift(v.Span.Start)
		named := slices.ContainsFunc(v.Mentions, func(m news.Mention) bool { return m.Span.Overlaps(sp) })
		if len(found) == 0 || named || k > 0 && w.negator[tx.Lower(k-1)] {
			continue
		}
		for _, f := range found {
			f.Span, f.shown = sp, tx.SpanOf(max(0, k-framingShown), min(len(tx.Tokens), end+framingShown)).Shift(v.Span.Start)
			out = append(out, f)
		}
		k = end - 1
	}
	return out
}

// framingAt returns the framings of the longest form that starts at token k, a
// word that is no form itself by its stem; and where it ends.
func (w *words) framingAt(tx *token.Text, k int) ([]framing, int) {
	for end := min(k+framingWords, len(tx.Tokens)); end > k; end-- {
		form := strings.ToLower(text.Squash(tx.SpanOf(k, end).Of(tx.Source)))
		if f := w.framing[form]; f != nil {
			return f, end
		}
	}
	return w.framing[w.morph.Stem(tx.Lower(k))+"*"], k + 1
}

// What claims need before their framings are compared: a likeness of the claims,
// and of what stands around the words.
const (
	framingScore   = 0.1
	framingContext = 0.25
	framingBeside  = 2 // terms on either side that are right beside a word
)

// reframe finds what the articles tell in words of two shades. Each frame is one
// question, however many words there are of it, and given to the fact that holds
// most of its claims.
func (t *table) reframe(facts []*fact) {
	var frames []string
	asked := map[string][]clash{}
	for _, p := range t.compared() {
		if t.score[p] < framingScore {
			continue
		}
		for _, c := range t.framingClashes(p[0], p[1]) {
			frame, _, _ := strings.Cut(c.a.key, " ")
			if asked[frame] == nil {
				frames = append(frames, frame)
			}
			asked[frame] = append(asked[frame], c)
		}
	}
	in := t.factsOf(facts)
	for _, frame := range frames {
		k := home(claimsOf(asked[frame]), in, len(facts))
		facts[k].asked = append(facts[k].asked, asked[frame])
	}
}

// framingClashes finds claims that tell one thing in words of two shades, each in
// one of them only, of articles that do not both use both.
func (t *table) framingClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	if a.art == b.art {
		return nil
	}
	var out []clash
	for _, x := range t.framings(i) {
		for _, y := range t.framings(j) {
			if x.frame == y.frame && x.shade != y.shade && t.chosen(i, x, j, y) && t.ofOneThing(a, x, b, y) {
				slot := news.SlotWording
				if x.people {
					slot = news.SlotRole
				}
				c := differ(slot, news.Sharpness, t.judged(i, x), t.judged(j, y))
				c.why = "framing"
				out = append(out, c)
			}
		}
	}
	return out
}

// chosen reports whether two claims each have a word in one shade only, in
// articles that do not both use both; what both quote differs in its wording
// anyway.
func (t *table) chosen(i int, x framing, j int, y framing) bool {
	a, b := &t.views[i], &t.views[j]
	switch {
	case t.shaded(i, y) || t.shaded(j, x):
		return false
	case t.uses(a.art, y) && t.uses(b.art, x):
		return false
	}
	return !inQuotes(t.quotesIn(a), x.Span) || !inQuotes(t.quotesIn(b), y.Span)
}

// ofOneThing reports whether two words are told of one thing: what stands around
// them is alike, and the claims name somebody or something in common, or a word
// right beside both is the same.
func (t *table) ofOneThing(a *view, x framing, b *view, y framing) bool {
	if t.sameContext(a, x.Span, b, y.Span) < framingContext {
		return false
	}
	for e := range a.names {
		if b.names[e] {
			return true
		}
	}
	beside := b.near(y.Span, framingBeside)
	return slices.ContainsFunc(a.near(x.Span, framingBeside), func(w int) bool { return has(beside, w) })
}

// shaded reports whether claim i has a word of f's frame and shade.
func (t *table) shaded(i int, f framing) bool {
	return slices.ContainsFunc(t.framings(i), func(o framing) bool { return o.frame == f.frame && o.shade == f.shade })
}

// uses reports whether an article has a word of f's frame and shade.
func (t *table) uses(art int, f framing) bool {
	return slices.ContainsFunc(t.by[art], func(c int) bool { return t.shaded(c, f) })
}

func (t *table) judged(i int, f framing) answer {
	return answer{i, f.frame + " " + f.shade, t.label(i, f.shown)}
}

// framingsOf returns the pack's framings by form, those of all words of a stem by
// the stem with a star.
func framingsOf(p *lang.Pack, m *morph.Stemmer) map[string][]framing {
	out := map[string][]framing{}
	for _, r := range p.Rows("framing") {
		form := r.Cols[0]
		if word, ok := strings.CutSuffix(form, "*"); ok {
			form = m.Stem(word) + "*"
		}
		out[form] = append(out[form], framing{frame: r.Cols[1], shade: r.Cols[2], people: r.Cols[3] == "people"})
	}
	return out
}

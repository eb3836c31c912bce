package reconcile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// What makes two quotations variants of one, and two claims opposites.
const (
	quoteAlike  = 0.45 // shared weight of the lighter quotation
	quoteWhole  = 0.25 // and of the heavier one
	quoteLeast  = 3    // words that tell something, in the shorter one
	quoteSame   = 0.85 // above it the words are the same
	oppositeCos = 0.5
	labelRunes  = 90
)

// polarityClashes finds claims in like words of which one denies what somebody
// else asserts.
func (t *table) polarityClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	_, cos := t.overlap(a, b)
	if a.Field != b.Field || a.Polarity == b.Polarity || cos < oppositeCos || a.who == "" || b.who == "" || a.who == b.who || a.negates() == b.negates() {
		return nil
	}
	return []clash{differ(news.SlotPolarity, news.Contradiction, t.stance(i), t.stance(j))}
}

// negates reports whether v has a word that denies.
func (v *view) negates() bool { return slices.Contains(v.negated, true) }

func (t *table) stance(i int) answer {
	v := &t.views[i]
	return answer{i, string(v.Polarity) + " " + string(v.Modality), clip(text.Squash(v.Text), labelRunes)}
}

// clip shortens s to at most n runes, at a blank, with an ellipsis.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)[:n]
	cut := string(r)
	if k := strings.LastIndexByte(cut, ' '); k > 0 {
		cut = cut[:k]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// wordingClashes finds quotations of one speaker that are the same words told,
// cut or translated otherwise, and one quotation given to two speakers.
func (t *table) wordingClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	if a.art == b.art {
		return nil
	}
	var out []clash
	for _, x := range t.quotesIn(a) {
		for _, y := range t.quotesIn(b) {
			tx, ty := a.inside(x.Span), b.inside(y.Span)
			alike := t.share(tx, ty)
			switch {
			case min(len(tx), len(ty)) >= 5 && alike >= quoteSame && t.otherPerson(x, y):
				out = append(out, differ(news.SlotAttribution, news.Contradiction,
					answer{i, text.Fold(x.Speaker), x.Speaker}, answer{j, text.Fold(y.Speaker), y.Speaker}))
			case alike >= quoteAlike && t.shareOfHeavier(tx, ty) >= quoteWhole && min(len(tx), len(ty)) >= quoteLeast && distinct(tx, ty) && distinct(ty, tx) && !t.otherPerson(x, y):
				px, py := t.part(a, x), t.part(b, y)
				if !sameLetters(px, py) {
					out = append(out, differ(news.SlotWording, news.Sharpness, wording(i, px, py), wording(j, py, px)))
				}
			}
		}
	}
	return out
}

// leadWords is how many words before the first difference a quotation is shown.
const leadWords = 4

// part is what of a quotation stands in v.
func (t *table) part(v *view, q news.Quote) string {
	sp := text.Span{Start: max(v.Span.Start, q.Span.Start), End: min(v.Span.End, q.Span.End)}
	return strings.Trim(text.Squash(sp.Of(t.source(v))), "\"“”„«»' ")
}

// wording is the answer that x gives, cut to the words around the first one
// that differs from y, so that a reader sees the difference.
func wording(i int, x, y string) answer {
	wx, wy := strings.Fields(x), strings.Fields(y)
	k := 0
	for k < min(len(wx), len(wy)) && text.Fold(wx[k]) == text.Fold(wy[k]) {
		k++
	}
	cut := ""
	if k -= leadWords; k > 0 {
		cut, wx = "…", wx[k:]
	}
	return answer{i, text.Fold(x), "“" + cut + clip(strings.Join(wx, " "), labelRunes) + "”"}
}

// quotesIn returns the direct quotations that stand in v.
func (t *table) quotesIn(v *view) []news.Quote {
	if v.Field == news.InTitle {
		return nil
	}
	var out []news.Quote
	for _, q := range t.story.Readings[v.art].Quotes {
		if q.Direct && v.Span.Overlaps(q.Span) {
			out = append(out, q)
		}
	}
	return out
}

// inside returns the terms of v that stand in sp, sorted, each once.
func (v *view) inside(sp text.Span) []int {
	var out []int
	for k, at := range v.at {
		if sp.Contains(at) {
			out = append(out, v.seq[k])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// share is the shared weight of two sets of terms, of the lighter one's.
func (t *table) share(a, b []int) float64 {
	shared, _ := t.shares(a, b)
	return ratio(shared, min(t.heft(a), t.heft(b)))
}

// shareOfHeavier is the shared weight of two sets of terms, of the heavier one's.
func (t *table) shareOfHeavier(a, b []int) float64 {
	shared, _ := t.shares(a, b)
	return ratio(shared, max(t.heft(a), t.heft(b)))
}

// distinct reports whether a has a term that b lacks.
func distinct(a, b []int) bool { return common(a, b) < len(a) }

// sameLetters reports whether two quotations differ in spaces and marks only,
// as when a page glues words together.
func sameLetters(a, b string) bool {
	return strings.Join(wordsOf(text.Fold(a)), "") == strings.Join(wordsOf(text.Fold(b)), "")
}

// otherPerson reports whether two quotations are known to have two speakers.
func (t *table) otherPerson(x, y news.Quote) bool {
	i, j := t.entities.names.find(x.Speaker), t.entities.names.find(y.Speaker)
	if i < 0 || j < 0 {
		return false
	}
	n := t.entities.names
	return n.list[i].kind == news.Person && n.list[j].kind == news.Person && n.up.root(i) != n.up.root(j) && !alike(x.Speaker, y.Speaker)
}

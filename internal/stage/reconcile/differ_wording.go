package reconcile

import (
	"slices"
	"strings"
	"unicode"
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
	if a.art == b.art || a.Field != b.Field || a.Polarity == b.Polarity || cos < oppositeCos || a.who == "" || b.who == "" || a.who == b.who || !a.gainsays(b) && !b.gainsays(a) {
		return nil
	}
	return []clash{differ(news.SlotPolarity, news.Contradiction, t.stance(i), t.stance(j))}
}

// gainsays reports whether v denies a term that o has and does not deny.
func (v *view) gainsays(o *view) bool {
	for k, x := range v.seq {
		if v.negated[k] && has(o.terms, x) && !o.denies(x) {
			return true
		}
	}
	return false
}

func (v *view) denies(x int) bool {
	for k, y := range v.seq {
		if y == x && v.negated[k] {
			return true
		}
	}
	return false
}

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
			case min(len(tx), len(ty)) >= 5 && alike >= quoteSame && t.otherPerson(x, y) && t.credits(a, x) && t.credits(b, y) && !kin(x.Speaker, y.Speaker):
				out = append(out, differ(news.SlotAttribution, news.Contradiction,
					answer{i, text.Fold(x.Speaker), x.Speaker}, answer{j, text.Fold(y.Speaker), y.Speaker}))
			case t.variants(tx, ty) && distinct(tx, ty) && distinct(ty, tx) && !t.otherPerson(x, y) && t.likestQuote(i, tx, j, ty) && t.likestQuote(j, ty, i, tx):
				px, py := t.part(a, x), t.part(b, y)
				if !sameLetters(px, py) {
					out = append(out, differ(news.SlotWording, news.Sharpness, wording(i, px, py), wording(j, py, px)))
				}
			}
		}
	}
	return out
}

// variants reports whether the terms of two quotations are alike enough for two
// forms of one.
func (t *table) variants(x, y []int) bool {
	return min(len(x), len(y)) >= quoteLeast && t.share(x, y) >= quoteAlike && t.shareOfHeavier(x, y) >= quoteWhole
}

// likestQuote reports whether no other claim of j's article has a quotation that is
// more like x, of claim i, than y, of claim j, and has most of what those share: a
// speaker comes back to a word, and only one of the sentences is what the other
// article has.
func (t *table) likestQuote(i int, x []int, j int, y []int) bool {
	likeness := func(z []int) float64 { return t.share(x, z) * t.shareOfHeavier(x, z) }
	both := slices.DeleteFunc(slices.Clone(x), func(w int) bool { return !has(y, w) })
	return !slices.ContainsFunc(t.by[t.views[j].art], func(c int) bool {
		v := &t.views[c]
		return c != j && t.score[key(i, c)] > 0 && slices.ContainsFunc(t.quotesIn(v), func(q news.Quote) bool {
			z := v.inside(q.Span)
			shared, _ := t.shares(both, z)
			return likeness(z) > likeness(y) && 2*shared >= t.heft(both)
		})
	})
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

// inside returns the terms of v that stand in sp, words that deny aside,
// sorted, each once.
func (v *view) inside(sp text.Span) []int {
	var out []int
	for k, at := range v.at {
		if sp.Contains(at) && !v.negated[k] {
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

// slips is how many letters two quotations may have otherwise by a slip of the
// keys.
const slips = 2

// sameLetters reports whether two quotations differ in spaces, marks and slips
// of letters only, as when a page glues words together.
func sameLetters(a, b string) bool {
	x, y := []rune(squeezed(a)), []rune(squeezed(b))
	return max(len(x), len(y))-min(len(x), len(y)) <= slips && slices.Equal(digitsOf(x), digitsOf(y)) && distance(x, y) <= slips
}

func digitsOf(s []rune) []rune {
	return slices.DeleteFunc(slices.Clone(s), func(r rune) bool { return !unicode.IsDigit(r) })
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

// cueReach is how many bytes on either side of a cue its speaker is named in.
const cueReach = 80

// credits reports whether an article names the speaker of a quotation beside it.
func (t *table) credits(v *view, q news.Quote) bool { return namedBeside(t.source(v), q) }

// namedBeside reports whether the words beside a quotation's cue name its speaker,
// rather than a pronoun or a description.
func namedBeside(src string, q news.Quote) bool {
	from, to := max(0, q.CueSpan.Start-cueReach), min(len(src), q.CueSpan.End+cueReach)
	if q.Span.End <= q.CueSpan.Start {
		from = max(from, q.Span.End)
	} else {
		to = min(to, max(q.CueSpan.End, q.Span.Start))
	}
	before, after := src[from:q.CueSpan.Start], src[q.CueSpan.End:to]
	beside := wordsOf(text.Fold(before[strings.LastIndexByte(before, '\n')+1:] + " " + strings.SplitN(after, "\n", 2)[0]))
	return slices.ContainsFunc(wordsOf(text.Fold(q.Speaker)), func(w string) bool { return slices.Contains(beside, w) })
}

// kin reports whether two names have words that are one: short forms and
// spellings of one name.
func kin(a, b string) bool {
	theirs := wordsOf(text.Fold(b))
	return slices.ContainsFunc(wordsOf(text.Fold(a)), func(x string) bool { return hasKin(theirs, x) })
}

// kinLeast is the least length of a word of a name that has kin.
const kinLeast = 4

// hasKin reports whether a word of a name is one of words but for its ends or a
// slip.
func hasKin(words []string, x string) bool {
	return len(x) >= kinLeast && slices.ContainsFunc(words, func(y string) bool {
		return len(y) >= kinLeast && (strings.Contains(x, y) || strings.Contains(y, x) || alike(x, y))
	})
}

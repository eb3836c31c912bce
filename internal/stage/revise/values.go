package revise

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/text"
)

// unmatched pairs equal values of two versions off, settles their words, and
// reports whether one that is left over has a word that differs.
func unmatched[T any](old, new *half, a, b []T, span func(T) text.Span, same func(x, y T) bool) bool {
	b = slices.Clone(b)
	found := false
	for _, x := range a {
		if k := slices.IndexFunc(b, func(y T) bool { return same(x, y) }); k >= 0 {
			old.settle(span(x))
			new.settle(span(b[k]))
			b = slices.Delete(b, k, k+1)
		} else if old.touched(span(x)) {
			old.settle(span(x))
			found = true
		}
	}
	for _, y := range b {
		if new.touched(span(y)) {
			new.settle(span(y))
			found = true
		}
	}
	return found
}

// values returns what of a list stands in the sentence.
func values[T any](h *half, all []T, title func(T) bool, span func(T) text.Span) []T {
	var out []T
	for _, v := range all {
		if title(v) == (h.field == news.InTitle) && h.Contains(span(v)) {
			out = append(out, v)
		}
	}
	return out
}

// figures reports whether a quantity, or a number that none holds, differs.
func (j *judgement) figures() bool {
	span := func(q news.Quantity) text.Span { return q.Span }
	title := func(q news.Quantity) bool { return q.Title }
	found := unmatched(&j.old, &j.new, values(&j.old, j.old.Quantities, title, span), values(&j.new, j.new.Quantities, title, span), span, j.sameQuantity)
	return j.numbers() || found
}

// sameQuantity reports whether two quantities say the same.
func (j *judgement) sameQuantity(x, y news.Quantity) bool {
	if x.Approx != y.Approx {
		return false
	}
	if p, q := x.Span.Of(j.old.src), y.Span.Of(j.new.src); score(p) || score(q) {
		return text.Fold(p) == text.Fold(q)
	}
	a, b := j.rd.measure(x), j.rd.measure(y)
	switch number.Relate(a, b) {
	case number.Same:
		return a.Dimension == b.Dimension || text.Fold(x.Unit) == text.Fold(y.Unit) || x.Unit == "" || y.Unit == ""
	case number.Unlike:
		return equal(x.Min, y.Min) && equal(x.Max, y.Max) && j.rd.sameWord(x.Unit, y.Unit)
	}
	return false
}

// score reports whether a quantity is a score or a range, of which the bounds
// may tell one side only.
func score(s string) bool {
	s = text.Squash(s)
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '-' && digit(s[i-1]) && digit(s[i+1]) {
			return true
		}
	}
	return false
}

func digit(b byte) bool { return '0' <= b && b <= '9' }

func (rd *reader) measure(q news.Quantity) number.Measure {
	return rd.numbers.Measure(number.Quantity{Span: q.Span, Min: q.Min, Max: q.Max, Approx: q.Approx, Unit: q.Unit})
}

// sameWord reports whether two words are one by stem or by the synonyms.
func (rd *reader) sameWord(a, b string) bool {
	head := func(w string) string {
		s := rd.stem.Stem(strings.ToLower(w))
		if h, ok := rd.synonym[s]; ok {
			return h
		}
		return s
	}
	return head(a) == head(b)
}

func equal(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// numbers reports whether numbers differ that are neither quantities nor parts
// of a time: of laws, roads, flights.
func (j *judgement) numbers() bool {
	digits := func(h *half) []string {
		var out []string
		for i, w := range h.words {
			if w.number && h.differs[i] && !h.told[i] && !h.inTime(w.Span) {
				h.told[i] = true
				out = append(out, strings.NewReplacer(".", "", ",", "").Replace(w.low))
			}
		}
		slices.Sort(out)
		return out
	}
	return !slices.Equal(digits(&j.old), digits(&j.new))
}

func (h *half) inTime(sp text.Span) bool {
	return slices.ContainsFunc(h.Times, func(t news.TimeRef) bool {
		return t.Title == (h.field == news.InTitle) && t.Span.Overlaps(sp)
	})
}

// times reports whether an expression of time resolves to another time.
func (j *judgement) times() bool {
	span := func(t news.TimeRef) text.Span { return t.Span }
	title := func(t news.TimeRef) bool { return t.Title }
	same := func(x, y news.TimeRef) bool {
		return x.Start.String() == y.Start.String() && x.End.String() == y.End.String()
	}
	return unmatched(&j.old, &j.new, values(&j.old, j.old.Times, title, span), values(&j.new, j.new.Times, title, span), span, same)
}

// names reports whether who or what is named differs: another name, or, but in
// headlines, one more or one less. The fuller form of a name is no other name.
func (j *judgement) names() bool {
	span := func(m news.Mention) text.Span { return m.Span }
	title := func(m news.Mention) bool { return m.Title }
	a, b := values(&j.old, j.old.Mentions, title, span), values(&j.new, j.new.Mentions, title, span)
	gone := missing(&j.old, a, func(x news.Mention) bool {
		return slices.ContainsFunc(b, func(y news.Mention) bool { return oneName(&j.old, &j.new, x, y) })
	})
	come := missing(&j.new, b, func(y news.Mention) bool {
		return slices.ContainsFunc(a, func(x news.Mention) bool { return oneName(&j.old, &j.new, x, y) })
	})
	goneWords, comeWords := j.capitals(&j.old), j.capitals(&j.new)
	gone, come = gone || goneWords, come || comeWords
	if j.title {
		return gone && come
	}
	return gone || come
}

// missing settles the mentions' words and reports whether one with a word that
// differs is not in the other version.
func missing(h *half, all []news.Mention, there func(news.Mention) bool) bool {
	found := false
	for _, m := range all {
		found = found || h.touched(m.Span) && !there(m)
		h.settle(m.Span)
	}
	return found
}

// oneName reports whether two mentions name the same: by what stands there, or
// by the full names that the versions give.
func oneName(old, new *half, x, y news.Mention) bool {
	a, b := nameWords(x.Span.Of(old.src)), nameWords(y.Span.Of(new.src))
	if within(a, b) || within(b, a) {
		return true
	}
	misspelt := len(a) == len(b) && slices.ContainsFunc(a, func(w string) bool { return respelt(w, b) })
	return text.Fold(x.Name) == text.Fold(y.Name) && !misspelt
}

// nameWords are a name's words of more than one letter.
func nameWords(s string) []string {
	return slices.DeleteFunc(strings.Fields(text.Fold(s)), func(w string) bool { return len(w) < 2 })
}

func within(a, b []string) bool {
	return len(a) > 0 && !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// respelt reports whether w is nearly, but not quite, one of the words.
func respelt(w string, words []string) bool {
	return slices.ContainsFunc(words, func(o string) bool {
		return w != o && len(w) > 3 && editsWithin([]rune(w), []rune(o), 2)
	})
}

// capitals reports whether words with a capital letter are open that no mention
// covers, and settles them; in a headline capitals tell nothing.
func (j *judgement) capitals(h *half) bool {
	found := false
	h.open(func(i int, w *word) {
		if w.capital && !j.title && w.content {
			h.told[i], found = true, true
		}
	})
	return found
}

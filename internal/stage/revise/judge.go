package revise

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// judgement weighs the words by which two versions of a sentence differ.
type judgement struct {
	rd       *reader
	old, new half
	title    bool
}

// half is one version of the sentence.
type half struct {
	*side
	*sentence
	differs []bool // words that the other version has not in this place
	told    []bool // of them, those whose meaning is settled
}

func newJudgement(rd *reader, a, b *side, x, y *sentence) *judgement {
	j := &judgement{rd: rd, old: newHalf(a, x), new: newHalf(b, y), title: b.field == news.InTitle}
	for _, p := range text.Common(lows(x.words), lows(y.words)) {
		j.old.differs[p.A], j.new.differs[p.B] = false, false
	}
	return j
}

func newHalf(s *side, x *sentence) half {
	h := half{side: s, sentence: x, differs: make([]bool, len(x.words)), told: make([]bool, len(x.words))}
	for i := range h.differs {
		h.differs[i] = true
	}
	return h
}

// verdict says what the difference touches, the weightiest first, and whether
// it is substantive.
func (j *judgement) verdict() (what []string, substantive bool) {
	add := func(name string, is bool) {
		if is {
			what = append(what, name)
		}
	}
	add(news.WhatFigure, j.figures())
	add(news.WhatTime, j.times())
	spelt := j.spellings()
	add(news.WhatName, j.names())
	add(news.WhatPolarity, j.balance(j.rd.denies))
	add(news.WhatModality, j.balance(j.rd.hedges))
	add(news.WhatQuote, j.quotes())
	if len(what) > 0 {
		return what, true
	}
	if other, replaced := j.wording(); other {
		return []string{news.WhatWording}, replaced && !j.title
	}
	if spelt {
		return []string{news.WhatSpelling}, false
	}
	if j.reordered() {
		return []string{news.WhatOrder}, false
	}
	return []string{news.WhatWording}, false
}

// open calls do for the words of h that differ and are not settled.
func (h *half) open(do func(i int, w *word)) {
	for i := range h.words {
		if h.differs[i] && !h.told[i] {
			do(i, &h.words[i])
		}
	}
}

// settle marks the words inside sp as told.
func (h *half) settle(sp text.Span) {
	for i, w := range h.words {
		if sp.Overlaps(w.Span) {
			h.told[i] = true
		}
	}
}

// touched reports whether a word that differs stands in sp.
func (h *half) touched(sp text.Span) bool {
	for i, w := range h.words {
		if h.differs[i] && sp.Overlaps(w.Span) {
			return true
		}
	}
	return false
}

// spellings settles the words that are spelt otherwise, or joined or parted,
// and reports whether there are any.
func (j *judgement) spellings() bool {
	found := false
	var rest []int
	j.new.open(func(k int, _ *word) { rest = append(rest, k) })
	j.old.open(func(i int, w *word) {
		at := slices.IndexFunc(rest, func(k int) bool { return j.rd.spelt(w, &j.new.words[k]) })
		if at >= 0 {
			j.old.told[i], j.new.told[rest[at]] = true, true
			rest = slices.Delete(rest, at, at+1)
			found = true
		}
	})
	if glued(j.old) == glued(j.new) && glued(j.old) != "" {
		settleAll(&j.old)
		settleAll(&j.new)
		return true
	}
	return found
}

// glued are the open words of h without blanks and hyphens.
func glued(h half) string {
	var b strings.Builder
	h.open(func(_ int, w *word) { b.WriteString(strings.ReplaceAll(w.low, "-", "")) })
	return b.String()
}

func settleAll(h *half) { h.open(func(i int, _ *word) { h.told[i] = true }) }

// spelt reports whether two words are one, spelt in two ways: one of them is
// no word that news uses, and a letter or two make the difference. Names and
// numbers are never mere spelling.
func (rd *reader) spelt(a, b *word) bool {
	if a.number || b.number || a.capital || b.capital {
		return false
	}
	if a.stem == b.stem && a.low[0] == b.low[0] {
		return true
	}
	n := utf8.RuneCountInString(a.low)
	if n < 4 || rd.known(a) && rd.known(b) {
		return false
	}
	return editsWithin([]rune(a.low), []rune(b.low), 1+n/7)
}

// known reports whether news uses a word.
func (rd *reader) known(w *word) bool { return rd.stop[w.low] || w.weight < rd.idf.Max() }

// editsWithin reports whether at most n letters must be put in, taken out,
// replaced, or swapped with their neighbour (Damerau 1964).
func editsWithin(a, b []rune, n int) bool {
	if len(a)-len(b) > n || len(b)-len(a) > n {
		return false
	}
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for k := range rows[0] {
		rows[0][k] = k
	}
	for i := 1; i <= len(a); i++ {
		cur, prev, before := rows[i%3], rows[(i+2)%3], rows[(i+1)%3]
		cur[0] = i
		for k := 1; k <= len(b); k++ {
			cost := 1
			if a[i-1] == b[k-1] {
				cost = 0
			}
			cur[k] = min(cur[k-1]+1, prev[k]+1, prev[k-1]+cost)
			if i > 1 && k > 1 && a[i-1] == b[k-2] && a[i-2] == b[k-1] {
				cur[k] = min(cur[k], before[k-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)] <= n
}

// balance reports whether words of one kind came or went, and settles them.
func (j *judgement) balance(kinds map[string]string) bool {
	count := func(h *half) map[string]int {
		n := map[string]int{}
		h.open(func(i int, w *word) {
			if kind := kinds[w.low]; kind != "" {
				h.told[i] = true
				n[kind]++
			}
		})
		return n
	}
	return !maps.Equal(count(&j.old), count(&j.new))
}

// quotes reports whether words of content that stand in quotation marks as
// someone's differ, and settles them.
func (j *judgement) quotes() bool {
	inside := func(h *half) (found bool) {
		for _, q := range h.Quotes {
			if h.field != news.InText || !q.Direct || !q.Span.Overlaps(h.Span) {
				continue
			}
			h.open(func(i int, w *word) {
				if q.Span.Contains(w.Span) && w.content {
					h.told[i], found = true, true
				}
			})
		}
		return found
	}
	a, b := inside(&j.old), inside(&j.new)
	return a || b
}

// fewWords is how many words of content may come, or go, without a statement
// coming or going.
const fewWords = 2

// wording reports whether words of content differ, and whether some were
// replaced, or many came or went. Words that changed their place are the same.
func (j *judgement) wording() (differs, replaced bool) {
	left := map[string]int{}
	j.new.open(func(_ int, w *word) {
		if w.content {
			left[w.stem]++
		}
	})
	gone := 0
	j.old.open(func(_ int, w *word) {
		switch {
		case !w.content:
		case left[w.stem] > 0:
			left[w.stem]--
		default:
			gone++
		}
	})
	come := 0
	for _, n := range left {
		come += n
	}
	if gone+come == 0 && j.turned() {
		return true, true
	}
	return gone+come > 0, gone > 0 && come > 0 || gone+come > fewWords
}

// turned reports whether one word is all that differs, and stands in another
// form of the same stem: who did it and who suffered it may have changed.
func (j *judgement) turned() bool {
	one := func(h *half) (low, stem string) {
		n := 0
		h.open(func(_ int, w *word) {
			if w.content {
				low, stem = w.low, w.stem
				n++
			}
		})
		if n != 1 {
			return "", ""
		}
		return low, stem
	}
	a, x := one(&j.old)
	b, y := one(&j.new)
	return a != "" && b != "" && x == y && a[0] != b[0] && j.rd.stem.Stem(a) == j.rd.stem.Stem(b)
}

// reordered reports whether the versions have the same words.
func (j *judgement) reordered() bool {
	a, b := lows(j.old.words), lows(j.new.words)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

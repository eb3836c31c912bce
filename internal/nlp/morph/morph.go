// Package morph brings the forms of a word to one stem, so that "dicabut" and
// "pencabutan", or "mines" and "mining", compare as the same. In comes a
// lower-case word, out comes its stem: a key for comparison, not always a word
// of the language.
//
// Two mechanisms, both driven by the pack's tables:
//
//   - with a lexicon (tables roots and base-words): affixes are stripped, sounds
//     that a prefix swallows are put back, and a candidate counts only if it is
//     a root. Of several, base words come first, then the longest, then the one
//     with the shortest prefix. Pairs of prefix and suffix that the table bars do not go
//     together. This is the idea of Nazief and Adriani (Adriani et al. 2007)
//     without its fixed order of steps.
//   - without: endings are cut in rounds, the longest that leaves three letters
//     first (an S-stemmer in the sense of Harman 1991, a little longer).
//
// It does not tell parts of speech and knows no irregular forms.
package morph

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
)

const (
	shortestRoot = 4 // letters of a root that stripping may arrive at
	shortestStem = 3 // letters that cutting an ending must leave
)

// affix is a row of the table affixes: strip is taken away, replace put back.
type affix struct{ strip, replace string }

// byFirst are prefixes by the first byte of the words that they can start; the
// empty prefix goes with every byte.
type byFirst [256][]affix

// rank tells how surely a word is a root: 0 not at all.
type rank uint8

const (
	likely rank = 1 // in the table roots
	sure   rank = 2 // in the table base-words, which may be short
)

// Stemmer stems the words of one language. It is immutable.
type Stemmer struct {
	lexicon  map[string]rank
	prefixes []affix // shortest first
	suffixes []affix
	pairs    []byFirst // prefixes that go with each suffix
	endings  [][]affix // by round, longest first
}

// rounds are the kinds of endings in the order in which they are cut.
var rounds = []string{"ending-1", "ending-2", "ending-3"}

// made are the stemmers of the packs, which many parts of the program share.
var made sync.Map // *lang.Pack → *Stemmer

// New returns the stemmer of the pack's tables roots and affixes, built once a
// pack that has roots. Without them every word is its own stem.
func New(p *lang.Pack) *Stemmer {
	if len(p.Rows("roots")) == 0 {
		return build(p)
	}
	if s, ok := made.Load(p); ok {
		return s.(*Stemmer)
	}
	s, _ := made.LoadOrStore(p, build(p))
	return s.(*Stemmer)
}

func build(p *lang.Pack) *Stemmer {
	s := &Stemmer{
		lexicon:  make(map[string]rank, len(p.Rows("roots"))),
		prefixes: append(affixes(p, "prefix"), affix{}),
		suffixes: append([]affix{{}}, affixes(p, "suffix")...),
	}
	slices.Reverse(s.prefixes)
	for w := range p.Set("roots") {
		s.lexicon[w] = likely
	}
	for w := range p.Set("base-words") {
		s.lexicon[w] = sure
	}
	s.pair(affixes(p, "barred"))
	for _, kind := range rounds {
		s.endings = append(s.endings, affixes(p, kind))
	}
	return s
}

// pair finds the prefixes that go with each suffix: all but those that start
// with the first part of a barred pair whose second part starts the suffix.
func (s *Stemmer) pair(barred []affix) {
	s.pairs = make([]byFirst, len(s.suffixes))
	for i, suf := range s.suffixes {
		for _, pre := range s.prefixes {
			if !slices.ContainsFunc(barred, func(b affix) bool {
				return suf.strip != "" && strings.HasPrefix(pre.strip, b.strip) && strings.HasPrefix(suf.strip, b.replace)
			}) {
				s.pairs[i].add(pre)
			}
		}
	}
}

func (f *byFirst) add(pre affix) {
	if pre.strip != "" {
		f[pre.strip[0]] = append(f[pre.strip[0]], pre)
		return
	}
	for c := range f {
		f[c] = append(f[c], pre)
	}
}

// affixes returns the rows of one kind, longest first.
func affixes(p *lang.Pack, kind string) []affix {
	var out []affix
	for _, r := range p.Rows("affixes") {
		if r.Cols[1] == kind {
			out = append(out, affix{r.Cols[0], r.Cols[3]})
		}
	}
	slices.SortStableFunc(out, func(a, b affix) int { return len(b.strip) - len(a.strip) })
	return out
}

// Stem returns the stem of a lower-case word. Reduplication ("orang-orang")
// counts as the single word. Cost: the number of pairs of affixes.
func (s *Stemmer) Stem(word string) string {
	if a, b, ok := strings.Cut(word, "-"); ok && a == b && a != "" {
		word = a
	}
	if len(s.lexicon) == 0 {
		return s.cut(word)
	}
	if s.lexicon[word] == sure || utf8.RuneCountInString(word) <= shortestRoot {
		return word
	}
	return s.strip(word, s.lexicon[word]+1, len(word))
}

// Known reports whether a lower-case word is a root of the lexicon or derived
// from one; never without a lexicon. Cost as Stem.
func (s *Stemmer) Known(word string) bool {
	return s.lexicon[word] > 0 || len(s.lexicon) > 0 && s.Stem(word) != word
}

// strip looks for a root of at least the given rank and at most limit bytes
// inside word and returns the best, or word if there is none: sure roots before
// likely ones, then the one that keeps most letters, then the one with the
// shortest prefix.
func (s *Stemmer) strip(word string, least rank, limit int) string {
	best, score := word, 0
	for i, suf := range s.suffixes {
		left, ok := strings.CutSuffix(word, suf.strip)
		if !ok {
			continue
		}
		if left += suf.replace; left == "" {
			continue
		}
		for _, pre := range s.pairs[i][left[0]] {
			rest, ok := strings.CutPrefix(left, pre.strip)
			if !ok {
				continue
			}
			root := pre.replace + rest
			r := s.lexicon[root]
			if r < least || r == likely && len(root) < shortestRoot || len(root) > limit {
				continue
			}
			if v := int(r)<<16 + 64*len(rest) - len(pre.strip); v > score {
				best, score = root, v
			}
		}
	}
	return best
}

// cut takes at most one ending off in each round. An ending that is replaced
// by itself protects the word.
func (s *Stemmer) cut(word string) string {
	for _, round := range s.endings {
		for _, e := range round {
			if left, ok := strings.CutSuffix(word, e.strip); ok {
				if len(left)+len(e.replace) >= shortestStem {
					word = left + e.replace
				}
				break
			}
		}
	}
	return word
}

// Derived returns those of words from which stripping the pack's affixes gives
// another of them: what a lexicon of roots leaves out.
func Derived(p *lang.Pack, words map[string]bool) map[string]bool {
	s := build(p)
	base := p.Set("base-words")
	s.lexicon = make(map[string]rank, len(words))
	for w := range words {
		s.lexicon[w] = likely
	}
	out := map[string]bool{}
	for w := range words {
		if !base[w] && len(w) > shortestRoot && s.strip(w, likely, len(w)-1) != w {
			out[w] = true
		}
	}
	return out
}

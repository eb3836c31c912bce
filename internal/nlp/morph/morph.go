// Package morph brings the forms of a word to one stem, so that "dicabut" and
// "pencabutan", or "mines" and "mining", compare as the same. In comes a
// lower-case word, out comes its stem: a key for comparison, not always a word
// of the language.
//
// Two mechanisms, both driven by the pack's tables:
//
//   - with a lexicon (table roots): affixes are stripped, sounds that a prefix
//     swallows are put back, and a candidate counts only if it is a root. Of
//     several the longest is taken. This is the idea of Nazief and Adriani
//     (Adriani et al. 2007) without its fixed order of steps.
//   - without: endings are cut in rounds, the longest that leaves three letters
//     first (an S-stemmer in the sense of Harman 1991, a little longer).
//
// It does not tell parts of speech and knows no irregular forms.
package morph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
)

const (
	shortestRoot = 4 // letters of a root that stripping may arrive at
	shortestStem = 3 // letters that cutting an ending must leave
)

// affix is a row of the table affixes: strip is taken away, replace put back.
type affix struct{ strip, replace string }

// Stemmer stems the words of one language. It is immutable.
type Stemmer struct {
	roots    map[string]bool
	prefixes []affix
	suffixes []affix
	endings  [][]affix // by round, longest first
}

// rounds are the kinds of endings in the order in which they are cut.
var rounds = []string{"ending-1", "ending-2", "ending-3"}

// New builds a stemmer from the pack's tables roots and affixes. Without them
// every word is its own stem.
func New(p *lang.Pack) *Stemmer {
	s := &Stemmer{
		roots:    p.Set("roots"),
		prefixes: append([]affix{{}}, affixes(p, "prefix")...),
		suffixes: append([]affix{{}}, affixes(p, "suffix")...),
	}
	for _, kind := range rounds {
		s.endings = append(s.endings, affixes(p, kind))
	}
	return s
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
	if a, b, ok := strings.Cut(word, "-"); ok && a == b {
		word = a
	}
	if len(s.roots) == 0 {
		return s.cut(word)
	}
	if s.roots[word] || utf8.RuneCountInString(word) <= shortestRoot {
		return word
	}
	return s.strip(word, len(word))
}

// strip looks for the longest root of at most limit bytes inside word, and
// returns word if there is none.
func (s *Stemmer) strip(word string, limit int) string {
	best := ""
	for _, suf := range s.suffixes {
		left, ok := strings.CutSuffix(word, suf.strip)
		if !ok {
			continue
		}
		left += suf.replace
		for _, pre := range s.prefixes {
			root, ok := strings.CutPrefix(left, pre.strip)
			if !ok || len(root)+len(pre.replace) <= len(best) {
				continue
			}
			if root = pre.replace + root; len(root) >= shortestRoot && len(root) <= limit && s.roots[root] {
				best = root
			}
		}
	}
	if best == "" {
		return word
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
	s := New(p)
	s.roots = words
	out := map[string]bool{}
	for w := range words {
		if len(w) > shortestRoot && s.strip(w, len(w)-1) != w {
			out[w] = true
		}
	}
	return out
}

package eval

import (
	"strings"
	"unicode"
)

// squash makes white space single blanks and curly quotation marks straight.
func squash(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// words returns the words of s in lower case: runs of letters and digits.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// covered returns the share of part's words that whole has, as multisets.
func covered(part, whole string) float64 {
	p := words(part)
	if len(p) == 0 {
		return 0
	}
	left := map[string]int{}
	for _, w := range words(whole) {
		left[w]++
	}
	hit := 0
	for _, w := range p {
		if left[w] > 0 {
			left[w]--
			hit++
		}
	}
	return float64(hit) / float64(len(p))
}

// sameText is the harmonic mean of how much each text covers the other.
func sameText(a, b string) float64 { return f1(covered(a, b), covered(b, a)) }

// titles are left out when names are compared, as the labels' scorer does.
var titles = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`pak bu bapak ibu presiden menteri wakil ketua direktur utama dr prof ir h hj sh mh
		kepala jenderal komjen irjen brigjen kombes akbp kompol`) {
		m[w] = true
	}
	return m
}()

// sameName reports whether the words of one name are among those of the other.
func sameName(a, b string) bool {
	sa, sb := nameWords(a), nameWords(b)
	return len(sa) > 0 && len(sb) > 0 && (subset(sa, sb) || subset(sb, sa))
}

func nameWords(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words(s) {
		if !titles[w] {
			m[w] = true
		}
	}
	return m
}

func subset(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}

// shingles counts the runs of n words.
func shingles(s string, n int) map[string]int {
	w := words(s)
	out := map[string]int{}
	if len(w) == 0 {
		return out
	}
	for i := range max(1, len(w)-n+1) {
		out[strings.Join(w[i:min(i+n, len(w))], " ")]++
	}
	return out
}

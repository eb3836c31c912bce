package clean

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
)

// endings finds where a headline ends that was glued into running text: "…
// Baca juga: Warga Desa Minta Jembatan Diperbaiki Menurut Bupati, …".
//
// A headline capitalises its words, so it ends before or within the run of
// capitalised words; inside the run the end is the best-scoring place. Evidence:
// how much more often the next word begins sentences than it stands in headlines
// (table starters), whether a small word follows it, whether the headline before
// it is as long as headlines are and ends in a word that can end one, marks, and
// missing blanks.
type endings struct {
	starters map[string]float64
	small    func(string) bool // words that headlines leave small
}

func newEndings(packs []*lang.Pack) endings {
	e := endings{starters: map[string]float64{}}
	for _, p := range packs {
		for w, x := range p.Map("starters") {
			if f, err := strconv.ParseFloat(x, 64); err == nil {
				if _, ok := e.starters[w]; !ok {
					e.starters[w] = f
				}
			}
		}
	}
	small := either("", kind(packs, "title-small"), "")
	e.small = func(w string) bool { return matches(small, w) }
	return e
}

// title returns the length of the headline that s, a part of doc, starts with,
// at most maxTitle bytes; all of s if s is no longer than a headline and
// unfinished.
func (e endings) title(doc, s string) int {
	words := fieldsOf(s[:min(len(s), maxTitle+40)])
	best, score := 0, math.Inf(-1)
	for i, w := range words {
		if i > 0 {
			if x := e.score(doc, s, words, i); x > score {
				best, score = closing(s, words[i-1].end, w.start), x
			}
		}
		if w.start > maxTitle || i > 2 && e.running(w.of(s)) && !(len(s) <= maxTitle && !finished(s)) {
			break
		}
	}
	if len(s) <= maxTitle && len(words) > 0 {
		if x := e.whole(s, words); x > score {
			best = len(s)
		}
	}
	return best
}

// closing returns where between two words, the marks from byte from to byte to
// of s, the marks of the first end and those that open the second begin.
func closing(s string, from, to int) int {
	for i, r := range s[from:to] {
		if unicode.IsSpace(r) || strings.ContainsRune("“‘(", r) || strings.ContainsRune(`"'`, r) && from+i+1 == to {
			return from + i
		}
	}
	return to
}

// maxTitle is the length of the longest headline in bytes.
const maxTitle = 170

// running reports whether a word cannot stand in a headline.
func (e endings) running(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	if !unicode.IsLower(r) || e.small(w) {
		return false
	}
	return !strings.ContainsFunc(w[size:], unicode.IsUpper) // iPhone, se-Jawa
}

// score rates the end of the headline before word i of s. doc is the text
// that s is from.
func (e endings) score(doc, s string, words []word, i int) float64 {
	w, prev := words[i], words[i-1]
	first, _ := utf8.DecodeRuneInString(s[w.start:])
	if unicode.IsLower(first) || i < 2 {
		return math.Inf(-1)
	}
	x := length(i) + e.starters[strings.ToLower(w.of(s))] + e.ahead(s, words, i) + marks(s[prev.end:w.start], w.split)
	if unicode.IsDigit(first) {
		x += 3
		if !strings.HasPrefix(s[w.end:], ". ") { // no number of a list
			x -= 6
		}
	}
	if e.small(prev.of(s)) {
		x -= 6
	}
	if count.MatchString(prev.of(s)) {
		x -= 2.5
	}
	if acronym(w.of(s)) {
		x--
	}
	if strings.EqualFold(prev.of(s), w.of(s)) {
		x += 2
	}
	if again(doc, s[prev.start:w.end]) {
		x -= 3 // the two words are one name
	}
	return x
}

// count is a number that is no year: what it counts comes after it.
var count = regexp.MustCompile(`^(?:\d{1,3}|\d+[.,]\d+)$`)

func acronym(w string) bool { return len(w) > 1 && strings.ToUpper(w) == w }

// marks rates what stands between the headline and what follows.
func marks(between string, split bool) float64 {
	blank := strings.Contains(between, " ")
	switch {
	case between == "" && split:
		return 5
	case strings.ContainsAny(between, "!?"), !blank && strings.Trim(between, "-'’./,:&") != "":
		return 4
	case strings.ContainsAny(between, ",:;&/(-"):
		return -6
	case blank && strings.Contains(between, "."):
		return 3
	case strings.ContainsAny(between, "\"“"):
		return 2
	}
	return 0
}

// ahead rates word i as the first of a sentence by how soon a word comes that
// cannot stand in a headline.
func (e endings) ahead(s string, words []word, i int) float64 {
	for d, w := range words[i+1:] {
		if e.running(w.of(s)) {
			return 3 / (1 + float64(d)/2)
		}
	}
	return 0
}

// whole rates all of s as a headline.
func (e endings) whole(s string, words []word) float64 {
	x := length(len(words)) + 2
	if !finished(s) || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		x += 3
	}
	if strings.HasSuffix(s, ".") {
		x -= 6
	}
	for i, w := range words {
		if i > 0 && e.running(w.of(s)) {
			x -= 1.5
		}
	}
	return x
}

// length rates a headline by its number of words: most have seven to thirteen.
func length(words int) float64 {
	d := (float64(words) - 10) / 4
	return -d * d
}

// word is a run of letters and digits with inner marks.
type word struct {
	start, end int
	split      bool // cut off from the word before at a small letter before a capital
}

func (w word) of(s string) string { return s[w.start:w.end] }

// fieldsOf cuts s into words, also before a capital where a blank may be
// missing: "RusiaSeperti", "DOGESebelum", "2025Dari".
func fieldsOf(s string) []word {
	var out []word
	start, split := -1, false
	for i, r := range s {
		in := wordRune(r) || start >= 0 && innerMark(s, i, r)
		joint := in && start >= 0 && glueAt(s, start, i)
		if start >= 0 && (!in || joint) {
			out = append(out, word{start, i, split})
			start, split = -1, joint
		}
		if in && start < 0 {
			start = i
		}
		if !in {
			split = false
		}
	}
	if start >= 0 {
		out = append(out, word{start, len(s), split})
	}
	return out
}

// innerMark reports whether the mark at byte i of s binds the runes beside it.
func innerMark(s string, i int, r rune) bool {
	if !strings.ContainsRune("-'’.", r) {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
	return wordRune(next) && (r == '-' || r == '.' || !unicode.IsLower(prev) || !unicode.IsUpper(next))
}

// glueAt reports whether a blank may be missing before byte i of s, inside the
// word that starts at byte start.
func glueAt(s string, start, i int) bool {
	r, n := utf8.DecodeRuneInString(s[i:])
	prev, _ := utf8.DecodeLastRuneInString(s[:i])
	if !unicode.IsUpper(r) || i-start < 3 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+n:])
	return unicode.IsLower(prev) || unicode.IsDigit(prev) || unicode.IsUpper(prev) && unicode.IsLower(next)
}

// Package langid tells the language of a text.
//
// In: text. Out: the tag of one of the packs' languages, or "und".
//
// Method: a linear model with one feature a word. Each pack's table markers
// gives the words that tell its language, with a weight: the logarithm of how
// much more frequent the word is there than in the other languages, derived by
// Derive from running text. A language's score is the sum of the weights of a
// text's words over the number of its words; the best language wins if it
// reaches a floor, else the text is "und". Words are enough for news: a third
// of the words of a report are function words, and unlike character n-grams
// they keep Indonesian and Malay apart (Ljubešić et al. 2007 found the same for
// Croatian and Serbian). Of two languages that score alike the one whose pack is
// first wins, Indonesian before Malay.
//
// It does not find where a text changes its language.
package langid

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
)

// Undetermined is the tag of text whose language is not known (BCP 47).
const Undetermined = "und"

const (
	// floor is the least score of a language that is told: reports reach 0.9
	// to 1.6 in their own language, and stay below 0.2 in unrelated ones.
	floor = 0.4
	// sample is how many bytes of a text are looked at.
	sample = 8 << 10
	// maxWord is the length of the longest marker, in bytes.
	maxWord = 24
)

// Identifier tells the language of texts. It is immutable and safe for use by
// several goroutines.
type Identifier struct {
	tags    []string
	weights map[string][]float32 // by word, then by tag
}

// New builds an identifier from the packs' markers. Packs without any are
// never told.
func New(packs *lang.Packs) *Identifier {
	id := &Identifier{weights: map[string][]float32{}}
	for _, tag := range packs.Tags() {
		if len(packs.For(tag).Rows("markers")) > 0 {
			id.tags = append(id.tags, tag)
		}
	}
	for i, tag := range id.tags {
		for _, row := range packs.For(tag).Rows("markers") {
			w, err := strconv.ParseFloat(row.Cols[1], 32)
			if err != nil {
				continue // the pack's test names it
			}
			if id.weights[row.Cols[0]] == nil {
				id.weights[row.Cols[0]] = make([]float32, len(id.tags))
			}
			id.weights[row.Cols[0]][i] = float32(w)
		}
	}
	return id
}

// Identify returns the BCP 47 tag of the language that most of s is in,
// Undetermined if it is none of the packs'. Only the first 8 KiB count.
func (id *Identifier) Identify(s string) string {
	sums := make([]float32, len(id.tags))
	words := 0
	each(s[:min(len(s), sample)], func(w []byte) {
		words++
		for i, x := range id.weights[string(w)] {
			sums[i] += x
		}
	})
	best := -1
	for i := range sums {
		if sums[i] >= floor*float32(words) && (best < 0 || sums[i] > sums[best]) && words > 0 {
			best = i
		}
	}
	if best < 0 {
		return Undetermined
	}
	return id.tags[best]
}

// each calls do with every word of s in lower case; the slice is used again.
// Words longer than any marker are passed on empty.
func each(s string, do func([]byte)) {
	var buf [maxWord + utf8.UTFMax]byte
	n, long := 0, false
	flush := func() {
		if long {
			n = 0
		}
		if n > 0 || long {
			do(buf[:n])
		}
		n, long = 0, false
	}
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= b && b <= 'Z':
				b += 'a' - 'A'
			case 'a' <= b && b <= 'z':
			case b == '\'' && n > 0:
			default:
				flush()
				continue
			}
			if n++; n > maxWord {
				n, long = maxWord, true
				continue
			}
			buf[n-1] = b
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			flush()
			continue
		}
		if n+utf8.UTFMax > maxWord {
			long = true
			continue
		}
		n += utf8.EncodeRune(buf[n:], unicode.ToLower(r))
	}
	flush()
}

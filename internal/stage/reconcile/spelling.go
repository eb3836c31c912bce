package reconcile

import "strings"

// Spellings of one speaker differ by one letter in so many, by two in so many.
const (
	spellOne = 6
	spellTwo = 14
)

// spelt reports whether two names are one in two spellings: as good as the same
// letters when spaces are left out. Accounts, and names of one word of which one
// is an acronym, are compared as they stand.
func (s *speaker) spelt(o *speaker) bool {
	if s.account || o.account || strings.ToUpper(s.full) == s.full || strings.ToUpper(o.full) == o.full {
		return false
	}
	a, b := []rune(strings.Join(s.name, "")), []rune(strings.Join(o.name, ""))
	short := min(len(a), len(b))
	switch {
	case short < spellOne:
		return false
	case short < spellTwo:
		return distance(a, b) <= 1
	}
	return distance(a, b) <= 2
}

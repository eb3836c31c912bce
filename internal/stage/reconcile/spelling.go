package reconcile

import (
	"slices"
	"strings"
)

// Spellings of one speaker differ by one letter in so many, by two in so many;
// a name that begins another of so many letters has a word glued to it there.
const (
	spellOne  = 6
	spellTwo  = 14
	spellGlue = 10
)

// spelt reports whether two names are one in two spellings: as good as the same
// letters when spaces are left out, a name with its end glued to the next word,
// or one word that is as good as a word of the other. Accounts and acronyms are
// compared as they stand.
func (s *speaker) spelt(o *speaker) bool {
	if s.account || o.account || acronym(s.full) || acronym(o.full) {
		return false
	}
	if len(o.name) == 1 {
		s, o = o, s
	}
	if len(s.name) == 1 {
		for _, w := range o.name {
			if nearly(s.name[0], w) {
				return true
			}
		}
		return false
	}
	a, b := strings.Join(s.name, ""), strings.Join(o.name, "")
	return nearly(a, b) || len(s.name) == len(o.name) && min(len(a), len(b)) >= spellGlue && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// sharesAcronym reports whether two names share a word in capitals, as those of
// an institution and of its people do to whose names it sticks.
func (s *speaker) sharesAcronym(o *speaker) bool {
	theirs := wordsOf(o.full)
	return slices.ContainsFunc(wordsOf(s.full), func(w string) bool {
		return len(w) >= 3 && acronym(w) && slices.Contains(theirs, w)
	})
}

// swallows reports whether the name of s ends with the whole name of o, of two
// words or more: that of an institution whose head it was read with ("Kantor
// Imigrasi Tolvane Rina Amalia").
func (s *speaker) swallows(o *speaker) bool {
	n := len(s.name) - len(o.name)
	return n > 0 && len(o.name) > 1 && slices.Equal(s.name[n:], o.name)
}

// contractLeast is the least length of a name that is contracted from words.
const contractLeast = 4

// contracts reports whether the first word of s is made of the beginnings of two
// or more words of o, the first among them ("Polda" of "Polisi Daerah Tanjung"),
// and its other words are o's too.
//
// Method: the alignment of Schwartz and Hearst 2003, in which here every word
// gives its first letter.
func (s *speaker) contracts(o *speaker) bool {
	if len(s.name) == 0 || len(s.name[0]) < contractLeast || s.account || acronym(s.full) || !subset(s.name[1:], o.name) {
		return false
	}
	for n := 2; n <= len(o.name); n++ {
		if spells(s.name[0], o.name[:n]) {
			return true
		}
	}
	return false
}

// spells reports whether short is made of the first letter of each of long and
// of letters that follow there, in order.
func spells(short string, long []string) bool {
	if len(long) == 0 || short == "" {
		return len(long) == 0 && short == ""
	}
	word := long[0]
	if word == "" || word[0] != short[0] {
		return false
	}
	for used, at := 1, 0; ; used++ {
		if spells(short[used:], long[1:]) {
			return true
		}
		if used == len(short) {
			return false
		}
		next := strings.IndexByte(word[at+1:], short[used])
		if next < 0 {
			return false
		}
		at += 1 + next
	}
}

// nearly reports whether two words differ by few letters for their length.
func nearly(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	switch n := min(len(ra), len(rb)); {
	case n < spellOne:
		return false
	case n < spellTwo:
		return distance(ra, rb) <= 1
	}
	return distance(ra, rb) <= 2
}

// acronym reports whether a name is all in capitals.
func acronym(name string) bool { return strings.ToUpper(name) == name }

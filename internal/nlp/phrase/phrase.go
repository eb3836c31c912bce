// Package phrase finds the longest phrase of a table at a place in a sequence
// of words.
package phrase

import (
	"strings"
)

// Table maps phrases of one or more words to values. Build it with Add, then
// only read it: reading is safe for several goroutines.
type Table[V any] struct {
	entries map[string]V
	longest map[string]int // words of the longest phrase by its first word in small letters
}

// Words is a sequence of words with their forms in small letters.
type Words interface {
	Word(i int) string
	Lower(i int) string
}

// Add enters a phrase; the first value of a phrase stays.
func (t *Table[V]) Add(words []string, v V) {
	if len(words) == 0 {
		return
	}
	if t.entries == nil {
		t.entries, t.longest = map[string]V{}, map[string]int{}
	}
	k := strings.Join(words, " ")
	if _, ok := t.entries[k]; ok {
		return
	}
	t.entries[k] = v
	first := strings.ToLower(words[0])
	t.longest[first] = max(t.longest[first], len(words))
}

// At returns how many words the longest phrase at word i covers before word
// end, and its value; 0 if there is none. Phrases in small letters match any
// spelling, others only their own.
func (t *Table[V]) At(w Words, i, end int) (n int, v V) {
	if i >= end {
		return 0, v
	}
	for n := min(t.longest[w.Lower(i)], end-i); n > 0; n-- {
		if v, ok := t.entries[join(w.Lower, i, i+n)]; ok {
			return n, v
		}
		if v, ok := t.entries[join(w.Word, i, i+n)]; ok {
			return n, v
		}
	}
	return 0, v
}

// join puts the words [i, end) beside each other.
func join(word func(int) string, i, end int) string {
	if end == i+1 {
		return word(i)
	}
	var b strings.Builder
	for j := i; j < end; j++ {
		if j > i {
			b.WriteByte(' ')
		}
		b.WriteString(word(j))
	}
	return b.String()
}

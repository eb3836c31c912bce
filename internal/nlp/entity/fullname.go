package entity

import (
	"strings"
	"unicode/utf8"
)

// fullNames gives each mention the fullest form of its name.
func (r *reader) fullNames(ms []Mention) {
	short := r.acronyms(ms)
	for i := range ms {
		m := &ms[i]
		switch {
		case m.Kind == Place:
			c := r.found[i]
			if n, e := r.places.At(r.t, c.first, c.last); n == c.last-c.first {
				m.Name = e.name
			}
		case short[m.Name] != "":
			m.Name, m.Kind = short[m.Name], Organisation
		}
	}
	persons(ms)
}

// acronyms returns the full names that the text gives for acronyms: "Komisi
// Pemberantasan Korupsi (KPK)".
func (r *reader) acronyms(ms []Mention) map[string]string {
	out := map[string]string{}
	for i, c := range r.found {
		if i+1 >= len(r.found) || c.kind == Person {
			continue
		}
		d := r.found[i+1]
		if d.first == c.last+1 && r.t.Word(c.last) == "(" && shortens(ms[i+1].Name, ms[i].Name) {
			if out[ms[i+1].Name] == "" {
				out[ms[i+1].Name] = ms[i].Name
			}
		}
	}
	return out
}

// shortens reports whether the letters of short, one word, appear in long in
// their order, the first of them at the start of a word.
func shortens(short, long string) bool {
	if len(short) < 2 || len(short)*2 > len(long) || strings.Contains(short, " ") {
		return false
	}
	s, words := strings.ToLower(short), strings.Fields(strings.ToLower(long))
	for i, w := range words {
		if w[0] == s[0] && lettersIn(s, strings.Join(words[i:], "")) {
			return true
		}
	}
	return false
}

// lettersIn reports whether the letters of s appear in long in their order.
func lettersIn(s, long string) bool {
	for _, c := range s {
		i := strings.IndexRune(long, c)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(c):]
	}
	return true
}

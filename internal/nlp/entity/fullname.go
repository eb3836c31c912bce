package entity

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/nlp/token"
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
	r.nicknamed(ms)
}

// nicknamed gives the name of a person that has a second one the fuller of the
// two, wherever the text calls the person by the other: "Sastra Wijaya alias
// Awi", "Gigi, sapaan akrab Regina Mulia". Of two names of as many words the longer
// is the fuller.
func (r *reader) nicknamed(ms []Mention) {
	full := map[string]string{}
	for i := 1; i < len(ms); i++ {
		a, b := ms[i-1].Name, ms[i].Name
		if a == b || !mayBeOne(ms[i-1], ms[i]) || !r.saysAlias(r.found[i-1].last, r.found[i].first) {
			continue
		}
		if cmp.Or(cmp.Compare(len(strings.Fields(b)), len(strings.Fields(a))), cmp.Compare(len(b), len(a))) > 0 {
			a, b = b, a
		}
		if full[b] == "" && full[a] != b {
			full[b] = a
		}
	}
	for i := range ms {
		if a := full[ms[i].Name]; a != "" && ms[i].Kind != Place {
			ms[i].Name, ms[i].Kind = a, Person
		}
	}
}

// mayBeOne reports whether two mentions may be of one person: one is a person, and
// the other no place and no letters.
func mayBeOne(a, b Mention) bool {
	if b.Kind == Person {
		a, b = b, a
	}
	return a.Kind == Person && b.Kind != Place && !acronym(b.Name)
}

// saysAlias reports whether the words [i, end) are all that stands between two
// names of one person, commas and brackets aside.
func (r *reader) saysAlias(i, end int) bool {
	for i < end && r.t.Tokens[i].Kind == token.Mark {
		i++
	}
	n, _ := r.nicknames.At(r.t, i, end)
	for i += n; n > 0 && i < end && r.t.Tokens[i].Kind == token.Mark; i++ {
	}
	return n > 0 && i == end
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

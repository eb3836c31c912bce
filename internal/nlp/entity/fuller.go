package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// persons gives short forms of persons' names their full form: the nearest
// fuller one before, else the first after. A lone word of another kind that is
// part of a person's name is that person, and so is one that is but a slip of it.
func persons(ms []Mention) {
	p := newPeople(ms)
	full := make([]string, len(ms))
	for i, m := range ms {
		full[i] = m.Name
		if m.Kind == Person || m.Kind == Other {
			if full[i] = p.fuller(i, m.Name); full[i] == m.Name {
				full[i] = cmp.Or(p.misspelt(m.Name), m.Name)
			}
		}
	}
	for i := range ms {
		if full[i] != ms[i].Name {
			ms[i].Name, ms[i].Kind = full[i], Person
		}
	}
}

// people are the names of the persons of one text.
type people struct {
	places map[string][]int    // of each name: its mentions, rising
	names  map[string][]string // of each word in small letters: the names that have it
	longer map[string][]string // of each name looked for: the names that hold it
	slips  map[string]string   // of each: whom it is a slip of, "" if of nobody
}

func newPeople(ms []Mention) *people {
	p := &people{map[string][]int{}, map[string][]string{}, map[string][]string{}, map[string]string{}}
	for i, m := range ms {
		if m.Kind != Person {
			continue
		}
		p.places[m.Name] = append(p.places[m.Name], i)
		if len(p.places[m.Name]) > 1 {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(m.Name)) {
			p.names[w] = append(p.names[w], m.Name)
		}
	}
	return p
}

// fuller returns the name of a person that holds all words of name, that of
// mention i, and more: the longest one among the nearest; name if there is none.
// Of each name the nearest mention decides. Cost: the names that share name's
// rarest word, once a name.
func (p *people) fuller(i int, name string) string {
	holders, ok := p.longer[name]
	if !ok {
		holders = p.holders(name)
		p.longer[name] = holders
	}
	near := slices.Clone(holders)
	if len(near) > 1 {
		slices.SortFunc(near, func(a, b string) int { return cmp.Compare(p.away(a, i), p.away(b, i)) })
	}
	best := name
	for _, n := range near {
		if best == name || holds(n, best) {
			best = n
		}
	}
	return best
}

// leastLetters is how many letters a word has at the least whose misspelling is
// known again.
const leastLetters = 5

// misspelt is slipOf, asked once a name.
func (p *people) misspelt(name string) string {
	out, ok := p.slips[name]
	if !ok {
		out = p.slipOf(name)
		p.slips[name] = out
	}
	return out
}

// slipOf returns the name of the one person of the text that has, among more
// words, all but a letter of name, a word that no name has: "Kenneth" of Keneth
// Rompas; "" if there is none, or more than one. Cost: the words of the names.
func (p *people) slipOf(name string) string {
	word := strings.ToLower(name)
	if strings.Contains(name, " ") || utf8.RuneCountInString(word) < leastLetters || p.names[word] != nil && !p.alone(word) {
		return ""
	}
	found := ""
	for w, names := range p.names {
		if w == word || utf8.RuneCountInString(w) < leastLetters || !slip(w, word) {
			continue
		}
		for _, n := range names {
			if !strings.Contains(n, " ") || n == found {
				continue
			}
			if found != "" && !holds(n, found) && !holds(found, n) {
				return ""
			}
			if len(n) > len(found) || len(n) == len(found) && n < found {
				found = n
			}
		}
	}
	return found
}

// alone reports whether no name has word but word itself.
func (p *people) alone(word string) bool {
	return !slices.ContainsFunc(p.names[word], func(n string) bool { return strings.Contains(n, " ") })
}

// slip reports whether two words begin alike and differ by one letter that is
// changed, left out or put in.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 || len(x) == 0 || x[0] != y[0] {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i < len(x) && slices.Equal(x[i+1:], y[i+1:])
	}
	return slices.Equal(x[i:], y[i+1:])
}

// holders returns the names that hold name, each once.
func (p *people) holders(name string) []string {
	var rare []string
	for i, w := range strings.Fields(strings.ToLower(name)) {
		if n := p.names[w]; i == 0 || len(n) < len(rare) {
			rare = n
		}
	}
	var out []string
	for _, n := range rare {
		if holds(n, name) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// away is how far from mention i the nearest mention of a person is: twice the
// steps, one more for one that comes after.
func (p *people) away(name string, i int) int {
	at := p.places[name]
	k, _ := slices.BinarySearch(at, i)
	least := -1
	if k < len(at) {
		least = 2*(at[k]-i) + 1
	}
	if k > 0 && (least < 0 || 2*(i-at[k-1]) < least) {
		least = 2 * (i - at[k-1])
	}
	return least
}

// holds reports whether long has all words of short, in order, and more.
func holds(long, short string) bool {
	if len(long) <= len(short) {
		return false
	}
	l, s := strings.Fields(strings.ToLower(long)), strings.Fields(strings.ToLower(short))
	return len(l) > len(s) && inOrder(s, l)
}

// inOrder reports whether the words of s stand in l in their order.
func inOrder(s, l []string) bool {
	i := 0
	for _, w := range l {
		if i < len(s) && w == s[i] {
			i++
		}
	}
	return i == len(s)
}

package entity

import (
	"cmp"
	"slices"
	"strings"
)

// persons gives short forms of persons' names their full form: the nearest
// fuller one before, else the first after. A lone word of another kind that is
// part of a person's name is that person.
func persons(ms []Mention) {
	p := newPeople(ms)
	full := make([]string, len(ms))
	for i, m := range ms {
		full[i] = m.Name
		if m.Kind == Person || m.Kind == Other {
			full[i] = p.fuller(i, m.Name)
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
}

func newPeople(ms []Mention) *people {
	p := &people{map[string][]int{}, map[string][]string{}, map[string][]string{}}
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

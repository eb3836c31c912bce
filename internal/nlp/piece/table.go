package piece

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/token"
)

// plain cuts the forms of tables, which no page has run together.
var plain = token.New(lang.Empty(""))

// Table finds the longest of its phrases at a place. Build it with Add; after
// that it is read only and safe for use by several goroutines.
type Table[V any] struct{ first map[string][]phrase[V] }

type phrase[V any] struct {
	rest  []string // the pieces after the first
	value V
}

// Add enters a form, cut into pieces as text is. Where a form is added twice
// the first value stays.
func (b *Table[V]) Add(form string, value V) {
	l := Cut(plain.Split(form))
	if l.Len() == 0 {
		return
	}
	if b.first == nil {
		b.first = map[string][]phrase[V]{}
	}
	p := phrase[V]{value: value}
	for _, q := range l.Pieces[1:] {
		p.rest = append(p.rest, q.Lower)
	}
	head := l.Lower(0)
	at := 0
	for at < len(b.first[head]) && len(b.first[head][at].rest) >= len(p.rest) {
		at++
	}
	b.first[head] = append(b.first[head], p)
	copy(b.first[head][at+1:], b.first[head][at:])
	b.first[head][at] = p
}

// Match returns the value of the longest phrase that starts at piece i, and
// how many pieces it takes; 0 if none does.
func (b *Table[V]) Match(l *List, i int) (V, int) {
	for _, p := range b.first[l.Lower(i)] {
		if p.at(l, i) {
			return p.value, 1 + len(p.rest)
		}
	}
	var none V
	return none, 0
}

// at reports whether the rest of the phrase follows piece i.
func (p *phrase[V]) at(l *List, i int) bool {
	for j, w := range p.rest {
		if l.Lower(i+1+j) != w {
			return false
		}
	}
	return true
}

// Before returns the value of the longest phrase that ends right before piece
// i, and how many pieces it takes; 0 if none does. No phrase is longer than
// four pieces.
func (b *Table[V]) Before(l *List, i int) (V, int) {
	for n := 4; n > 0; n-- {
		if v, m := b.Match(l, i-n); m == n {
			return v, n
		}
	}
	var none V
	return none, 0
}

// First returns the lower-case first piece of a form.
func First(form string) string {
	return Cut(plain.Split(form)).Lower(0)
}

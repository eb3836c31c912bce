package when

import "github.com/selisik/selisik/internal/nlp/piece"

// direction is where a sentence looks in time.
type direction int8

const (
	backward direction = -1
	unknown  direction = 0
	forward  direction = 1
	// upcoming and eve are forward if the day is near, or the very next: words
	// of beginning and of meeting tell what is to come as well as what was.
	upcoming direction = 2
	eve      direction = 3
)

// reach is how many pieces away a word may stand that turns an expression.
const reach = 30

// near is within how many days a day that is told without a tense is to come.
const near = 3

// comes reports whether a weekday last seen so many days ago is meant to come.
func (d direction) comes(back int) bool {
	return d == forward || d == upcoming && back >= 7-near || d == eve && back == 6
}

// ahead reports whether the sentence speaks of what is to come where b stands.
func (c *context) ahead(b *bag) bool {
	return c.follows(to, b.first) || c.looks(b) == forward
}

// looks returns the direction of the word nearest to b in its sentence that
// has one: of those before it, else, where b opens its clause, of those after.
// Who has said something has said it: a verb of saying looks backward, unless
// it stands itself in what is to come ("will announce"). What stands before
// "after" is of another time.
func (c *context) looks(b *bag) direction {
	if c.putOff(b) {
		return forward
	}
	found, words := unknown, 0
	for i := b.first - 1; i >= 0 && i > b.first-reach && c.l.Same(i, b.first); i-- {
		if c.is(after, i) > 0 || c.l.Lower(i) == ";" {
			return found
		}
		if i < b.first-1 {
			i = c.beforeAside(i)
		}
		if i < 0 {
			break
		}
		if d := c.turn(i); d == forward || d != unknown && found == unknown {
			found = d
		}
		if found == forward || found == backward {
			return found
		}
		if c.l.Kind(i) == piece.Word {
			words++
		}
	}
	if found != unknown {
		return found
	}
	return c.looksOn(b, words < openers)
}

// beforeAside returns the piece before the insertion that the comma at piece i
// closes (", who will retire,"), i if it closes none.
func (c *context) beforeAside(i int) int {
	if c.l.Lower(i) != "," {
		return i
	}
	for j := i - 1; j >= 0 && j > i-reach && c.l.Same(j, i); j-- {
		if c.l.Lower(j) == "," {
			if c.is(aside, j+1) > 0 || c.is(future, j+1) > 0 {
				return j - 1
			}
			return i
		}
	}
	return i
}

// openers is how many words may stand before an expression that opens its
// sentence.
const openers = 3

// looksOn returns the direction of the first word behind b in its clause that
// has one. What opens a sentence may be parted from it by a comma.
func (c *context) looksOn(b *bag, opens bool) direction {
	end := b.last + 2
	if opens {
		end = b.last + reach/2
	}
	for i := b.last; i < min(end, c.l.Len()) && c.l.Same(b.first, i); i++ {
		if w := c.l.Lower(i); w == ";" || w == "," && !(opens && i == b.last) {
			return unknown
		}
		if d := c.turn(i); d == forward || opens && d != unknown {
			return d
		}
	}
	return unknown
}

// turn returns the direction of the word at piece i.
func (c *context) turn(i int) direction {
	says, _ := c.reader.says.Match(c.l, i)
	d := unknown
	switch {
	case c.is(future, i) > 0:
		return forward
	case c.is(done, i) > 0:
		return backward
	case c.is(soon, i) > 0:
		d = upcoming
	case c.is(meeting, i) > 0:
		d = eve
	case says:
		d = backward
	default:
		return unknown
	}
	for j := i - 1; j >= i-2 && c.l.Same(j, i) && c.l.Kind(j) == piece.Word; j-- {
		switch {
		case c.is(future, j) > 0:
			return forward
		case c.is(done, j) > 0:
			return backward
		}
	}
	return d
}

// putOff reports whether b is the day up to which something was put off:
// "adjourned until Monday".
func (c *context) putOff(b *bag) bool {
	if !c.follows(to, b.first) {
		return false
	}
	for i := b.first - 1; i >= 0 && i > b.first-reach && c.l.Same(i, b.first); i-- {
		if c.is(delayed, i) > 0 {
			return true
		}
	}
	return false
}

package brief

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// terms are what a sentence is about, as sorted numbers of one draft.
type terms []int32

// share returns how much of a stands in b, from 0 to 1; 0 if a is empty.
func (a terms) share(b terms) float64 {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return float64(n) / float64(max(1, len(a)))
}

// without returns the terms of a that b lacks.
func (a terms) without(b terms) terms {
	return slices.DeleteFunc(slices.Clone(a), func(t int32) bool { return slices.Contains(b, t) })
}

// alike is how much of what the shorter of two sentences is about stands in the
// other if they say the same.
const alike = 0.55

// same reports whether two sentences are about the same to that extent.
func same(a, b terms) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 0 && a.share(b) >= alike
}

// number returns the terms of a sentence in a language.
func (d *draft) number(t *tongue, s string) terms {
	var out terms
	for w := range t.terms(s) {
		n, ok := d.numbers[w]
		if !ok {
			n = int32(len(d.numbers))
			d.numbers[w] = n
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// topic is what is known of a claim for choosing it.
type topic struct {
	all, matter terms // what it is about, with and without the words of its speaker's name
	plain       float64
	back, lead  bool // points back at its head; is one of the first sentences and leans on none
	counts      bool // counts at its head what is known
	aside       bool // tells no news
}

// topic returns what is known of c. It is found out once.
func (d *draft) topic(c *news.Claim) topic {
	t, ok := d.topics[c.ID]
	if !ok {
		l := d.tongue(c)
		t.all = d.number(l, c.Text)
		t.matter = t.all
		if who := speaker(c); who != "" {
			t.matter = t.all.without(d.number(l, who))
		}
		bad := d.opensBadly(c)
		t.plain = d.plainly(c, bad, len(t.all))
		t.back, t.counts = d.pointsBack(c), d.countsKnown(c)
		if t.aside = c.Field == news.InText && (l.aside(c.Text) || !counts(c) && l.onlyAttributes(c.Text)); t.aside {
			t.plain += tellsNoNews
		}
		t.lead = !bad && c.Field == news.InText && d.place[c.ID] <= leadSentences
		d.topics[c.ID] = t
	}
	return t
}

// terms returns what c is about.
func (d *draft) terms(c *news.Claim) terms { return d.topic(c).all }

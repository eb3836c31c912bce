package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// spelling is a full name of a person as the articles write it.
type spelling struct {
	name   string // folded
	words  []string
	label  string
	claims []int           // that name the person so, or by a part of it
	posts  map[string]bool // the words of the roles that stand with it, folded
}

// spellings finds people whose names the articles spell in two ways. A slip
// changes a word of the name by a letter or two and leaves the first; it is
// believed where a role is shared, or two claims of one finding say the same of
// both. A name that was remembered wrongly is believed beside a third person whom
// claims with either name. People whom one article names both are two. Each is told with the
// first finding that has either name. Cost: names of the story, squared.
func (t *table) spellings(facts []*fact) {
	all := t.spelt()
	for i, a := range all {
		for _, b := range all[:i] {
			if a.words[0][:1] != b.words[0][:1] || t.together(a, b) {
				continue
			}
			if !(respelt(a.words, b.words) && t.onePerson(a, b, facts)) && !(misnamed(a.words, b.words) && t.company(a, b)) {
				continue
			}
			kind := news.Contradiction
			if plainly(a.name) == plainly(b.name) {
				kind = news.Sharpness
			}
			var cs []clash
			ca, cb := t.write(a), t.write(b)
			for n := range max(len(ca), len(cb)) {
				c, d := ca[min(n, len(ca)-1)], cb[min(n, len(cb)-1)]
				cs = append(cs, differ(news.SlotPerson, kind, answer{d, b.name, b.label}, answer{c, a.name, a.label}))
			}
			for _, f := range facts {
				if slices.ContainsFunc(f.claims, func(c int) bool { return slices.Contains(ca, c) || slices.Contains(cb, c) }) {
					f.people = append(f.people, cs...)
					break
				}
			}
		}
	}
}

// spelt returns the names of people that the story's texts write out, in order
// of first use.
func (t *table) spelt() []*spelling {
	at := map[string]*spelling{}
	var out []*spelling
	for i := range t.views {
		v := &t.views[i]
		for _, m := range v.Mentions {
			key := text.Fold(m.Name)
			if m.Kind != news.Person || v.Field == news.InTitle || len(wordsOf(key)) == 0 || glued(m.Name) {
				continue
			}
			s := at[key]
			if s == nil {
				s = &spelling{name: key, words: wordsOf(key), label: m.Name, posts: map[string]bool{}}
				at[key] = s
				out = append(out, s)
			}
			for _, w := range wordsOf(text.Fold(m.Role)) {
				s.posts[w] = true
			}
			s.claims = append(s.claims, i)
		}
	}
	return out
}

// write returns the claims that name s, and those that only write the name, as
// one half of a pair is written ("Rini Astuti-Anton Kusuma").
func (t *table) write(s *spelling) []int {
	out := slices.Clone(s.claims)
	name := strings.Join(s.words, " ")
	for i := range t.views {
		if len(s.words) > 1 && within(strings.Join(wordsOf(text.Fold(t.views[i].Text)), " "), name) && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// glued reports whether a name has a capital behind a small letter: a page ran
// two of its words together.
func glued(name string) bool {
	var last rune
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			return true
		}
		last = r
	}
	return false
}

// together reports whether one article writes both names, or the articles that
// write them are in two languages.
func (t *table) together(a, b *spelling) bool {
	return slices.ContainsFunc(a.claims, func(c int) bool {
		v := &t.views[c]
		return slices.ContainsFunc(b.claims, func(d int) bool {
			return v.art == t.views[d].art || t.language(v) != t.language(&t.views[d])
		})
	})
}

// onePerson reports whether two like names are believed to be one person's: a
// word for an office or a role stands with both; or, of names of two words or
// more, two claims that say the same have one each.
func (t *table) onePerson(a, b *spelling, facts []*fact) bool {
	w := t.wordsOf(&t.views[a.claims[0]])
	for p := range a.posts {
		if b.posts[p] && w.title[p] {
			return true
		}
	}
	return len(a.words) > 1 && slices.ContainsFunc(a.claims, func(c int) bool {
		return slices.ContainsFunc(b.claims, func(d int) bool {
			return t.score[key(c, d)] >= alignedAt && slices.ContainsFunc(facts, func(f *fact) bool {
				return slices.Contains(f.claims, c) && slices.Contains(f.claims, d)
			})
		})
	})
}

// company reports whether one other person stands beside both names in their
// claims: who has a running mate has one.
func (t *table) company(a, b *spelling) bool {
	ia, ib := t.others(a), t.others(b)
	return slices.ContainsFunc(ia, func(e news.EntityID) bool { return slices.Contains(ib, e) })
}

// others returns the other people of the claims that name s in full.
func (t *table) others(s *spelling) []news.EntityID {
	var out []news.EntityID
	for _, c := range s.claims {
		for _, m := range t.views[c].Mentions {
			if m.Kind == news.Person && text.Fold(m.Name) != s.name {
				out = append(out, t.entities.of([]news.Mention{m})...)
			}
		}
	}
	return out
}

// A word of a name is another spelling of one of so many letters if they differ
// in one letter, in two from so many on.
const (
	slipOne = 5
	slipTwo = 9
)

// respelt reports whether two names are one in two spellings: they are as good
// as the same letters in other words, or word for word the same but for one
// that is nearly so. The first letter of a word is hardly ever mistaken.
func respelt(a, b []string) bool {
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if x == y {
		return len(a) != len(b)
	}
	if len(a) != len(b) {
		return false
	}
	slips := 0
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if slips++; slips > 1 || !slip(a[i], b[i]) {
			return false
		}
	}
	return true
}

// misnamed reports whether two names of two words look as if one of them was
// remembered wrongly: the first word is the beginning of the other's, and the
// second begins alike ("Anton Kusuma", "Antonius Kusnadi").
func misnamed(a, b []string) bool {
	const first, second = 4, 3 // letters
	if len(a) != 2 || len(b) != 2 || min(len(a[0]), len(b[0])) < first || min(len(a[1]), len(b[1])) < second {
		return false
	}
	return begins(a[0], b[0]) && a[1][:second] == b[1][:second] && !begins(a[1], b[1])
}

// slip reports whether two words differ as a slip of the pen makes them.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if x[0] != y[0] {
		return false
	}
	switch n := min(len(x), len(y)); {
	case n < slipOne:
		return false
	case n < slipTwo:
		return distance(x, y) == 1
	}
	return distance(x, y) <= 2
}

// plainly is a name without blanks, marks and doubled letters.
func plainly(name string) string {
	var b []rune
	for _, r := range strings.Join(wordsOf(name), "") {
		if len(b) == 0 || b[len(b)-1] != r {
			b = append(b, r)
		}
	}
	return string(b)
}

// oneName reports whether the values of d are one name by a measure of likeness:
// what is told of it disputes nothing.
func oneName(d news.Difference, like func(a, b []string) bool) bool {
	if d.Slot != news.SlotPerson || len(d.Values) < 2 {
		return false
	}
	first := wordsOf(text.Fold(d.Values[0].Value))
	return len(first) > 0 && !slices.ContainsFunc(d.Values[1:], func(v news.Value) bool {
		words := wordsOf(text.Fold(v.Value))
		return len(words) == 0 || !like(first, words)
	})
}

// begins reports whether one of two words is the beginning of the other.
func begins(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

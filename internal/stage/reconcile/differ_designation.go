package reconcile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// designation is a common noun with the name or number that tells which of its
// kind is meant: "Stadium Merdeka", "section 340", "km 01+200".
type designation struct {
	text.Span
	noun  string // lower case
	name  string // folded
	whole string // the name with short names of places written out, its letters and digits
	code  bool   // name is a number
	place bool   // the noun heads the names of places, or is a unit of length
}

// designations returns those in claim i, in order, found once; none for titles,
// where capitals tell nothing. Names of people, figures and times are none.
func (t *table) designations(i int) []designation { return t.designated.of(i, t.readDesignations) }

func (t *table) readDesignations(i int) []designation {
	v := &t.views[i]
	if v.Field == news.InTitle {
		return nil
	}
	w, tx := t.wordsOf(v), t.tokens(i)
	var out []designation
	for k := range tx.Tokens {
		noun := tx.Lower(k)
		d := designation{noun: noun, place: w.placeNoun[noun] || w.length[noun]}
		var name text.Span
		if w.numbered[noun] && adjoining(tx, k) {
			name = numeral(v.Text, tx.Tokens[k+1].Start)
		}
		switch {
		case name.Len() > 0:
			d.code = true
		case w.placeNoun[noun] && w.pack.HeadFirst && adjoining(tx, k):
			name = capitalsAfter(tx, k, w)
		case w.placeNoun[noun] && !w.pack.HeadFirst && startsUpper(tx.Word(k)):
			name = capitalsBefore(tx, k, w)
		case w.thing[noun] && (w.pack.HeadFirst || startsUpper(tx.Word(k))) && !inName(tx, k) && adjoining(tx, k):
			name = capitalsAfter(tx, k, w)
		case w.thing[noun] && !w.pack.HeadFirst && !startsUpper(tx.Word(k)):
			name = capitalsBefore(tx, k, w)
		}
		d.name = text.Fold(name.Of(v.Text))
		if d.name == "" || w.demonym[d.name] {
			continue
		}
		d.Span = text.Span{Start: min(tx.Tokens[k].Start, name.Start), End: max(tx.Tokens[k].End, name.End)}.Shift(v.Span.Start)
		if !v.counted(name.Shift(v.Span.Start)) && !v.inBody(d.Span) {
			d.whole = squeezed(t.full(d.name))
			out = append(out, d)
		}
	}
	return out
}

// adjoining reports whether one blank at the most parts token k from the next.
func adjoining(tx *token.Text, k int) bool {
	return k+1 < len(tx.Tokens) && tx.Tokens[k+1].Start <= tx.Tokens[k].End+1
}

// counted reports whether sp begins in a quantity, or is a time or somebody's
// name.
func (v *view) counted(sp text.Span) bool {
	return slices.ContainsFunc(v.Quantities, func(q news.Quantity) bool { return q.Span.Contains(text.Span{Start: sp.Start, End: sp.Start + 1}) }) ||
		slices.ContainsFunc(v.Times, func(r news.TimeRef) bool { return r.Span.Overlaps(sp) }) ||
		slices.ContainsFunc(v.Mentions, func(m news.Mention) bool { return m.Kind == news.Person && m.Span.Overlaps(sp) })
}

// inBody reports whether sp begins inside the name of a body: the Highway Safety
// Administration is no highway.
func (v *view) inBody(sp text.Span) bool {
	return slices.ContainsFunc(v.Mentions, func(m news.Mention) bool {
		return m.Kind == news.Organisation && m.Span.Start < sp.Start && sp.Start < m.Span.End
	})
}

// numeral is the run of digits, capitals and marks at the start of s[i:] that
// ends in a digit or a capital; empty if it has no digit.
func numeral(s string, i int) text.Span {
	run := s[i:]
	if k := strings.IndexFunc(run, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsLower(r) }); k >= 0 {
		run = run[:k]
	}
	run = strings.TrimRightFunc(run, func(r rune) bool { return !unicode.IsDigit(r) && !unicode.IsUpper(r) })
	if !strings.ContainsFunc(run, unicode.IsDigit) {
		return text.Span{}
	}
	return text.Span{Start: i, End: i + len(run)}
}

// designationWords is how many words of a name are read.
const designationWords = 6

// capitalsAfter is the run of capitalised words after token k, up to the next
// noun that heads the name of a place.
func capitalsAfter(tx *token.Text, k int, w *words) text.Span {
	n := k + 1
	for n < len(tx.Tokens) && n <= k+designationWords && startsUpper(tx.Word(n)) && adjoining(tx, n-1) && (n == k+1 || !w.placeNoun[tx.Lower(n)]) {
		n++
	}
	return tx.SpanOf(k+1, n)
}

// capitalsBefore is the run of capitalised words before token k, back to the
// noun before that ends the name of a place.
func capitalsBefore(tx *token.Text, k int, w *words) text.Span {
	n := k
	for n > 0 && n > k-designationWords && startsUpper(tx.Word(n-1)) && adjoining(tx, n-1) && !w.placeNoun[tx.Lower(n-1)] && !w.stop[tx.Lower(n-1)] {
		n--
	}
	return tx.SpanOf(n, k)
}

// inName reports whether token k goes on with a name that has begun before.
func inName(tx *token.Text, k int) bool {
	return startsUpper(tx.Word(k)) && k > 0 && startsUpper(tx.Word(k-1)) && adjoining(tx, k-1)
}

// What two designations of one noun need before they are two answers to one
// question: likeness of the claims, and, for places, of the words around them.
// Where one article tells both, the sentences must be almost the same.
const (
	designationScore   = 0.5
	designationContext = 0.35
	verbatimScore      = 0.85
	verbatimContext    = 0.45
	designationsMost   = 3 // of one noun in an article: more are a list
)

// designationClashes finds things of one kind that two claims designate
// otherwise: the street, the stadium, the kilometre, the section of a law.
func (t *table) designationClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	score := t.score[key(i, j)]
	if a.art == b.art || score < designationScore || t.series(i, j) {
		return nil
	}
	var out []clash
	for _, x := range t.designations(i) {
		for _, y := range t.designations(j) {
			if x.noun != y.noun || x.code != y.code || t.sameDesignation(x, y) || t.listed(i, x) || t.listed(j, y) || t.titled(a.art, x, y) && t.titled(b.art, y, x) || t.contracted(x, y, b) || t.contracted(y, x, a) || t.frames(a, x.Span) || t.frames(b, y.Span) {
				continue
			}
			ctx := t.sameContext(a, x.Span, b, y.Span)
			verbatim := score >= verbatimScore && ctx >= verbatimContext
			if x.place && ctx < designationContext || !verbatim && (t.tells(a.art, y) || t.tells(b.art, x)) {
				continue
			}
			slot := news.SlotWording
			if x.place {
				slot = news.SlotPlace
			}
			kind := news.Contradiction
			if t.behind(x, y, b) || t.behind(y, x, a) {
				kind = news.Sharpness
			}
			out = append(out, differ(slot, kind, answer{i, x.name, t.label(i, x.Span)}, answer{j, y.name, t.label(j, y.Span)}))
		}
	}
	return out
}

// sameDesignation reports whether two are one but for their spelling, for
// words that one of them leaves out, or for a short form.
func (t *table) sameDesignation(x, y designation) bool {
	a, b := x.whole, y.whole
	if x.code || a == b {
		return a == b
	}
	return strings.Contains(a, b) || strings.Contains(b, a) || alike(a, b) || shortFor(x.name, y.name) || shortFor(y.name, x.name)
}

// behind reports whether the words that tell x from y stand right behind y in v:
// "Hollis Stadium, Lowick" and "Lowick Stadium".
func (t *table) behind(x, y designation, v *view) bool {
	rest, _ := apart(wordsOf(x.name), wordsOf(y.name))
	src := text.Fold(t.source(v)[y.Span.End:v.Span.End])
	next := wordsOf(strings.TrimLeft(src, "0123456789 ,()"))
	if len(next) > 0 && t.wordsOf(v).stop[next[0]] {
		next = next[1:]
	}
	return !x.code && len(rest) > 0 && slices.Equal(next[:min(len(rest), len(next))], rest)
}

// contracted reports whether x is y in a form contracted from words of v, which
// tells y.
func (t *table) contracted(x, y designation, v *view) bool {
	rest, theirs := apart(wordsOf(x.name), wordsOf(y.name))
	return !x.code && (len(rest) == 0 || len(theirs) == 0 || short(rest, wordsOf(v.Text)))
}

// shortFor reports whether a is short for b: its initials, or a blend of the
// beginnings of its words.
func shortFor(a, b string) bool {
	return initials(strings.ToUpper(a), b) || blend(squeezed(a), wordsOf(b), 0)
}

// blendLeast is how many letters of a word a blend takes at the least.
const blendLeast = 2

// blend reports whether short is made of the beginnings of two or more words of
// long, in order, as "Kalsel" is of "Kalimantan Selatan"; taken of them have
// been found before.
func blend(short string, long []string, taken int) bool {
	if short == "" {
		return taken > 1
	}
	for i, w := range long {
		for n := blendLeast; n <= min(len(w), len(short)) && strings.HasPrefix(short, w[:n]); n++ {
			if blend(short[n:], long[i+1:], taken+1) {
				return true
			}
		}
	}
	return false
}

// listed reports whether claim i has others of d's kind, or its article many.
func (t *table) listed(i int, d designation) bool {
	names := map[string]bool{}
	for _, c := range t.by[t.views[i].art] {
		for _, o := range t.designations(c) {
			if o.noun == d.noun {
				if c == i && o.name != d.name {
					return true
				}
				names[o.whole] = true
			}
		}
	}
	return len(names) > designationsMost
}

// titled reports whether the title of an article tells d from o, or of numbers
// has its noun: what two titles tell apart is two things, not two answers.
func (t *table) titled(art int, d, o designation) bool {
	title := text.Fold(t.story.Readings[art].Article.Title)
	if d.code {
		return within(title, d.noun)
	}
	rest, _ := apart(wordsOf(d.name), wordsOf(o.name))
	return len(rest) > 0 && slices.Contains(wordsOf(title), rest[0])
}

// tells reports whether an article has a designation.
func (t *table) tells(art int, d designation) bool {
	return slices.ContainsFunc(t.by[art], func(c int) bool {
		return slices.ContainsFunc(t.designations(c), func(o designation) bool { return o.noun == d.noun && t.sameDesignation(o, d) })
	})
}

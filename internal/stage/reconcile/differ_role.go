package reconcile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// formerClashes finds somebody who is an X in one claim and a former X in the
// other, whose article calls nobody former: many a text that does calls a former
// minister minister further on.
func (t *table) formerClashes(i, j int) []clash {
	var out []clash
	for _, p := range [2][2]int{{i, j}, {j, i}} {
		a, b := &t.views[p[0]], &t.views[p[1]]
		if a.art == b.art || a.Field == news.InTitle || b.Field == news.InTitle {
			return nil
		}
		w := t.wordsOf(a)
		ta, tb := t.tokens(p[0]), t.tokens(p[1])
		for k := 0; k+1 < len(ta.Tokens); k++ {
			noun := ta.Lower(k + 1)
			if !w.past[ta.Lower(k)] || !w.title[noun] || t.looksBack(b.art, w.past) {
				continue
			}
			if m := plain(tb, noun, w); m >= 0 && t.oneBearer(a, k+1, b, m, [2]*token.Text{ta, tb}) {
				out = append(out, differ(news.SlotRole, news.Contradiction,
					answer{p[0], ta.Lower(k) + " " + noun, ta.Word(k) + " " + ta.Word(k+1)}, answer{p[1], noun, tb.Word(m)}))
				break
			}
		}
	}
	return out
}

// looksBack reports whether an article calls anybody a former something.
func (t *table) looksBack(art int, past map[string]bool) bool {
	return slices.ContainsFunc(t.by[art], func(c int) bool {
		x := t.tokens(c)
		for k := range x.Tokens {
			if past[x.Lower(k)] {
				return true
			}
		}
		return false
	})
}

// oneBearer reports whether the offices at tokens k and m of the texts of a and b
// belong to one person: the same is named behind both, or nobody is and what
// binds the offices is the same.
func (t *table) oneBearer(a *view, k int, b *view, m int, of [2]*token.Text) bool {
	x, y := t.bearer(a, of[0].Tokens[k].End), t.bearer(b, of[1].Tokens[m].End)
	return x == y && (x != "" || boundTo(of[0], k) == boundTo(of[1], m))
}

// boundTo is the capitalised word behind token i, folded; "" if none follows.
func boundTo(t *token.Text, i int) string {
	if i+1 >= len(t.Tokens) || !startsUpper(t.Word(i+1)) {
		return ""
	}
	return t.Lower(i + 1)
}

// bearer is the entity named shortly after a place in v's text, to which an
// office there belongs; "" if none is.
func (t *table) bearer(v *view, end int) news.EntityID {
	const near = 40 // bytes
	for _, m := range v.Mentions {
		if at := m.Span.Start - v.Span.Start; m.Kind == news.Person && at >= end && at <= end+near {
			if ids := t.entities.of([]news.Mention{m}); len(ids) > 0 {
				return ids[0]
			}
		}
	}
	return ""
}

// rowReach is how many words behind an office may tell which of its holders is
// meant.
const rowReach = 2

// plain returns where noun stands in t with no modifier before it, and no number
// of the row of its holders behind ("president no. 7"), if it always does; else -1.
func plain(t *token.Text, noun string, w *words) int {
	at := -1
	for i := range t.Tokens {
		if t.Lower(i) != noun {
			continue
		}
		row := t.SpanOf(i+1, min(i+1+rowReach, len(t.Tokens))).Of(t.Source)
		if w.former[t.Lower(i-1)] || strings.ContainsFunc(row, unicode.IsDigit) {
			return -1
		}
		at = i
	}
	return at
}

// offices finds people to whom the texts of the articles give rival offices
// ("minister of A", "minister of B"). Each is told with the first finding that
// names the person.
func (t *table) offices(facts []*fact) {
	for i := range t.story.Entities {
		e := &t.story.Entities[i]
		if e.Kind != news.Person || len(e.Roles) < 2 {
			continue
		}
		q := t.rivalRoles(e)
		if len(q) == 0 {
			continue
		}
		for _, f := range facts {
			if slices.ContainsFunc(f.claims, func(c int) bool { return t.views[c].names[e.ID] }) {
				f.people = append(f.people, q...)
				break
			}
		}
	}
}

// rivalRoles returns the clashes among the roles of e.
func (t *table) rivalRoles(e *news.Entity) []clash {
	held := map[string][]int{}
	for i := range t.views {
		v := &t.views[i]
		for _, m := range v.Mentions {
			if !m.Title && slices.Contains(t.entities.of([]news.Mention{m}), e.ID) && m.Role != "" && strings.Contains(v.Text, m.Role) {
				held[m.Role] = append(held[m.Role], i)
			}
		}
	}
	var out []clash
	for i, a := range e.Roles {
		for _, b := range e.Roles[:i] {
			if len(held[a]) == 0 || len(held[b]) == 0 || !t.rivals(a, b) {
				continue
			}
			for _, c := range held[a] {
				for _, d := range held[b] {
					out = append(out, differ(news.SlotRole, news.Contradiction, answer{d, text.Fold(b), b + " " + e.Name}, answer{c, text.Fold(a), a + " " + e.Name}))
				}
			}
		}
	}
	return out
}

// oneHolder reports whether two people, named in claims i and j with one role,
// are given to one post: there is but one, it is bound to something, and neither
// article names the other, whom no part of a name makes the same.
func (t *table) oneHolder(i int, x news.Mention, j int, y news.Mention) bool {
	a, b := &t.views[i], &t.views[j]
	post, of := t.wordsOf(a).post(x.Role)
	wx, wy := wordsOf(text.Fold(x.Name)), wordsOf(text.Fold(y.Name))
	if post == "" || !proper(of) || x.Title || y.Title || subset(wx, wy) || subset(wy, wx) || alike(x.Name, y.Name) || respelt(wx, wy) {
		return false
	}
	return !t.meets(b.art, x) && !t.meets(a.art, y)
}

// meets reports whether an article names whom m names.
func (t *table) meets(art int, m news.Mention) bool {
	return slices.ContainsFunc(t.by[art], func(c int) bool { return t.mentionOf(&t.views[c], m) >= 0 })
}

// rivals reports whether two roles are rival offices in a language of the
// story.
func (t *table) rivals(a, b string) bool {
	return slices.ContainsFunc(t.story.Languages, func(tag string) bool {
		w := t.r.words[tag]
		return w != nil && w.rivals(t.full(a), t.full(b))
	})
}

// full is a role with the short names of places written out.
func (t *table) full(role string) string {
	for _, tag := range t.story.Languages {
		if w := t.r.words[tag]; w != nil {
			for _, n := range w.names {
				role = writeOut(role, n[0], n[1])
			}
		}
	}
	return role
}

// writeOut puts long for the words short in role, whatever their case.
func writeOut(role, short, long string) string {
	padded := " " + role + " "
	low := strings.ToLower(padded)
	i := strings.Index(low, " "+strings.ToLower(short)+" ")
	if i < 0 || len(low) != len(padded) {
		return role
	}
	return strings.TrimSpace(padded[:i+1] + long + padded[i+1+len(short):])
}

// rivals reports whether two roles are two posts of one kind: both name the
// same post, of which one is held at a time, and each is bound to an institution
// or a territory that the other is not. A role told more broadly, in other
// letters or in short forms, and a candidacy, are none.
func (w *words) rivals(a, b string) bool {
	if strings.ContainsAny(a+b, "()") {
		return false
	}
	pa, ra := w.post(a)
	pb, rb := w.post(b)
	if pa == "" || pa != pb {
		return false
	}
	ra, rb = apart(ra, rb)
	sa, sb := strings.Join(ra, " "), strings.Join(rb, " ")
	return proper(ra) && proper(rb) && !initials(sa, sb) && !initials(sb, sa) && !short(ra, rb) && !short(rb, ra)
}

// post returns the post that a role names, folded, and the words that bind it, up
// to a preposition; "" if it names none, or tells it as a former, acting or coming
// one.
func (w *words) post(role string) (post string, rest []string) {
	all := wordsOf(role)
	at, n := -1, 0
	for i := range all {
		if k := w.postAt(all[i:]); k > n {
			at, n = i, k
			break
		}
	}
	if at < 0 || at > 0 && w.pack.HeadFirst {
		return "", nil
	}
	for i, x := range all {
		switch f := text.Fold(x); {
		case i >= at && i < at+n:
			post += " " + f
		case w.former[f]:
			return "", nil
		case w.bind[f]:
			return post, rest
		default:
			rest = append(rest, x)
		}
	}
	return post, rest
}

// postAt returns how many words from the first on name a post, 0 if none do.
func (w *words) postAt(words []string) int {
	for n := min(len(words), longestPost); n > 0; n-- {
		if w.posts[text.Fold(strings.Join(words[:n], " "))] {
			return n
		}
	}
	return 0
}

// longestPost is how many words name a post at most.
const longestPost = 3

// gluedLeast is the least length of a word that another begins with because the
// page ran the two together.
const gluedLeast = 5

// apart returns what two lists of words do not share: words that are equal, as
// good as equal, or glued to the next are shared.
func apart(a, b []string) ([]string, []string) {
	a, b = slices.Clone(a), slices.Clone(b)
	for i := 0; i < len(a); i++ {
		x := strings.ToLower(a[i])
		j := slices.IndexFunc(b, func(y string) bool {
			y = strings.ToLower(y)
			return x == y || nearly(x, y) || min(len(x), len(y)) >= gluedLeast && begins(x, y)
		})
		if j < 0 {
			continue
		}
		restA, restB := a[i][min(len(b[j]), len(a[i])):], b[j][min(len(a[i]), len(b[j])):]
		a, b = slices.Replace(a, i, i+1, left(restA)...), slices.Replace(b, j, j+1, left(restB)...)
		i--
	}
	return a, b
}

// left is what is left of a word of which the rest is shared, if it is a word.
func left(rest string) []string {
	if !startsUpper(rest) {
		return nil
	}
	return []string{rest}
}

// short reports whether a word of a is contracted from words of b: "Sekda" of
// "Sekretaris Daerah".
func short(a, b []string) bool {
	low := wordsOf(text.Fold(strings.Join(b, " ")))
	return slices.ContainsFunc(a, func(x string) bool {
		x = text.Fold(x)
		for i := range low {
			for n := 2; i+n <= len(low) && len(x) >= contractLeast; n++ {
				if spells(x, low[i:i+n]) {
					return true
				}
			}
		}
		return false
	})
}

// proper reports whether a word is capitalised.
func proper(words []string) bool { return slices.ContainsFunc(words, startsUpper) }

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

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

// formerClashes finds somebody who is an X in one claim and a former (acting,
// deputy …) X in the other.
func (t *table) formerClashes(i, j int) []clash {
	var out []clash
	for _, p := range [2][2]int{{i, j}, {j, i}} {
		a, b := &t.views[p[0]], &t.views[p[1]]
		if a.art == b.art {
			return nil
		}
		w := t.wordsOf(a)
		ta, tb := t.tokens(p[0]), t.tokens(p[1])
		for k := 0; k+1 < len(ta.Tokens); k++ {
			noun := ta.Lower(k + 1)
			if !w.former[ta.Lower(k)] || !w.title[noun] {
				continue
			}
			if m := plain(tb, noun, w); m >= 0 && t.bearer(a, ta.Tokens[k+1].End) == t.bearer(b, tb.Tokens[m].End) {
				out = append(out, differ(news.SlotRole, news.Contradiction,
					answer{p[0], ta.Lower(k) + " " + noun, ta.Word(k) + " " + ta.Word(k+1)}, answer{p[1], noun, tb.Word(m)}))
				break
			}
		}
	}
	return out
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

// plain returns where noun stands in t with no modifier before it, if it
// always does; else -1.
func plain(t *token.Text, noun string, w *words) int {
	at := -1
	for i := range t.Tokens {
		if t.Lower(i) != noun {
			continue
		}
		if w.former[t.Lower(i-1)] {
			return -1
		}
		at = i
	}
	return at
}

// offices finds people to whom the articles give offices that differ in more
// than sharpness: one head word, and names on both sides that the other lacks
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
				f.roles = append(f.roles, q...)
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
			if slices.Contains(t.entities.of([]news.Mention{m}), e.ID) && m.Role != "" && strings.Contains(v.Text, m.Role) {
				held[m.Role] = append(held[m.Role], i)
			}
		}
	}
	var out []clash
	for i, a := range e.Roles {
		for _, b := range e.Roles[:i] {
			if len(held[a]) == 0 || len(held[b]) == 0 || !rivals(t.full(a), t.full(b)) {
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

// rivals reports whether two roles share their head word and each names
// something that the other does not, abbreviations apart.
func rivals(a, b string) bool {
	if strings.ContainsAny(a+b, "()") {
		return false
	}
	wa, wb := strings.Fields(a), strings.Fields(b)
	if len(wa) < 2 || len(wb) < 2 || !strings.EqualFold(wa[0], wb[0]) {
		return false
	}
	ra, rb := strings.Join(wa[1:], " "), strings.Join(wb[1:], " ")
	if initials(ra, rb) || initials(rb, ra) || alike(ra, rb) {
		return false
	}
	return proper(wa[1:], wb[1:]) && proper(wb[1:], wa[1:])
}

// proper reports whether a has a capitalised word that b has not.
func proper(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) && !slices.ContainsFunc(b, func(x string) bool { return strings.EqualFold(w, x) })
	})
}

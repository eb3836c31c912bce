package quote

import (
	"strings"

	"github.com/selisik/selisik/internal/text"
)

// officeAt returns the first title of items [i, j), -1 if there is none.
func (p *page) officeAt(u *unit, i, j int) int {
	for ; i < j; i++ {
		if k := u.items[i].term; u.items[i].class == title && u.items[i].first && k.kind != "honorific" && k.kind != "of" {
			return i
		}
	}
	return -1
}

// officer makes the source that a title without a name gives: the person of the
// text who holds it, the last speaker first, else whoever was spoken of.
func (p *page) officer(u *unit, k, j int, s source) source {
	if k > 0 && u.items[k-1].class == determiner && !definiteEnd(u, k, j) {
		return p.description(u, k, j, s, kindPerson)
	}
	if hasClass(u, k, j, modifier) && !definiteEnd(u, k, j) {
		return p.description(u, k, j, s, kindOfficial)
	}
	if k > 0 && u.items[k-1].class == name && p.names[u.items[k-1].name].kind == kindPlace {
		return p.description(u, k-1, j, s, kindOfficial) // "the Chinese engineer"
	}
	office := strings.Join(u.items[k].term.words, " ")
	s.found, s.focus, s.end = true, true, j
	s.Span = p.spanOf(u, k, j)
	if last := p.focus.person; last.found && strings.HasPrefix(lower(last.Role), office) {
		return s
	}
	place := p.placeIn(u, k, j)
	for _, n := range p.names {
		if !inner(u, k, j) && n.kind == kindPerson && strings.HasPrefix(lower(n.role), office) && strings.Contains(n.role, place) {
			return holder(s, n)
		}
	}
	if place == "" && !inner(u, k, j) && !p.another(u, k, office) {
		return s
	}
	if n := p.onlyOfficial(place); place != "" && n.name != "" {
		return holder(s, n)
	}
	s.focus, s.head = false, ""
	s = p.description(u, k, j, s, kindOfficial)
	s.focus = s.focus && place != ""
	return s
}

// another reports whether the office of item k is not that of whoever is in focus.
func (p *page) another(u *unit, k int, office string) bool {
	role := p.focus.person.Role
	return u.items[k].term.kind == "office" && role != "" && !headed(role, office)
}

// inner reports whether an office at item k of items [k, j) is that of something
// told before: "wali kota kota itu".
func inner(u *unit, k, j int) bool {
	of := k + len(u.items[k].term.words)
	return u.items[k].term.kind == "office" && of+2 == j && u.items[of].class == other && u.items[of+1].class == definite
}

// headed reports whether a role has the words of an office, or the office the
// letters of the role in their order ("Wabup" of "Wakil Bupati").
func headed(role, office string) bool {
	role = lower(role)
	if strings.Contains(role, office) || strings.Contains(office, role) {
		return true
	}
	left := office
	for _, r := range role {
		left = strings.TrimPrefix(left, string(r))
	}
	return left == "" && role[0] == office[0]
}

// headOf returns the person of the text whose role is the office of items [i, k)
// in the institution named at item k, if there is just one.
func (p *page) headOf(u *unit, i, k int) named {
	at := p.officeAt(u, i, k)
	if at < 0 {
		return named{}
	}
	office, of := strings.Join(u.items[at].term.words, " "), p.names[u.items[k].name].Span.Of(p.src)
	var only named
	for _, n := range p.names {
		if n.kind != kindPerson || n.name == only.name || !strings.HasPrefix(lower(n.role), office) || !strings.Contains(n.role, of) {
			continue
		}
		if only.name != "" {
			return named{}
		}
		only = n
	}
	return only
}

// holder is s filled with a person who holds the office that it tells.
func holder(s source, n named) source {
	s.Name, s.Role, s.Kind = n.name, n.role, kindOfficial
	s.focus, s.person = false, true
	return s
}

// placeIn returns the place that items [i, j) name, "" if none.
func (p *page) placeIn(u *unit, i, j int) string {
	for ; i < j; i++ {
		if it := u.items[i]; it.class == name && p.names[it.name].kind == kindPlace {
			return p.names[it.name].Span.Of(p.src)
		}
	}
	return ""
}

// onlyOfficial returns the person of the text whose role names a place, if
// there is just one.
func (p *page) onlyOfficial(place string) named {
	var only named
	for _, n := range p.names {
		if n.kind != kindPerson || !strings.Contains(n.role, place) || n.name == only.name {
			continue
		}
		if only.name != "" {
			return named{}
		}
		only = n
	}
	return only
}

// theirs reports whether items [i, j) are a document of whoever speaks: "that
// statement", "their report", with the pronoun before, after or hanging on it.
func (p *page) theirs(u *unit, i, j int) bool {
	if afterDocuments(u, i, j) < j {
		return false
	}
	for k := i; k < j; k++ {
		if u.items[k].class == definite {
			return true
		}
		if _, hangs := p.lex.bare(p.low(u.items[k].word)); hangs && u.items[k].class == noun {
			return true
		}
	}
	return j < len(u.items) && u.items[j].class == pronoun
}

// hangs reports whether a pronoun hangs on the noun at item i: "its government".
func (p *page) hangs(u *unit, i int) bool {
	w := p.low(u.items[i].word)
	b, ok := p.lex.bare(w)
	return ok && p.nounOf(w) == nil && p.nounOf(b) != nil
}

// description makes the source that nouns without a person's or organisation's
// name give: "warga setempat", "pejabat Israel", "laporan intelijen Seoul".
func (p *page) description(u *unit, i, j int, s source, kind string) source {
	if s.document {
		if k := afterDocuments(u, i, j); k < j && u.items[k].class == noun {
			i = k
		}
	}
	end, unknown := i+1, 0
	for end < j && end < i+6 && u.items[end].class != comma && p.low(u.items[end].word) != "(" && unknown < 2 {
		if u.items[end].class == other {
			unknown++
		}
		end++
	}
	if end == j && j < len(u.items) && u.items[j].class == inWord {
		unknown = 2 // "an official familiar with …": an official
	}
	for end > i+1 && trailing(u.items[end-1].class, unknown) {
		s.focus = s.focus || u.items[end-1].class == definite
		if u.items[end-1].class == other {
			unknown = 0
		}
		end--
	}
	if b, ok := p.lex.bare(p.low(u.items[i].word)); ok && p.lex.relational[b] && end == i+1 {
		s.whose = b
	}
	s.the = i > 0 && u.items[i-1].class == article
	s.focus = s.focus || described(u, j) || end == i+1 && p.hangs(u, i)
	sp := p.spanOf(u, i, end)
	s.found, s.plural, s.plain = true, true, u.items[i].term == nil || len(u.items[i].term.words) == 1
	for k := i; k < end; k++ {
		s.plain = s.plain && u.items[k].class != name && (k == i || u.items[k].class != noun)
	}
	s.Link = Link{Name: text.Squash(sp.Of(p.src)), Kind: kind, Span: sp}
	if name := p.lexName(u, i, end); name != "" {
		s.Name = name
	}
	return s
}

// trailing reports whether a description does not end with an item of class c;
// of two words that the lexicon does not know the second is left out.
func trailing(c class, unknown int) bool {
	switch c {
	case definite, and, byWord, adverb, mark, determiner:
		return true
	case other:
		return unknown > 1
	}
	return false
}

// described reports whether what follows item j ends with "that": "pemain yang
// membela … itu", "pria berusia 40 tahun itu": somebody known.
func described(u *unit, j int) bool {
	for k := j; k < len(u.items) && k < j+10; k++ {
		switch u.items[k].class {
		case definite:
			return true
		case comma, quoted, inWord, date, verb, mark:
			return false
		}
	}
	return false
}

// lexName lowers the first letter of a description that opens a sentence.
func (p *page) lexName(u *unit, i, end int) string {
	var b []string
	for k := i; k < end; k++ {
		w := p.words[u.items[k].word]
		if u.items[k].class == name {
			b = append(b, w.Span.Of(p.src))
			continue
		}
		b = append(b, w.low)
	}
	return strings.Join(b, " ")
}

// afterDocuments returns the first noun that is none of a document: in "laporan
// intelijen Seoul" it is "intelijen".
func afterDocuments(u *unit, i, j int) int {
	for k := i; k < j; k++ {
		if u.items[k].class == noun && u.items[k].term.kind != kindDocument {
			return k
		}
		if u.items[k].class == name {
			return k
		}
	}
	return j
}

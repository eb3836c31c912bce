package quote

import (
	"strings"

	"github.com/selisik/selisik/internal/text"
)

// source is who an event says is speaking.
type source struct {
	Link
	found    bool
	sure     bool // a person beyond doubt
	person   bool // a person, or a name that may be one
	document bool // named through a document: "laporan X"
	focus    bool // a pronoun or description: whoever spoke last
	plural   bool
	the      bool   // with a definite article, which may point back
	whose    string // a noun for somebody who belongs to whoever is in focus: "istri"
	plain    bool   // a description without a name and of one lexicon word
	head     string // the noun of a description: "kementerian itu"
	end      int    // the item after it
}

// Kinds of source and of name, as news has them.
const (
	kindPerson      = "person"
	kindOfficial    = "official"
	kindInstitution = "institution"
	kindAgency      = "agency"
	kindOutlet      = "outlet"
	kindDocument    = "document"
	kindSocial      = "social"
	kindWitness     = "witness"

	kindOrganisation = "organisation"
	kindPlace        = "place"
	kindOther        = "other"
)

// reach is how many items a source may lie from its cue.
const reach = 28

// right parses the source that stands from item i on. loose lets a person after
// a comma be the source that what precedes the comma describes.
func (p *page) right(u *unit, i int, loose bool) source {
	for i < len(u.items) && (u.items[i].class == byWord || u.items[i].class == determiner || u.items[i].class == article || u.items[i].class == adverb) {
		i++
	}
	if i >= len(u.items) {
		return source{}
	}
	switch u.items[i].class {
	case pronoun:
		return p.pronounAt(u, i)
	case comma, mark, quoted:
		return source{}
	}
	return p.phrase(u, i, p.phraseEnd(u, i, loose))
}

// fromName makes the source that the name at item k gives.
func (p *page) fromName(u *unit, k int, s source, kind string) source {
	n := p.names[u.items[k].name]
	s.sure = n.kind == kindPerson || n.role != "" || kind == kindWitness
	s.found, s.person = true, p.mayBePerson(u.items[k].name) || kind == kindWitness || n.role != ""
	if kind == kindOutlet || kind == kindAgency {
		s.sure, s.person = false, false
	}
	s.Link = Link{Name: n.name, Role: n.role, Kind: kind, Span: n.Span}
	return s
}

// personKind tells officials from other persons by a title before the name.
func (p *page) personKind(u *unit, i, k int, kind string) string {
	if c, ok := p.carrierKind(u.items[k].name); ok {
		return c
	}
	if kind == kindWitness {
		return kind
	}
	n := p.names[u.items[k].name]
	if kind == kindOfficial {
		return kind
	}
	if n.role != "" {
		return p.roleKind(n.role)
	}
	if strings.HasPrefix(n.name, "@") {
		return kindSocial
	}
	if n.kind != kindPerson && strings.Count(n.name, " ") > 1 || capitals(n.name) {
		return kindInstitution
	}
	for ; i < k; i++ {
		if u.items[i].class == title && u.items[i].term.kind == "office" {
			return kindOfficial
		}
	}
	return kindPerson
}

// roleKind returns the kind of source that somebody in a role is.
func (p *page) roleKind(role string) string {
	words := strings.Fields(lower(role))
	t := p.lex.match(func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}, 0)
	switch {
	case t == nil || t.class == title && t.kind == "person":
		return kindPerson
	case t.class == noun && (t.kind == kindWitness || t.kind == kindPerson):
		return t.kind
	}
	return kindOfficial
}

// capitals reports whether a name is all capitals: an acronym, or initials.
func capitals(name string) bool {
	return len(name) > 1 && strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// carrierKind reports whether a name is that of an agency or outlet.
func (p *page) carrierKind(n int) (string, bool) {
	k, ok := p.lex.carriers[lower(p.names[n].name)]
	if !ok {
		k, ok = p.lex.carriers[lower(p.names[n].Span.Of(p.src))]
	}
	if ok || p.names[n].role != "" {
		return k, ok
	}
	words := strings.Fields(lower(p.names[n].name))
	low := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	if t := p.lex.match(low, 0); t != nil && len(words) > 1 && t.class == noun && (t.kind == kindAgency || t.kind == kindOutlet) {
		return t.kind, true
	}
	if len(words) > 1 && p.lex.outlets[words[len(words)-1]] {
		return kindOutlet, true
	}
	return "", false
}

func (p *page) orgKind(n int, noun string) string {
	if c, ok := p.carrierKind(n); ok {
		return c
	}
	switch {
	case noun != "" && noun != kindDocument && noun != kindPerson:
		return noun
	case p.names[n].kind == kindOrganisation || p.names[n].run:
		return kindInstitution
	}
	return kindOfficial
}

func (p *page) spanOf(u *unit, i, j int) text.Span {
	return text.Span{Start: p.words[u.items[i].word].Start, End: p.words[u.items[j-1].word].End}
}

// pronounAt makes the source of a pronoun; first persons are none.
func (p *page) pronounAt(u *unit, i int) source {
	kind := u.items[i].term.kind
	if kind == "first-person" {
		return source{}
	}
	n := len(u.items[i].term.words)
	s := source{found: true, focus: true, end: i + n, plural: kind == "third-person-plural"}
	s.Span = p.spanOf(u, i, i+1)
	return s
}

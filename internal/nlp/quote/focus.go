package quote

import "strings"

// focus is who spoke so far: what pronouns and descriptions are read by.
type focus struct {
	last   source   // the last speaker, person or not
	person source   // the last person who spoke or was the subject of a sentence
	others []source // speakers that are no persons, latest last
	named  source   // the only person that the unit before names, if it is no speech
}

// resolve replaces a pronoun or description by whom it stands for; found is
// false if there is nobody.
func (p *page) resolve(s source) source {
	if strings.HasPrefix(s.Name, "@") {
		s.Name = p.owner(s.Name)
		return s
	}
	if s.whose != "" {
		return p.theirOwn(s)
	}
	if !s.focus && !s.the && !(s.plural && s.head != "" && !strings.Contains(s.Name, " ")) {
		return s
	}
	to := p.antecedent(s)
	if !to.found {
		if s.Name != "" {
			s.focus = false
			return s
		}
		return source{}
	}
	to.Span, to.end, to.document = s.Span, s.end, s.document
	return to
}

// theirOwn names somebody after the person in focus whom they belong to: "istrinya"
// is "istri Budi Santoso".
func (p *page) theirOwn(s source) source {
	s.focus, s.head, s.Name = false, s.whose, s.whose
	if of := p.focus.person; of.found && of.Name != "" {
		s.Name += " " + of.Name
	}
	return s
}

// antecedent returns whom s stands for: for a description a speaker whose name
// holds its noun, an institution for "the company", the person just named for
// "that player"; for a pronoun the last person, for a plural one whoever spoke
// last, one person left out: "they" are the club, the demonstrators.
func (p *page) antecedent(s source) source {
	if s.head != "" {
		return p.described(s)
	}
	if s.plural {
		return p.several()
	}
	if p.focus.person.found && (p.focus.person.sure || !p.focus.last.found) {
		return p.focus.person
	}
	if p.focus.last.found {
		return p.focus.last
	}
	return p.nearest(s)
}

// several returns the last speaker that is no single person.
func (p *page) several() source {
	if l := p.focus.last; l.found && !l.sure {
		return l
	}
	if n := len(p.focus.others); n > 0 {
		return p.focus.others[n-1]
	}
	return source{}
}

// nearest returns the last person with a role whom the text names before s: who
// is meant by the first pronoun of a text in which nobody spoke yet.
func (p *page) nearest(s source) source {
	var to source
	for _, n := range p.names {
		if n.Span.Start >= s.Span.Start {
			break
		}
		if n.kind == kindPerson && n.role != "" {
			to = source{Link: Link{Name: n.name, Role: n.role, Kind: kindOfficial}, found: true, person: true}
		}
	}
	return to
}

// described returns whom a description stands for.
func (p *page) described(s source) source {
	for i := len(p.focus.others) - 1; i >= 0; i-- {
		if o := p.focus.others[i]; o.head == s.head || strings.HasPrefix(lower(o.Name), s.head) {
			return o
		}
	}
	switch {
	case s.Kind == kindInstitution && (s.focus || s.the) && p.focus.last.found && p.focus.last.Role == "":
		return p.focus.last
	case !s.focus:
		return source{}
	case p.focus.named.found && s.Kind != kindInstitution && !p.otherOffice(s):
		return p.focus.named
	case p.focus.person.found && s.Kind != kindInstitution:
		return p.focus.person
	}
	return p.focus.last
}

// otherOffice reports whether somebody spoke before, and whoever was just named
// holds an office that the description s is not of: "this minister" after a word
// about the president.
func (p *page) otherOffice(s source) bool {
	return p.focus.person.found && p.focus.named.Role != "" && !headed(p.focus.named.Role, s.head)
}

// spoke records a resolved speaker.
func (p *page) spoke(s source) {
	if !s.found || s.Name == "" {
		return
	}
	s.focus = false
	p.focus.last, p.voices[s.Name] = s, true
	if s.person {
		p.focus.person = s
		return
	}
	p.focus.others = append(p.focus.others, s)
}

// sole notes the person of a unit without speech, if it names just one.
func (p *page) sole(u *unit) {
	p.focus.named = source{}
	for i, it := range u.items {
		if it.class != name || p.names[it.name].kind != kindPerson {
			continue
		}
		if p.focus.named.found && p.focus.named.Name != p.names[it.name].name {
			p.focus.named = source{}
			return
		}
		p.focus.named = p.fromName(u, i, source{}, p.personKind(u, i, i, ""))
	}
}

// subject makes the person who opens a unit without speech the one that a
// following pronoun means.
func (p *page) subject(u *unit) {
	aside := false
	for i, it := range u.items {
		if aside = aside && it.class != comma; aside {
			continue
		}
		switch it.class {
		case inWord:
			aside = true
		case name:
			if p.names[it.name].kind != kindPerson || p.count[p.names[it.name].name] < 2 || capitals(p.names[it.name].name) {
				continue
			}
			p.focus.person = p.fromName(u, i, source{}, p.personKind(u, 0, i, ""))
			return
		case title, capital, noun, adverb, and, mark, as, definite, modifier:
		case comma:
		default:
			if i > 3 {
				return
			}
		}
	}
}

// owner returns the name in the text that an account is called by ("@infoABC"
// is ABC's), the account itself if there is none.
func (p *page) owner(account string) string {
	a := lower(account)
	for _, n := range p.names {
		short := lower(strings.ReplaceAll(n.Span.Of(p.src), " ", ""))
		if len(short) > 2 && !strings.HasPrefix(short, "@") && strings.Contains(a, short) {
			return n.name
		}
	}
	return account
}

package quote

import (
	"strings"

	"github.com/selisik/selisik/internal/text"
)

// cited reads the outlet or agency that a carrier's cue names with a name right
// behind it, from item i on. Its name ends where small letters begin, whatever
// follows ("dikutip dari Kabar Lamara sebuah truk …"); one that a page ran
// together with its small first word ("kabarLamara") is read whole. found is false
// if no name stands there.
func (p *page) cited(u *unit, i int) source {
	for i < len(u.items) && (u.items[i].class == byWord || u.items[i].class == toWord) {
		i++
	}
	first := i
	if i+1 < len(u.items) && u.items[i].class == other && p.words[u.items[i].word].End == p.words[u.items[i].word+1].Start {
		i++
	}
	for i+1 < len(u.items) && u.items[i].class == capital {
		i++
	}
	if i >= len(u.items) || u.items[i].class != name {
		return source{}
	}
	n := p.names[u.items[i].name]
	if _, hangs := p.lex.bare(lower(n.name)); hangs {
		return source{} // "dikutip dari Instagramnya": somebody's own
	}
	end := i
	for end < len(u.items) && p.inName(u, end, n) {
		end++
	}
	if n.kind == kindPerson && first == i && !site(p.lex, n.name) || n.role != "" {
		return source{}
	}
	parts := u.items[end-1].class == name && u.items[end-1].name != u.items[i].name && !hasClass(u, i, end, mark)
	if s := p.phrase(u, i, end); first == i && !parts && s.found && n.kind != kindPlace {
		return s
	}
	sp := p.spanOf(u, first, end)
	kind, ok := p.carrierKind(u.items[i].name)
	if !ok {
		kind = kindOutlet
	}
	return source{Link: Link{Name: text.Squash(sp.Of(p.src)), Kind: kind, Span: sp}, found: true, end: end}
}

// alsoCited returns events for what the carrier's cue e names behind its first
// outlet: others that a conjunction or a comma joins, or where that outlet has it
// from ("dikutip Kabar Lamara dari laman Kementerian Perairan").
func (p *page) alsoCited(u *unit, e event) []event {
	var out []event
	for k := e.src.end; k+1 < len(u.items); {
		s, c := source{}, u.items[k].class
		switch next := u.items[k+1]; {
		case c == byWord:
			s = p.right(u, k+1, false)
		case next.class == name && (c == and || c == comma) && p.names[next.name].kind != kindPerson:
			if _, known := p.carrierKind(next.name); known || c == and {
				s = p.cited(u, k+1)
			}
		}
		if !s.found || s.focus || s.person && s.Kind != kindOutlet && s.Kind != kindAgency || s.end <= k {
			return out
		}
		also := e
		also.src = s
		also.via, also.origin = !p.utters(s), c == byWord
		asOutlet(&also)
		out = append(out, also)
		k = s.end
	}
	return out
}

// inName reports whether item k belongs to the name n of an outlet, or to what is
// written large or in brackets behind it.
func (p *page) inName(u *unit, k int, n named) bool {
	switch it := u.items[k]; it.class {
	case name:
		return true
	case capital, noun, title:
		return p.words[it.word].up
	case mark:
		return strings.Contains("()/&", p.low(it.word))
	}
	return false
}

// site reports whether a name is that of a site: "kabarlamara.com".
func site(l *lexicon, name string) bool {
	i := strings.LastIndexByte(name, '.')
	return i > 2 && !strings.Contains(name, "@") && l.domains[lower(name[i+1:])]
}

// fillCarrier finds the carrier of an event such as "dilansir X". A carrier
// that is an official or a person quoted by a carrier on the left is the speaker.
func (p *page) fillCarrier(u *unit, e *event, from int) bool {
	if quotes(u, e) {
		e.via = p.give(e, p.left(u, e.at, from))
		asOutlet(e)
		return e.via
	}
	s := p.cited(u, e.end)
	if !s.found && p.named(u, e.end) {
		s = p.right(u, e.end, false)
	}
	if !p.give(e, s) {
		return false
	}
	if k := e.at - 1; k >= from && u.items[k].class != comma && u.items[k].class != as {
		if s := p.left(u, e.at, from); s.found && s.person && !p.carries(e.src) {
			e.src = s
			return true
		}
	}
	publishes := e.src.document && e.src.Kind == kindInstitution
	e.via = !p.utters(e.src) && !publishes
	asOutlet(e)
	e.credit = p.credits(u, e)
	return true
}

// asOutlet makes the source of e an outlet if it carries and nothing else is
// known of it.
func asOutlet(e *event) {
	if k := e.src.Kind; e.via && (k == kindPerson || k == kindOfficial || k == kindInstitution) {
		e.src.Kind = kindOutlet
	}
}

// utters reports whether a source that a carrier's cue names is itself the
// speaker: an official, a witness, anybody with a role, but not their documents.
func (p *page) utters(s source) bool {
	if s.document {
		return false
	}
	return s.Kind == kindOfficial && (s.Role != "" || s.plural) || s.Kind == kindWitness || s.Kind == kindPerson && s.Role != ""
}

// carries reports whether a source hands on what others say.
func (p *page) carries(s source) bool {
	switch s.Kind {
	case kindAgency, kindOutlet, kindDocument, kindSocial:
		return true
	}
	return s.document || s.found && !s.person && s.Kind == kindInstitution
}

// credits reports whether the carrier of e is credited for the whole report:
// its sentence says nothing else, or a date follows.
func (p *page) credits(u *unit, e *event) bool {
	j := e.src.end
	if e.at <= 2 && j >= len(u.items)-1 {
		return true
	}
	if j < len(u.items) && u.items[j].class == comma {
		for k := j + 1; k < len(u.items) && k < j+4; k++ {
			if u.items[k].class == number {
				return true
			}
		}
	}
	return false
}

package quote

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/text"
)

// phraseEnd returns the item after the noun phrase that starts at i: it runs
// over names, titles, nouns and what modifies them, over one comma after a
// title, and stops at verbs and words that open an adverbial.
func (p *page) phraseEnd(u *unit, i int, loose bool) int {
	j, unknown := i, 0
	office := loose || p.office(u.items[i])
	for ; j < len(u.items) && j < i+reach; j++ {
		switch u.items[j].class {
		case verb, quoted, pronoun, thatWord, negator, relative, as, toWord, number, date, modal, be:
			return j
		case work:
			if !p.lex.naming[p.low(u.items[j].word)] || !p.namesPerson(u, j+1) || p.hasPerson(u, i, j) {
				return j
			}
		case inWord:
			if !office || p.hasPerson(u, i, j) || !p.personAfterComma(u, j) {
				return j
			}
		case mark:
			if w := p.low(u.items[j].word); !strings.Contains("()/&", w) && !(w == "." && j > i && p.shortened(u.items[j-1])) {
				return j
			}
		case comma:
			ranked := j+1 < len(u.items) && u.items[j+1].class == title
			if !office && !ranked || !p.personBehind(u, j+1) || p.hasPerson(u, i, j) {
				return j
			}
		case other, adverb:
			if unknown++; unknown > 3 && !(office && p.personAfterComma(u, j)) || u.items[j].class == adverb || p.hasPerson(u, i, j) || p.lex.filing[p.low(u.items[j].word)] {
				return j
			}
		}
	}
	return j
}

// shortened reports whether a full stop behind an item belongs to it: a title, or
// the initial of a name.
func (p *page) shortened(it item) bool {
	w := p.words[it.word]
	return it.class == title || w.up && w.End-w.Start == 1
}

// office reports whether an item heads the description of a person.
func (p *page) office(it item) bool {
	return it.class == title || it.class == noun && (it.term.kind == kindOfficial || it.term.kind == kindPerson)
}

// personAfterComma reports whether a comma and a person follow item j soon.
func (p *page) personAfterComma(u *unit, j int) bool {
	for k := j + 1; k < len(u.items) && k < j+8; k++ {
		switch u.items[k].class {
		case comma:
			return p.namesPerson(u, k+1)
		case verb, quoted, pronoun, inWord, mark, number:
			return false
		}
	}
	return false
}

// namesPerson reports whether a person, or a title before one, stands at item j.
func (p *page) namesPerson(u *unit, j int) bool {
	for ; j < len(u.items) && (u.items[j].class == title || j > 0 && u.items[j-1].class == title && p.low(u.items[j].word) == "."); j++ {
	}
	return j < len(u.items) && u.items[j].class == name && p.mayBePerson(u.items[j].name)
}

// officeNames is how many names of institutions and places an office is of at the
// most, one behind the other.
const officeNames = 3

// personBehind reports whether a person stands at item j, or behind the names of
// what an office before it belongs to and a title: "Kapolsek Lembur, Polres Sagara
// AKP Sumarni".
func (p *page) personBehind(u *unit, j int) bool {
	for k := j; k < len(u.items) && k < j+2*officeNames; k++ {
		it := u.items[k]
		switch {
		case p.namesPerson(u, k) && (k == j || u.items[k].class == title):
			return true
		case it.class == name && !p.mayBePerson(it.name), it.class == noun && it.term.kind == kindInstitution:
		default:
			return false
		}
	}
	return false
}

// mayBePerson reports whether name n is a person's, or of no known kind.
func (p *page) mayBePerson(n int) bool {
	k := p.names[n].kind
	return k != kindOrganisation && k != kindPlace
}

// hasPerson reports whether items [i, j) name a person.
func (p *page) hasPerson(u *unit, i, j int) bool {
	for ; i < j; i++ {
		if u.items[i].class == name && p.names[u.items[i].name].kind == kindPerson {
			return true
		}
	}
	return false
}

// phrase reads the noun phrase of items [i, j): its best name, else its nouns.
func (p *page) phrase(u *unit, i, j int) source {
	if i >= j {
		return source{}
	}
	kind, head, nouns := p.nouns(u, i, j)
	best := p.bestName(u, i, j)
	s := source{end: j, document: p.documented(u, i, j), head: head}
	if k := p.naming(u, i, j); k >= 0 && (kind == kindPerson || kind == kindWitness || kind == kindOfficial) {
		return p.fromName(u, k, s, p.personKind(u, i, k, kind))
	}
	if k := p.station(u, i, j); k >= 0 {
		return p.carrying(u, k, s)
	}
	if p.belongs(u, nouns, best, j) {
		return p.description(u, nouns, j, s, kind)
	}
	switch {
	case best >= 0 && definiteEnd(u, i, j) && (p.names[u.items[best].name].kind != kindOrganisation || p.officeAt(u, i, j) >= 0):
		s.found, s.focus, s.Span = true, true, p.spanOf(u, i, j)
		return s
	case best >= 0 && p.mayBePerson(u.items[best].name) && (!s.document || p.names[u.items[best].name].kind == kindPerson):
		return p.fromName(u, best, s, p.personKind(u, i, best, kind))
	case best >= 0 && p.names[u.items[best].name].kind == kindOrganisation && p.headOf(u, i, best).name != "":
		return holder(s, p.headOf(u, i, best))
	case best >= 0 && (p.names[u.items[best].name].kind != kindPlace || nouns < 0 && !p.officeBefore(u, i, best)):
		s = p.fromName(u, best, s, p.orgKind(u.items[best].name, kind))
		s.person = false
		return s
	case nouns >= 0 && s.document && p.theirs(u, i, j):
		s.found, s.focus, s.plural, s.head, s.Span = true, true, true, "", p.spanOf(u, i, j)
		return s
	case nouns >= 0:
		return p.description(u, nouns, j, s, kind)
	case p.officeAt(u, i, j) >= 0:
		return p.officer(u, p.officeAt(u, i, j), j, s)
	case p.undetermined(u, i, j) >= 0:
		return p.description(u, p.undetermined(u, i, j), j, s, kindPerson)
	case definiteEnd(u, i, j) && !hasClass(u, i, j, social):
		s.found, s.focus, s.end = true, true, j
		s.Span = p.spanOf(u, i, j)
		return s
	}
	return source{}
}

// naming returns the item of the name that a word between says somebody of a
// description to have, "warga Lembur bernama Romi", or of a person right before the
// one whom they belong to, "Meldi keponakan Dewi"; -1 if there is none.
func (p *page) naming(u *unit, i, j int) int {
	for k := i + 1; k+1 < j; k++ {
		from, to := u.items[k-1], u.items[k+1]
		switch w := p.low(u.items[k].word); {
		case p.lex.naming[w] && to.class == name && p.mayBePerson(to.name):
			return k + 1
		case p.lex.relational[w] && u.items[k].class == noun && from.class == name && to.class == name && p.names[from.name].kind == kindPerson:
			return k - 1
		}
	}
	return -1
}

// undetermined returns the item of a word for people that the lexicon does not
// know behind a determiner, at the head of items [i, j) or right before it, -1 if
// none stands there. Before a verb the determiner is one of people ("seorang"), or
// the word one that people are counted by.
func (p *page) undetermined(u *unit, i, j int) int {
	at := i
	if u.items[i].class == determiner {
		at++
	}
	if at == 0 || at >= j || u.items[at-1].class != determiner || u.items[at].class != other || definiteEnd(u, i, j) {
		return -1
	}
	if at > i && !p.lex.persons[p.low(u.items[at-1].word)] && !p.lex.persons[p.low(u.items[at].word)] {
		return -1
	}
	return at
}

// station returns the item of a name with the word of an outlet behind it, both
// large ("Metro TV"), in items [i, j) without a person, -1 if there is none.
func (p *page) station(u *unit, i, j int) int {
	for k := i; k+1 < j && !p.hasPerson(u, i, j); k++ {
		if u.items[k].class == name && u.items[k+1].class == noun && u.items[k+1].term.kind == kindOutlet && p.words[u.items[k+1].word].up {
			return k
		}
	}
	return -1
}

// carrying makes the source of the outlet whose name ends with the item behind k.
func (p *page) carrying(u *unit, k int, s source) source {
	first := k
	for first > 0 && u.items[first-1].class == name && u.items[first-1].name == u.items[k].name {
		first--
	}
	sp := p.spanOf(u, first, k+2)
	s.found, s.head = true, ""
	s.Link = Link{Name: text.Squash(sp.Of(p.src)), Kind: kindOutlet, Span: sp}
	return s
}

// belongs reports whether the people of the noun at item i only belong to what is
// named at item k of a phrase that ends before item j: "pendukung Budi", "Cole
// supporters", "penumpang pesawat rute Jakarta-Medan".
func (p *page) belongs(u *unit, i, k, j int) bool {
	if i < 0 || k < 0 || !p.mayBePerson(u.items[k].name) {
		return false
	}
	relational := p.lex.relational[p.low(u.items[i].word)]
	if k < i {
		return relational && i+1 == j && u.items[i-1].name == u.items[k].name && u.items[i-1].class == name
	}
	unknown := 0
	for n := i + 1; n < k; n++ {
		switch u.items[n].class {
		case other:
			unknown++
		case noun, modifier, title, toWord, inWord:
		default:
			return false
		}
	}
	return relational || unknown > 1 && u.items[i].term.kind == kindWitness && p.names[u.items[k].name].kind != kindPerson
}

// nouns returns kind and word of the noun that says what the source of items
// [i, j) is, and the item of the first noun, -1 if there is none. A document's
// noun yields to a later one.
func (p *page) nouns(u *unit, i, j int) (kind, head string, first int) {
	first = -1
	for k := i; k < j; k++ {
		it := u.items[k]
		if it.class != noun || !it.first {
			continue
		}
		if kind == "" || kind == kindDocument {
			kind, head = it.term.kind, p.low(it.word)
		}
		if first < 0 {
			first = k
		}
	}
	return kind, head, first
}

// bestName returns the item of the name that most likely is the source in
// items [i, j), -1 if they hold none: persons before organisations before
// places, names set off by a comma before others, names in brackets last. Of
// equal names it is the last: titles go before the name.
func (p *page) bestName(u *unit, i, j int) int {
	best, top, depth := -1, 0.0, 0
	for k := i; k < j; k++ {
		it := u.items[k]
		switch p.low(it.word) {
		case "(":
			depth++
		case ")":
			depth--
		}
		if it.class != name || !it.first {
			continue
		}
		n := p.names[it.name]
		if p.owns(u, k, j) || p.officeAt(u, i, k) < 0 && p.branch(u, i, k) {
			continue
		}
		if k+1 < j && (u.items[k+1].class == noun || u.items[k+1].class == title && n.kind == kindPlace) && n.kind != kindPerson && !p.words[u.items[k+1].word].up && !strings.Contains(n.name, " ") {
			continue // a small noun after it: a word that opens the sentence, or "Chinese engineer"
		}
		score := nameScore(n)
		if depth > 0 {
			score -= 1.5
		}
		if k > i && u.items[k-1].class == comma {
			score += 1.5
		}
		if best < 0 || score >= top {
			best, top = k, score
		}
	}
	return best
}

// owns reports whether the name at item k only owns what the phrase, which ends
// before item j, is about: "Ana's party".
func (p *page) owns(u *unit, k, j int) bool {
	for k+1 < j && u.items[k+1].name == u.items[k].name {
		k++
	}
	if k+2 < j && slices.Contains(p.lex.possessives, p.low(u.items[k+1].word)) {
		return true
	}
	return k+1 < j && p.lex.owns(p.low(u.items[k].word))
}

// officeBefore reports whether a word for an office stands in items [i, k): the
// place at item k is where it is held.
func (p *page) officeBefore(u *unit, i, k int) bool {
	for ; i < k; i++ {
		if u.items[i].class == title && u.items[i].term.kind == "office" {
			return true
		}
	}
	return false
}

// branch reports whether the name at item k says which branch of the institution
// before it is meant, right behind its acronym in brackets, and is not that of
// somebody with an office there.
func (p *page) branch(u *unit, i, k int) bool {
	if k-4 < i || p.names[u.items[k].name].kind == kindOrganisation || p.low(u.items[k-1].word) != ")" || p.low(u.items[k-3].word) != "(" || u.items[k-4].class != name {
		return false
	}
	of := p.names[u.items[k-4].name]
	return of.kind == kindOrganisation && !strings.Contains(p.names[u.items[k].name].role, of.Span.Of(p.src))
}

// nameScore is how likely a name is a source by what it names.
func nameScore(n named) float64 {
	switch {
	case n.kind == kindPerson:
		return 5
	case n.kind == kindPlace:
		return 0.5
	case n.kind == kindOrganisation:
		return 3
	case strings.Contains(n.name, " "):
		return 2.9
	}
	return 2
}

// documented reports whether items [i, j) name a document, rather than an office
// that has its word in it ("Research Director").
func (p *page) documented(u *unit, i, j int) bool {
	for k := i; k < j; k++ {
		if u.items[k].class != noun || u.items[k].term.kind != kindDocument {
			continue
		}
		office := k > i && k+1 < j && p.words[u.items[k].word].up && (u.items[k+1].class == title || p.hasPerson(u, k, j) && p.officeAt(u, i, k) >= 0)
		if !office {
			return true
		}
	}
	return false
}

func definiteEnd(u *unit, i, j int) bool {
	return j > i && (u.items[j-1].class == definite || u.items[i].class == definite)
}

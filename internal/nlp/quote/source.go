package quote

import (
	"strings"

	"github.com/selisik/selisik/internal/text"
)

// source is who an event says is speaking.
type source struct {
	Link
	found    bool
	person   bool // a person, or a name that may be one
	document bool // named through a document: "laporan X"
	focus    bool // a pronoun or description: whoever spoke last
	plural   bool
	the      bool   // with a definite article, which may point back
	plain    bool   // a description without a name and of one lexicon word
	head     string // the noun of a description: "kementerian itu"
	end      int    // the item after it
}

// Source kinds that this package gives by itself.
const (
	kindPerson   = "person"
	kindOfficial = "official"
	kindDocument = "document"
	kindSocial   = "social"
	kindOther    = "other"
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

// phraseEnd returns the item after the noun phrase that starts at i: it runs
// over names, titles, nouns and what modifies them, over one comma after a
// title, and stops at verbs and words that open an adverbial.
func (p *page) phraseEnd(u *unit, i int, loose bool) int {
	j, unknown := i, 0
	office := loose || p.office(u.items[i])
	for ; j < len(u.items) && j < i+reach; j++ {
		switch u.items[j].class {
		case verb, quoted, pronoun, thatWord, work, negator, relative, as, toWord, number, date, modal, be:
			return j
		case inWord:
			if !office || p.hasPerson(u, i, j) || !p.personAfterComma(u, j) {
				return j
			}
		case mark:
			if !strings.Contains("()/&", p.low(u.items[j].word)) {
				return j
			}
		case comma:
			ranked := j+1 < len(u.items) && u.items[j+1].class == title
			if !office && !ranked || !p.namesPerson(u, j+1) || p.hasPerson(u, i, j) {
				return j
			}
		case other, adverb:
			if unknown++; unknown > 3 || u.items[j].class == adverb || p.hasPerson(u, i, j) {
				return j
			}
		}
	}
	return j
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
	for ; j < len(u.items) && u.items[j].class == title; j++ {
	}
	return j < len(u.items) && u.items[j].class == name && p.mayBePerson(u.items[j].name)
}

// mayBePerson reports whether name n is a person's, or of no known kind.
func (p *page) mayBePerson(n int) bool {
	k := p.names[n].kind
	return k != "organisation" && k != "place"
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
	s := source{end: j, document: documented(u, i, j), head: head}
	switch {
	case best >= 0 && definiteEnd(u, i, j) && p.mayBePerson(u.items[best].name):
		s.found, s.focus, s.Span = true, true, p.spanOf(u, i, j)
		return s
	case best >= 0 && p.mayBePerson(u.items[best].name) && (!s.document || p.names[u.items[best].name].kind == kindPerson):
		return p.fromName(u, best, s, p.personKind(u, i, best, kind))
	case best >= 0 && (nouns < 0 || p.names[u.items[best].name].kind != "place"):
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
	case i > 0 && u.items[i].class == other && u.items[i-1].class == determiner && !definiteEnd(u, i, j):
		return p.description(u, i, j, s, kindPerson)
	case definiteEnd(u, i, j):
		s.found, s.focus, s.end = true, true, j
		s.Span = p.spanOf(u, i, j)
		return s
	}
	return source{}
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

// officeAt returns the first title of items [i, j), -1 if there is none.
func (p *page) officeAt(u *unit, i, j int) int {
	for ; i < j; i++ {
		if u.items[i].class == title && u.items[i].first && u.items[i].term.kind != "honorific" {
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
	office := strings.Join(u.items[k].term.words, " ")
	s.found, s.focus, s.end = true, true, j
	s.Span = p.spanOf(u, k, j)
	if last := p.focus.person; last.found && strings.HasPrefix(lower(last.Role), office) {
		return s
	}
	for _, n := range p.names {
		if n.kind == kindPerson && strings.HasPrefix(lower(n.role), office) {
			s.Name, s.Role, s.Kind = n.name, n.role, kindOfficial
			s.focus, s.person = false, true
			return s
		}
	}
	return s
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
		if p.owns(u, k, j) {
			continue
		}
		if k+1 < j && u.items[k+1].class == noun && n.kind != kindPerson && !p.words[u.items[k+1].word].up && !strings.Contains(n.name, " ") {
			continue // a small noun after it: a word that opens the sentence
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
	return k+1 < j && p.lex.owns(p.low(u.items[k].word))
}

// nameScore is how likely a name is a source by what it names.
func nameScore(n named) float64 {
	switch {
	case n.kind == kindPerson:
		return 5
	case n.kind == "place":
		return 0.5
	case n.kind == "organisation":
		return 3
	case strings.Contains(n.name, " "):
		return 2.9
	}
	return 2
}

func documented(u *unit, i, j int) bool {
	for ; i < j; i++ {
		if u.items[i].class == noun && u.items[i].term.kind == kindDocument {
			return true
		}
	}
	return false
}

func definiteEnd(u *unit, i, j int) bool {
	return j > i && (u.items[j-1].class == definite || u.items[i].class == definite)
}

// fromName makes the source that the name at item k gives.
func (p *page) fromName(u *unit, k int, s source, kind string) source {
	n := p.names[u.items[k].name]
	s.found, s.person = true, p.mayBePerson(u.items[k].name)
	s.Link = Link{Name: n.name, Role: n.role, Kind: kind, Span: n.Span}
	return s
}

// personKind tells officials from other persons by a title before the name.
func (p *page) personKind(u *unit, i, k int, kind string) string {
	if c, ok := p.carrierKind(u.items[k].name); ok {
		return c
	}
	if kind == "witness" {
		return kind
	}
	n := p.names[u.items[k].name]
	if kind == kindOfficial || n.role != "" {
		return kindOfficial
	}
	if strings.HasPrefix(n.name, "@") {
		return kindSocial
	}
	if n.kind != kindPerson && strings.Count(n.name, " ") > 1 {
		return "institution"
	}
	for ; i < k; i++ {
		if u.items[i].class == title && u.items[i].term.kind == "office" {
			return kindOfficial
		}
	}
	return kindPerson
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
	if t := p.lex.match(low, 0); t != nil && len(words) > 1 && t.class == noun && (t.kind == "agency" || t.kind == "outlet") {
		return t.kind, true
	}
	if len(words) > 1 && p.lex.outlets[words[len(words)-1]] {
		return "outlet", true
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
	case p.names[n].kind == "organisation" || p.names[n].run:
		return "institution"
	}
	return kindOfficial
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
	for end > i+1 && trailing(u.items[end-1].class, unknown) {
		s.focus = s.focus || u.items[end-1].class == definite
		if u.items[end-1].class == other {
			unknown = 0
		}
		end--
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

// left parses the subject of the verb at item i; from is where its clause may
// start at the earliest.
func (p *page) left(u *unit, i, from int) source {
	k := p.skipBack(u, i-1, from)
	if k < from {
		return source{}
	}
	switch u.items[k].class {
	case pronoun:
		return p.pronounAt(u, k)
	case comma:
		return p.leadSubject(u, k, from)
	case quoted, verb, inWord, relative, work, thatWord, toWord:
		return source{}
	}
	start := k
	for start > from && p.phraseItem(u, start-1) {
		start--
	}
	s := p.phrase(u, start, k+1)
	if !s.found && start > from && u.items[start-1].class == relative {
		return p.left(u, start-1, from)
	}
	if !s.found && u.items[k].class == other {
		return p.opening(u, from, k) // "an official familiar with the talks said"
	}
	return s
}

// skipBack goes left over adverbs and parentheses.
func (p *page) skipBack(u *unit, k, from int) int {
	for k >= from {
		switch {
		case u.items[k].class == adverb || u.items[k].class == be:
			k--
		case p.low(u.items[k].word) == ")" && u.items[k].class == mark:
			for k--; k >= from && p.low(u.items[k].word) != "("; k-- {
			}
			k--
		default:
			return k
		}
	}
	return k
}

// phraseItem reports whether item k may be inside a subject.
func (p *page) phraseItem(u *unit, k int) bool {
	switch u.items[k].class {
	case comma, quoted, verb, thatWord, inWord, relative, pronoun, adverb, work, toWord, as, date, number, modal, be:
		return false
	case mark:
		w := p.low(u.items[k].word)
		return w == "(" || w == ")" || w == "/" || w == "."
	}
	return true
}

// opening reads the noun phrase that the clause of items [from, k) opens with,
// adverbials aside.
func (p *page) opening(u *unit, from, k int) source {
	aside := false
	for j := from; j < k; j++ {
		c := u.items[j].class
		if aside = aside && c != comma; aside {
			continue
		}
		switch c {
		case inWord:
			aside = true
		case adverb, comma, and, mark, as, definite, determiner, article:
		case pronoun:
			return p.pronounAt(u, j)
		case name, title, noun:
			if c == noun && u.items[j].term.kind == kindDocument || c == name && p.names[u.items[j].name].kind == "place" {
				return source{}
			}
			return p.phrase(u, j, min(p.phraseEnd(u, j, false), k))
		default:
			return source{}
		}
	}
	return source{}
}

// leadPerson returns the item of the last person of items [from, k) that a
// comma or bracket follows, else of the first person, else -1.
func (p *page) leadPerson(u *unit, from, k int) int {
	first, last := -1, -1
	for j := from; j < k; j++ {
		it := u.items[j]
		if it.class != name || !it.first || p.names[it.name].kind != kindPerson {
			continue
		}
		if first < 0 {
			first = j
		}
		end := j
		for end < k && u.items[end].name == it.name {
			end++
		}
		if end < k && (u.items[end].class == comma || p.low(u.items[end].word) == "(") {
			last = j
		}
	}
	if last >= 0 {
		return last
	}
	return first
}

// opensWithName reports whether the clause from item i on begins with a name
// that is no place: then what follows a comma describes it.
func (p *page) opensWithName(u *unit, i int) bool {
	for ; i < len(u.items); i++ {
		switch u.items[i].class {
		case adverb, mark, quoted, and, comma:
		case name:
			return p.names[u.items[i].name].kind != "place"
		default:
			return false
		}
	}
	return false
}

// leadSubject finds the subject of a verb after a comma (at item k): the name
// right before the comma if it stands alone there or is a person's, else the
// first person of the clause, else its first noun phrase.
func (p *page) leadSubject(u *unit, k, from int) source {
	if j := p.skipBack(u, k-1, from); j >= from && u.items[j].class == name {
		start := j
		for start > from && p.phraseItem(u, start-1) {
			start--
		}
		alone := start > from && u.items[start-1].class == comma && u.items[start].class == name && u.items[start].name == u.items[j].name
		alone = alone && !p.opensWithName(u, from)
		if alone || p.names[u.items[j].name].kind == kindPerson {
			return p.phrase(u, start, j+1)
		}
	}
	if s := p.opening(u, from, k); s.found {
		return s
	}
	if j := p.leadPerson(u, from, k); j >= 0 {
		return p.fromName(u, j, source{end: j + 1}, p.personKind(u, from, j, ""))
	}
	for j := from; j < k; j++ {
		switch u.items[j].class {
		case name, noun, title:
			if s := p.phrase(u, j, min(p.phraseEnd(u, j, false), k)); s.found {
				return s
			}
		case pronoun:
			return p.pronounAt(u, j)
		}
	}
	return source{}
}

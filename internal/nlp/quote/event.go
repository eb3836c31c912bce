package quote

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/text"
)

// event is a cue with the source that it gives.
type event struct {
	cue    text.Span
	at     int // first item of the cue
	end    int // item after it
	verb   *term
	src    source
	via    bool
	origin bool // whom the carrier before it has it from: "dilansir X dari Y"
	denies bool
	credit bool // followed by a date, or alone in its sentence: stands for the whole report
}

// events finds the cues of a unit with their sources, in order.
func (p *page) events(u *unit) []event {
	var out []event
	if p.headline {
		if e, ok := p.colon(u); ok {
			return []event{e}
		}
	}
	if e, ok := p.turn(u); ok {
		return []event{e}
	}
	from := 0
	for i := 0; i < len(u.items); i++ {
		it := u.items[i]
		if it.class == quoted {
			from = i + 1
			if e, ok := p.signed(u, i); ok {
				out = append(out, e)
			}
		}
		if e, ok := p.thus(u, i); ok {
			out = append(out, e)
			i, from = e.end-1, e.end
			continue
		}
		if it.class != verb || !it.first {
			continue
		}
		e := event{at: i, end: i + len(it.term.words), verb: it.term, denies: it.term.stance == "deny"}
		e.cue = p.spanOf(u, i, e.end)
		if !p.fill(u, &e, from, out) {
			continue
		}
		out = append(out, e)
		if e.via {
			out = append(out, p.alsoCited(u, e)...)
		}
		if !inserted(it.term.frame) {
			from = e.end
		}
	}
	return out
}

// thus finds the source of a sentence that ends with a word such as "thus" and a
// noun for what is said, behind a comma or a quotation: "…, demikian keterangan
// polisi".
func (p *page) thus(u *unit, i int) (event, bool) {
	if u.items[i].class != as || i == 0 || u.items[i-1].class != comma && u.items[i-1].class != quoted || i+1 >= len(u.items) {
		return event{}, false
	}
	it := u.items[i+1]
	if !p.lex.things[p.low(it.word)] && (it.class != noun || it.term.kind != kindDocument) || it.class == verb {
		return event{}, false
	}
	end := i + 2
	for end < len(u.items) && u.items[end].class == noun && u.items[end].term == it.term {
		end++
	}
	if !p.named(u, end) {
		return event{}, false
	}
	s := p.right(u, end, false)
	return event{at: i, end: end, cue: p.spanOf(u, i, end), verb: &term{class: verb, stance: "say", frame: after}, src: s}, s.found
}

// colon finds the speaker of a headline such as "Rice Is Enough, Minister: No
// Imports": what stands between the start or a comma and the colon, if it is a
// person or people and nothing else.
func (p *page) colon(u *unit) (event, bool) {
	from := 0
	for i := 0; i < len(u.items)-2; i++ {
		switch it := u.items[i]; {
		case it.class == comma:
			from = i + 1
		case p.low(it.word) == ":" && i > from:
			s := p.phrase(u, from, i)
			if !p.onlyPeople(u, from, i) || !s.found || s.focus || !s.person && !s.plural {
				return event{}, false
			}
			return event{at: i, end: i + 1, cue: p.spanOf(u, i, i+1), verb: saying, src: s}, true
		}
	}
	return event{}, false
}

// saying is what a mark stands for that tells who says what stands beside it.
var saying = &term{class: verb, stance: "say", frame: before}

// signed finds the person who signs the quotation at item k, behind a dash.
func (p *page) signed(u *unit, k int) (event, bool) {
	if k+2 >= len(u.items) || !dash(p.low(u.items[k+1].word)) || p.marks[u.items[k].mark].words < 3 {
		return event{}, false
	}
	end := k + 3
	for end < len(u.items) && u.items[end].name == u.items[k+2].name && u.items[end].class == name {
		end++
	}
	if u.items[k+2].class != name || !p.mayBePerson(u.items[k+2].name) || end < len(u.items) && u.items[end].class != mark && u.items[end].class != comma && u.items[end].class != quoted {
		return event{}, false
	}
	s := p.fromName(u, k+2, source{end: end}, p.personKind(u, k+2, k+2, ""))
	return event{at: k + 1, end: k + 2, cue: p.spanOf(u, k+1, k+2), verb: &term{class: verb, stance: "say", frame: after}, src: s}, true
}

func dash(w string) bool { return w != "" && strings.Contains("-–—―", w) }

// turn finds who has the word in a transcript: a person's name and a colon open
// the paragraph, and a sentence follows. At the head of a text a name of no known
// kind is the town of a dateline.
func (p *page) turn(u *unit) (event, bool) {
	i := 0
	for i < len(u.items) && u.items[i].class == mark && p.low(u.items[i].word) != ":" {
		i++
	}
	first := i
	for i < len(u.items) && u.items[i].class == name && u.items[i].name == u.items[first].name {
		i++
	}
	if i == first || i+turnLeast >= len(u.items) || p.low(u.items[i].word) != ":" || !p.opensParagraph(u) {
		return event{}, false
	}
	n := p.names[u.items[first].name]
	next := u.items[i+1].class
	if n.kind != kindPerson && !(n.run && p.count[n.name] > 1 && p.paragraphs[u.firstSent] > 0) || next == name || next == number || next == quoted {
		return event{}, false
	}
	s := p.fromName(u, first, source{end: i}, p.personKind(u, first, first, ""))
	return event{at: i, end: i + 1, cue: p.spanOf(u, i, i+1), verb: saying, src: s}, true
}

// turnLeast is how many items a turn in a transcript has at least.
const turnLeast = 4

// opensParagraph reports whether u is the first of its paragraph.
func (p *page) opensParagraph(u *unit) bool {
	return u.firstSent == 0 || p.paragraphs[u.firstSent-1] != p.paragraphs[u.firstSent]
}

// onlyPeople reports whether items [i, j) are titles, nouns for people and names
// of persons and places, at least one of them more than a place.
func (p *page) onlyPeople(u *unit, i, j int) bool {
	people := false
	for ; i < j; i++ {
		it := u.items[i]
		switch {
		case it.class == title, it.class == noun && p.people(it.term.kind), it.class == name && p.names[it.name].kind == kindPerson:
			people = true
		case it.class == name && p.names[it.name].kind == kindPlace, it.class == modifier:
		default:
			return false
		}
	}
	return people
}

func (p *page) people(kind string) bool {
	return kind == kindOfficial || kind == kindPerson || kind == kindWitness
}

// sharer finds the source of a participle: that of the cue before it ("said …,
// adding"), the subject of one who is "quoted by X as saying", else the clause's.
func (p *page) sharer(u *unit, e *event, from int, earlier []event) source {
	if len(earlier) == 0 {
		if s := p.acting(u, from); s.found {
			return s
		}
		return p.leadSubject(u, e.at, from)
	}
	last := earlier[len(earlier)-1]
	if last.verb.frame == carrier {
		return p.left(u, last.at, 0)
	}
	return last.src
}

// acting returns the place that opens the clause at item i if it does something: a
// state that sues, a town that protests.
func (p *page) acting(u *unit, i int) source {
	if u.items[i].class != name || p.names[u.items[i].name].kind != kindPlace {
		return source{}
	}
	k := i
	for k < len(u.items) && u.items[k].name == u.items[i].name && u.items[k].class == name {
		k++
	}
	if k >= len(u.items) || !p.opensClause(u.items[k].class) {
		return source{}
	}
	return p.fromName(u, i, source{end: k}, p.orgKind(u.items[i].name, ""))
}

// objectOf returns the item behind the carrier's cue whose object speaks in the
// cue at item i ("quoted her as saying"), -1 if there is none.
func objectOf(u *unit, i int) int {
	for k := i - 1; k > 0 && k > i-reach; k-- {
		it := u.items[k]
		if it.class == quoted || it.class == byWord {
			return -1
		}
		if it.class == verb {
			if it.term.frame != carrier || len(it.term.words) > 1 || u.items[k-1].class == be {
				return -1
			}
			return k + 1
		}
	}
	return -1
}

// quotedOne finds the source of a cue such as "as saying": the object of the
// carrier's cue before it, else its subject ("was quoted by X as saying").
func (p *page) quotedOne(u *unit, e *event, from int, earlier []event) source {
	k := objectOf(u, e.at)
	switch {
	case k < 0:
		return p.sharer(u, e, from, earlier)
	case k+1 == e.at && (u.items[k].class == determiner || u.items[k].class == pronoun): // "her", "him"
		return source{Link: Link{Span: p.spanOf(u, k, e.at)}, found: true, focus: true, end: e.at}
	}
	return p.right(u, k, false)
}

// quotes reports whether the object of the carrier's cue of e speaks, in a cue
// behind it.
func quotes(u *unit, e *event) bool {
	for k := e.end; k < len(u.items) && k < e.end+reach; k++ {
		if u.items[k].class == verb {
			return u.items[k].term.frame == object && objectOf(u, k) == e.end
		}
	}
	return false
}

// inserted reports whether a cue of that frame may stand between a subject and
// its verb: "Budi, menurut Antara, mengatakan".
func inserted(f frame) bool {
	switch f {
	case carrier, prep, prepSelf, basis, after:
		return true
	}
	return false
}

// fill finds the source of e; it reports whether e is an attribution at all.
func (p *page) fill(u *unit, e *event, from int, earlier []event) bool {
	low := p.low(u.items[e.at].word)
	if p.lex.parries[low] && (!p.ofWords(u, e) || p.embedded(u, e, from, earlier)) || p.lex.plurals[low] && p.plural(u, e) {
		return false
	}
	switch e.verb.frame {
	case after:
		s := p.right(u, e.end, p.quotedBefore(u, e.at))
		if e.at == 0 && (e.verb.stance != "say" || s.end >= len(u.items) || u.items[s.end].class != comma) {
			return false
		}
		return p.afterSpeech(u, e.at) && p.give(e, p.orFocus(u, e, s))
	case self:
		return p.afterSpeech(u, e.at) && p.give(e, p.focusSource(e))
	case before:
		return p.fillSubject(u, e, from, earlier)
	case clause:
		return p.fillSubject(u, e, from, earlier) && p.tells(u, e)
	case either:
		return p.fillEither(u, e, from, earlier)
	case adds:
		return p.fillEither(u, e, from, earlier) && (!p.counts(u, e.end) || hasClass(u, 0, len(u.items), quoted))
	case object:
		return p.give(e, p.quotedOne(u, e, from, earlier))
	case participle:
		return p.give(e, p.sharer(u, e, from, earlier))
	case passive:
		return p.affirmed(u, e.at) && p.named(u, e.end) && p.give(e, p.right(u, e.end, false)) && !e.src.document && !p.reportsOf(u, e)
	case passiveBy:
		ok := e.end < len(u.items) && u.items[e.end].class == byWord || e.at > 0 && (u.items[e.at-1].class == as || u.items[e.at-1].class == comma)
		return ok && p.named(u, e.end) && p.give(e, p.right(u, e.end, false)) && !e.src.document
	case prep:
		return p.named(u, e.end) && p.give(e, p.right(u, e.end, false))
	case prepSelf:
		return p.give(e, p.focusSource(e))
	case basis:
		return p.give(e, p.right(u, e.end, false)) && (e.src.document || e.src.Kind == kindAgency || e.src.Kind == kindOutlet)
	case carrier:
		return p.fillCarrier(u, e, from)
	case show, showDoc:
		if p.embedded(u, e, from, earlier) && !p.documented(u, from, e.at) {
			return false // what they did, as another says
		}
		return p.give(e, p.shows(u, e, from)) && !e.src.focus && p.mayShow(e)
	}
	return false
}

// reportsOf reports whether what stands behind a passive cue that opens its clause
// is what is reported of rather than who reports: it goes on with a verb or a thing
// ("In his talk, it was said Acme had …"). A person does report.
func (p *page) reportsOf(u *unit, e *event) bool {
	if e.src.sure || e.at > 0 && u.items[e.at-1].class != comma || e.src.end >= len(u.items) || u.items[e.end].class == byWord {
		return false
	}
	switch u.items[e.src.end].class {
	case comma, mark, quoted, inWord, date, thatWord, toWord, number, as:
		return false
	}
	return true
}

// embedded reports whether the cue of e stands in the clause that the cue before it
// gives.
func (p *page) embedded(u *unit, e *event, from int, earlier []event) bool {
	if len(earlier) == 0 || earlier[len(earlier)-1].via {
		return false
	}
	last := earlier[len(earlier)-1]
	if last.verb.frame == prep { // "according to Ana, police found"
		return last.src.end < e.at && !hasClass(u, last.src.end+1, e.at, comma)
	}
	return last.end == from && !hasClass(u, from, e.at, comma)
}

// plural reports whether the cue of e is a noun rather than a verb: an owner, an
// article or a preposition stands before it, or nothing behind it that a verb
// could give.
func (p *page) plural(u *unit, e *event) bool {
	if e.at > 0 {
		switch prev := u.items[e.at-1]; prev.class {
		case article, determiner, number, inWord, toWord, and, other, modifier, negator:
			return true
		case comma, quoted:
			return false
		default:
			if p.lex.owns(p.low(prev.word)) || slices.Contains(p.lex.possessives, p.low(prev.word)) {
				return true
			}
		}
	}
	if e.end >= len(u.items) {
		return !hasClass(u, 0, e.at, quoted)
	}
	switch u.items[e.end].class {
	case thatWord, quoted, pronoun, name, article, determiner, definite:
		return false
	case comma, mark:
		return !p.speaks(u, e.end) && !hasClass(u, 0, e.at, quoted) && p.asBefore(u, e.at) < 0
	}
	return true
}

// asBefore returns the item of the word such as "as" that the phrase before item i
// stands behind ("as the Courier reports, the road is closed"), -1 if none does.
func (p *page) asBefore(u *unit, i int) int {
	for i > 0 && p.phraseItem(u, i-1) {
		i--
	}
	if i > 0 && u.items[i-1].class == as {
		return i - 1
	}
	return -1
}

// ofWords reports whether something said stands beside the cue of e, such as a
// rumour, a clause or a quotation: a keeper parries balls, not rumours. Behind a
// subject's verb it stands behind the verb too.
func (p *page) ofWords(u *unit, e *event) bool {
	const beside = 8 // items
	from := max(0, e.at-beside)
	if e.verb.frame == before || e.verb.frame == clause {
		from = e.end
	}
	for k := from; k < min(len(u.items), e.end+beside); k++ {
		if c := u.items[k].class; c == quoted || c == thatWord || p.lex.things[p.low(u.items[k].word)] {
			return true
		}
	}
	return false
}

// mayShow reports whether the source of e is one that shows things: a document,
// an official; for cues such as "mencatat" any institution.
func (p *page) mayShow(e *event) bool {
	if e.src.document || e.src.Kind == kindOfficial && (e.src.person || e.src.plural) {
		return true
	}
	return e.verb.frame == show && !e.src.person && (e.src.Kind == kindInstitution || e.src.Kind == kindOutlet)
}

// affirmed reports whether no negator stands before item i.
func (p *page) affirmed(u *unit, i int) bool {
	k := p.skipBack(u, i-1, 0)
	return k < 0 || u.items[k].class != negator
}

// named reports whether a source may start at item i: a name, a noun or a title,
// not any other word.
func (p *page) named(u *unit, i int) bool {
	for ; i < len(u.items); i++ {
		switch u.items[i].class {
		case byWord, determiner, article, adverb, modifier:
		case name, noun, title, pronoun, platform, social:
			return true
		case other: // "exit polls", "conservative talk show host"
			k := i + 1
			for k < len(u.items) && k < i+unknowns && u.items[k].class == other {
				k++
			}
			if k >= len(u.items) || u.items[k].class != noun && u.items[k].class != title {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// unknowns is how many unknown words may describe a source before its noun.
const unknowns = 4

// vague reports whether a source is a document that nothing tells the origin
// of: "data", "a report".
func (p *page) vague(s source) bool {
	return s.document && !s.focus && s.Kind == kindDocument && s.plain
}

// shows finds what shows something: the subject, or the document that opens the
// clause when a date parts it from its verb.
func (p *page) shows(u *unit, e *event, from int) source {
	at := p.skipBack(u, e.at-1, from) + 1
	if at > from && u.items[at-1].class == modal {
		return source{}
	}
	if at > from && u.items[at-1].class == negator {
		at-- // "has not shown" tells what it shows as well
	}
	if s := p.left(u, at, from); s.found && !(s.person && p.governed(u, at, from)) {
		return s
	}
	for k := from; k < e.at && k < from+4; k++ {
		if u.items[k].class == noun && u.items[k].term.kind == kindDocument {
			return p.phrase(u, k, min(p.phraseEnd(u, k, false), e.at))
		}
	}
	return source{}
}

// governed reports whether a preposition stands before the phrase that ends at
// item at: in "the talks with X show" it is the talks that do.
func (p *page) governed(u *unit, at, from int) bool {
	start := at
	for start > from && p.phraseItem(u, start-1) {
		start--
	}
	return start > from && start < at && (u.items[start-1].class == inWord || u.items[start-1].class == toWord)
}

// give sets the source of e and reports whether there is one.
func (p *page) give(e *event, s source) bool {
	e.src = s
	return s.found
}

// afterSpeech reports whether item i stands where a bare cue may: at the start,
// after a quotation or after a comma or dash.
func (p *page) afterSpeech(u *unit, i int) bool {
	if i == 0 {
		return true
	}
	switch c := u.items[i-1].class; c {
	case quoted, comma:
		return true
	case mark:
		return strings.Contains("-–—!?…", p.low(u.items[i-1].word))
	}
	return false
}

// quotedBefore reports whether a quotation, and at most a mark, precedes item i.
func (p *page) quotedBefore(u *unit, i int) bool {
	return i > 0 && u.items[i-1].class == quoted || i > 1 && u.items[i-2].class == quoted
}

// orFocus gives the focus where nothing nameable follows a bare cue that stands
// right after a quotation.
func (p *page) orFocus(u *unit, e *event, s source) source {
	if s.found || e.at == 0 {
		return s
	}
	if p.quotedBefore(u, e.at) {
		return p.focusSource(e)
	}
	return s
}

func (p *page) focusSource(e *event) source {
	return source{Link: Link{Span: e.cue}, found: true, focus: true, end: e.end}
}

// fillSubject finds the source of a verb that follows its subject. Verbs that
// are negated, modal, infinitive or passive tell of no speech, unless a
// quotation follows them.
func (p *page) fillSubject(u *unit, e *event, from int, earlier []event) bool {
	k := p.skipBack(u, e.at-1, from)
	if at, ok := p.beyondInserted(u, k, from, earlier); ok {
		return at >= from && p.giveSubject(e, p.left(u, at+1, from))
	}
	if hasClass(u, max(k, 0), e.at, be) || p.files(u, e) {
		return false
	}
	if k < from {
		return k >= 0 && u.items[k].class == quoted && p.give(e, p.orFocus(u, e, source{}))
	}
	switch u.items[k].class {
	case relative:
		return k > from && !p.deed(u, e) && p.give(e, p.whose(u, k, from))
	case inWord:
		if p.lex.joins[p.low(u.items[k].word)] && len(earlier) > 0 && !earlier[len(earlier)-1].via {
			return p.give(e, earlier[len(earlier)-1].src)
		}
		return p.speaks(u, e.end) && p.give(e, p.leadSubject(u, k, from))
	case toWord, thatWord, negator, modal:
		return false
	case comma:
		if s := p.goesOn(u, k, from, earlier); s.found {
			return p.give(e, s)
		}
	case and:
		if len(earlier) == 0 {
			s := p.opening(u, from, k) // "she smiled and said"
			return s.head == "" && e.verb.stance == "say" && p.giveSubject(e, s)
		}
		return p.give(e, earlier[len(earlier)-1].src)
	}
	return p.giveSubject(e, p.left(u, e.at, from))
}

// goesOn returns the source of the cue before in the sentence if a verb behind the
// comma at item k goes on with it ("Ana condemned the plan on Monday, calling
// it …"): nothing that could be a subject of its own stands before the comma.
func (p *page) goesOn(u *unit, k, from int, earlier []event) source {
	if len(earlier) == 0 {
		return source{}
	}
	last := earlier[len(earlier)-1]
	if inserted(last.verb.frame) || last.via || last.end != from || hasClass(u, from, k, comma) || hasClass(u, from, k, quoted) {
		return source{}
	}
	return last.src
}

// tells reports whether a clause or a quotation may follow the cue of e, or has
// come before it, rather than a thing that is added or carried on. Who is named
// with an office, or has spoken before, does the former.
func (p *page) tells(u *unit, e *event) bool {
	k := e.end
	for k < len(u.items) && u.items[k].class == adverb {
		k++
	}
	if k >= len(u.items) {
		return true
	}
	switch u.items[k].class {
	case other, number, capital:
		spoke := p.voices[e.src.Name] || e.src.focus && p.focus.last.found
		return spoke || hasClass(u, 0, e.at, quoted) || slices.ContainsFunc(u.items[:e.at], p.office)
	}
	return true
}

// counts reports whether a number, or an article, stands at item i: "added two
// goals", "added a third".
func (p *page) counts(u *unit, i int) bool {
	return i < len(u.items) && (u.items[i].class == number || u.items[i].class == article || u.items[i].class == determiner)
}

// files reports whether the cue of e files something with an authority rather
// than telling it: "melaporkan suaminya ke polisi".
func (p *page) files(u *unit, e *event) bool {
	if e.verb.stance != "report" {
		return false
	}
	for k := e.end; k+1 < len(u.items) && k < e.end+filed; k++ {
		switch {
		case u.items[k].class == thatWord || u.items[k].class == quoted || u.items[k].class == verb || u.items[k].class == number:
			return false
		case p.lex.filing[p.low(u.items[k].word)]:
			c := u.items[k+1]
			return c.class == noun && c.term.kind == kindOfficial || c.class == name && p.names[c.name].kind == kindOrganisation
		}
	}
	return false
}

// filed is how many items after its verb the authority stands at most.
const filed = 10

// giveSubject is give for subjects: a person known through a document is none.
func (p *page) giveSubject(e *event, s source) bool {
	return p.give(e, s) && !(s.document && s.person)
}

// beyondInserted steps left over a cue with its source that ends at item k, and
// the commas around it ("Budi, kata Ana, menyebut"), and returns the item before
// it; ok is false if none stands there.
func (p *page) beyondInserted(u *unit, k, from int, earlier []event) (int, bool) {
	if len(earlier) == 0 || k < from {
		return 0, false
	}
	in := earlier[len(earlier)-1]
	ends := k == in.src.end-1 || k == in.src.end && u.items[k].class == comma
	if !inserted(in.verb.frame) || in.at <= from || !ends {
		return 0, false
	}
	k = p.skipBack(u, in.at-1, from)
	if k > from && u.items[k].class == as { // "as reported by"
		k = p.skipBack(u, k-1, from)
	}
	if k > from && u.items[k].class == comma {
		k = p.skipBack(u, k-1, from)
	}
	return k, true
}

// hasClass reports whether an item of class c stands in [i, j).
func hasClass(u *unit, i, j int, c class) bool {
	for ; i < j; i++ {
		if u.items[i].class == c {
			return true
		}
	}
	return false
}

// whose finds the person that the relative at item k stands for: "Ana, who
// said".
func (p *page) whose(u *unit, k, from int) source {
	if k--; k > from && u.items[k].class == comma {
		k--
	}
	if k >= from && (u.items[k].class == noun && p.people(u.items[k].term.kind) || u.items[k].class == name && u.items[k+1].class == relative && p.names[u.items[k].name].kind != kindPerson) {
		return p.ofPeople(u, k, from)
	}
	if k < from || u.items[k].class != name || p.names[u.items[k].name].kind != kindPerson {
		return source{}
	}
	for k > from && u.items[k-1].name == u.items[k].name {
		k--
	}
	return p.fromName(u, k, source{end: k + 1}, p.personKind(u, from, k, ""))
}

// deed reports whether the object of the cue of e is something of its subject's own
// ("announced his bid", "mengumumkan niatnya"): what a relative clause tells of
// somebody, and no speech.
func (p *page) deed(u *unit, e *event) bool {
	if e.end >= len(u.items) {
		return false
	}
	it := u.items[e.end]
	_, hangs := p.lex.bare(p.low(it.word))
	return it.class == other && hangs
}

// ofPeople reads the noun phrase for people that ends with item k, before a
// relative ("a passenger of the Lamara line who says"); nobody whom the clause
// denies ("no group that claims").
func (p *page) ofPeople(u *unit, k, from int) source {
	start := k
	for start > from && p.phraseItem(u, start-1) && u.items[start].class != determiner {
		start--
	}
	for n := start; n <= k; n++ {
		if it := u.items[n]; it.class == noun && p.people(it.term.kind) && it.first {
			if s := p.phrase(u, n, k+1); s.found && p.affirmed(u, start) && !hasClass(u, from, n, negator) {
				return s
			}
			return source{}
		}
	}
	return source{}
}

// speaks reports whether a quotation follows at item i.
func (p *page) speaks(u *unit, i int) bool {
	for ; i < len(u.items); i++ {
		switch u.items[i].class {
		case comma, mark, thatWord:
		case quoted:
			return true
		default:
			return false
		}
	}
	return false
}

// fillEither finds the source of a verb that has its subject on either side.
func (p *page) fillEither(u *unit, e *event, from int, earlier []event) bool {
	if p.afterSpeech(u, e.at) && e.at > 0 && (e.verb.stance != "opinion" && e.verb.stance != "deny" || p.quotedBefore(u, e.at)) {
		if s := p.right(u, e.end, p.quotedBefore(u, e.at)); s.found && p.closes(u, s.end) {
			return p.give(e, s)
		}
	}
	return p.fillSubject(u, e, from, earlier)
}

// closes reports whether nothing that a subject's verb could be follows at item
// i: what is said came before.
func (p *page) closes(u *unit, i int) bool {
	if i >= len(u.items) {
		return true
	}
	switch u.items[i].class {
	case comma, mark, inWord, quoted, date, number, relative, as, toWord:
		return true
	}
	return false
}

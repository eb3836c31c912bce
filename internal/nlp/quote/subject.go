package quote

// left parses the subject of the verb at item i; from is where its clause may
// start at the earliest.
func (p *page) left(u *unit, i, from int) source {
	k := p.skipBack(u, i-1, from)
	if k < from {
		return source{}
	}
	if r := p.relativeOf(u, k, from); r > from {
		return p.left(u, r, from)
	}
	switch u.items[k].class {
	case pronoun:
		return p.pronounAt(u, k)
	case comma:
		return p.leadSubject(u, k, from)
	case quoted, verb, inWord, relative, work, thatWord, toWord, modal, negator, be:
		return source{}
	}
	start := k
	for start > from && p.phraseItem(u, start-1) {
		start--
	}
	if n := start - 2; n >= from && p.lex.relational[p.low(u.items[n].word)] && (u.items[n+1].class == toWord || u.items[n+1].class == inWord) {
		start = n // "aides to"
	}
	for n := start; n < k; n++ {
		if p.lex.issues[p.low(u.items[n].word)] && p.documented(u, n+1, k+1) {
			return p.left(u, n, from) // "the union issued a statement calling"
		}
	}
	if start > from && u.items[start-1].class == work && !p.hasPerson(u, start, k+1) {
		return source{} // a film tells, and says nothing
	}
	s := p.phrase(u, start, k+1)
	if !s.found || p.onlyPlaces(u, start, k+1) {
		if far := p.farSubject(u, start, from); far.found {
			return far
		}
	}
	if head := p.beyondAdverbial(u, start, from); head.found && !(s.found && s.person && p.hasPerson(u, start, k+1)) {
		return head
	}
	if n := p.apposed(u, start, from); n >= 0 && (s.plain || s.plural || s.focus) {
		return p.fromName(u, n, source{end: k + 1}, p.personKind(u, from, n, ""))
	}
	if !s.found && start == k && u.items[k].class == platform && p.words[u.items[k].word].up && (k == from || u.items[k-1].class == comma || u.items[k-1].class == and) {
		sp := p.spanOf(u, k, k+1) // the company rather than what is on it
		return source{Link: Link{Name: sp.Of(p.src), Kind: kindInstitution, Span: sp}, found: true, end: k + 1}
	}
	if !s.found && start > from && u.items[start-1].class == relative {
		return p.left(u, start-1, from)
	}
	if !s.found && u.items[k].class == other {
		return p.opening(u, from, k) // "an official familiar with the talks said"
	}
	return s
}

// relativeOf returns the relative that opens a clause about the subject, up to
// item k ("an official who spoke to the paper"), -1 if none does: the relative
// stands right behind a noun and its own verb behind it, no comma after it.
func (p *page) relativeOf(u *unit, k, from int) int {
	for i := k; i > from; i-- {
		switch u.items[i].class {
		case comma, quoted, thatWord, mark:
			return -1
		case relative:
			c := u.items[i-1].class
			if (c == noun || c == name || c == title || c == other && p.peopled(u, i, from)) && i+2 <= k && p.opensClause(u.items[i+1].class) {
				return i
			}
			return -1
		}
	}
	return -1
}

// onlyPlaces reports whether items [i, j) name places and nothing else that could
// speak: no nouns, no titles.
func (p *page) onlyPlaces(u *unit, i, j int) bool {
	found := false
	for ; i < j; i++ {
		switch it := u.items[i]; it.class {
		case noun, title:
			return false
		case name:
			if p.names[it.name].kind != kindPlace {
				return false
			}
			found = true
		}
	}
	return found
}

// farSubject reads the noun phrase for people that opens the clause, where a
// preposition behind it and no verb, comma or quotation parts it from item start
// ("a passenger on flight 716 from Lamara said").
func (p *page) farSubject(u *unit, start, from int) source {
	k := from
	for k < start && (u.items[k].class == adverb || u.items[k].class == determiner || u.items[k].class == article) {
		k++
	}
	if k >= start || u.items[k].class != noun || !p.people(u.items[k].term.kind) {
		return source{}
	}
	end := min(p.phraseEnd(u, k, false), start)
	if end >= start || u.items[end].class != inWord {
		return source{}
	}
	for i := end; i < start; i++ {
		switch u.items[i].class {
		case verb, comma, quoted, thatWord, relative, modal, be, pronoun:
			return source{}
		}
	}
	return p.phrase(u, k, end)
}

// opensClause reports whether an item of class c may stand behind a relative that
// opens a clause.
func (p *page) opensClause(c class) bool {
	switch c {
	case other, verb, be, adverb, negator, modal:
		return true
	}
	return false
}

// peopled reports whether the noun phrase that ends before item i, with words that
// the lexicon does not know, has a noun for people in it.
func (p *page) peopled(u *unit, i, from int) bool {
	for k := i - 1; k >= from && k >= i-unknowns && p.phraseItem(u, k); k-- {
		if it := u.items[k]; it.class == noun && p.people(it.term.kind) || it.class == title {
			return true
		}
	}
	return false
}

// beyondAdverbial reads the noun phrase before a preposition that governs the
// one which starts at item start: in "the union in a statement said" it is the
// union.
func (p *page) beyondAdverbial(u *unit, start, from int) source {
	if start-2 < from || u.items[start-1].class != inWord {
		return source{}
	}
	k := p.skipBack(u, start-2, from)
	i := k + 1
	for i > from && p.phraseItem(u, i-1) {
		i--
	}
	if i > k || i > from && (u.items[i-1].class == inWord || u.items[i-1].class == byWord) {
		return source{}
	}
	s := p.phrase(u, i, k+1)
	if s.focus || s.document {
		return source{}
	}
	return s
}

// apposed returns the person who opens the clause right before the comma at item
// start-1 ("Budi, a neighbour, said" without its second comma), -1 if none does.
func (p *page) apposed(u *unit, start, from int) int {
	if start-2 < from || u.items[start-1].class != comma || u.items[start-2].class != name {
		return -1
	}
	if !p.mayBePerson(u.items[start-2].name) || !p.opensWithName(u, from) {
		return -1
	}
	n := start - 2
	for n > from && u.items[n-1].name == u.items[n].name {
		n--
	}
	return n
}

// skipBack goes left over adverbs, dates with a preposition and parentheses.
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
			j := p.beforeDate(u, k, from)
			if j == k {
				return k
			}
			k = j
		}
	}
	return k
}

// beforeDate returns the item before the date with its preposition that ends at
// item k ("on Tuesday night"), k if none does.
func (p *page) beforeDate(u *unit, k, from int) int {
	j := k
	if u.items[j].class == other && j > from && u.items[j-1].class == date {
		j-- // the part of the day
	}
	dated := false
	for ; j > from && (u.items[j].class == date || u.items[j].class == number || dated && u.items[j].class == comma && u.items[j-1].class == date); j-- {
		dated = dated || u.items[j].class == date || j == k && p.year(u.items[j])
	}
	switch c := u.items[j].class; {
	case !dated || j <= from:
		return k
	case c == inWord || c == toWord:
		return j - 1
	case c == comma && u.items[j+1].class == date: // "Budi, Monday, said" without the second comma
		return j
	}
	return k
}

// year reports whether an item may be a year.
func (p *page) year(it item) bool {
	w := p.words[it.word]
	return it.class == number && w.End-w.Start == 4 && (w.low[0] == '1' || w.low[0] == '2')
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
		case inWord, toWord:
			aside = true
		case adverb, comma, and, mark, as, definite, determiner, article:
		case pronoun:
			return p.pronounAt(u, j)
		case name, title, noun:
			if c == noun && u.items[j].term.kind == kindDocument || c == name && p.names[u.items[j].name].kind == kindPlace {
				return source{}
			}
			return p.phrase(u, j, min(p.phraseEnd(u, j, false), k))
		default:
			return source{}
		}
	}
	return source{}
}

// openingEnd returns the comma that ends the noun phrase which items [from, k)
// open with, k if anything else stands before it.
func (p *page) openingEnd(u *unit, from, k int) int {
	named := false
	for j := from; j < k; j++ {
		switch u.items[j].class {
		case comma:
			if named {
				return j
			}
			return k
		case name, noun, title:
			named = true
		case article, determiner, definite, modifier, capital, and, adverb:
		case mark:
			if w := p.low(u.items[j].word); w != "(" && w != ")" && w != "." && w != "-" {
				return k
			}
		default:
			return k
		}
	}
	return k
}

// aside reports whether a clause that only tells of whoever was named opens at
// item i and runs up to item k.
func (p *page) aside(u *unit, i, k int) bool {
	return i < k && u.items[i].class == relative
}

// leadPerson returns the item of the last person of items [from, k) that a
// comma or bracket follows, else of the first person, else -1.
func (p *page) leadPerson(u *unit, from, k int) int {
	first, last := -1, -1
	for j := from; j < k; j++ {
		it := u.items[j]
		if it.class != name || !it.first || p.names[it.name].kind != kindPerson || p.agent(u, j, from) {
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

// agent reports whether "by" governs the name at item j, titles between them aside.
func (p *page) agent(u *unit, j, from int) bool {
	for j--; j >= from && (u.items[j].class == title || u.items[j].class == noun); j-- {
	}
	return j >= from && u.items[j].class == byWord
}

// opensWithName reports whether the clause from item i on begins with a name
// that is no place: then what follows a comma describes it.
func (p *page) opensWithName(u *unit, i int) bool {
	for ; i < len(u.items); i++ {
		switch u.items[i].class {
		case adverb, mark, quoted, and, comma:
		case name:
			return p.names[u.items[i].name].kind != kindPlace
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
	for j := from; j < k; j++ {
		if p.lex.proxies[p.low(u.items[j].word)] && p.leadPerson(u, from, j) >= 0 {
			k = j // who speaks for somebody
		}
	}
	if end := p.openingEnd(u, from, k); end < k && p.aside(u, end+1, k) {
		if s := p.opening(u, from, end); s.found {
			return s
		}
	}
	if j := p.skipBack(u, k-1, from); j >= from && u.items[j].class == name {
		start := j
		for start > from && p.phraseItem(u, start-1) {
			start--
		}
		if start > from && u.items[start-1].class == byWord {
			return p.opening(u, from, k)
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

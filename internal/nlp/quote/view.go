package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// word is a token as attribution sees it; a token that lost a blank
// ("ujarnyaBudi") is two words.
type word struct {
	text.Span
	low      string
	up       bool // starts with a capital
	kind     token.Kind
	sentence int
	name     int  // index in page.names, -1 if none
	quote    int  // index in page.marks, -1 if outside of all
	letters  bool // behind a name, and no part of the sentence
}

// page is one text at work.
type page struct {
	lex   *lexicon
	src   string
	words []word
	marks []marked
	names []named
	units []unit
	focus focus
	// voices has the names of all who spoke so far.
	voices map[string]bool
	// count has how often the text names somebody.
	count    map[string]int
	headline bool
	// paragraphs has the paragraph of each sentence.
	paragraphs []int
}

// item is what a unit is made of: a word outside of quotation marks, or a
// whole quotation.
type item struct {
	class class
	term  *term // nil for what the lexicon does not know
	word  int   // its first word; of a quotation, the opening mark
	mark  int   // the quotation, -1
	name  int   // index in page.names, -1
	first bool  // the first item of its term or name
}

// unit is a sentence as the reader takes it: quotations of several sentences
// are one item of it.
type unit struct {
	text.Span
	items     []item
	paragraph int
	firstSent int
	lastSent  int
}

// newPage lays out t from byte from on.
func newPage(lex *lexicon, t *token.Text, names []entity.Mention, headline bool, from int) *page {
	p := &page{lex: lex, src: t.Source, headline: headline, voices: map[string]bool{}}
	for s, sent := range t.Sentences {
		p.paragraphs = append(p.paragraphs, sent.Paragraph)
		for i := sent.First; i < sent.Last; i++ {
			if t.Tokens[i].Start >= from {
				p.addToken(t, i, s)
			}
		}
	}
	p.addNames(names)
	p.findMarks(t)
	p.cut(t)
	return p
}

// addToken appends token i, cut where a known word is glued to a capital.
func (p *page) addToken(t *token.Text, i, sentence int) {
	tok := t.Tokens[i]
	w := word{Span: tok.Span, low: t.Lower(i), kind: tok.Kind, sentence: sentence, name: -1, quote: -1}
	if n := len(p.words); n > 0 && w.low == "'" && p.words[n-1].low == "'" && p.words[n-1].End == w.Start {
		p.words[n-1].End, p.words[n-1].low = w.End, doubled
		return
	}
	for {
		s := w.Span.Of(t.Source)
		r, _ := utf8.DecodeRuneInString(s)
		w.up = unicode.IsUpper(r)
		cut := p.glued(s)
		if cut == 0 {
			p.words = append(p.words, w)
			return
		}
		left := w
		left.End = w.Start + cut
		left.low = lower(left.Of(t.Source))
		if i := p.gluedSite(left.Of(t.Source)); i > 0 {
			head := left
			head.End = left.Start + i
			head.low = lower(head.Of(t.Source))
			left.Start, left.up = head.End, false
			left.low = lower(left.Of(t.Source))
			p.words = append(p.words, head)
		}
		p.words = append(p.words, left)
		w.Start = left.End
		w.low = lower(w.Of(t.Source))
	}
}

// glued returns where a second word starts in s, 0 if nowhere: at a capital
// after a word of the lexicon, or at such a word after capitals.
func (p *page) glued(s string) int {
	if len(s) < 4 {
		return 0
	}
	if len(s) > longVerb+2 && len(s) < longVerb*6 {
		if i := p.gluedVerb(s); i > 0 {
			return i
		}
	}
	if i := p.gluedSite(s); i > 0 {
		return i
	}
	var prev, first rune
	for i, r := range s {
		switch {
		case i == 0:
			first = r
		case unicode.IsLower(r) && unicode.IsDigit(prev):
			if len(s)-i > 2 && p.lex.words[s[i:]] {
				return i
			}
			return 0
		case unicode.IsUpper(r) && unicode.IsLower(prev):
			if left := lower(s[:i]); p.lex.words[left] && (unicode.IsLower(first) || p.lex.isCue(left)) {
				return i
			}
			return 0
		case unicode.IsLower(r) && unicode.IsUpper(prev) && i > 1:
			if len(s)-i > 2 && p.lex.words[s[i:]] {
				return i
			}
			return 0
		}
		prev = r
	}
	return 0
}

// gluedSite returns where the name of a site starts in s behind a word for one,
// a preposition or a carrier's cue ("Situskabarlamara.com", "darikabarlamara.com"),
// 0 if it does nowhere.
func (p *page) gluedSite(s string) int {
	if !site(p.lex, s) || p.lex.carriers[lower(s)] != "" {
		return 0
	}
	for i := strings.IndexByte(s, '.') - siteName; i >= shortGlue; i-- {
		w := lower(s[:i])
		if p.lex.sites[w] {
			return i
		}
		for _, t := range p.lex.terms[w] {
			if len(t.words) == 1 && (t.class == byWord || t.class == toWord || t.frame == carrier) {
				return i
			}
		}
	}
	return 0
}

// siteName and shortGlue are how many letters the name of a site has at least
// before its dot, and a word that it is run together with.
const (
	siteName  = 3
	shortGlue = 4
)

// doubled is what two single marks side by side stand for.
const doubled = "\""

// longVerb is the length in bytes from which a cue is told inside a longer word.
const longVerb = 8

// gluedVerb returns where a long cue and another word meet in s, 0 if nowhere:
// "Budimengatakan", "mencatatpertumbuhan".
func (p *page) gluedVerb(s string) int {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) {
		for i := longVerb; i < len(s)-4; i++ {
			if p.lex.verbs[s[:i]] && !p.lex.words[s] {
				return i
			}
		}
		return 0
	}
	for i := 3; i <= len(s)-longVerb; i++ {
		if p.lex.verbs[s[i:]] {
			return i
		}
	}
	return 0
}

// low returns the lower-case form of word i, "" outside the text.
func (p *page) low(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].low
}

// cut makes the units of the page.
func (p *page) cut(t *token.Text) {
	u := unit{}
	flush := func() {
		if len(u.items) > 0 {
			p.units = append(p.units, u)
		}
		u = unit{}
	}
	for i := 0; i < len(p.words); {
		s := t.Sentences[p.words[i].sentence]
		if len(u.items) > 0 && s.Paragraph != u.paragraph && !p.runsOn(&u, i) {
			flush()
		}
		u.paragraph = s.Paragraph
		if len(u.items) == 0 {
			u.Start, u.firstSent = p.words[i].Start, p.words[i].sentence
		}
		next := p.take(&u, i)
		u.End, u.lastSent = p.words[next-1].End, p.words[next-1].sentence
		if next >= len(p.words) || p.ends(i, next) {
			flush()
		}
		i = next
	}
	flush()
}

// runsOn reports whether unit u, at the end of its paragraph, goes on with word
// i: a page cut a sentence where a link stood in it.
func (p *page) runsOn(u *unit, i int) bool {
	last := u.items[len(u.items)-1]
	switch last.class {
	case comma, byWord, and, inWord, thatWord, toWord, determiner:
		return true
	case quoted, mark, number:
		return false
	}
	if !p.words[i].up && p.words[i].kind == token.Word {
		return true
	}
	for k := len(u.items) - 1; k >= 0 && u.items[k].class != quoted; k-- {
		if u.items[k].class == verb && k > 0 && (u.items[k].term.frame == after || u.items[k].term.frame == carrier) {
			return true
		}
	}
	return false
}

// ends reports whether a unit ends between the item at word i and the next one.
func (p *page) ends(i, next int) bool {
	if q := p.words[i].quote; q >= 0 {
		m := p.marks[q]
		return m.stops && (p.words[next].up || p.words[next].quote >= 0 || p.words[next].kind == token.Number)
	}
	a, b := p.words[next-1].sentence, p.words[next].sentence
	return a != b && p.paragraphs[a] == p.paragraphs[b]
}

// take appends the item that starts at word i, and returns the word after it.
func (p *page) take(u *unit, i int) int {
	w := p.words[i]
	if w.letters && w.quote < 0 {
		return i + 1
	}
	if w.quote >= 0 {
		u.items = append(u.items, item{class: quoted, word: i, mark: w.quote, name: -1, first: true})
		for i < len(p.words) && p.words[i].quote == w.quote {
			i++
		}
		return i
	}
	if w.name >= 0 {
		u.items = append(u.items, item{class: name, word: i, mark: -1, name: w.name, first: i == 0 || p.words[i-1].name != w.name})
		return i + 1
	}
	t := p.lookup(i)
	if t != nil && !p.free(i, len(t.words)) {
		t = p.lex.match(p.freeLow, i) // "menteri" where its ministry is a name
	}
	if t != nil && !p.capitalOf(t, i) {
		for k := range t.words {
			u.items = append(u.items, item{class: t.class, term: t, word: i + k, mark: -1, name: -1, first: k == 0})
		}
		return i + len(t.words)
	}
	u.items = append(u.items, item{class: p.plain(w), word: i, mark: -1, name: -1, first: true})
	return i + 1
}

// lookup returns the lexicon's entry at word i, also under a possessive.
func (p *page) lookup(i int) *term {
	if t := p.match(i); t != nil {
		return t
	}
	w := p.words[i].low
	if t := p.nounOf(w); t != nil {
		return t
	}
	if b, ok := p.lex.bare(w); ok {
		if t := p.nounOf(b); t != nil {
			return t
		}
		if p.likens(i + 1) {
			return p.subjectVerb(b)
		}
	}
	return nil
}

// likens reports whether what somebody calls the object of the verb before it may
// begin at word i: "sebagai", a modal or a quotation.
func (p *page) likens(i int) bool {
	return i < len(p.words) && (p.lex.likening[p.low(i)] || isDouble(p.words[i]) || p.lookupClass(i) == modal || p.lookupClass(i) == thatWord)
}

// subjectVerb returns the cue of saying w that follows its subject; its object may
// hang on it ("menyebutnya sebagai").
func (p *page) subjectVerb(w string) *term {
	for k, t := range p.lex.terms[w] {
		if t.class == verb && t.stance == "say" && len(t.words) == 1 && (t.frame == before || t.frame == clause) {
			return &p.lex.terms[w][k]
		}
	}
	return nil
}

// match is the lexicon's match at word i, except that capitals throughout are
// no small word: "WHO".
func (p *page) match(i int) *term {
	t := p.lex.match(p.low, i)
	if t == nil || len(t.words) > 1 || t.class == noun || t.class == title || t.class == verb || t.class == platform {
		return t
	}
	if capitals(p.words[i].Span.Of(p.src)) {
		return nil
	}
	return t
}

// nounOf returns the noun w or that w is the doubled form of.
func (p *page) nounOf(w string) *term {
	if half, other, ok := strings.Cut(w, "-"); ok && half == other {
		w = half
	}
	for k, t := range p.lex.terms[w] {
		if len(t.words) == 1 && (t.class == noun || t.class == platform || t.class == social) {
			return &p.lex.terms[w][k]
		}
	}
	return nil
}

// capitalOf reports whether the small word t stands capitalised inside a
// sentence at word i: then it is part of some name or office.
func (p *page) capitalOf(t *term, i int) bool {
	switch t.class {
	case inWord, adverb, byWord, toWord, definite, modifier, work, modal:
		return p.words[i].up && !p.opensSentence(i) && p.words[i-1].kind == token.Word && p.words[i-1].up
	}
	return false
}

// freeLow returns the lower-case form of word i outside names and quotations, ""
// inside.
func (p *page) freeLow(i int) string {
	if !p.free(i, 1) {
		return ""
	}
	return p.low(i)
}

// free reports whether n words from i on stand outside names and quotations.
func (p *page) free(i, n int) bool {
	for k := i; k < i+n; k++ {
		if k >= len(p.words) || p.words[k].name >= 0 || p.words[k].quote >= 0 {
			return false
		}
	}
	return true
}

// plain classifies a word that the lexicon does not know.
func (p *page) plain(w word) class {
	switch {
	case w.kind == token.Number:
		return number
	case w.low == ",":
		return comma
	case w.kind == token.Mark:
		return mark
	case w.up:
		return capital
	case p.lex.isAdverb(w.low):
		return adverb
	}
	return other
}

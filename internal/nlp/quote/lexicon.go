package quote

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
)

// class is what an item of a unit is to the grammar of attribution.
type class uint8

const (
	other class = iota
	capital
	name
	verb
	noun
	title
	pronoun
	adverb
	inWord
	byWord
	toWord
	thatWord
	definite
	relative
	and
	as
	work
	modifier
	determiner
	negator
	platform
	social
	date
	modal
	be
	article
	comma
	mark
	number
	quoted
)

// classes maps the kinds of attribution-words to classes.
var classes = map[string]class{
	"adverb": adverb, "in": inWord, "by": byWord, "to": toWord, "complementiser": thatWord, "definite": definite,
	"relativiser": relative, "and": and, "as": as, "work": work, "modifier": modifier, "determiner": determiner,
	"social-word": social, "modal": modal, "be": be, "definite-article": article,
}

// frame says on which side of a cue the source stands; the table
// reporting-verbs has it in its third column, docs/stage/extract.md explains.
type frame string

const (
	after      frame = "after"
	self       frame = "self"
	before     frame = "before"
	clause     frame = "clause"
	either     frame = "either"
	adds       frame = "either-clause"
	participle frame = "participle"
	object     frame = "object"
	passive    frame = "passive"
	passiveBy  frame = "passive-by"
	prep       frame = "prep"
	prepSelf   frame = "prep-self"
	basis      frame = "basis"
	carrier    frame = "via"
	show       frame = "show"
	showDoc    frame = "show-doc"
)

// term is an entry of the lexicon: a word or a phrase.
type term struct {
	words  []string
	class  class
	kind   string // of a noun, pronoun: the table's second column
	stance string // of a verb
	frame  frame
}

// lexicon is the pack's tables by the first word of each entry, longest first.
type lexicon struct {
	terms       map[string][]term
	adverbs     []string          // endings of adverbs: "-ly"
	possessives []string          // endings that make a name an owner: "'s"
	outlets     map[string]bool   // words that name an outlet: "Herald"
	suffixes    []string          // possessives that may hang on a noun
	carriers    map[string]string // lower-case form of an agency or outlet -> kind
	stop        map[string]bool   // words without content: no names, whatever their case
	number      map[string]bool   // words of numbers
	verbs       map[string]bool   // cues of one long word that follow their subject
	words       map[string]bool   // every word of an entry, to cut glued words by
	relational  map[string]bool   // nouns for people who belong to somebody: "supporters"
	parries     map[string]bool   // cues that need something said beside them: "menepis" (kabar)
	plurals     map[string]bool   // cues that are nouns as well: "claims"
	things      map[string]bool   // words for what is said: "kabar"
	proxies     map[string]bool   // words before whom the speaker stands for: "mewakili"
	persons     map[string]bool   // words for people, and determiners of people only
	sites       map[string]bool   // words for a site: "situs"
	naming      map[string]bool   // words between a description and a name: "bernama"
	joins       map[string]bool   // words that tie a verb to the one before: "sambil"
	likening    map[string]bool   // "sebagai": before what something is called
	issues      map[string]bool   // verbs for giving out a document: "issued"
	talks       map[string]bool   // words for talking to somebody: "interview"
	domains     map[string]bool   // last parts of the names of sites: "com"
	filing      map[string]bool   // words before whom something is filed with: "ke" (polisi)
}

// newLexicon builds the lexicon of a pack. Where tables share a form, the entry
// of the table named first is found.
func newLexicon(p *lang.Pack) *lexicon {
	l := &lexicon{
		terms: map[string][]term{}, carriers: map[string]string{}, words: map[string]bool{},
		relational: map[string]bool{}, domains: map[string]bool{}, talks: map[string]bool{}, sites: map[string]bool{}, persons: map[string]bool{}, joins: map[string]bool{}, naming: map[string]bool{}, likening: map[string]bool{}, issues: map[string]bool{}, filing: map[string]bool{}, parries: map[string]bool{}, things: map[string]bool{}, plurals: map[string]bool{}, proxies: map[string]bool{}, verbs: map[string]bool{}, stop: p.Set("stopwords"), number: p.Set("number-words"), outlets: map[string]bool{},
	}
	l.table(p, "reporting-verbs", func(t *term, r lang.Row) { t.class, t.stance, t.frame = verb, r.Cols[1], frame(r.Cols[2]) })
	l.table(p, "attribution-words", l.small)
	l.table(p, "source-nouns", func(t *term, r lang.Row) { t.class, t.kind = nounClass(r.Cols[1]), r.Cols[1] })
	l.table(p, "org-words", func(t *term, r lang.Row) { t.class, t.kind = noun, kindInstitution })
	l.table(p, "pronouns", func(t *term, r lang.Row) { t.class, t.kind = pronoun, r.Cols[1] })
	l.table(p, "negators", func(t *term, r lang.Row) { t.class = negator })
	l.table(p, "weekdays", func(t *term, r lang.Row) { t.class = date })
	l.table(p, "months", func(t *term, r lang.Row) { t.class = date })
	l.table(p, "titles", func(t *term, r lang.Row) { t.class, t.kind = titleClass(r.Cols[1]), r.Cols[1] })
	l.table(p, "hedges", func(t *term, r lang.Row) { t.class = modal })
	for _, r := range p.Rows("counted-nouns") {
		if r.Cols[1] == kindPerson {
			l.persons[r.Cols[0]] = true
		}
	}
	l.addCarriers(p)
	for first := range l.terms {
		slices.SortStableFunc(l.terms[first], func(a, b term) int { return len(b.words) - len(a.words) })
	}
	return l
}

// table adds the rows of a table as terms that fill completes; those left
// without a class are no words of their own.
func (l *lexicon) table(p *lang.Pack, name string, fill func(*term, lang.Row)) {
	for _, r := range p.Rows(name) {
		t := term{words: strings.Fields(strings.ReplaceAll(r.Cols[0], ".", ""))}
		if fill(&t, r); t.class != other {
			l.add(t)
		}
	}
}

// small reads a row of attribution-words: a small word, or an ending.
func (l *lexicon) small(t *term, r lang.Row) {
	switch form := r.Cols[0]; r.Cols[1] {
	case "suffix":
		l.suffixes = append(l.suffixes, form)
	case "adverb-suffix":
		l.adverbs = append(l.adverbs, form)
	case "possessive":
		l.possessives = append(l.possessives, form)
	case "outlet-word":
		l.outlets[form] = true
	case "relational":
		l.relational[form] = true
	case "issue":
		l.issues[form] = true
	case "naming":
		l.naming[form], t.class = true, work
	case "join":
		l.joins[form] = true
	case "people":
		l.persons[form] = true
	case "site":
		l.sites[form] = true
	case "likening":
		l.likening[form] = true
	case "talk":
		l.talks[form] = true
	case "top-domain":
		l.domains[form] = true
	case "filing":
		l.filing[form] = true
	case "parry":
		l.parries[form] = true
	case "plural":
		l.plurals[form] = true
	case "said-thing":
		l.things[form] = true
	case "proxy":
		l.proxies[form] = true
	default:
		t.class = classes[r.Cols[1]]
	}
}

func nounClass(kind string) class {
	if kind == "platform" {
		return platform
	}
	return noun
}

func titleClass(kind string) class {
	if kind == "link" || kind == "degree" {
		return other
	}
	return title
}

// addCarriers fills the names of agencies and outlets, with their kinds.
func (l *lexicon) addCarriers(p *lang.Pack) {
	for _, r := range p.Rows("outlets") {
		l.carriers[strings.ToLower(r.Cols[1])] = kindOutlet
		l.carriers[strings.ToLower(r.Cols[0])] = kindOutlet
	}
	for _, r := range p.Rows("agencies") {
		l.carriers[r.Cols[0]] = kindAgency
		l.carriers[strings.ToLower(r.Cols[1])] = kindAgency
	}
}

func (l *lexicon) add(t term) {
	if len(t.words) > 0 {
		l.terms[t.words[0]] = append(l.terms[t.words[0]], t)
		if (t.frame == before || t.frame == clause) && len(t.words) == 1 && len(t.words[0]) >= longVerb {
			l.verbs[t.words[0]] = true
		}
		for _, w := range t.words {
			l.words[w] = true
		}
	}
}

// isCue reports whether w alone is a cue.
func (l *lexicon) isCue(w string) bool {
	for _, t := range l.terms[w] {
		if t.class == verb && len(t.words) == 1 {
			return true
		}
	}
	return false
}

// match returns the longest entry whose words are those that low gives from i
// on; nil if there is none.
func (l *lexicon) match(low func(int) string, i int) *term {
	list := l.terms[low(i)]
next:
	for k := range list {
		for j := 1; j < len(list[k].words); j++ {
			if low(i+j) != list[k].words[j] {
				continue next
			}
		}
		return &list[k]
	}
	return nil
}

// isAdverb reports whether w ends as adverbs do.
func (l *lexicon) isAdverb(w string) bool {
	for _, s := range l.adverbs {
		if len(w) > len(s)+3 && strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// owns reports whether w is an owner's form.
func (l *lexicon) owns(w string) bool {
	for _, s := range l.possessives {
		if len(w) > len(s) && strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// bare returns w without a possessive suffix.
func (l *lexicon) bare(w string) (string, bool) {
	for _, s := range l.suffixes {
		if len(w) > len(s)+3 && strings.HasSuffix(w, s) {
			return strings.TrimSuffix(w[:len(w)-len(s)], "-"), true
		}
	}
	return w, false
}

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
	either     frame = "either"
	participle frame = "participle"
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
	verbs       map[string]bool   // cues of one long word that follow their subject
	words       map[string]bool   // every word of an entry, to cut glued words by
}

func newLexicon(p *lang.Pack) *lexicon {
	l := &lexicon{terms: map[string][]term{}, carriers: map[string]string{}, words: map[string]bool{}, verbs: map[string]bool{}, stop: p.Set("stopwords"), outlets: map[string]bool{}}
	for _, r := range p.Rows("reporting-verbs") {
		l.add(term{words: strings.Fields(r.Cols[0]), class: verb, stance: r.Cols[1], frame: frame(r.Cols[2])})
	}
	for _, r := range p.Rows("attribution-words") {
		switch r.Cols[1] {
		case "suffix":
			l.suffixes = append(l.suffixes, r.Cols[0])
		case "adverb-suffix":
			l.adverbs = append(l.adverbs, r.Cols[0])
		case "possessive":
			l.possessives = append(l.possessives, r.Cols[0])
		case "outlet-word":
			l.outlets[r.Cols[0]] = true
		}
		if c, ok := classes[r.Cols[1]]; ok {
			l.add(term{words: strings.Fields(r.Cols[0]), class: c})
		}
	}
	for _, r := range p.Rows("source-nouns") {
		c := noun
		if r.Cols[1] == "platform" {
			c = platform
		}
		l.add(term{words: strings.Fields(r.Cols[0]), class: c, kind: r.Cols[1]})
	}
	for _, r := range p.Rows("org-words") {
		if r.Cols[1] == "organisation" {
			l.add(term{words: strings.Fields(r.Cols[0]), class: noun, kind: "institution"})
		}
	}
	for _, r := range p.Rows("pronouns") {
		l.add(term{words: strings.Fields(r.Cols[0]), class: pronoun, kind: r.Cols[1]})
	}
	for _, r := range p.Rows("negators") {
		l.add(term{words: strings.Fields(r.Cols[0]), class: negator})
	}
	for _, table := range []string{"weekdays", "months"} {
		for _, r := range p.Rows(table) {
			l.add(term{words: []string{r.Cols[0]}, class: date})
		}
	}
	for _, r := range p.Rows("titles") {
		if r.Cols[1] == "link" || r.Cols[1] == "degree" {
			continue
		}
		l.add(term{words: strings.Fields(strings.ReplaceAll(r.Cols[0], ".", "")), class: title, kind: r.Cols[1]})
	}
	l.addCarriers(p)
	for first := range l.terms {
		slices.SortStableFunc(l.terms[first], func(a, b term) int { return len(b.words) - len(a.words) })
	}
	return l
}

// addCarriers fills the names of agencies and outlets, with their kinds.
func (l *lexicon) addCarriers(p *lang.Pack) {
	for _, r := range p.Rows("outlets") {
		l.carriers[strings.ToLower(r.Cols[1])] = "outlet"
		l.carriers[strings.ToLower(r.Cols[0])] = "outlet"
	}
	for _, r := range p.Rows("agencies") {
		l.carriers[r.Cols[0]] = "agency"
		l.carriers[strings.ToLower(r.Cols[1])] = "agency"
	}
}

func (l *lexicon) add(t term) {
	if len(t.words) > 0 {
		l.terms[t.words[0]] = append(l.terms[t.words[0]], t)
		if t.frame == before && len(t.words) == 1 && len(t.words[0]) >= longVerb {
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

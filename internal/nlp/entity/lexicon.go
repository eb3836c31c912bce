package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/phrase"
	"github.com/selisik/selisik/internal/nlp/token"
)

// entry is what a table says of a phrase: its kind and, for places, the name
// to show.
type entry struct{ kind, name string }

// links reports whether the word may stand inside a role but not at its ends.
func (e entry) links() bool { return e.kind == "link" || e.kind == "of" }

// lexicon is what the finder takes from the pack's tables.
type lexicon struct {
	titles, places, orgs   phrase.Table[entry]
	orgWords, placeWords   phrase.Table[entry]
	nicknames              phrase.Table[entry] // between two names of one person
	given, stop, particles map[string]bool
	calendar, measures     map[string]bool // months and days; currencies, units, zones
	and, verbs             map[string]bool // conjunctions; verbs of speech
	suffixes               map[string]bool // that hang on a noun: "-nya"
	headFirst              bool
}

func newLexicon(p *lang.Pack) *lexicon {
	s := token.New(p)
	x := &lexicon{
		given: map[string]bool{}, particles: map[string]bool{}, stop: p.Set("stopwords"),
		calendar: union(p, "months", "weekdays"), measures: union(p, "currencies", "units", "zones", "number-words"),
		and: map[string]bool{}, verbs: union(p, "reporting-verbs"), suffixes: map[string]bool{}, headFirst: p.HeadFirst,
	}
	for _, r := range p.Rows("attribution-words") {
		if r.Cols[1] == "suffix" {
			x.suffixes[r.Cols[0]] = true
		}
	}
	for _, r := range p.Rows("function-words") {
		if r.Cols[1] == "conjunction" {
			x.and[r.Cols[0]] = true
		}
	}
	for _, r := range p.Rows("titles") {
		add(&x.titles, s, r.Cols[0], entry{kind: r.Cols[1]})
	}
	for _, r := range p.Rows("places") {
		if r.Cols[2] != "metonym" {
			add(&x.places, s, r.Cols[0], entry{kind: r.Cols[2], name: r.Cols[1]})
		}
	}
	for _, r := range p.Rows("org-words") {
		add(&x.orgWords, s, r.Cols[0], entry{kind: Organisation})
	}
	for _, r := range p.Rows("place-words") {
		add(&x.placeWords, s, r.Cols[0], entry{kind: Place})
	}
	for _, r := range p.Rows("nicknames") {
		add(&x.nicknames, s, r.Cols[0], entry{kind: Person})
	}
	x.addNames(p, s)
	return x
}

func (x *lexicon) addNames(p *lang.Pack, s *token.Splitter) {
	for _, r := range p.Rows("names") {
		switch r.Cols[1] {
		case "person":
			x.given[r.Cols[0]] = true
		case "particle":
			x.particles[r.Cols[0]] = true
		default:
			add(&x.orgs, s, r.Cols[0], entry{kind: r.Cols[1]})
		}
	}
}

// add enters a form as the splitter cuts it.
func add(t *phrase.Table[entry], s *token.Splitter, form string, e entry) {
	cut := s.Split(strings.TrimSuffix(form, "."))
	words := make([]string, len(cut.Tokens))
	for i := range words {
		words[i] = cut.Word(i)
	}
	t.Add(words, e)
}

// union returns the forms of several tables.
func union(p *lang.Pack, tables ...string) map[string]bool {
	out := map[string]bool{}
	for _, t := range tables {
		for w := range p.Set(t) {
			out[w] = true
		}
	}
	return out
}

// capital reports whether the word starts with a capital.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// acronym reports whether the word is written in capitals: "KPK", "TNI".
func acronym(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
		n++
	}
	return n >= 2
}

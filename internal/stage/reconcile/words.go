package reconcile

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// words is what the stage knows of one language: sets and maps of lower-case
// forms, by the pack's tables.
type words struct {
	pack  *lang.Pack
	morph *morph.Stemmer
	split *token.Splitter
	head  map[string]string // a stem's stand-in among its synonyms
	rare  *similar.IDF
	stop  map[string]bool // words that tell nothing by themselves

	// People and what they are.
	office     map[string]bool // words for offices
	title      map[string]bool // the same, and for other roles
	former     map[string]bool // go before one and change it
	posts      map[string]bool // offices of which one is held at a time
	past       map[string]bool // "former"
	rule       posts           // those that make a government
	bind       map[string]bool // between a role and what it is not of
	sourceNoun map[string]bool // common nouns of who says something
	demonym    map[string]bool // adjectives of places
	alias      [][2]string     // short names of places with the full ones, folded
	names      [][2]string     // the same as they stand

	// How sure something is.
	turn     map[string]bool // open a contrary clause
	deny     map[string]bool // verbs of denial
	opinion  map[string]bool // verbs of what somebody thinks or wants
	regard   map[string]bool // nouns for what somebody thinks of a thing: "praise"
	negator  map[string]bool
	hedge    map[string]string // the kinds of hedges
	alleged  map[string]bool   // hedges of what somebody supposes
	reported map[string]bool   // "is said", "was reported"
	framing  map[string][]framing

	// Figures.
	score      map[string]bool   // what the scores of matches count
	aspect     map[string]string // what a number near the word counts
	grade      map[string]string // "seriously"
	collective map[string]bool   // "both"
	pronoun    map[string]bool
	duration   map[string]bool // units of time
	length     map[string]bool // units of length
	measure    map[string]bool // units of any measure
	loose      map[string]bool // units of measures and of anything: metres, people
	points     map[string]bool // open a sentence and point at what it or the next tells
	and        map[string]bool

	// Times and places.
	until     map[string]bool // before the end of a time
	from      map[string]bool // behind a figure: what it is of
	offset    map[string]bool // "later", "before": makes a length of time a distance
	weekday   map[string]bool
	month     map[string]bool
	phase     map[string]string // verbs of beginning and ending
	zone      map[string]bool
	numbered  map[string]bool // nouns before a number that is a name
	placeNoun map[string]bool // nouns beside the name of a place
	thing     map[string]bool // nouns of things that a name beside tells apart
	compass   map[string]int  // points in degrees

	english map[string][]string // translations of words into the pivot
}

func newWords(p *lang.Pack) *words {
	w := &words{
		pack: p, morph: morph.New(p), split: token.New(p), head: p.Map("synonyms"), rare: similar.ForPack(p), stop: p.Set("stopwords"),

		office: pick(p, "titles", 1, "office"), title: pick(p, "titles", 1, "office", "person"),
		former: without(pick(p, "titles", 1, "modifier"), p.Set("connectives")),
		posts:  pick(p, "offices", 1, "post"), past: pick(p, "offices", 1, "former"), rule: postsOf(p),
		bind:       without(pick(p, "titles", 1, "link"), pick(p, "function-words", 1, "conjunction")),
		sourceNoun: p.Set("source-nouns"), demonym: pick(p, "places", 2, "demonym"),

		turn: pick(p, "connectives", 1, "concession", "contrast"), deny: denying(p), opinion: pick(p, "reporting-verbs", 1, "opinion"), regard: pick(p, "attribution-words", 1, "regard"), negator: p.Set("negators"),
		hedge: p.Map("hedges"), alleged: pick(p, "hedges", 2, "alleged"),
		reported: pick(p, "reporting-verbs", 2, "passive", "passive-by"),

		score: p.Set("score-units"), aspect: p.Map("aspects"), grade: p.Map("grades"), collective: p.Set("collectives"), pronoun: p.Set("pronouns"),
		duration: p.Set("time-units"), length: pick(p, "measures", 1, "length"), measure: p.Set("measures"), loose: looseUnits(p),
		points: pick(p, "openers", 1, "points"), and: pick(p, "time-words", 1, "and"),

		until: pick(p, "time-words", 1, "to"), from: pick(p, "time-words", 1, "from"),
		offset:  pick(p, "time-words", 1, "previous", "later", "after", "before", "past", "ago", "earlier"),
		weekday: p.Set("weekdays"), month: p.Set("months"), phase: p.Map("phases"), zone: p.Set("zones"),
		numbered: p.Set("numbered"), placeNoun: p.Set("place-words"), thing: p.Set("things"), compass: degrees(p),

		english: translations(p),
	}
	w.framing = framingsOf(p, w.morph)
	for _, r := range p.Rows("places") {
		if r.Cols[2] == "alias" {
			w.alias = append(w.alias, [2]string{text.Fold(r.Cols[0]), text.Fold(r.Cols[1])})
			w.names = append(w.names, [2]string{r.Cols[0], r.Cols[1]})
		}
	}
	return w
}

// without takes the forms of other out of set.
func without(set, other map[string]bool) map[string]bool {
	for form := range other {
		delete(set, form)
	}
	return set
}

// looseUnits returns the units that many things are told in: of measures, of
// time and of classifiers.
func looseUnits(p *lang.Pack) map[string]bool {
	out := p.Set("measures")
	for _, table := range []string{"classifiers", "time-units"} {
		for _, r := range p.Rows(table) {
			out[r.Cols[0]], out[r.Cols[1]] = true, true
		}
	}
	return out
}

// degrees returns the points of the compass.
func degrees(p *lang.Pack) map[string]int {
	out := map[string]int{}
	for form, d := range p.Map("compass") {
		out[form], _ = strconv.Atoi(d)
	}
	return out
}

// denying returns the verbs of denial whose subject is who denies.
func denying(p *lang.Pack) map[string]bool {
	out := pick(p, "reporting-verbs", 1, "deny")
	for _, r := range p.Rows("reporting-verbs") {
		if r.Cols[2] == "passive" {
			delete(out, r.Cols[0])
		}
	}
	return out
}

// pick returns the forms of a table whose column has one of the values.
func pick(p *lang.Pack, table string, col int, values ...string) map[string]bool {
	out := map[string]bool{}
	for _, r := range p.Rows(table) {
		if slices.Contains(values, r.Cols[col]) {
			out[r.Cols[0]] = true
		}
	}
	return out
}

// stem returns the form under which a lower-case word is compared: the head of
// its synonyms, looked up by the word and then by its stem.
func (w *words) stem(s string) string {
	if h, ok := w.head[s]; ok {
		return h
	}
	st := w.morph.Stem(s)
	if h, ok := w.head[st]; ok {
		return h
	}
	return st
}

// term is a word in the form in which it is compared, and how rare the word
// is in the language: 0 for the commonest, 1 for unseen ones.
type term struct {
	text.Span
	form   string
	lower  string
	rarity float64
}

// terms returns the comparable words of src in order, stop words left out.
func (w *words) terms(src string) []term {
	t := w.split.Split(src)
	var out []term
	for i, tok := range t.Tokens {
		low := t.Lower(i)
		if tok.Kind == token.Mark || !substantial(low) {
			continue
		}
		out = append(out, term{tok.Span, w.stem(low), low, w.rare.Weight(low) / w.rare.Max()})
	}
	return out
}

// substantial leaves out single letters and bare marks; a single digit counts.
func substantial(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		return unicode.IsDigit(r)
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

package reconcile

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// words is what the stage knows of one language.
type words struct {
	pack  *lang.Pack
	morph *morph.Stemmer
	split *token.Splitter
	head  map[string]string // a stem's stand-in among its synonyms
	rare  *similar.IDF
	// office holds the words for offices.
	office map[string]bool
	// score holds what the scores of matches count.
	score map[string]bool
	// title holds the words for offices and other roles, former those that
	// go before one and change it, turn the words that open a contrary
	// clause, deny the verbs of denial; hedge tells the kinds of hedges.
	title, former, turn, deny, negator map[string]bool
	// posts are offices of which one is held at a time, past the words for
	// former ones, bind those that stand between a role and what it is not of.
	posts, past, bind    map[string]bool
	until, weekday, zone map[string]bool   // the words before the end of a time; the days; the zones
	duration             map[string]bool   // the units of time
	grade                map[string]string // "seriously"
	offset               map[string]bool   // "later", "before": makes a length of time a distance
	sourceNoun           map[string]bool   // common nouns of who says something
	alleged              map[string]bool   // hedges of what somebody supposes
	hedge, aspect        map[string]string
	numbered, placeNoun  map[string]bool     // nouns before a number that is a name; beside the name of a place
	collective           map[string]bool     // "both"
	thing, demonym       map[string]bool     // nouns of things that a name beside tells apart; adjectives of places
	length               map[string]bool     // units of length
	compass              map[string]int      // points of the compass in degrees
	loose                map[string]bool     // units of measures and of anything: metres, people
	english              map[string][]string // translations of words into the pivot
	alias                [][2]string         // short names of places with the full ones, folded
	names                [][2]string         // the same as they stand
}

func newWords(p *lang.Pack) *words {
	w := &words{pack: p, morph: morph.New(p), split: token.New(p), head: p.Map("synonyms"), rare: similar.ForPack(p)}
	w.office = pick(p, "titles", 1, "office")
	w.title, w.former = pick(p, "titles", 1, "office", "person"), pick(p, "titles", 1, "modifier")
	w.turn, w.deny = pick(p, "connectives", 1, "concession", "contrast"), denying(p)
	w.negator, w.until, w.weekday, w.zone = p.Set("negators"), pick(p, "time-words", 1, "to"), p.Set("weekdays"), p.Set("zones")
	w.posts, w.past, w.bind = pick(p, "offices", 1, "post"), pick(p, "offices", 1, "former"), pick(p, "titles", 1, "link")
	for _, r := range p.Rows("function-words") {
		if r.Cols[1] == "conjunction" {
			delete(w.bind, r.Cols[0])
		}
	}
	w.hedge, w.aspect, w.score = p.Map("hedges"), p.Map("aspects"), p.Set("score-units")
	w.grade = p.Map("grades")
	w.offset = pick(p, "time-words", 1, "previous", "later", "after", "before", "past", "ago", "earlier")
	w.sourceNoun = p.Set("source-nouns")
	w.alleged = pick(p, "hedges", 2, "alleged")
	w.duration, w.loose = p.Set("time-units"), looseUnits(p)
	w.english, w.compass = translations(p), degrees(p)
	w.numbered, w.placeNoun, w.thing = p.Set("numbered"), p.Set("place-words"), p.Set("things")
	w.collective = p.Set("collectives")
	w.length, w.demonym = pick(p, "measures", 1, "length"), pick(p, "places", 2, "demonym")
	for _, r := range p.Rows("connectives") {
		delete(w.former, r.Cols[0])
	}
	for _, r := range p.Rows("places") {
		if r.Cols[2] == "alias" {
			w.alias = append(w.alias, [2]string{text.Fold(r.Cols[0]), text.Fold(r.Cols[1])})
			w.names = append(w.names, [2]string{r.Cols[0], r.Cols[1]})
		}
	}
	return w
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

// telling reports whether a unit is a noun that tells what is counted.
func (w *words) telling(unit string) bool {
	return unit != "" && counts(unit) && !w.loose[unit] && !w.duration[unit] && !w.score[unit] && !strings.HasPrefix(unit, number.Ordinal)
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

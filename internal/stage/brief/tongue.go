package brief

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/token"
)

// tongue is what the brief knows of one language. It is immutable.
type tongue struct {
	words       *token.Splitter
	stem        *morph.Stemmer
	stop        map[string]bool
	same        map[string]string // word or stem → the one that stands for all
	pronouns    map[string]bool   // of the third person: they stand for a name
	many        map[string]bool   // those of several
	one         map[string]bool   // those of one person, never of a body
	me          map[string]bool   // pronouns of the first person
	connectives map[string]bool
	openers     map[string]string // what ties a sentence to the one before it → how
	says        map[string]bool   // "kata", "said"
	saysOf      map[string]string // a verb of saying with its pronoun → the verb: "ujarnya" → "ujar"
	passives    map[string]bool   // "disampaikan", "said by"
	days        map[string]bool   // "kemarin", "yesterday"
	weekdays    map[string]bool
	collectives map[string]bool  // "kedua", "both": they count what is known
	asides      []*regexp.Regexp // sentences that tell no news
	smalls      []*regexp.Regexp // words that have no capital in a title
	spans       map[string]bool  // "hari", "pekan": what "ini" may stand behind and point at nothing
}

// longestForm is of how many words a form of these tables has at the most.
const longestForm = 4

func newTongue(p *lang.Pack) *tongue {
	t := &tongue{
		words: token.New(p), stem: morph.New(p), stop: p.Set("stopwords"), same: p.Map("synonyms"), pronouns: map[string]bool{}, many: map[string]bool{}, one: map[string]bool{}, me: map[string]bool{},
		connectives: p.Set("connectives"), openers: p.Map("openers"), says: map[string]bool{}, passives: map[string]bool{}, saysOf: map[string]string{},
		days: p.Set("relative-days"), spans: p.Set("time-units"), weekdays: p.Set("weekdays"), collectives: p.Set("collectives"),
		asides: p.Patterns("aside"), smalls: p.Patterns("title-small"),
	}
	for _, r := range p.Rows("dayparts") {
		t.spans[r.Cols[0]] = true
	}
	for _, r := range p.Rows("pronouns") {
		if r.Cols[1] == "first-person" {
			t.me[r.Cols[0]] = true
		}
		if strings.HasPrefix(r.Cols[1], "third-person") && !strings.HasSuffix(r.Cols[1], "object") {
			t.pronouns[r.Cols[0]], t.many[r.Cols[0]] = true, strings.HasSuffix(r.Cols[1], "plural")
			t.one[r.Cols[0]] = r.Cols[1] == "third-person"
		}
	}
	for _, r := range p.Rows("reporting-verbs") {
		if strings.HasPrefix(r.Cols[2], "passive") {
			t.passives[r.Cols[0]] = true
		}
		switch r.Cols[2] {
		case "self", "prep-self":
			t.saysOf[r.Cols[0]] = ""
		case "none", "basis", "show", "show-doc":
		default:
			t.says[r.Cols[0]] = true
		}
	}
	for form := range t.saysOf {
		for verb := range t.says {
			if strings.HasPrefix(form, verb) && len(verb) > len(t.saysOf[form]) {
				t.saysOf[form] = verb
			}
		}
	}
	return t
}

// small reports whether a word has no capital in a title.
func (t *tongue) small(w string) bool {
	return slices.ContainsFunc(t.smalls, func(p *regexp.Regexp) bool { return p.MatchString(w) })
}

// terms returns what s is about: the stems of its words but for function words,
// words of one meaning alike, and its figures.
func (t *tongue) terms(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), notWord) {
		if t.stop[w] && !unicode.IsDigit(rune(w[0])) {
			continue
		}
		if head, ok := t.same[w]; ok {
			out[head] = true
			continue
		}
		w = t.stem.Stem(w)
		if head, ok := t.same[w]; ok {
			w = head
		}
		out[w] = true
	}
	return out
}

// form returns the longest form of a table that the words begin with and of
// how many words it is; "" and 0 if they begin with none.
func form[T any](table map[string]T, words []word) (string, int) {
	for n := min(longestForm, len(words)); n > 0; n-- {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = words[i].lower
		}
		if s := strings.Join(parts, " "); has(table, s) {
			return s, n
		}
	}
	return "", 0
}

func has[T any](table map[string]T, key string) bool { _, ok := table[key]; return ok }

// word is a word of a sentence with where it stands.
type word struct {
	lower      string
	start, end int
}

// wordsOf returns the words of s in order.
func wordsOf(s string) []word {
	var out []word
	start := -1
	for i, r := range s {
		switch {
		case !notWord(r) && start < 0:
			start = i
		case notWord(r) && start >= 0:
			out = append(out, word{strings.ToLower(s[start:i]), start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, word{strings.ToLower(s[start:]), start, len(s)})
	}
	return out
}

package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/token"
)

// entry is what a table says of a phrase: its kind and, for places, the name
// to show.
type entry struct{ kind, name string }

// phrases finds the longest phrase of a table at a token.
type phrases struct {
	entries map[string]entry
	longest map[string]int // tokens of the longest phrase by its first word
}

func newPhrases() phrases { return phrases{map[string]entry{}, map[string]int{}} }

// add keeps the first entry of a phrase.
func (p phrases) add(s *token.Splitter, form string, e entry) {
	t := s.Split(strings.TrimSuffix(form, "."))
	key := make([]string, len(t.Tokens))
	for i := range t.Tokens {
		key[i] = t.Word(i)
	}
	k := strings.Join(key, " ")
	if _, ok := p.entries[k]; ok || k == "" {
		return
	}
	p.entries[k] = e
	first := strings.ToLower(key[0])
	p.longest[first] = max(p.longest[first], len(key))
}

// at returns how many tokens the longest phrase at token i of t covers before
// token end, and its entry; 0 if there is none. Phrases in small letters match
// any spelling, others only their own.
func (p phrases) at(t *token.Text, i, end int) (int, entry) {
	for n := min(p.longest[t.Lower(i)], end-i); n > 0; n-- {
		if e, ok := p.entries[join(t.Lower, i, i+n)]; ok {
			return n, e
		}
		if e, ok := p.entries[join(t.Word, i, i+n)]; ok {
			return n, e
		}
	}
	return 0, entry{}
}

// join puts the words of tokens [i, end) beside each other.
func join(word func(int) string, i, end int) string {
	if end == i+1 {
		return word(i)
	}
	var b strings.Builder
	for j := i; j < end; j++ {
		if j > i {
			b.WriteByte(' ')
		}
		b.WriteString(word(j))
	}
	return b.String()
}

// lexicon is what the finder takes from the pack's tables.
type lexicon struct {
	titles, places, orgs   phrases
	orgWords, placeWords   phrases
	given, stop, particles map[string]bool
	headFirst              bool
}

func newLexicon(p *lang.Pack) *lexicon {
	s := token.New(p)
	x := &lexicon{
		titles: newPhrases(), places: newPhrases(), orgs: newPhrases(),
		orgWords: newPhrases(), placeWords: newPhrases(),
		given: map[string]bool{}, particles: map[string]bool{}, stop: p.Set("stopwords"),
		headFirst: p.HeadFirst,
	}
	for _, r := range p.Rows("titles") {
		x.titles.add(s, r.Cols[0], entry{kind: r.Cols[1]})
	}
	for _, r := range p.Rows("places") {
		if r.Cols[2] != "metonym" {
			x.places.add(s, r.Cols[0], entry{kind: r.Cols[2], name: r.Cols[1]})
		}
	}
	for _, r := range p.Rows("org-words") {
		x.orgWords.add(s, r.Cols[0], entry{kind: Organisation})
	}
	for _, r := range p.Rows("place-words") {
		x.placeWords.add(s, r.Cols[0], entry{kind: Place})
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
			x.orgs.add(s, r.Cols[0], entry{kind: r.Cols[1]})
		}
	}
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

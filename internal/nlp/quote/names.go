package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// named is a name in the text: a mention that was found before, or a run of
// capitalised words that was not.
type named struct {
	text.Span
	name, role, kind string
	run              bool // a run of capitals: kind is not known
}

// addNames puts the mentions on the page, then runs of capitalised words that
// no mention covers.
func (p *page) addNames(mentions []entity.Mention) {
	i := 0
	for _, m := range mentions {
		for i < len(p.words) && p.words[i].End <= m.Start {
			i++
		}
		first := i
		for i < len(p.words) && p.words[i].Start < m.End {
			i++
		}
		n := named{Span: m.Span, name: m.Name, role: m.Role, kind: m.Kind}
		if k := p.titledTo(first); k > first && k < i {
			first = k
			n.Span.Start = p.words[k].Start
			n.name = text.Squash(n.Span.Of(p.src))
		}
		end := i
		if end-first > 1 && p.glueLeft(end-1) && p.cutOff(end-1) {
			end--
			n.Span.End = p.words[end-1].End
			n.name = text.Squash(n.Span.Of(p.src))
		}
		for end-first > 1 && p.lookupClass(end-1) == date && (n.kind == kindPerson || p.stamped(end)) {
			end--
			n.Span.End = p.words[end-1].End
			n.name = text.Squash(n.Span.Of(p.src))
		}
		if first = p.trimmed(first, end); end > first && !p.postnominal(first, end) {
			p.addName(first, end, n)
		}
	}
	if !p.headline {
		p.addRuns()
	}
	p.complete()
	p.acronyms()
}

// cutOff reports whether word i, run together with the name before it, is none of
// the name: a verb or a small word.
func (p *page) cutOff(i int) bool {
	switch p.lookupClass(i) {
	case verb:
		return true
	case toWord, inWord, byWord, and, relative, thatWord:
		return !p.words[i].up
	}
	return false
}

// titledTo returns the word after the title that begins before word i and ends
// behind it: of "Menteri Luar Negeri RI" the office is no part of the name. It
// returns i if none does.
func (p *page) titledTo(i int) int {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		t := p.match(k)
		if t != nil && p.words[k].name < 0 && (t.class == title || t.class == noun && t.kind == kindOfficial) && k+len(t.words) > i {
			return k + len(t.words)
		}
	}
	return i
}

// stamped reports whether a number in brackets begins at word i: what stands
// before it is the day of a date.
func (p *page) stamped(i int) bool {
	return p.low(i) == "(" && i+1 < len(p.words) && p.words[i+1].kind == token.Number
}

// trimmed returns where the mention of words [i, end) starts when nouns and
// dates that only look like names are left out: "Laporan", "Polisi", "Senin".
func (p *page) trimmed(i, end int) int {
	if _, hangs := p.lex.bare(p.low(i)); end == i+1 && p.opensSentence(i) && (hangs || p.lex.stop[p.low(i)]) {
		return end
	}
	for i < end {
		t := p.match(i)
		if t == nil || t.class == title || t.class == verb && end > i+1 {
			return i
		}
		whole := i+len(t.words) >= end
		carrier := t.kind == kindDocument || t.kind == kindOutlet || t.kind == kindAgency
		if t.class == noun && !whole && !(carrier && p.opensSentence(i)) {
			return i
		}
		if !whole && t.class != noun && t.class != date {
			return i
		}
		i += len(t.words)
	}
	return end
}

func (p *page) addName(i, end int, n named) {
	for ; i < end; i++ {
		p.words[i].name = len(p.names)
	}
	p.names = append(p.names, n)
}

// acronyms gives names of several words the acronym that the text uses more
// often than the name itself: "BMKG". Names of two letters stay full.
func (p *page) acronyms() {
	short, foreign, uses := map[string]string{}, map[string]string{}, map[string]int{}
	for i, n := range p.names {
		s := n.Span.Of(p.src)
		uses[s]++
		if k := p.introduced(i); k >= 0 && n.name == s && n.kind != kindPerson {
			if !initials(p.names[k].name, s) {
				foreign[p.names[k].name] = s
				continue
			}
			n.name = p.names[k].name
		}
		if s != n.name && n.kind != kindPerson && strings.ToUpper(s) == s && len(s) > 2 && !strings.Contains(s, " ") && strings.Contains(n.name, " ") {
			short[n.name] = s
		}
	}
	for i, n := range p.names {
		if a := short[n.name]; a != "" && uses[a] > uses[n.name] {
			p.names[i].name = a
		} else if a := foreign[n.name]; a != "" {
			p.names[i].name = a
		}
	}
}

// initials reports whether the letters of an acronym are, in order, initials of
// a name. If not it stands for a longer name, or for one in another language.
func initials(name, acronym string) bool {
	left := []rune(acronym)
	for _, w := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(w); len(left) > 0 && unicode.ToUpper(r) == left[0] {
			left = left[1:]
		}
	}
	return len(left) == 0
}

// introduced returns the name that the acronym i stands in brackets after, -1 if
// it is none or does not.
func (p *page) introduced(i int) int {
	s := p.names[i].Span.Of(p.src)
	if i == 0 || len(s) < 2 || strings.ToUpper(s) != s || strings.Contains(s, " ") || p.names[i-1].End > p.names[i].Start {
		return -1
	}
	if strings.TrimSpace(p.src[p.names[i-1].End:p.names[i].Start]) != "(" {
		return -1
	}
	return i - 1
}

// addRuns names what stands capitalised and is no mention. A word that opens a
// sentence counts only if the text does not write it small elsewhere, and it is
// no number ("Seven more people …"); alone it counts only if it is large inside
// a sentence too, or surely names somebody.
func (p *page) addRuns() {
	small, large := map[string]bool{}, map[string]bool{}
	for i, w := range p.words {
		switch {
		case !w.up:
			small[w.low] = true
		case !p.opensSentence(i):
			large[w.low] = true
		}
	}
	for i := 0; i < len(p.words); i++ {
		if !p.runs(i) || p.opensSentence(i) && !capitals(p.words[i].Span.Of(p.src)) && (small[p.words[i].low] || p.lex.stop[p.words[i].low] || p.lex.number[p.words[i].low] || p.lookupClass(i) != other && p.lookupClass(i) != title && p.lookupClass(i) != noun) {
			continue
		}
		j := i + 1
		for j < len(p.words) && p.runs(j) && p.words[j].sentence == p.words[i].sentence {
			j++
		}
		if j > i+1 || !p.opensSentence(i) || large[p.words[i].low] || p.surely(i) {
			p.addRun(i, j)
		}
		i = j - 1
	}
}

// surely reports whether word i, which opens a sentence, is a name whatever its
// capital: an acronym or a domain, or what a verb of nothing but saying follows.
func (p *page) surely(i int) bool {
	w := p.words[i].Span.Of(p.src)
	if capitals(w) || strings.Contains(w, ".") {
		return true
	}
	if _, hangs := p.lex.bare(lower(w)); hangs || i+1 >= len(p.words) {
		return false
	}
	t := p.match(i + 1)
	return t != nil && t.class == verb && (t.frame == either || t.frame == adds || t.frame == after || t.frame == before && t.stance == "say")
}

// runs reports whether word i may belong to a run.
func (p *page) runs(i int) bool {
	w := p.words[i]
	if strings.HasPrefix(w.low, "@") && w.name < 0 {
		return true
	}
	if site(p.lex, w.low) && w.name < 0 {
		return true
	}
	if !w.up || w.kind != token.Word || w.name >= 0 {
		return false
	}
	switch p.lookupClass(i) {
	case pronoun, verb, date, inWord:
		return false
	case other, title, noun:
		return true
	}
	return i > 0 && p.words[i-1].kind == token.Word
}

func (p *page) lookupClass(i int) class {
	if t := p.match(i); t != nil {
		return t.class
	}
	return other
}

// known reports whether word i is in the lexicon.
func (p *page) known(i int) bool {
	return p.lookupClass(i) != other
}

// opensSentence reports whether word i is the first of its sentence, marks aside.
func (p *page) opensSentence(i int) bool {
	for i--; i >= 0 && p.words[i].kind == token.Mark && p.words[i].sentence == p.words[i+1].sentence; i-- {
	}
	return i < 0 || p.words[i].sentence != p.words[i+1].sentence
}

// addRun names the words [i, j) without the titles before them.
func (p *page) addRun(i, j int) {
	for i < j {
		t := p.match(i)
		if t == nil || t.class != title && t.class != noun {
			break
		}
		i += len(t.words)
	}
	if i == j && p.afterHonorific(j-1) {
		i = j - 1
	}
	initial := j-i == 1 && p.words[i].End-p.words[i].Start == 1 && p.low(j) == "."
	if i >= j || initial || j-i == 1 && p.known(i) && p.opensSentence(i) || p.postnominal(i, j) {
		return
	}
	sp := text.Span{Start: p.words[i].Start, End: p.words[j-1].End}
	p.addName(i, j, named{Span: sp, name: text.Squash(sp.Of(p.src)), run: true})
}

// postnominal reports whether the words [i, j) are letters behind somebody's
// name: a degree or an order ("…, M.M.,", "…, OFM,"). They are left out of the
// units then, with what stands between the name and them.
func (p *page) postnominal(i, j int) bool {
	w := p.words[i]
	if j-i != 1 || !letters(w.Span.Of(p.src)) && !(w.End-w.Start < longDegree && p.low(j) == ".") {
		return false
	}
	commas := 0
	for k := i - 1; k >= 0; k-- {
		w := p.words[k]
		switch {
		case w.name >= 0 && (commas > 0 || w.End-w.Start > longDegree):
			if commas == 0 || !p.mayBePerson(w.name) {
				return false
			}
			for k++; k < j; k++ {
				p.words[k].letters = true
			}
			return true
		case w.low == ",":
			commas++
		case w.low == "." || w.letters || w.up && w.End-w.Start <= longDegree:
		default:
			return false
		}
	}
	return false
}

// letters reports whether w may be letters behind a name: an acronym, or one
// with small letters in it ("PhD").
func letters(w string) bool {
	upper := strings.IndexFunc(strings.TrimLeftFunc(w, unicode.IsUpper), unicode.IsUpper) >= 0
	return capitals(w) || upper && len(w) <= longDegree
}

// longDegree is how many bytes a part of a degree has at most: "S.Kom".
const longDegree = 5

// afterHonorific reports whether word i follows an honorific: then it is a name
// whatever else it means ("Mr. King").
func (p *page) afterHonorific(i int) bool {
	if i--; i >= 0 && p.low(i) == "." {
		i--
	}
	if i < 0 {
		return false
	}
	t := p.match(i)
	return t != nil && t.class == title && t.kind == "honorific"
}

// complete gives names of one word the fullest form that the text has: the
// first longer name, of no place or organisation, that starts or ends with it.
func (p *page) complete() {
	full := map[string]string{}
	for _, n := range p.names {
		w := strings.Fields(n.name)
		if n.kind == kindPlace || n.kind == kindOrganisation || len(w) < 2 || len(w) > 4 {
			continue
		}
		for _, s := range []string{w[0], w[len(w)-1]} {
			if full[s] == "" {
				full[s] = n.name
			}
		}
	}
	for i := range p.names {
		if n := &p.names[i]; full[n.name] != "" && (n.run || n.kind == kindPerson || n.kind == kindOther) {
			n.name = full[n.name]
		}
	}
	p.count = map[string]int{}
	for _, n := range p.names {
		p.count[n.name]++
	}
}

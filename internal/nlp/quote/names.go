package quote

import (
	"strings"

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
			p.words[i].name = len(p.names)
			i++
		}
		if i > first {
			p.names = append(p.names, named{Span: m.Span, name: m.Name, role: m.Role, kind: m.Kind})
		}
	}
	p.addRuns()
}

// addRuns names what stands capitalised and is no mention. A word that opens a
// sentence counts only if the text does not write it small elsewhere.
func (p *page) addRuns() {
	small := map[string]bool{}
	for _, w := range p.words {
		if !w.up {
			small[w.low] = true
		}
	}
	for i := 0; i < len(p.words); i++ {
		if !p.runs(i) || p.opensSentence(i) && (small[p.words[i].low] || p.known(i)) {
			continue
		}
		j := i + 1
		for j < len(p.words) && p.runs(j) && p.words[j].sentence == p.words[i].sentence {
			j++
		}
		p.addRun(i, j)
		i = j - 1
	}
	p.completeRuns()
}

// runs reports whether word i may belong to a run.
func (p *page) runs(i int) bool {
	w := p.words[i]
	return w.up && w.kind == token.Word && w.name < 0 && p.lookupClass(i) != pronoun && p.lookupClass(i) != verb
}

func (p *page) lookupClass(i int) class {
	if t := p.lex.match(p.low, i); t != nil {
		return t.class
	}
	return other
}

// known reports whether word i is in the lexicon as anything but a title.
func (p *page) known(i int) bool {
	c := p.lookupClass(i)
	return c != other && c != title
}

// opensSentence reports whether word i is the first of its sentence, marks aside.
func (p *page) opensSentence(i int) bool {
	for i--; i >= 0 && p.words[i].kind == token.Mark && p.words[i].sentence == p.words[i+1].sentence; i-- {
	}
	return i < 0 || p.words[i].sentence != p.words[i+1].sentence
}

// addRun names the words [i, j) without the titles before them.
func (p *page) addRun(i, j int) {
	for i < j-1 {
		t := p.lex.match(p.low, i)
		if t == nil || t.class != title && t.class != noun || i+len(t.words) >= j {
			break
		}
		i += len(t.words)
	}
	sp := text.Span{Start: p.words[i].Start, End: p.words[j-1].End}
	for k := i; k < j; k++ {
		p.words[k].name = len(p.names)
	}
	p.names = append(p.names, named{Span: sp, name: text.Squash(sp.Of(p.src)), run: true})
}

// completeRuns gives short runs the fullest form that the text has.
func (p *page) completeRuns() {
	for i := range p.names {
		if n := &p.names[i]; n.run && !strings.Contains(n.name, " ") {
			n.name = p.fullest(n.name, *n)
		}
	}
}

// fullest returns the first longer name that has short as one of its words.
func (p *page) fullest(short string, of named) string {
	for i := range p.names {
		n := p.names[i]
		if n.name == short || len(n.name) < len(short)+2 {
			continue
		}
		for _, w := range strings.Fields(n.name) {
			if w == short {
				return n.name
			}
		}
	}
	return short
}

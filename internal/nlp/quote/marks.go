package quote

import (
	"strings"

	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// marked is a stretch in quotation marks.
type marked struct {
	text.Span      // what stands inside the marks
	first     int  // word index of the opening mark
	last      int  // of the closing one, or of the last word if it is missing
	words     int  // words and numbers inside
	stops     bool // ends with a full stop, question or exclamation mark
	sentence  bool // ends like a sentence, or with the comma before a cue
	single    bool // ‘single’ marks
	open      bool // the closing mark is missing
}

const (
	doubles = "\"“”„«»‟"
	singles = "'‘’`"
	// longestSingle is how many words may stand between single marks: further
	// apart they are apostrophes.
	longestSingle = 60
)

func isDouble(w word) bool { return w.kind == token.Mark && strings.Contains(doubles, w.low) }
func isSingle(w word) bool { return w.kind == token.Mark && strings.Contains(singles, w.low) }

// findMarks fills p.marks, paragraph by paragraph. A mark that ends a paragraph
// without a word opens the next one: the page broke the line there.
func (p *page) findMarks(t *token.Text) {
	pending := false
	for i := 0; i < len(p.words); {
		par := t.Sentences[p.words[i].sentence].Paragraph
		j := i
		for j < len(p.words) && t.Sentences[p.words[j].sentence].Paragraph == par {
			j++
		}
		pending = p.paragraphMarks(i, j, pending)
		i = j
	}
}

// paragraphMarks pairs the marks of the words [from, to); pending tells that the
// paragraph before ended with an opening mark. It reports whether this one does.
func (p *page) paragraphMarks(from, to int, pending bool) bool {
	before := len(p.marks)
	for i := from; i < to; i++ {
		w := p.words[i]
		switch {
		case isDouble(w) && p.inches(i):
		case isDouble(w) && i == to-1 && !p.glueLeft(i):
			return true
		case isDouble(w) && pending && i > from && len(p.marks) == before && !p.opens(i):
			p.addMark(from, i, from, i)
		case isDouble(w) && p.onlyCloses(i) && i > from && !p.closesAhead(i, to):
			// The opening mark is missing: the paragraph opens with speech.
			if len(p.marks) == before {
				p.addMark(from, i, from, i)
			}
		case isDouble(w):
			i = p.double(i, to)
		case isSingle(w) && p.opens(i):
			if end := p.single(i, to); end > 0 {
				p.addMark(i, end, i+1, end)
				i = end
			}
		}
	}
	return false
}

// double pairs the opening mark at i and returns the word it closes at.
func (p *page) double(i, to int) int {
	depth := 0
	for j := i + 1; j < to; j++ {
		if !isDouble(p.words[j]) || p.inches(j) {
			continue
		}
		if p.opens(j) && p.nested(j, to) {
			depth++
			continue
		}
		if depth > 0 {
			depth--
			continue
		}
		p.addMark(i, j, i+1, j)
		return j
	}
	p.addMark(i, to-1, i+1, to)
	return to - 1
}

// nested reports whether the opener-like mark at j, inside a quotation, has its
// own closing mark before that of the outer one.
func (p *page) nested(j, to int) bool {
	closers := 0
	for k := j + 1; k < to; k++ {
		if !isDouble(p.words[k]) {
			continue
		}
		if p.opens(k) && !p.glueLeft(k) {
			return false
		}
		if closers++; closers == 2 {
			return true
		}
	}
	return false
}

// single returns the word of the closing single mark for the opener at i, 0 if
// there is none.
func (p *page) single(i, to int) int {
	for j := i + 1; j < min(to, i+longestSingle); j++ {
		switch {
		case isDouble(p.words[j]):
			return 0
		case isSingle(p.words[j]) && p.glueLeft(j) && !p.glueRight(j):
			return j
		}
	}
	return 0
}

// glueLeft and glueRight report whether a word stands beside i without a blank.
func (p *page) glueLeft(i int) bool { return i > 0 && p.words[i-1].End == p.words[i].Start }

func (p *page) glueRight(i int) bool {
	return i+1 < len(p.words) && p.words[i+1].Start == p.words[i].End && p.words[i+1].kind != token.Mark
}

// opens reports whether the mark at i looks like an opening one.
func (p *page) opens(i int) bool {
	w := p.words[i].low
	if strings.Contains("“„«‘", w) {
		return true
	}
	return w != "”" && w != "»" && w != "’" && !p.glueLeft(i) && p.glueRight(i)
}

// onlyCloses reports whether the mark at i can only be a closing one.
func (p *page) onlyCloses(i int) bool {
	w := p.words[i].low
	if w == "“" || w == "„" || w == "«" {
		return false
	}
	return p.glueLeft(i) && !p.glueRight(i)
}

// closesAhead reports whether a later mark of the paragraph only closes while
// none opens before it: then the mark at i is an opener in spite of its blanks.
func (p *page) closesAhead(i, to int) bool {
	for k := i + 1; k < to; k++ {
		if isDouble(p.words[k]) {
			return p.onlyCloses(k)
		}
	}
	return false
}

// inches reports whether the mark at i stands for inches: 6".
func (p *page) inches(i int) bool {
	return p.words[i].low == "\"" && p.glueLeft(i) && p.words[i-1].kind == token.Number && !p.glueRight(i) && !p.quoteOpen(i)
}

// quoteOpen reports whether a straight mark before i, near it, is unpaired.
func (p *page) quoteOpen(i int) bool {
	n := 0
	for k := i - 1; k >= 0 && k > i-200; k-- {
		if p.words[k].low == "\"" {
			n++
		}
	}
	return n%2 == 1
}

// addMark records a quotation that covers the words first to last, marks
// included; in and out bound what stands inside.
func (p *page) addMark(first, last int, in, out int) {
	if in >= out {
		return
	}
	m := marked{first: first, last: last, single: isSingle(p.words[first]), open: out > last}
	m.Span = text.Span{Start: p.words[in].Start, End: p.words[out-1].End}
	for k := in; k < out; k++ {
		if p.words[k].kind != token.Mark {
			m.words++
		}
	}
	if m.words == 0 {
		return
	}
	end := p.words[out-1].low
	m.stops = strings.Contains(".!?…", end) || last+1 < len(p.words) && p.glueLeft(last+1) && strings.Contains(".!?", p.words[last+1].low)
	m.sentence = strings.Contains(".!?…,", end)
	for k := first; k <= last; k++ {
		p.words[k].quote = len(p.marks)
	}
	p.marks = append(p.marks, m)
}

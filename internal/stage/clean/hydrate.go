package clean

import (
	"encoding/json"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	fewLetters  = 160 // of prose: a page that shows less is filled by its script
	someLetters = 300 // of prose that such a script must hold
	// maxScript is the length of the longest script that is read, in bytes.
	maxScript = 8 << 20
)

// hydrated returns the text in the data of the scripts that fill a page: of
// the strings that stand at one place of its lists those that hold most prose
// and words of the title. It returns nil if there is little.
func hydrated(doc *html.Node, title string) []line {
	var best []line
	most := someLetters
	for lines := range candidates(scripts(doc, nil, 0)) {
		if n := proseLength(lines); n > most && about(lines, title) {
			best, most = lines, n
		}
	}
	return best
}

// about reports whether a text has a quarter of the longer words of a title, as
// the leads of other articles have not.
func about(lines []line, title string) bool {
	text := strings.ToLower(joined(lines))
	long, shared := 0, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !wordRune(r) }) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if strings.Contains(text, w) {
			shared++
		}
	}
	return 4*shared >= long
}

// candidates yields the texts in the data of scripts: those of each, then what
// scripts hand on in pieces.
func candidates(scripts []string) iter.Seq[[]line] {
	return func(yield func([]line) bool) {
		for _, script := range scripts {
			if strings.Contains(script, streamCall) {
				continue
			}
			for _, lines := range scriptTexts(script) {
				if !yield(lines) {
					return
				}
			}
		}
		for _, lines := range streamed(scripts) {
			if !yield(lines) {
				return
			}
		}
	}
}

// scripts returns the contents of the scripts under n.
func scripts(n *html.Node, out []string, depth int) []string {
	if n.DataAtom == atom.Script && n.FirstChild != nil && len(n.FirstChild.Data) <= maxScript {
		out = append(out, n.FirstChild.Data)
	}
	if depth > maxDepth {
		return out
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out = scripts(c, out, depth+1)
	}
	return out
}

// proseLength is the length of the lines that read as prose.
func proseLength(lines []line) int {
	n := 0
	for _, l := range lines {
		if long := letters(l.text); long >= 40 && finished(l.text) {
			n += long
		}
	}
	return n
}

// scriptTexts returns the texts in the data of a script: those of its JSON,
// which may stand behind the name that it is given to, or else of its strings.
func scriptTexts(script string) [][]line {
	out := jsonTexts(script)
	for _, lines := range out {
		if proseLength(lines) > someLetters {
			return out
		}
	}
	return append(out, literalTexts(script)...)
}

// jsonTexts returns the texts in the first JSON value of a script: by place, in
// order.
func jsonTexts(script string) [][]line {
	at := strings.IndexAny(script, "{[")
	if at < 0 {
		return nil
	}
	var v any
	if json.NewDecoder(strings.NewReader(script[at:])).Decode(&v) != nil {
		return nil
	}
	p := strewn{at: map[place]int{}}
	p.walk(v, spot{place: p.child(0, "", false)}, 0)
	var out [][]line
	for i := range p.found {
		out = append(out, paragraphs(p.found[i].pieces, p.found[i].lists > 1))
	}
	return out
}

// stringPiece is a string of a script's data with the list that holds it.
type stringPiece struct {
	list int
	text string
}

// place is a path in a JSON value with the indexes of lists left out: the
// number of the path above it and a last step, a name or into a list.
type place struct {
	above int
	name  string
	list  bool
}

// gathered is the strings at one place, which is below so many lists.
type gathered struct {
	pieces []stringPiece
	lists  int
}

// strewn gathers the strings of a JSON value by their place. Places have
// numbers, so that long names above many strings are held once.
type strewn struct {
	at    map[place]int
	found []gathered // by number of place
	lists int
}

// child returns the number of the place one step below another.
func (p *strewn) child(above int, name string, list bool) int {
	step := place{above, name, list}
	i, ok := p.at[step]
	if !ok {
		i = len(p.found)
		g := gathered{}
		if i > 0 {
			g.lists = p.found[above].lists
		}
		if list {
			g.lists++
		}
		p.at[step], p.found = i, append(p.found, g)
	}
	return i
}

// spot is where a value stands: its place, and the number of its list.
type spot struct{ place, list int }

// walk gathers what v holds.
func (p *strewn) walk(v any, s spot, depth int) {
	if depth > maxJSON {
		return
	}
	switch v := v.(type) {
	case string:
		g := &p.found[s.place]
		g.pieces = append(g.pieces, stringPiece{s.list, v})
	case []any:
		p.lists++
		in := spot{p.child(s.place, "", true), p.lists}
		for _, x := range v {
			p.walk(x, in, depth+1)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			p.walk(v[key], spot{p.child(s.place, key, false), s.list}, depth+1)
		}
	}
}

// maxJSON is how deep the data of scripts is read.
const maxJSON = 60

// paragraphs returns strings as lines: markup as the blocks it makes, and what
// runs on from one string to the next of an inner list as one line.
func paragraphs(pieces []stringPiece, nested bool) []line {
	var whole [][]string // the pieces of each line
	last, open := -1, false
	for _, p := range pieces {
		apart := strings.Contains(p.text, "</p>") // paragraphs of their own
		for _, s := range piecesOf(p.text) {
			if n := len(whole); nested && !apart && last == p.list && n > 0 && (open || resumes(s)) {
				whole[n-1] = append(whole[n-1], s)
			} else {
				whole, open = append(whole, []string{s}), false
			}
			if strings.Trim(s, closers) != "" {
				open = !finished(s)
			}
		}
		if last = p.list; apart {
			last = -1
		}
	}
	var out []line
	for i, parts := range whole {
		out = append(out, line{text: strings.Join(parts, " "), gap: i > 0})
	}
	return out
}

// piecesOf returns the texts in a string of a script's data, none of them empty.
func piecesOf(s string) []string {
	if strings.Contains(s, "</") {
		return markupTexts(s)
	}
	var out []string
	for _, l := range split(s) {
		out = append(out, l.text)
	}
	return out
}

// markupTexts returns the texts of the blocks in a piece of HTML.
func markupTexts(s string) []string {
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil
	}
	var out []string
	for _, b := range blocks(doc) {
		if b.role == prose || b.role == heading || b.role == item {
			out = append(out, b.text)
		}
	}
	return out
}

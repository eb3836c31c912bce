package clean

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	fewRunes  = 160 // of prose: a page that shows less is filled by its script
	someRunes = 300 // of prose that such a script must hold
	// maxScript is the length of the longest script that is read, in bytes.
	maxScript = 8 << 20
)

// hydrated returns the text in the data of the scripts that fill a page: of
// the strings that stand at one place of its lists those that hold most prose.
// It returns nil if there is little.
func hydrated(doc *html.Node) []line {
	var best []line
	most := someRunes
	for _, script := range scripts(doc, nil, 0) {
		for _, lines := range scriptTexts(script) {
			if n := proseRunes(lines); n > most {
				best, most = lines, n
			}
		}
	}
	return best
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

// proseRunes counts the runes of the lines that read as prose.
func proseRunes(lines []line) int {
	n := 0
	for _, l := range lines {
		if runes := utf8.RuneCountInString(l.text); runes >= 40 && finished(l.text) {
			n += runes
		}
	}
	return n
}

// scriptTexts returns the texts in the JSON of a script, which may stand
// behind the name that it is given to: by place, in order.
func scriptTexts(script string) [][]line {
	at := strings.IndexAny(script, "{[")
	if at < 0 {
		return nil
	}
	var v any
	if json.NewDecoder(strings.NewReader(script[at:])).Decode(&v) != nil {
		return nil
	}
	p := strewn{at: map[string]int{}}
	p.walk(v, "", 0, 0)
	var out [][]line
	for _, place := range slices.SortedFunc(maps.Keys(p.at), func(a, b string) int { return p.at[a] - p.at[b] }) {
		out = append(out, paragraphs(p.texts[p.at[place]], strings.Count(place, "[]") > 1))
	}
	return out
}

// stringPiece is a string of a script's data with the list that holds it.
type stringPiece struct {
	list int
	text string
}

// strewn gathers the strings of a JSON value by their place: the path to them
// with the indexes of lists left out.
type strewn struct {
	at    map[string]int
	texts [][]stringPiece
	lists int
}

// walk gathers what v holds, which stands at place, in a list of the given
// number.
func (p *strewn) walk(v any, place string, list, depth int) {
	if depth > maxJSON {
		return
	}
	switch v := v.(type) {
	case string:
		i, ok := p.at[place]
		if !ok {
			i = len(p.texts)
			p.at[place], p.texts = i, append(p.texts, nil)
		}
		p.texts[i] = append(p.texts[i], stringPiece{list, v})
	case []any:
		p.lists++
		list = p.lists
		for _, x := range v {
			p.walk(x, place+"[]", list, depth+1)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			p.walk(v[key], place+"."+key, list, depth+1)
		}
	}
}

// maxJSON is how deep the data of scripts is read.
const maxJSON = 60

// paragraphs returns strings as lines: markup as the blocks it makes, and what
// runs on from one string to the next of an inner list as one line.
func paragraphs(pieces []stringPiece, nested bool) []line {
	var out []line
	last := -1
	for _, p := range pieces {
		texts := []string{spaced(p.text)}
		if strings.Contains(p.text, "</") {
			texts = markupTexts(p.text)
		}
		for _, s := range texts {
			n := len(out)
			switch {
			case s == "":
			case nested && last == p.list && n > 0 && (!finished(out[n-1].text) || resumes(s)):
				out[n-1].text = spaced(out[n-1].text + " " + s)
			default:
				out = append(out, line{text: s, gap: n > 0})
			}
		}
		last = p.list
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

package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"github.com/zeebo/xxh3"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// extractor is the port behind which the library for main text stands: it
// returns a tree that holds the main text of a page, nil if it finds none. It
// leaves doc as it is.
type extractor func(doc *html.Node) *html.Node

// trafilaturaMain extracts with go-trafilatura (Barbaresi 2021), comments left
// out. Its fallbacks cost half as much again and gain less than mend does.
func trafilaturaMain(doc *html.Node) *html.Node {
	r, err := trafilatura.ExtractDocument(doc, trafilatura.Options{ExcludeComments: true, HtmlDateMode: trafilatura.Disabled})
	if err != nil || r == nil {
		return nil
	}
	return r.ContentNode
}

// mainText returns the lines of a page's main text: of the page itself or,
// where that holds none, as pages do that a script fills, of its JSON-LD, or
// of the data in its scripts.
func (c *Cleaner) mainText(doc *html.Node, f *facts, all []block) []line {
	lines := c.pageText(doc, f, all)
	if body := split(f.body); !anyProse(lines) && anyProse(body) {
		return body
	}
	if proseLength(lines) < fewLetters {
		if data := hydrated(doc, firstOf(append(f.headlines, f.title)...)); data != nil {
			return data
		}
	}
	return lines
}

// pageText returns the lines of the main text that the page shows.
func (c *Cleaner) pageText(doc *html.Node, f *facts, all []block) []line {
	var found []block
	if !f.deep {
		if n := c.extract(doc); n != nil {
			found = blocks(n)
		}
	}
	w := weigh(all, found, f.body)
	switch {
	case w.placed == 0 && f.body != "":
		return nil // the library found it in the JSON-LD, without paragraphs
	case w.astray():
		w.dense()
	case len(found) == 1 && w.parted():
		w.dense() // the library made one paragraph of the page
	case 10*w.placed < 9*w.found:
		return plainLines(found) // the library put text together anew
	}
	w.mend()
	if f.live {
		w.updates()
	}
	w.box(c.boxes)
	if lines := w.lines(); len(lines) > 0 {
		return lines
	}
	return plainLines(found)
}

// weighed is the blocks of a page with what speaks for each being report.
type weighed struct {
	all    []block
	in     []bool          // taken as main text
	body   map[uint64]bool // fours of words of the page's articleBody
	found  int             // runes of the text that the extractor found
	placed int             // of them in blocks of the page
	prose  int             // of them in blocks that read as prose
	link   int             // of them in links
	why    []string        // why a taken block is not report, "" if it may be
}

// weigh marks the blocks of the page that the extractor found. Its tree has
// lost links and places; the blocks of the page have them.
func weigh(all, found []block, body string) *weighed {
	w := &weighed{all: all, in: make([]bool, len(all)), body: fours(body)}
	var b strings.Builder
	for i := range found {
		b.WriteString(fold(found[i].text))
		b.WriteByte(' ')
		w.found += utf8.RuneCountInString(found[i].text)
	}
	text := b.String()
	for i := range all {
		if k := fold(all[i].text); k != "" && strings.Contains(text, k) && (len(k) >= 20 || strings.Contains(text, " "+k+" ")) {
			w.in[i] = true
		}
		if w.in[i] {
			w.placed += utf8.RuneCountInString(all[i].text)
			w.link += all[i].link
		}
		if w.in[i] && reads(&all[i]) {
			w.prose += utf8.RuneCountInString(all[i].text)
		}
	}
	return w
}

// astray reports whether the extractor found nothing, or mostly menus.
func (w *weighed) astray() bool {
	return w.found == 0 || 20*w.prose < 7*w.found && 8*w.link > w.found
}

// parted reports whether some element of the page holds most of the found text
// in several paragraphs.
func (w *weighed) parted() bool {
	home := w.heaviest(func(int) bool { return true })
	n, letters := 0, 0
	for i := range w.all {
		if b := &w.all[i]; home != nil && container(b) == home && reads(b) {
			n++
			letters += utf8.RuneCountInString(b.text)
		}
	}
	return n > 1 && 2*letters > w.found
}

// reads reports whether a block reads as prose: a sentence or more, few links.
func reads(b *block) bool {
	return letters(b.text) >= 40 && finished(b.text) && b.linkShare() < 0.3 && b.role != frame && b.role != caption
}

// container returns the element whose children the paragraphs of a text are.
func container(b *block) *html.Node {
	if b.in.DataAtom == atom.P && b.in.Parent != nil {
		return b.in.Parent
	}
	return b.in
}

// heaviest returns the container with the most prose among the blocks that
// count says, nil if there is none.
func (w *weighed) heaviest(counts func(int) bool) *html.Node {
	sum := map[*html.Node]int{}
	var best *html.Node
	for i := range w.all {
		if !counts(i) || !reads(&w.all[i]) {
			continue
		}
		c := container(&w.all[i])
		if sum[c] += utf8.RuneCountInString(w.all[i].text); best == nil || sum[c] > sum[best] {
			best = c
		}
	}
	return best
}

// dense takes, in place of what the extractor found, the prose of the
// container that has most of it.
func (w *weighed) dense() {
	best := w.heaviest(func(int) bool { return true })
	for i := range w.all {
		w.in[i] = best != nil && container(&w.all[i]) == best && (reads(&w.all[i]) || w.all[i].role == heading)
	}
}

// mend puts right what extraction by element misses on pages that part
// paragraphs with line breaks: it takes prose that stands in the same
// container as most of the found text. Where the page's JSON-LD has the text
// of the article, what is in it is taken too, and what is not in it is left.
func (w *weighed) mend() {
	home := w.heaviest(func(i int) bool { return w.in[i] })
	for i := range w.all {
		if b := &w.all[i]; home != nil && container(b) == home && reads(b) {
			w.in[i] = true
		}
	}
	w.byBody()
	w.headings()
	w.dateline()
}

// dateline takes the place and outlet that stand right before the first taken
// paragraph, parted from it by their mark-up: "<b>Wanareja</b> - <p>…".
func (w *weighed) dateline() {
	i := slices.Index(w.in, true)
	if i > 0 && datelineOnly(w.all[i-1].text) && near(w.all[i-1].in, w.all[i].in) {
		w.in[i-1] = true
	}
}

// datelineOnly reports whether a line is a dateline without its report.
func datelineOnly(s string) bool {
	return len(s) > 4 && len(s) < maxDateline && openDash.MatchString(s)
}

// updates takes, on a page that is a live blog, the prose of all elements that
// stand beside the one which holds most of the found text and are made alike.
func (w *weighed) updates() {
	e := w.heaviest(func(i int) bool { return w.in[i] })
	for e != nil && len(alike(e)) < 2 {
		e = e.Parent
	}
	if e == nil {
		return
	}
	twins := alike(e)
	for i := range w.all {
		for n := w.all[i].in; n != nil && !w.in[i] && reads(&w.all[i]); n = n.Parent {
			w.in[i] = n.Parent == e.Parent && slices.Contains(twins, n)
		}
	}
	w.headings()
}

// alike returns the children of e's parent that are the same element with the
// same classes; nil if it has none.
func alike(e *html.Node) []*html.Node {
	class := attr(e, "class")
	if e.Parent == nil || class == "" || e.DataAtom == atom.P || e.DataAtom == atom.Li {
		return nil
	}
	var out []*html.Node
	for n := e.Parent.FirstChild; n != nil; n = n.NextSibling {
		if n.Type == html.ElementNode && n.DataAtom == e.DataAtom && attr(n, "class") == class {
			out = append(out, n)
		}
	}
	return out
}

// headings takes the subheadings between taken paragraphs: those that stand
// right before one, after another, in the same part of the page.
func (w *weighed) headings() {
	var first *html.Node
	for i := range w.all {
		if w.in[i] && reads(&w.all[i]) && first == nil {
			first = w.all[i].in
		}
		b := &w.all[i]
		if first == nil || w.in[i] || b.role != heading || b.linkShare() > 0.3 || i+1 >= len(w.all) || !w.in[i+1] || !reads(&w.all[i+1]) {
			continue
		}
		w.in[i] = near(b.in, w.all[i+1].in)
	}
}

// near reports whether two elements have an ancestor within a few steps.
func near(a, b *html.Node) bool {
	for range maxSteps {
		a = parent(a)
		for n, i := b, 0; n != nil && i < maxSteps; n, i = n.Parent, i+1 {
			if n == a {
				return true
			}
		}
	}
	return false
}

func parent(n *html.Node) *html.Node {
	if n == nil {
		return nil
	}
	return n.Parent
}

// maxSteps is how many steps up near elements meet.
const maxSteps = 3

// byBody lets articleBody decide where it covers most of the taken text.
func (w *weighed) byBody() {
	covered, total := 0.0, 0.0
	for i := range w.all {
		if w.in[i] {
			n := float64(len(w.all[i].text))
			total += n
			covered += n * w.inBody(i)
		}
	}
	if len(w.body) < 40 || covered < 0.7*total {
		return
	}
	for i := range w.all {
		b := &w.all[i]
		switch share := w.inBody(i); {
		case w.in[i] && share < 0.2 && b.role != heading:
			w.in[i] = false
		case !w.in[i] && reads(b) && share > 0.8:
			w.in[i] = true
		}
	}
}

// inBody returns how much of block i stands in articleBody, 0 to 1.
func (w *weighed) inBody(i int) float64 {
	of := fours(w.all[i].text)
	n := 0
	for k := range of {
		if w.body[k] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(of)))
}

// fours returns the hashes of all runs of four words in s, of all words if
// there are fewer.
func fours(s string) map[uint64]bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !wordRune(r) })
	out := map[uint64]bool{}
	for i := 0; i+4 <= len(words) || i == 0 && len(words) > 0; i++ {
		out[xxh3.HashString(strings.Join(words[i:min(i+4, len(words))], " "))] = true
	}
	return out
}

// lines returns the taken blocks as lines, each a paragraph once. Links alone
// are related articles.
func (w *weighed) lines() []line {
	var out []line
	seen := map[string]bool{}
	for i := range w.all {
		b := &w.all[i]
		if !w.in[i] || seen[b.text] {
			continue
		}
		seen[b.text] = len(b.text) > 40
		l := line{text: b.text, gap: len(out) == 0 || !datelineOnly(out[len(out)-1].text), heading: b.role == heading && b.linkShare() < 0.5}
		switch {
		case w.why[i] != "":
			l.reason = w.why[i]
		case b.role == caption:
			l.reason = "caption"
		case b.linkShare() > 0.8 && headlineLength(b.text) && !finished(b.text):
			l.reason = "related"
		}
		out = append(out, l)
	}
	return out
}

func headlineLength(s string) bool { n := utf8.RuneCountInString(s); return n >= 25 && n <= 200 }

func plainLines(bs []block) []line {
	var out []line
	for _, b := range bs {
		out = append(out, line{text: b.text, gap: true})
	}
	return out
}

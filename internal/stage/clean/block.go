package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/selisik/selisik/internal/text"
)

// block is a run of text in a page that no block element, nor a pair of line
// breaks, parts.
type block struct {
	text string
	rows []string   // the pieces that single line breaks part, where there are any
	link int        // runes of it inside links
	in   *html.Node // the block element that holds it
	role role
}

// role is what the markup says that a block is.
type role uint8

const (
	prose   role = iota
	heading      // h1 to h6
	item         // in a list
	cell         // in a table
	caption      // of a picture
	frame        // navigation, footer, aside
)

// reader collects the blocks of a page in document order.
type reader struct {
	out  []block
	text strings.Builder
	link int
}

// blocks returns the blocks of the tree under n. Scripts, styles, forms and
// what is hidden are left out.
func blocks(n *html.Node) []block {
	r := &reader{}
	r.walk(n, n, prose, false)
	r.flush(n, prose)
	return r.out
}

func (r *reader) walk(n, in *html.Node, as role, linked bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			r.text.WriteString(c.Data)
			if linked {
				r.link += utf8.RuneCountInString(strings.TrimSpace(c.Data))
			}
		case c.Type != html.ElementNode || skipped(c):
		case c.DataAtom == atom.Br:
			r.lineBreak(in, as)
		case inline[c.DataAtom]:
			r.walk(c, in, as, linked || c.DataAtom == atom.A)
		default:
			r.flush(in, as)
			inner := roleOf(c, as)
			r.walk(c, c, inner, linked)
			r.flush(c, inner)
		}
	}
}

// lineBreak ends the block where a line break follows the end of a sentence or
// another line break, and is a blank elsewhere.
func (r *reader) lineBreak(in *html.Node, as role) {
	if s := strings.TrimSpace(r.text.String()); s == "" || finished(s) || strings.HasSuffix(r.text.String(), "\v") {
		r.flush(in, as)
		return
	}
	r.text.WriteString(" \v")
}

func (r *reader) flush(in *html.Node, as role) {
	if s := text.Squash(strings.ReplaceAll(r.text.String(), "\v", " ")); s != "" {
		r.out = append(r.out, block{text: spaced(strings.ReplaceAll(r.text.String(), "\v", " ")), rows: rows(r.text.String()), link: r.link, in: in, role: as})
	}
	r.text.Reset()
	r.link = 0
}

// rows returns the pieces of s between line breaks, nil if there are none.
func rows(s string) []string {
	if !strings.Contains(s, "\v") {
		return nil
	}
	var out []string
	for _, row := range strings.Split(s, "\v") {
		if row = spaced(row); row != "" {
			out = append(out, row)
		}
	}
	return out
}

// spaced returns s with every run of white space made one blank, its quotation
// marks as they are.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// inline are the elements that do not part text.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true, atom.Data: true,
	atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true,
	atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true,
	atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

// skipped reports whether an element holds nothing that a reader reads.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Button, atom.Select, atom.Textarea, atom.Input,
		atom.Object, atom.Embed, atom.Audio, atom.Video, atom.Canvas, atom.Head, atom.Img, atom.Math:
		return true
	}
	return attr(n, "hidden") != "" || attr(n, "aria-hidden") == "true" || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none")
}

// roleOf returns the role of the blocks in n, which stands in blocks of role as.
func roleOf(n *html.Node, as role) role {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Dialog:
		return frame
	case atom.Figcaption:
		return caption
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return max(heading, as)
	case atom.Li, atom.Dt, atom.Dd:
		return max(item, as)
	case atom.Td, atom.Th:
		return max(cell, as)
	}
	return as
}

// attr returns an attribute of n, "" if it has none of the name.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// linkShare is how much of a block is in links, 0 to 1.
func (b *block) linkShare() float64 {
	return float64(b.link) / float64(1+utf8.RuneCountInString(b.text))
}

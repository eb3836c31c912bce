package terminal

import (
	"bytes"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// style is the parameters of an SGR sequence: "1" is bold, "2" faint.
type style string

const (
	normal  style = ""
	bold    style = "1"
	faint   style = "2"
	red     style = "31"
	green   style = "32"
	yellow  style = "33"
	blue    style = "34"
	heading style = "1;36"
	marked  style = "7"
)

// run is a piece of text in one style. It holds no line break and no control
// character.
type run struct {
	text  string
	style style
}

// canvas collects lines of at most width columns.
type canvas struct {
	out   bytes.Buffer
	width int
	color bool
}

func (c *canvas) flush(w io.Writer) error {
	_, err := w.Write(c.out.Bytes())
	return err
}

func (c *canvas) blank() { c.out.WriteByte('\n') }

// para writes runs, parted by blanks, as a paragraph: the first line after
// lead, the others indented by as much.
func (c *canvas) para(lead run, runs ...run) {
	indent := columns(lead.text)
	for i, line := range wrap(runs, max(c.width-indent, 20)) {
		if i == 0 {
			c.put(lead)
		} else {
			c.out.WriteString(strings.Repeat(" ", indent))
		}
		for j, r := range line {
			if j > 0 {
				c.out.WriteByte(' ')
			}
			c.put(r)
		}
		c.blank()
	}
}

// whole writes a run that must not be broken, such as an address of which a
// terminal makes a link, on a line of its own.
func (c *canvas) whole(indent string, r run) {
	c.out.WriteString(indent)
	c.put(r)
	c.blank()
}

// put writes one run with its style. Neighbouring words of one style are
// joined by wrap, so sequences stay few.
func (c *canvas) put(r run) {
	if !c.color || r.style == normal || r.text == "" {
		c.out.WriteString(r.text)
		return
	}
	c.out.WriteString("\x1b[" + string(r.style) + "m" + r.text + "\x1b[0m")
}

// rule writes a line across the page.
func (c *canvas) rule() {
	c.put(run{strings.Repeat("─", c.width), faint})
	c.blank()
}

// wrap breaks runs at blanks into lines of at most width columns; a word that
// is wider alone is broken between graphemes. An empty text gives one empty
// line.
func wrap(runs []run, width int) [][]run {
	lines := [][]run{nil}
	used := 0
	for _, r := range runs {
		for _, word := range strings.Fields(r.text) {
			for _, part := range breakWord(word, width) {
				n := columns(part)
				if used > 0 && used+1+n > width {
					lines = append(lines, nil)
					used = 0
				}
				if used > 0 {
					used++
				}
				used += n
				lines[len(lines)-1] = join(lines[len(lines)-1], run{part, r.style})
			}
		}
	}
	return lines
}

func join(line []run, r run) []run {
	if n := len(line); n > 0 && line[n-1].style == r.style {
		line[n-1].text += " " + r.text
		return line
	}
	return append(line, r)
}

func breakWord(word string, width int) []string {
	if columns(word) <= width {
		return []string{word}
	}
	var out []string
	var part strings.Builder
	used := 0
	g := displaywidth.StringGraphemes(word)
	for g.Next() {
		if used > 0 && used+g.Width() > width {
			out = append(out, part.String())
			part.Reset()
			used = 0
		}
		part.WriteString(g.Value())
		used += g.Width()
	}
	return append(out, part.String())
}

// pad fills s with blanks to n columns.
func pad(s string, n int) string {
	return s + strings.Repeat(" ", max(n-columns(s), 0))
}

// columns returns the display width of s.
func columns(s string) int { return displaywidth.String(s) }

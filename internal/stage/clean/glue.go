package clean

import (
	"cmp"
	"slices"
	"strings"
)

// cut is a piece [start, end) of a line that is not report.
type cut struct {
	start, end int
	reason     string
}

// unglue takes junk out of the inside of lines. What is taken out becomes a
// line of its own after the line that it was in.
func (r *rules) unglue(lines []line) []line {
	out := lines[:0:0]
	for _, l := range lines {
		if l.reason != "" {
			out = append(out, l)
			continue
		}
		cuts := r.cuts(l.text)
		if rest := strings.TrimSpace(without(l.text, cuts)); rest != "" {
			out = append(out, line{text: rest, gap: l.gap})
		}
		for _, c := range cuts {
			if t := strings.TrimSpace(l.text[c.start:c.end]); t != "" {
				out = append(out, line{text: t, reason: c.reason})
			}
		}
	}
	return out
}

// cuts returns the junk inside s in order, none overlapping.
func (r *rules) cuts(s string) []cut {
	var out []cut
	for _, g := range r.glued.possible(s) {
		for _, m := range g.pattern.FindAllStringIndex(s, -1) {
			out = append(out, cut{m[0], m[1], g.reason})
		}
	}
	for _, g := range r.linked.possible(s) {
		for _, m := range g.pattern.FindAllStringIndex(s, -1) {
			out = append(out, cut{m[0], m[1] + r.ends.title(s, s[m[1]:]), "related"})
		}
	}
	slices.SortFunc(out, func(a, b cut) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	end := 0
	return slices.DeleteFunc(out, func(c cut) bool {
		if c.start < end {
			return true
		}
		end = c.end
		return false
	})
}

// without returns s less the cuts. One blank stands where a cut parted two
// words; none is put in where there was none before the cut.
func without(s string, cuts []cut) string {
	if len(cuts) == 0 {
		return s
	}
	var b strings.Builder
	at := 0
	for _, c := range cuts {
		b.WriteString(s[at:c.start])
		at = c.end
		rest := strings.TrimLeft(s[at:], " ")
		if b.Len() > 0 && rest != "" && !strings.HasSuffix(s[:c.start], " ") && !resumesMark(rest) {
			b.WriteByte(' ')
		}
		at = len(s) - len(rest)
	}
	b.WriteString(s[at:])
	return b.String()
}

func resumesMark(s string) bool { return punctuates(rune(s[0])) }

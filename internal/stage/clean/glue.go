package clean

import (
	"cmp"
	"regexp"
	"regexp/syntax"
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
	low := strings.ToLower(s)
	var out []cut
	for _, g := range r.glued {
		if !g.possible(low) {
			continue
		}
		for _, m := range g.pattern.FindAllStringIndex(s, -1) {
			out = append(out, cut{m[0], m[1], g.reason})
		}
	}
	if r.linked.possible(low) {
		for _, m := range r.linked.pattern.FindAllStringIndex(s, -1) {
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

// guarded is a pattern with the words of which one must be in a line, in
// small letters, for the pattern to match: looking for words is many times
// faster than matching.
type guarded struct {
	rule
	words []string
}

func guard(ru rule) guarded {
	re, err := syntax.Parse(ru.pattern.String(), syntax.Perl)
	if err != nil {
		return guarded{rule: ru}
	}
	return guarded{ru, required(re.Simplify())}
}

func (g guarded) possible(low string) bool {
	if g.pattern == nil {
		return false
	}
	if len(g.words) == 0 {
		return true
	}
	return slices.ContainsFunc(g.words, func(w string) bool { return strings.Contains(low, w) })
}

// required returns strings of which every match holds at least one, in small
// letters; nil if that cannot be told. After Cox 2012, "Regular Expression
// Matching with a Trigram Index", with whole literals in place of trigrams.
func required(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			words := required(sub)
			if words == nil {
				return nil
			}
			all = append(all, words...)
		}
		return all
	case syntax.OpConcat:
		return best(re.Sub)
	}
	return nil
}

// best returns the requirement whose shortest word is longest.
func best(subs []*syntax.Regexp) []string {
	var out []string
	length := 0
	for _, sub := range subs {
		words := required(sub)
		if words == nil {
			continue
		}
		n := len(slices.MinFunc(words, func(a, b string) int { return len(a) - len(b) }))
		if n > length {
			out, length = words, n
		}
	}
	return out
}

// compileGuarded puts the patterns of a kind together, each guarded as one.
func compileGuarded(reason string, re *regexp.Regexp) guarded {
	if re == nil {
		return guarded{}
	}
	return guard(rule{reason, re})
}

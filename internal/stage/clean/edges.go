package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// edges marks what stands before the report begins and after it has ended, where
// less evidence is needed than in its midst: the names, sections and captions
// above a dateline, summaries made beside the report, and the names below it.
func (r *rules) edges(lines []line) {
	start := opening(lines)
	r.summaries(lines, start)
	r.subjects(lines)
	r.above(lines, start)
	r.below(lines)
}

// outletDateline is a dateline that names the outlet, or the place in capitals:
// "TEMPO.CO, Jakarta - ", "Jakarta (ANTARA) - ", "JAKARTA, June 11 (Reuters) - ".
var outletDateline = regexp.MustCompile(`^(?:\p{L}[\p{L}\d-]*\.(?:com|COM|co\.id|CO\.ID|id|ID|co|CO|net|NET|tv|TV)\b[^.!?"“]{0,40}?|\p{Lu}[\p{Lu} .,'’-]{3,40}|\p{Lu}[\p{L}\d ,.'’-]{2,50}(?:\(\p{Lu}[\p{L} ]{1,20}\)|\p{L}+\.(?:com|co\.id|id)|, \p{Lu}[\p{L} ]{2,24}))\s*(?:-{1,2}|–|—|:)\s*\S`)

// opening returns the line with which the report begins, by its dateline among
// the first lines; -1 if none has one.
func opening(lines []line) int {
	for i := range lines[:min(len(lines), maxAbove)] {
		if l := &lines[i]; l.reason == "" && len(l.text) > maxTag && outletDateline.MatchString(l.text) {
			return i
		}
	}
	return -1
}

// maxAbove is how many lines may stand above a report.
const maxAbove = 24

// above marks the lines above the report that no sentence is: names, sections,
// the headline in other words, and the caption below a photographer's name.
// Where no dateline tells the beginning, names count only beside what is marked.
func (r *rules) above(lines []line, start int) {
	for i := range lines[:max(start, 0)] {
		l := &lines[i]
		switch {
		case l.reason != "" || l.heading:
		case i > 0 && creditOnly(&lines[i-1]) && len(l.text) <= maxCaption, creditOnly(&lines[i+1]) && len(l.text) <= maxCaption:
			l.reason = "caption"
		case !finished(l.text) && (headline(l.text) || len(strings.Fields(l.text)) <= maxNameWords):
			l.reason = "credit"
		}
	}
	seen := 0
	for i := range lines {
		l := &lines[i]
		switch {
		case l.reason != "":
			continue
		case !l.heading && len(l.text) <= maxCaption && (i > 0 && creditOnly(&lines[i-1]) && !finished(l.text) || i+1 < len(lines) && creditOnly(&lines[i+1])):
			l.reason = "caption"
		case !l.heading && r.nameLike(l.text) && r.beside(lines, i):
			l.reason = "credit"
		default:
			return
		}
		if seen++; seen == headLines {
			return
		}
	}
}

// creditOnly reports whether a line is a photographer's name without a caption.
func creditOnly(l *line) bool {
	return l.reason == "caption" && len(l.text) <= maxTag && !finished(l.text) && strings.ContainsAny(l.text, " /")
}

// nameLike reports whether a line is a few capitalised words.
func (r *rules) nameLike(s string) bool {
	if len(s) > maxTag || len(strings.Fields(s)) > maxNameWords || finished(s) || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	for i, w := range strings.Fields(s) {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) && !strings.ContainsRune("(&-|/", c) && (i == 0 || !r.ends.small(w)) {
			return false
		}
	}
	return true
}

const (
	maxNameWords = 5
	maxCaption   = 320 // bytes
)

// beside reports whether line i has a name, or what was printed about the
// article, before or behind it.
func (r *rules) beside(lines []line, i int) bool {
	about := func(j int) bool {
		return j >= 0 && j < len(lines) && slices.Contains([]string{"credit", "share", "markup", "caption"}, lines[j].reason)
	}
	return about(i-1) || about(i+1) || i+1 < len(lines) && lines[i+1].reason == "" && r.nameLike(lines[i+1].text)
}

// summaries marks a summary that is printed before the report, from its heading
// to the dateline; where there is none, to the first line that is a sentence.
func (r *rules) summaries(lines []line, start int) {
	for i := range lines[:min(len(lines), maxAbove)] {
		if len(lines[i].text) > maxTag || !r.summary.whole(lines[i].text) {
			continue
		}
		lines[i].reason = firstOf(lines[i].reason, "markup")
		for j := i + 1; j < len(lines) && j != start && (start > i || !finished(lines[j].text) && len(lines[j].text) <= maxCaption); j++ {
			lines[j].reason = firstOf(lines[j].reason, "markup")
		}
		return
	}
}

// subjects marks the names of the subjects of a report, below their heading.
func (r *rules) subjects(lines []line) {
	for i := range lines {
		if lines[i].reason == "" || len(lines[i].text) > maxTag || !r.topics.whole(lines[i].text) {
			continue
		}
		for j := i + 1; j < len(lines) && j <= i+maxTopics; j++ {
			l := &lines[j]
			if l.reason == "" && (len(l.text) > maxTag/2 || len(strings.Fields(l.text)) > maxNameWords || finished(l.text) || goesOn(lines, j)) {
				break
			}
			l.reason = firstOf(l.reason, "share")
		}
	}
}

// maxTopics is how many subjects a report is said to have.
const maxTopics = 12

// whole reports whether one of the rules matches s.
func (g *guarded) whole(s string) bool {
	return slices.ContainsFunc(g.possible(s), func(x rule) bool { return x.pattern.MatchString(s) })
}

// below marks what stands last: names in capitals, and what the patterns take
// for a credit at the end.
func (r *rules) below(lines []line) {
	seen := 0
	for i := len(lines) - 1; i > 0 && seen < mostBelow; i-- {
		l := &lines[i]
		if l.reason != "" {
			continue
		}
		credited := lines[i-1].reason == "credit" && r.nameLike(l.text)
		if !credited && !r.end.whole(l.text) && !inCapitals(l.text) || !reportBefore(lines, i) {
			return
		}
		l.reason = "credit"
		seen++
	}
}

// mostBelow is how many lines of credits may stand below a report.
const mostBelow = 3

// reportBefore reports whether a sentence of the report stands before line i.
func reportBefore(lines []line, i int) bool {
	for _, l := range lines[:i] {
		if l.reason == "" && finished(l.text) {
			return true
		}
	}
	return false
}

// inCapitals reports whether a line is one or more names in capitals, as the
// authors' are at the end of a report.
func inCapitals(s string) bool {
	n := len(strings.Fields(s))
	return n <= 12 && len(s) > 1 && !finished(s) && strings.ToUpper(s) == s && !strings.ContainsFunc(s, unicode.IsDigit) && !strings.ContainsAny(s, `"“:?!`)
}

// captions marks the lines that end in a photographer's name, unless they are
// the last of the report, where it may be the author's.
func (r *rules) captions(lines []line) {
	for i := range lines {
		l := &lines[i]
		if l.reason != "" || l.heading || len(l.text) > maxCaption || strings.ContainsAny(l.text, `"“`) || !r.credited(l.text) {
			continue
		}
		if goesOn(lines, i) || !longBehind(lines, i) || i >= headLines && lastReport(lines, i) {
			continue
		}
		l.reason = "caption"
	}
}

// credited reports whether a line ends in a photographer's name. Only its end is
// looked at.
func (r *rules) credited(s string) bool {
	at := max(0, len(s)-maxCredit)
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	last := s[len(s)-1]
	return (last == ')' || last == ']' || slashed.MatchString(s[at:])) && matches(r.photo, s[at:])
}

// slashed is a stroke before a name.
var slashed = regexp.MustCompile(`/ ?\p{L}`)

// maxCredit is the length in bytes of the longest photographer's credit.
const maxCredit = 120

// longBehind reports whether a sentence of the report follows line i.
func longBehind(lines []line, i int) bool {
	return slices.ContainsFunc(lines[i+1:], func(l line) bool { return l.reason == "" && len(l.text) > maxTag && finished(l.text) })
}

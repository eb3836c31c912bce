package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sweep marks the lines that are not report: what the patterns know, the
// headlines that follow a lead-in such as "Baca juga:", headlines that stand
// twice, and the short lines (tags, links) after the last credit. lines is
// changed in place.
func (r *rules) sweep(lines []line) {
	for i := range lines {
		l := &lines[i]
		if l.reason != "" || l.known || i > 0 && dash(l.text) && len(l.text) < 4 && atDateline(&lines[i-1]) {
			continue
		}
		reason := firstOf(r.junk(l.text), r.allGlue(l.text))
		if reason == "" || !midSentence(r, lines, i) {
			l.reason, l.known = reason, true
		}
	}
	r.follow(lines)
	r.leads(lines)
	r.doubles(lines)
	tail(lines)
}

// atDateline reports whether a dash below this line may be that of a dateline.
func atDateline(l *line) bool {
	return l.reason == "" && len(l.text) < maxDateline && !finished(l.text)
}

// follow marks what was cut off a line of junk at a link: "Baca selengkapnya
// di⏎sini⏎.", "Artikel ini telah tayang di⏎Kabar Desa⏎."
func (r *rules) follow(lines []line) {
	for i := 1; i < len(lines); i++ {
		l, prev := &lines[i], &lines[i-1]
		if l.reason != "" || l.gap || prev.piece || finished(prev.text) {
			continue
		}
		if prev.reason == "promo" {
			for j := i; j < r.embedded(lines, i); j++ {
				lines[j].reason = prev.reason
			}
		}
		switch prev.reason {
		case "promo", "credit":
			if len(l.text) <= maxTitle && r.unfinished(prev.text) || prev.reason == "promo" && len(l.text) <= maxTag && resumes(l.text) {
				l.reason = prev.reason
			}
		}
	}
}

// allGlue returns the reason of junk that takes up all of a line without
// blanks, such as the address of a picture.
func (r *rules) allGlue(s string) string {
	if strings.Contains(s, " ") {
		return ""
	}
	if c := r.cuts(s); len(c) == 1 && c[0].start == 0 && c[0].end == len(s) {
		return c[0].reason
	}
	return ""
}

// midSentence reports whether line i is a link inside a running sentence, as
// in texts that were cut at every link.
func midSentence(r *rules, lines []line, i int) bool {
	next := ""
	if i+1 < len(lines) && lines[i+1].reason == "" && !lines[i+1].gap {
		next = lines[i+1].text
	}
	bracket := strings.ContainsRune("([", rune(lines[i].text[0]))
	if first, _ := utf8.DecodeRuneInString(next); next != "" && punctuates(first) && !bracket {
		return true
	}
	if i == 0 || lines[i-1].reason != "" || lines[i].gap || finished(lines[i-1].text) {
		return false
	}
	prev := lines[i-1].text
	if bracket { // a short form of the name before it, or a credit after a link
		return !initials.MatchString(lines[i].text) && !headline(prev) || len(next) > maxTag && resumes(next)
	}
	return r.unfinished(prev) || next != "" && resumes(next)
}

// initials are those of the people who wrote a report, at its end: no short form
// of a name has a stroke between small letters.
var initials = regexp.MustCompile(`^\([a-z][a-z0-9]+/[a-z0-9/*]+\)\.?$`)

// maxTag is the length in bytes of the longest tag after a credit.
const maxTag = 60

// trailers takes junk off the ends of lines: a last piece after the end of a
// sentence that is junk as a line would be ("… fakta! BERITA LAINNYA"), and
// the credit at the end of the report ("… ujarnya. (abc)").
func (r *rules) trailers(lines []line) []line {
	out := lines[:0:0]
	for i, l := range lines {
		out = append(out, l)
		if l.reason != "" {
			continue
		}
		at, reason := r.trailer(l.text)
		if at == 0 && lastReport(lines, i) && r.sign != nil {
			if m := r.sign.FindStringSubmatchIndex(l.text); m != nil {
				at, reason = m[2], "credit"
			}
		}
		if at > 0 {
			n := len(out) - 1
			out[n].text, out[n].known = strings.TrimRight(l.text[:at], " \t\u00a0"), false
			out = append(out, line{text: strings.TrimSpace(l.text[at:]), reason: reason, piece: true})
		}
	}
	return out
}

// sentenceEnd is the end of a sentence inside a line.
var sentenceEnd = regexp.MustCompile(`[.!?]["”’)]*\s+`)

// trailer returns where the junk at the end of s begins and its reason, 0 if
// there is none.
func (r *rules) trailer(s string) (int, string) {
	from := max(0, len(s)-maxTrailer)
	all := sentenceEnd.FindAllStringIndex(s[from:], -1)
	if len(all) == 0 {
		return 0, ""
	}
	at := from + all[len(all)-1][1]
	if piece := s[at:]; len(piece) >= 6 && !strings.HasSuffix(piece, ".") {
		if reason := r.junk(piece); reason != "" {
			return at, reason
		}
	}
	return 0, ""
}

// maxTrailer is the length of the longest junk at the end of a line, in bytes.
const maxTrailer = 160

// lastReport reports whether no more than two lines of report follow line i.
func lastReport(lines []line, i int) bool {
	n := 0
	for _, l := range lines[i+1:] {
		if l.reason == "" {
			n++
		}
	}
	return n <= 2
}

// embedded returns the line after the rest of a promotion's headline that was cut
// at its links, from line i to the mark of what it promotes ("[Gambas:Video]"); i
// if there is none.
func (r *rules) embedded(lines []line, i int) int {
	for j := i; j < len(lines) && j <= i+mostCuts; j++ {
		switch l := &lines[j]; {
		case l.reason == "markup":
			return j
		case l.reason != "" || finished(l.text) || len(l.text) > maxTitle:
			return i
		}
	}
	return i
}

// mostCuts is how many more pieces than one a headline is cut into.
const mostCuts = 4

// leads marks the headlines that follow a lead-in.
func (r *rules) leads(lines []line) {
	cut := cutAtLinks(lines)
	for i := range lines {
		if lines[i].reason == "" || lines[i].piece || !r.leadIn(lines[i].text) {
			continue
		}
		for j := i + 1; j < len(lines) && j <= i+maxLinks; j++ {
			if lines[j].reason != "" && !r.leadIn(lines[j].text) {
				continue
			}
			if lines[j].heading || j == i+1 && laterItem.MatchString(lines[j].text) || !headline(lines[j].text) && (cut || !phrase(lines[j].text)) || j+1 < len(lines) && resumes(lines[j+1].text) && lines[j+1].reason == "" {
				break
			}
			lines[j].reason = "related"
		}
	}
}

// laterItem is a heading with a number before which others stand.
var laterItem = regexp.MustCompile(`^(?:[2-9]|\d\d)[.)] `)

// phrase reports whether s is longer than a subheading and no sentence, as
// headlines are that capitalise only names.
func phrase(s string) bool {
	return !finished(s) && len(strings.Fields(s)) >= 5 && utf8.RuneCountInString(s) <= 140
}

// maxLinks is how many lines after a lead-in may be headlines.
const maxLinks = 6

// tail marks what follows the last credit if it is all short and unfinished:
// tags and links. A tag may read as a credit itself, so one before it counts if
// nothing but tags stands between.
func tail(lines []line) {
	last := -1
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-maxTail; i-- {
		l := &lines[i]
		if l.reason == "credit" {
			last = i
		}
		first, _ := utf8.DecodeRuneInString(l.text)
		if l.reason == "" && (finished(l.text) || len(l.text) > 80 || last >= 0 && !unicode.IsLower(first)) {
			break
		}
	}
	if last < len(lines)/3 {
		return
	}
	for i := last + 1; i < len(lines); i++ {
		if lines[i].reason == "" {
			lines[i].reason = "markup"
		}
	}
}

// maxTail is how many lines may follow the last credit.
const maxTail = 24

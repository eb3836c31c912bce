package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// join puts lines together that were one paragraph before the page was cut at
// its links ("dilansir⏎Kantor Berita⏎, Selasa") or wrapped at a margin. A
// blank takes the place of the line break: joined text holds the same words and
// marks in the same order as the lines.
func (r *rules) join(lines []line) []line {
	cut, margin := cutAtLinks(lines), wrapped(lines)
	out := lines[:0:0]
	for i, l := range lines {
		n := len(out)
		if n == 0 || l.gap || l.reason != "" || lines[i-1].reason != "" || !margin && (!r.joins(out, lines, i, cut) || !resumes(l.text) && r.promoted(out[n-1].text)) {
			out = append(out, l)
			continue
		}
		p := &out[n-1]
		p.text += " " + l.text
		p.known, p.joined = false, true
	}
	return out
}

// promoted reports whether a line ends in junk that needs nothing behind it:
// "… tiga bulan. Scroll ke bawah untuk melanjutkan membaca".
func (r *rules) promoted(s string) bool {
	at, _ := r.trailer(s)
	return at > 0 && !r.leadIn(strings.TrimSpace(s[at:]))
}

// wrapped reports whether the text was wrapped at a margin: blank lines part
// its paragraphs, and most lines inside them are about as long as a page is wide
// and end anywhere in a sentence.
func wrapped(lines []line) bool {
	inside, wide, open, gaps := 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap {
			gaps++
			continue
		}
		inside++
		if n := utf8.RuneCountInString(lines[i-1].text); n >= 45 && n <= 100 {
			wide++
		}
		if !finished(lines[i-1].text) {
			open++
		}
	}
	return gaps > 0 && inside >= 4 && 10*wide >= 8*inside && 2*open >= inside
}

// joins reports whether line i belongs to the last line of out.
func (r *rules) joins(out, lines []line, i int, cut bool) bool {
	last := &out[len(out)-1]
	if len(out) == 1 && dateline.MatchString(last.text) && !finished(last.text) {
		return true
	}
	return r.continues(last, lines[i].text, cut) || cut && leadsOn(lines, i)
}

// leadsOn reports whether line i is a link between the beginning of a sentence
// before it and the rest after it: "kata Kepala Desa⏎Raden Suparta⏎.". What
// reads as a heading begins no sentence, unless it is a single word.
func leadsOn(lines []line, i int) bool {
	prev := lines[i-1].text
	if finished(prev) || i+1 >= len(lines) || lines[i+1].reason != "" || lines[i+1].gap || !resumes(lines[i+1].text) {
		return false
	}
	return !strings.Contains(prev, " ") || capitals(prev) < 0.6
}

// cutAtLinks reports whether the lines show the marks of a page that was cut
// at its links: lines of report that begin as the rest of a sentence does, or
// a dateline's dash alone.
func cutAtLinks(lines []line) bool {
	for i := 1; i < len(lines); i++ {
		if dash(lines[i].text) && len(lines[i].text) < 4 && len(lines[i-1].text) < maxDateline {
			return true
		}
		if lines[i].reason == "" && lines[i-1].reason == "" && !finished(lines[i-1].text) && resumes(lines[i].text) {
			return true
		}
	}
	return false
}

// continues reports whether next goes on with the sentence of p.
func (r *rules) continues(p *line, next string, cut bool) bool {
	prev := p.text
	first, _ := utf8.DecodeRuneInString(next)
	if punctuates(first) {
		return true
	}
	if dash(next) {
		return len(prev) < maxDateline
	}
	end, _ := utf8.DecodeLastRuneInString(prev)
	if strings.ContainsRune(".!?:;…", end) {
		return false
	}
	if openDash.MatchString(prev) || unicode.IsLower(first) {
		return true
	}
	if finished(prev) {
		return false
	}
	if r.unfinished(prev) {
		return true
	}
	return cut && (p.joined || len(prev) > maxHeading || endsSmall(prev))
}

// openDash ends the dateline of a report that was cut off behind it.
var openDash = regexp.MustCompile(`(?:^|\s)(?:--?|–|—)$`)

// dateline is the beginning of a report: place and outlet before a dash.
var dateline = regexp.MustCompile(`^\p{Lu}[^–—.!?]{1,30}(?:\.\p{L}{2,4}){0,3}[^–—.!?]{0,24} (?:-|--|–|—) \S`)

// endsSmall reports whether s ends in a comma, an opening bracket or a word in
// small letters, as headings seldom do and list items do.
func endsSmall(s string) bool {
	if strings.HasSuffix(s, ",") || strings.HasSuffix(s, "(") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[strings.LastIndexByte(s, ' ')+1:])
	return unicode.IsLower(r) && !strings.Contains(s, ": ")
}

// unfinished reports whether s ends in a word after which a sentence goes on.
func (r *rules) unfinished(s string) bool {
	return matches(r.open, s[strings.LastIndexByte(s, ' ')+1:])
}

// dash reports whether s is the dash of a dateline, alone or before its report.
func dash(s string) bool {
	return s == "-" || s == "–" || s == "—" || s == "--" || strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "– ")
}

const (
	maxDateline = 40 // bytes of the place and outlet before the dash
	maxHeading  = 90 // bytes of the longest subheading
)

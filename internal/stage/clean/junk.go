package clean

import "unicode/utf8"

// sweep marks the lines that are not report: what the patterns know, the
// headlines that follow a lead-in such as "Baca juga:", headlines that stand
// twice, and the short lines (tags, links) after the last credit. lines is
// changed in place.
func (r *rules) sweep(lines []line) {
	for i := range lines {
		if lines[i].reason == "" && !midSentence(r, lines, i) {
			lines[i].reason = r.junk(lines[i].text)
		}
	}
	r.leads(lines)
	doubles(lines)
	tail(lines)
}

// midSentence reports whether line i is a link inside a running sentence, as
// in texts that were cut at every link.
func midSentence(r *rules, lines []line, i int) bool {
	if i+1 < len(lines) {
		first, _ := utf8.DecodeRuneInString(lines[i+1].text)
		if punctuates(first) && !lines[i+1].gap {
			return true
		}
	}
	if i == 0 || lines[i-1].reason != "" || lines[i].gap || finished(lines[i-1].text) {
		return false
	}
	return matches(r.open, lines[i-1].text) || i+1 < len(lines) && resumes(lines[i+1].text)
}

// leads marks the headlines that follow a lead-in.
func (r *rules) leads(lines []line) {
	for i := range lines {
		if lines[i].reason == "" || !matches(r.lead, lines[i].text) {
			continue
		}
		for j := i + 1; j < len(lines) && j <= i+maxLinks; j++ {
			if lines[j].reason != "" && !matches(r.lead, lines[j].text) {
				continue
			}
			if !headline(lines[j].text) || j+1 < len(lines) && resumes(lines[j+1].text) && lines[j+1].reason == "" {
				break
			}
			lines[j].reason = "related"
		}
	}
}

// maxLinks is how many lines after a lead-in may be headlines.
const maxLinks = 6

// doubles marks headlines that stand twice in a row: the title and the text
// of one embedded link.
func doubles(lines []line) {
	for i := 1; i < len(lines); i++ {
		if lines[i].text == lines[i-1].text && lines[i].reason == "" && headline(lines[i].text) {
			lines[i-1].reason, lines[i].reason = "related", "related"
		}
	}
}

// tail marks what follows the last credit if it is all short and unfinished:
// tags and links.
func tail(lines []line) {
	last := -1
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-maxTail; i-- {
		if lines[i].reason == "credit" {
			last = i
			break
		}
		if lines[i].reason == "" && (finished(lines[i].text) || len(lines[i].text) > 80) {
			return
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

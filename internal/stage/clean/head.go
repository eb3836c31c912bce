package clean

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A bare text often begins as its page did: logo, headline, outlet and author,
// address and caption of a picture, and a blank line before the report. headBlock is
// those lines; it is empty where no blank line ends them.
func headBlock(lines []line) []line {
	for i := 1; i < len(lines) && i <= headLines+1; i++ {
		if lines[i].gap {
			return lines[:i]
		}
	}
	return nil
}

// photoCredit ends a caption: "… Senin (15/9). HARIAN KAMI/Joko Purna".
var photoCredit = regexp.MustCompile(`\b[\p{Lu}][\p{Lu} .]{2,30}/\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}\)?$`)

// address is an address somewhere in a line.
var address = regexp.MustCompile(`https?://[^\s)]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b`)

// blockLines marks what in the block is not report, and takes the outlet's
// name from it: a name that is also the name of a domain there.
func (p *page) blockLines() {
	lines := headBlock(p.lines)
	domains := map[string]string{}
	for _, l := range lines {
		for _, a := range address.FindAllString(l.text, -1) {
			if d := registered(firstOf(host(a), a)); d != "" {
				label, _, _ := strings.Cut(d, ".")
				domains[fold(label)] = d
			}
		}
	}
	for i := range lines {
		l := &lines[i]
		switch {
		case l.reason != "" || fold(l.text) == fold(p.title):
		case photoCredit.MatchString(l.text):
			l.reason = "caption"
		case nameLine(l.text):
			l.reason = "credit"
			p.outletOf(l.text, domains)
		}
	}
}

// outletOf sets the page's site and home from a line that names the outlet.
func (p *page) outletOf(s string, domains map[string]string) {
	for _, part := range nameParts.Split(s, -1) {
		if d := domains[fold(part)]; d != "" && p.site == "" {
			p.site, p.home = strings.TrimSpace(part), "https://"+d+"/"
		}
		if d := registered(strings.TrimSpace(part)); d != "" {
			p.home = firstOf(p.home, "https://"+d+"/")
		}
	}
}

// nameParts part the names of author and outlet.
var nameParts = regexp.MustCompile(`\s+[-–—|]\s+`)

// nameLine reports whether a line of the block below the headline is names of
// author or outlet: a few words, capitalised, that end no sentence.
func nameLine(s string) bool {
	n := len(strings.Fields(s))
	return n <= maxBylineWords && !finished(s) && (capitals(s) >= 0.6 || nameParts.MatchString(s)) && utf8.RuneCountInString(s) >= 4
}

// menu reports whether a line is the menu of a page: four or more short names
// parted by bars.
func menu(s string) bool {
	parts := strings.Split(s, "|")
	if len(parts) < 4 {
		return false
	}
	for _, part := range parts {
		if n := len(strings.Fields(part)); n == 0 || n > 3 || strings.ContainsAny(part, "0123456789.!?") {
			return false
		}
	}
	return true
}

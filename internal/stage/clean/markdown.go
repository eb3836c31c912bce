package clean

import (
	"regexp"
	"strings"
)

// The marks of Markdown that a reader does not read.
var (
	mdImage  = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	mdLink   = regexp.MustCompile(`\[([^\]]+)\]\((?:[^()]|\([^)]*\))*\)`)
	mdStrong = regexp.MustCompile(`(\*{1,3}|_{2,3}|~~|` + "`" + `)(\S(?:.*?\S)?)(\*{1,3}|_{2,3}|~~|` + "`" + `)`)
	mdLead   = regexp.MustCompile(`(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[*+-][ \t]+)`)
	mdRule   = regexp.MustCompile(`(?m)^[ \t]*(?:[-*_=][ \t]*){3,}$`)
	mdField  = regexp.MustCompile(`(?m)^(\w+):[ \t]*["']?(.*?)["']?[ \t]*$`)
)

// markdown returns a Markdown text as plain text. Front matter (lines of
// "name: value" between two lines of hyphens) gives title, byline and stamp.
func markdown(s string, p *page) string {
	if rest, ok := strings.CutPrefix(s, "---\n"); ok {
		if head, body, ok := strings.Cut(rest, "\n---"); ok {
			s = body
			frontMatter(head, p)
		}
	}
	s = mdImage.ReplaceAllString(s, "")
	s = mdLink.ReplaceAllString(s, "$1")
	s = mdRule.ReplaceAllString(s, "")
	s = mdLead.ReplaceAllString(s, "")
	return mdStrong.ReplaceAllString(s, "$2")
}

func frontMatter(head string, p *page) {
	for _, m := range mdField.FindAllStringSubmatch(head, -1) {
		switch m[1] {
		case "title":
			p.title = m[2]
		case "author":
			p.byline = m[2]
		case "date":
			p.stamp, p.basis = m[2], "metadata"
		}
	}
}

package revise

import (
	"regexp"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// lineRule says what a line of an article is that is no report.
type lineRule struct {
	what    string
	pattern *regexp.Regexp
}

// lineKinds are the kinds of pattern that tell such lines, and what they are.
var lineKinds = []struct{ kind, what string }{
	{"notice-stamp", news.WhatStamp},
	{"junk-related", news.WhatLink},
	{"junk-promo", news.WhatLink},
	{"headline-promo", news.WhatLink},
	{"junk-share", news.WhatLink},
	{"junk-advert", news.WhatLink},
	{"junk-caption", news.WhatCredit},
	{"junk-credit", news.WhatCredit},
}

// newLines collects the patterns of all packs: a page mixes languages.
func newLines(packs *lang.Packs) []lineRule {
	var out []lineRule
	for _, k := range lineKinds {
		if p := either(packs, k.kind, "^(?:", ")$"); p != nil {
			out = append(out, lineRule{k.what, p})
		}
	}
	if p := either(packs, "glued-title", "^(?:", ")"); p != nil {
		out = append(out, lineRule{news.WhatLink, p})
	}
	return out
}

// either is one pattern for those of one kind of all packs, nil if there are
// none.
func either(packs *lang.Packs, kind, before, after string) *regexp.Regexp {
	var all []string
	for _, tag := range packs.Tags() {
		for _, row := range packs.For(tag).Rows("patterns") {
			if row.Cols[0] == kind {
				all = append(all, "(?:"+row.Cols[1]+")")
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return regexp.MustCompile(before + strings.Join(all, "|") + after)
}

// longestLine is the length of the longest line, in bytes, that may be none of
// the report.
const longestLine = 600

// line says what a sentence is that is no report: a notice of correction or
// retraction, a stamp, a credit, a link; "" if it may be report.
func (r *Reviser) line(s string) string {
	if kind := r.notes.kind(s); kind == news.Correction || kind == news.Retraction {
		return news.WhatNotice
	} else if kind == news.UpdateNote {
		return news.WhatStamp
	}
	if len(s) > longestLine {
		return ""
	}
	s = strings.TrimSpace(s)
	for _, l := range r.lines {
		if l.pattern.MatchString(s) {
			return l.what
		}
	}
	return ""
}

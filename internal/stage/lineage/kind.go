package lineage

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/news"
)

// verbatimShare is the share of words from which a copy counts as verbatim.
const verbatimShare = 0.6

// kind names what two articles that share text have done.
func (c *comparison) kind() string {
	switch {
	case !c.b.credits(c.a) && c.measures[mFamily] == 0 && commonRelease(c.a, c.b):
		return news.SameRelease
	case c.share >= verbatimShare || c.backShare() >= verbatimShare:
		return news.Verbatim
	}
	return news.Rewrite
}

// backShare is the share of a's own words that stand in b.
func (c *comparison) backShare() float64 {
	own := 0.0
	for _, m := range c.matches {
		o, _ := within(c.a.words[m.A0:m.A1])
		own += o
	}
	return ratio(own, c.a.own)
}

// releases are the kinds of source that hand the same words to all outlets.
var releases = []string{news.Document, news.Institution, news.Official, news.Social}

// commonRelease reports whether both articles name one and the same source
// that may have given out the text.
func commonRelease(a, b *view) bool {
	for _, x := range a.Sources {
		if !slices.Contains(releases, x.Kind) {
			continue
		}
		for _, y := range b.Sources {
			if x.Kind == y.Kind && strings.EqualFold(x.Name, y.Name) {
				return true
			}
		}
	}
	return false
}

// why says in one line what the link rests on, the heaviest part first.
func (c *comparison) why(m Model) string {
	type part struct {
		label string
		score float64
	}
	var parts []part
	for i := mBias + 1; i < mCount; i++ {
		if s := m.Weights[i] * c.measures[i]; s > 0 {
			parts = append(parts, part{labels[i], s})
		}
	}
	slices.SortStableFunc(parts, func(x, y part) int {
		if x.score > y.score {
			return -1
		}
		return 1
	})
	var out []string
	for _, p := range parts {
		out = append(out, fmt.Sprintf("%s %.1f", p.label, p.score))
	}
	return strings.Join(out, ", ")
}

// credits reports whether v says that its text comes from o's outlet: as a
// source in the text, or in a credit line that clean took out.
func (v *view) credits(o *view) bool {
	name := squeeze(o.outlet().Name)
	domain, _, _ := strings.Cut(strings.TrimPrefix(o.outlet().Domain, "www."), ".")
	if family(v.outlet(), o.outlet()) == 1 && v.outlet().Domain == o.outlet().Domain || len(name) < 3 {
		return false
	}
	for _, s := range v.Sources {
		if s.Kind != news.OutletKind && s.Kind != news.Agency {
			continue
		}
		if got := squeeze(s.Name); got == name || got == domain || got == squeeze(o.outlet().Domain) {
			return true
		}
	}
	return slices.ContainsFunc(v.Article.Removed, func(r news.Removed) bool {
		return r.Reason == "credit" && (strings.Contains(squeeze(r.Text), name) || isCode(r.Text, name))
	})
}

// squeeze returns the letters and digits of s in lower case.
func squeeze(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

// isCode reports whether a short credit in brackets, "(okz)", abbreviates an
// outlet's name: its first letter, then others in their order.
func isCode(credit, name string) bool {
	credit = strings.TrimSpace(credit)
	code := squeeze(credit)
	if !strings.HasPrefix(credit, "(") || len(code) < 3 || len(code) > 4 || code[0] != name[0] {
		return false
	}
	for _, c := range name {
		if code != "" && strings.HasPrefix(code, string(c)) {
			code = code[len(string(c)):]
		}
	}
	return code == ""
}

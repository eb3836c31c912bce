package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// fewTerms is how many terms must be left for who says it to be left out:
// "X conceded" claims that X did.
const fewTerms = 3

// content returns the terms of what c claims: without who says it, in what
// role and with what verb.
func content(c *news.Claim, terms []term) []term {
	said := speakers(c)
	var out []term
	for _, x := range terms {
		at := x.Shift(c.Span.Start)
		if !said.has(x.lower, mentionAt(c.Mentions, at), c) {
			out = append(out, x)
		}
	}
	if len(out) < fewTerms {
		return terms
	}
	return out
}

// unframed returns the terms of v that stand in quotation marks, if who said
// them is told behind: the rest is where, when and to whom.
func (t *table) unframed(v *view, terms []term) []term {
	quotes := t.quotesIn(v)
	if !spokenBehind(v, quotes) {
		return terms
	}
	var out []term
	for _, x := range terms {
		if inQuotes(quotes, x.Shift(v.Span.Start)) {
			out = append(out, x)
		}
	}
	if len(out) < fewTerms {
		return terms
	}
	return out
}

// frames reports whether sp stands outside the quotations of v, one of which has
// its speaker behind it: there it tells of their being said.
func (t *table) frames(v *view, sp text.Span) bool {
	quotes := t.quotesIn(v)
	return spokenBehind(v, quotes) && !inQuotes(quotes, sp)
}

// spokenBehind reports whether the cue of one of v's quotations stands behind it
// in v.
func spokenBehind(v *view, quotes []news.Quote) bool {
	return slices.ContainsFunc(quotes, func(q news.Quote) bool {
		return q.Cue != "" && v.Span.Contains(q.CueSpan) && q.CueSpan.Start >= q.Span.End
	})
}

// inQuotes reports whether one of the quotations holds sp.
func inQuotes(quotes []news.Quote, sp text.Span) bool {
	return slices.ContainsFunc(quotes, func(q news.Quote) bool { return q.Span.Contains(sp) })
}

// mentionAt returns the index of the mention that holds at, -1 if none does.
func mentionAt(ms []news.Mention, at text.Span) int {
	return slices.IndexFunc(ms, func(m news.Mention) bool { return m.Span.Contains(at) })
}

// speech is what of a claim only tells who says it.
type speech struct {
	words map[string]bool // of roles and cues, lower case
	names map[string]bool // folded
}

func speakers(c *news.Claim) speech {
	s := speech{map[string]bool{}, map[string]bool{}}
	for _, a := range c.Attribution {
		s.names[text.Fold(a.Name)] = true
		for _, w := range append(wordsOf(strings.ToLower(a.Role)), wordsOf(strings.ToLower(a.Cue))...) {
			s.words[w] = true
		}
	}
	return s
}

func (s speech) has(word string, mention int, c *news.Claim) bool {
	if mention >= 0 {
		return s.names[text.Fold(c.Mentions[mention].Name)]
	}
	return s.words[word]
}

package extract

import (
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/quote"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// claims makes a claim of every sentence of a text that has a letter (the number
// of a list says nothing), in order; one that opens with the dateline begins
// behind it, and one that is no more than that is none.
func (r *reader) claims(a news.Article, f *field) []news.Claim {
	out := make([]news.Claim, 0, len(f.text.Sentences))
	head := datelineOf(f)
	for _, s := range f.text.Sentences {
		if head.Contains(s.Span) {
			continue
		}
		if s.Start < head.End && head.End < s.End {
			s.Start = head.End
		}
		if !strings.ContainsFunc(s.Of(f.text.Source), unicode.IsLetter) {
			continue
		}
		c := news.Claim{Article: a.ID, Field: f.name, Span: s.Span, Text: s.Of(f.text.Source)}
		c.Polarity, c.Modality = r.tone.of(f.text, s, content(f, s))
		attribute(&c, f.said)
		if len(c.Attribution) == 0 && len(out) > 0 && r.speaksOn(f, s) {
			c.Attribution = spokenOn(out[len(out)-1])
		}
		c.Quantities = within(f.quantities, s.Span, func(q news.Quantity) text.Span { return q.Span })
		c.Times = within(f.times, s.Span, func(t news.TimeRef) text.Span { return t.Span })
		c.Mentions = within(f.mentions, s.Span, func(m news.Mention) text.Span { return m.Span })
		out = append(out, c)
	}
	return out
}

// ownSide is within how many words of its head a sentence says whose side speaks.
const ownSide = 4

// speaksOn reports whether a sentence goes on with what somebody said before: its
// subject is the speaker's own side, "pihaknya".
func (r *reader) speaksOn(f *field, s token.Sentence) bool {
	for i := s.First; i < min(s.Last, s.First+ownSide); i++ {
		if r.sides[f.text.Lower(i)] {
			return true
		}
	}
	return false
}

// spokenOn is the attribution of what goes on with claim c: its speaker, if it has
// one who is named or described.
func spokenOn(c news.Claim) []news.Attribution {
	if c.Field != news.InText || len(c.Attribution) == 0 || c.Attribution[0].Via {
		return nil
	}
	a := c.Attribution[0]
	a.Cue = ""
	return []news.Attribution{a}
}

// content returns the token at which what sentence s says begins: after the cue
// and the source that open it, if they do.
func content(f *field, s token.Sentence) int {
	for _, e := range f.said.Reports {
		if !s.Contains(e.CueSpan) || e.Content.Start <= e.CueSpan.Start {
			continue
		}
		if i := f.text.At(e.Content.Start); i > s.First && i < s.Last {
			return i
		}
		break
	}
	return s.First
}

// within returns the values whose span lies in sp.
func within[T any](all []T, sp text.Span, span func(T) text.Span) []T {
	var out []T
	for _, v := range all {
		if sp.Contains(span(v)) {
			out = append(out, v)
		}
	}
	return out
}

// attribute puts on c who is said to say it: the chain of the unit that c
// stands in, led by the speaker of the quotation that fills most of it.
func attribute(c *news.Claim, said quote.Reading) {
	for _, a := range said.Attributions {
		if !a.Overlaps(c.Span) {
			continue
		}
		for _, l := range a.Chain {
			c.Attribution = append(c.Attribution, news.Attribution{Name: l.Name, Role: l.Role, Kind: l.Kind, Cue: l.Cue, Via: l.Via})
		}
		if a.Denied {
			c.Polarity = news.Denied
		}
		break
	}
	for _, q := range said.Quotes {
		if q.Direct && q.Overlaps(c.Span) {
			quoted(c, q)
		}
	}
}

// quoted marks c as quoted where q fills most of it, and sees to it that the
// speaker leads the chain.
func quoted(c *news.Claim, q quote.Quote) {
	inside := min(c.Span.End, q.End) - max(c.Span.Start, q.Start)
	if 2*inside < c.Span.Len() {
		return
	}
	c.Quoted = true
	if q.Speaker == "" || len(c.Attribution) > 0 && c.Attribution[0].Name == q.Speaker {
		return
	}
	chain := []news.Attribution{{Name: q.Speaker, Role: q.Role, Kind: q.Kind}}
	for _, a := range c.Attribution {
		if a.Via {
			chain = append(chain, a)
		}
	}
	c.Attribution = chain
}

// sentenceWords returns the lower-case words of a sentence.
func sentenceWords(t *token.Text, s token.Sentence) func(int) string {
	return func(i int) string {
		if i < s.First || i >= s.Last {
			return ""
		}
		return t.Lower(i)
	}
}

package extract

import (
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// longestAgency is how many words the name of an agency in a dateline has.
const longestAgency = 4

// agencies returns the names in brackets before the byte at which the report
// begins: "JAKARTA (AGENCY/OTHER) - " says that the report is theirs, whether or
// not a table knows them. Dates and places in brackets are none.
func (f *field) agencies(begins int) []text.Span {
	var out []text.Span
	open := -1
	for _, tok := range f.opening(begins) {
		switch w := tok.Of(f.text.Source); {
		case tok.End > begins:
			return out
		case w == "(":
			open = tok.End
		case w == ")" && open >= 0:
			out = append(out, f.parted(text.Span{Start: open, End: tok.Start})...)
			open = -1
		}
	}
	return out
}

// opening returns the tokens of the paragraph that the dateline before byte end
// is in.
func (f *field) opening(end int) []token.Token {
	first, last := 0, 0
	for i, s := range f.text.Sentences {
		if s.Start >= end {
			break
		}
		if i == 0 || s.Paragraph != f.text.Sentences[i-1].Paragraph {
			first = s.First
		}
		last = s.Last
	}
	return f.text.Tokens[first:last]
}

// parted returns the names that a slash parts in sp.
func (f *field) parted(sp text.Span) []text.Span {
	var out []text.Span
	for sp.Start < sp.End {
		part, _, _ := strings.Cut(sp.Of(f.text.Source), "/")
		one := text.Span{Start: sp.Start, End: sp.Start + len(part)}
		if f.isAgency(one) {
			out = append(out, one)
		}
		sp.Start = one.End + 1
	}
	return out
}

// isAgency reports whether sp may be the name of who made a report.
func (f *field) isAgency(sp text.Span) bool {
	w := sp.Of(f.text.Source)
	if !startsUpper(w) || len(strings.Fields(w)) > longestAgency || strings.ContainsFunc(w, unicode.IsDigit) {
		return false
	}
	for _, m := range f.mentions {
		if m.Kind == news.Place && m.Span.Start < sp.End && sp.Start < m.Span.End {
			return false
		}
	}
	return true
}

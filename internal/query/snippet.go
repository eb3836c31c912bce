package query

import (
	"math"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/text"
)

// Lengths of a snippet, in bytes.
const (
	snippetLead = 60
	snippetSize = 280
)

// snippet cuts out of a text the stretch that has the most different words of
// the question, the first of those that tie, as one line, and tells where in it
// they stand, in code points.
func (a *asking) snippet(tag, s string) (string, []dossier.Span) {
	found := a.terms.Find(tag, s, func(t string) bool { return a.wanted[t] })
	from := 0
	if i := densest(found); i >= 0 {
		from = max(0, found[i].Start-snippetLead)
	}
	from, to := wordBorder(s, from), wordBorder(s, min(from+snippetSize, len(s)))
	out := strings.ReplaceAll(s[from:to], "\n", " ")
	shift := -from
	if from > 0 {
		out = "… " + out
		shift += len("… ")
	}
	if to < len(s) {
		out += "…"
	}
	var marks []text.Span
	for _, f := range found {
		if f.Start >= from && f.End <= to {
			marks = append(marks, text.Span{Start: f.Start + shift, End: f.End + shift})
		}
	}
	return out, points(out, marks)
}

// whole marks the words of the question in a text that is shown whole.
func (a *asking) whole(tag, s string) []dossier.Span {
	var marks []text.Span
	for _, f := range a.terms.Find(tag, s, func(t string) bool { return a.wanted[t] }) {
		marks = append(marks, f.Span)
	}
	return points(s, marks)
}

func points(s string, marks []text.Span) []dossier.Span {
	off := text.NewOffsets(s)
	out := []dossier.Span{}
	for _, m := range marks {
		out = append(out, off.Points(m))
	}
	return out
}

// densest returns the word from which on a snippet has the most different
// terms; -1 if there is none.
func densest(found []term.Found) int {
	best, most := -1, 0
	for i := range found {
		seen := map[string]bool{}
		for _, f := range found[i:] {
			if f.End > found[i].Start+snippetSize-snippetLead {
				break
			}
			seen[f.Term] = true
		}
		if len(seen) > most {
			best, most = i, len(seen)
		}
	}
	return best
}

// wordBorder returns the end of the text, or the first byte of a word at or
// after i.
func wordBorder(s string, i int) int {
	if i <= 0 || i >= len(s) {
		return max(0, min(i, len(s)))
	}
	j := strings.IndexAny(s[i-1:], " \n")
	if j < 0 {
		return len(s)
	}
	for i += j; i < len(s) && (s[i] == ' ' || s[i] == '\n'); {
		i++
	}
	return i
}

// round keeps four decimals, so that an order does not hang on the last bit of a
// sum.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

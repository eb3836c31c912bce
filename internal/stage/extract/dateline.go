package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
)

// longestDateline is how many tokens may stand before a dateline's dash.
const longestDateline = 12

// afterDateline returns the byte at which the report begins: behind the
// dateline ("JAKARTA, Kabar.example - ", "LONDON, June 5 (AP) — ") that the first
// sentence opens with, or 0 if it opens with none.
//
// A dateline is names, figures and marks up to a dash, and there is a sign that
// it is one: a word in capitals, a domain, brackets, or a place. "Rusia - Ukraina
// sepakat" has none of the first three, and goes on in its sense; the place must
// be all that stands before the dash, and a capital behind it.
func afterDateline(t *token.Text, mentions []news.Mention) int {
	sign := false
	for i := range min(longestDateline, len(t.Tokens)) {
		w := t.Word(i)
		if place, rest, glued := strings.Cut(w, "-"); glued && spelledOut(place, i) && startsUpper(rest) && !shouts(rest) {
			return t.Tokens[i].End - len(rest)
		}
		switch {
		case strings.Contains("-–—", w):
			return dashAt(t, i, sign || placeUpTo(t, i, mentions))
		case t.Tokens[i].Kind == token.Mark && !strings.Contains(",()/|.:", w):
			return 0
		case t.Tokens[i].Kind == token.Word && !startsUpper(w):
			return 0
		}
		sign = sign || w == "(" || strings.Contains(w, ".") && len(w) > 3 || shouts(w)
	}
	return 0
}

// dashAt returns where the text behind the dash at token i begins, if it may be
// a dateline's.
func dashAt(t *token.Text, i int, sign bool) int {
	if i == 0 || i+1 >= len(t.Tokens) || !sign {
		return 0
	}
	if next := t.Word(i + 1); t.Tokens[i+1].Kind == token.Word && !startsUpper(next) {
		return 0
	}
	return t.Tokens[i+1].Start
}

// placeUpTo reports whether one place is all that stands before token i, and
// the dash is set apart from it.
func placeUpTo(t *token.Text, i int, mentions []news.Mention) bool {
	return i > 0 && len(mentions) > 0 && mentions[0].Kind == news.Place && mentions[0].Span == t.SpanOf(0, i) &&
		t.Tokens[i-1].End < t.Tokens[i].Start
}

// spelledOut reports whether a word in capitals is a name rather than an
// acronym ("PBB-Rusia"): it is long, or follows another.
func spelledOut(w string, i int) bool {
	return shouts(w) && (i > 0 || utf8.RuneCountInString(w) >= 6)
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// shouts reports whether w is a word of three or more letters in capitals.
func shouts(w string) bool {
	return utf8.RuneCountInString(w) >= 3 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

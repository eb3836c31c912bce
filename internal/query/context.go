package query

import (
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/dossier"
)

// How much of a sentence stands around a value that was cut from it, in code
// points: all of it up to shortly, else its first words alone.
const (
	shortly = 56
	firstly = 36
)

// inContext returns a value with the beginning of the sentence or quotation that
// it was cut from, so that a reader sees who does what, and an ellipsis for what
// is left out: what is affirmed or denied, or worded otherwise, is a stretch of
// words, which may begin and end anywhere. Other values stand as they are.
func (p *Page) inContext(slot string, v dossier.Value) string {
	if slot != "polarity" && slot != "wording" {
		return v.Value
	}
	words := strings.Trim(v.Value, "“”…")
	open, end := v.Value[:strings.Index(v.Value, words)], v.Value[strings.Index(v.Value, words)+len(words):]
	if slot == "wording" && !strings.Contains(open, "…") {
		return v.Value
	}
	for _, id := range v.Claims {
		c := p.claims[id]
		if c == nil {
			continue
		}
		before, after, ok := strings.Cut(strings.Join(strings.Fields(c.Text), " "), words)
		if !ok {
			continue
		}
		if slot == "wording" {
			return "“" + ahead(before[quotationIn(before):]) + words + end
		}
		return ahead(before) + words + behind(after)
	}
	return v.Value
}

// quotationIn returns where the last quotation that s opens begins, 0 if it opens
// none.
func quotationIn(s string) int {
	i := strings.LastIndexAny(s, "“\"")
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}

// ahead is what stands before a value: all if it is little, else how it begins.
func ahead(s string) string {
	if head, cut := clip(s); cut {
		return head + " … "
	}
	return s
}

// behind is what stands after a value: all if it is little, else how it begins.
func behind(s string) string {
	s, cut := clip(strings.TrimRight(s, " .\"”"))
	if cut {
		s += "…"
	}
	return s
}

// clip returns the first words of a long s, and whether it cut anything.
func clip(s string) (string, bool) {
	if utf8.RuneCountInString(s) <= shortly {
		return s, false
	}
	head := string([]rune(s)[:firstly])
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:"), true
}

package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
)

// glue knows how to part words that a page has run together when it lost its
// links: "wilayahBanten", "JakartaMenteri", "Austriapada".
type glue struct {
	words map[string]bool // single words of places, names, titles, in small letters
	small map[string]bool // function words
	whole map[string]bool // names that are written so: "YouTube"
}

// The shortest parts that are cut off, in bytes.
const (
	shortHead = 4
	shortTail = 4
)

func newGlue(p *lang.Pack) glue {
	g := glue{map[string]bool{}, p.Set("stopwords"), map[string]bool{}}
	for _, table := range []string{"places", "titles", "org-words", "place-words", "names", "agencies", "source-nouns"} {
		for _, r := range p.Rows(table) {
			switch w := r.Cols[0]; {
			case table == "source-nouns" && r.Cols[1] != "document": // "MediaTek" is one name
			case table == "names" && w != strings.ToLower(w):
				g.whole[w] = true
			case len(w) >= shortHead && !strings.Contains(w, " "):
				g.words[w] = true
			}
		}
	}
	return g
}

// cut returns where the first of the words in w ends, len(w) if it is one.
func (g glue) cut(w string) int {
	if g.whole[w] {
		return len(w)
	}
	prev, _ := utf8.DecodeRuneInString(w)
	small := unicode.IsLower(prev)
	for i, r := range w {
		if !unicode.IsLetter(r) {
			return len(w)
		}
		if i > 0 && unicode.IsUpper(r) && unicode.IsLower(prev) && g.parts(w[:i], w[i:], small) {
			return i
		}
		prev = r
	}
	if !small {
		return g.cutSmall(w)
	}
	return len(w)
}

// parts reports whether head and tail are words of their own: a small word
// before a capital always is, one that starts with a capital if the tables know
// it or what follows.
func (g glue) parts(head, tail string, small bool) bool {
	if small {
		return len(head) >= shortHead || g.small[head]
	}
	if len(head) < shortHead || len(tail) < shortTail {
		return false
	}
	tail = tail[:g.cutSmall(tail)]
	return g.words[strings.ToLower(head)] || g.words[strings.ToLower(tail)]
}

// cutSmall returns where a word that the tables know ends if a function word
// is all that follows it in w, else len(w).
func (g glue) cutSmall(w string) int {
	if l := strings.ToLower(w); len(w) < shortHead+shortTail || g.words[l] || g.small[l] {
		return len(w)
	}
	for i := len(w) - shortTail; i >= shortHead; i-- {
		if utf8.RuneStart(w[i]) && g.small[w[i:]] && g.words[strings.ToLower(w[:i])] {
			return i
		}
	}
	return len(w)
}

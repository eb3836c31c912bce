package token

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/text"
)

// glue knows how to part words that a page has run together when it lost its
// links: "wilayahBanten", "JakartaMenteri", "Austriapada".
type glue struct {
	words map[string]bool // single words of places, names, titles, in small letters
	small map[string]bool // function words
	whole map[string]bool // names that are written so: "YouTube"
	heads map[string]bool // words that begin words run together
	tails map[string]bool // and that end them
	forms map[string]bool // capitals that begin the names of institutions: "PT"
	stems *morph.Stemmer
}

// The shortest parts that are cut off, in bytes.
const (
	shortHead = 4
	shortTail = 4
)

func newGlue(p *lang.Pack) glue {
	g := glue{
		words: map[string]bool{}, small: p.Set("stopwords"), whole: map[string]bool{},
		heads: map[string]bool{}, tails: map[string]bool{}, forms: p.Set("org-words"), stems: morph.New(p),
	}
	for _, r := range p.Rows("glued-words") {
		w, side := r.Cols[0], r.Cols[1]
		g.heads[w], g.tails[w] = side != "tail", side != "head"
	}
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
	if n := capitals(w) - 1; n > 1 && n+2 < len(w) && g.forms[strings.ToLower(w[:n])] {
		return n
	}
	if n := g.dateline(w); n > 0 {
		return n
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
	if n := g.cutSmall(w); !small && n < len(w) {
		return n
	}
	return g.apart(w)
}

// dateline returns where a place in capitals ends that a stroke parts from a word
// with one capital, "JAKARTA-Menteri"; 0 if w is no such thing.
func (g glue) dateline(w string) int {
	head, tail, ok := strings.Cut(w, "-")
	if !ok || len(head) < shortHead || len(tail) < 2 || strings.ToUpper(head) != head || !g.words[strings.ToLower(head)] || capitals(tail) != 1 {
		return 0
	}
	return len(head)
}

// The shortest words that apart leaves beside those of the table, and the
// shortest of the table behind a word with a capital that no table knows, in
// bytes.
const (
	shortRest = 4
	longTail  = 4
	shortVerb = 7 // of derived words behind a name
)

// apart returns where a word of the table glued-words that was run together with
// a word of the lexicon meets it ("sebuahlaporan", "Dalamlaporan",
// "platformini"), where the word of the table is longest; else where a name meets
// a derived word ("Wijayamengumumkan"); else len(w). Words that the lexicon or
// the tables know stay whole.
func (g glue) apart(w string) int {
	l, best, longest := strings.ToLower(w), len(w), 0
	shortest := shortRest
	if startsUpper(w) {
		shortest++ // names may begin like words
	}
	for i := 1; i < len(l); i++ {
		head, tail := l[:i], l[i:]
		switch {
		case g.heads[head] && len(head) > longest && len(tail) >= shortest && g.knows(tail):
			best, longest = i, len(head)
		case best == len(w) && startsUpper(w) && len(head) >= shortHead && len(tail) >= shortVerb && g.derived(tail):
			best = i
		case g.tails[tail] && len(tail) > longest && len(head) >= shortRest && g.ends(w, head, tail):
			best, longest = i, len(tail)
		}
	}
	if best == len(w) || g.small[l] || g.knows(l) {
		return len(w)
	}
	return best
}

// ends reports whether tail may be the end of w, which begins with head.
func (g glue) ends(w, head, tail string) bool {
	if startsUpper(w) {
		return g.words[head] || len(tail) >= longTail && g.stems.Known(head)
	}
	return g.knows(head)
}

// derived reports whether w is derived from a root of the lexicon by a prefix.
func (g glue) derived(w string) bool {
	return g.stems.Known(w) && !strings.HasPrefix(w, g.stems.Stem(w))
}

// knows reports whether w is a word of the tables or the lexicon.
func (g glue) knows(w string) bool { return g.words[w] || g.stems.Known(w) }

// parts reports whether head and tail are words of their own: a small word
// before a capital always is, one that starts with a capital if the tables know
// it or what follows.
func (g glue) parts(head, tail string, small bool) bool {
	if small {
		return len(head) >= shortHead || len(head) > 1 && g.small[head] // "iPhone" is one word
	}
	if len(head) < shortHead || len(tail) < shortTail {
		return false
	}
	tail = tail[:g.cutSmall(tail)]
	return g.heads[strings.ToLower(head)] || g.words[strings.ToLower(head)] || g.words[strings.ToLower(tail)]
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

// The shortest words of the text that are cut off another, in bytes.
const (
	gluedWord  = 9
	gluedSmall = 6
)

// part cuts words that the text itself takes apart: a name that it has
// capitalised elsewhere with a word behind it that it has small, or that is a
// function word ("Thunbergdideportasi"). Words of the tables, and those that the
// text has twice, stay whole.
func (g glue) part(t *Text) {
	up, low := map[string]int{}, map[string]bool{}
	long := false
	for i, tok := range t.Tokens {
		if tok.Kind != Word {
			continue
		}
		if w := t.Word(i); w == t.lower[i] {
			low[w] = true
		} else if startsUpper(w) {
			up[w]++
			long = long || len(w) >= gluedWord
		}
	}
	if !long {
		return
	}
	for i := 0; i < len(t.Tokens); i++ {
		w := t.Word(i)
		if len(w) < gluedWord || up[w] != 1 || g.words[t.lower[i]] || strings.ToLower(w[1:]) != w[1:] {
			continue
		}
		if n := g.head(w, up, low); n > 0 {
			at := t.Tokens[i].Start + n
			rest := Token{Span: text.Span{Start: at, End: t.Tokens[i].End}, Kind: Word}
			t.Tokens[i].End = at
			t.Tokens = slices.Insert(t.Tokens, i+1, rest)
			t.lower = slices.Replace(t.lower, i, i+1, strings.ToLower(w[:n]), w[n:])
			i++
		}
	}
}

// head returns where the name that w begins with ends, the longest; 0 if it
// begins with none.
func (g glue) head(w string, up map[string]int, low map[string]bool) int {
	for n := len(w) - shortTail; n >= shortHead; n-- {
		if !utf8.RuneStart(w[n]) || up[w[:n]] == 0 || low[strings.ToLower(w[:n])] {
			continue
		}
		if tail := w[n:]; g.small[tail] || len(tail) >= gluedSmall && low[tail] {
			return n
		}
	}
	return 0
}

// capitals returns how many capitals w begins with, without accents.
func capitals(w string) int {
	n := 0
	for n < len(w) && w[n] >= 'A' && w[n] <= 'Z' {
		n++
	}
	return n
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

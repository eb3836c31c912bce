package extract

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/text"
)

// nameWords is how many words a name has at the most that is looked for in a headline.
const nameWords = 8

// named makes the names of a headline those of the body that stand in it, the
// longest first from left to right. A headline whose words all begin large shows no
// borders: "Gibran Tinjau Korban Kebakaran" is read as one name. Of what is read in
// the headline itself only that stays which overlaps none of these, and of which the
// body writes no word small.
func (f *field) named(body *field) {
	names, small := body.called(), body.small()
	var out []entity.Mention
	for i := 0; i < len(f.text.Tokens); {
		m, n := f.longest(i, names)
		if n == 0 {
			i++
			continue
		}
		out, i = append(out, m), i+n
	}
	for _, m := range f.names {
		known := slices.ContainsFunc(out, func(o entity.Mention) bool { return o.Span.Overlaps(m.Span) })
		if !known && !f.writes(m.Span, small) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b entity.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	f.names = out
}

// called are the names of f by the words that it calls them by, folded.
func (f *field) called() map[string]entity.Mention {
	out := map[string]entity.Mention{}
	for _, m := range f.names {
		out[text.Fold(m.Span.Of(f.text.Source))] = m
	}
	return out
}

// small are the words that f writes small.
func (f *field) small() map[string]bool {
	out := map[string]bool{}
	for i := range f.text.Tokens {
		if w := f.text.Word(i); w == f.text.Lower(i) {
			out[w] = true
		}
	}
	return out
}

// longest returns the longest of names that begins at token i, which is no small
// word, as a mention of f, and of how many tokens it is; 0 if none does.
func (f *field) longest(i int, names map[string]entity.Mention) (entity.Mention, int) {
	if f.text.Word(i) == f.text.Lower(i) {
		return entity.Mention{}, 0
	}
	for n := min(nameWords, len(f.text.Tokens)-i); n > 0; n-- {
		sp := f.text.SpanOf(i, i+n)
		if m, ok := names[text.Fold(sp.Of(f.text.Source))]; ok {
			m.Span = sp
			return m, n
		}
	}
	return entity.Mention{}, 0
}

// writes reports whether one of the words of sp is among words.
func (f *field) writes(sp text.Span, words map[string]bool) bool {
	for i := f.text.At(sp.Start); i < len(f.text.Tokens) && f.text.Tokens[i].Start < sp.End; i++ {
		if words[f.text.Lower(i)] {
			return true
		}
	}
	return false
}

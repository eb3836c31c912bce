package face

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/lang"
)

// Words are the interface's phrases in one language. It is immutable.
type Words struct {
	Tag     string
	Decimal string
	phrases map[string]string
	months  []string
	prefix  string         // of the phrases' keys
	zoned   *time.Location // nil: as each time came
}

// NewWords takes the phrases of a pack.
func NewWords(p *lang.Pack) *Words {
	m := p.Map("phrases")
	return &Words{Tag: p.Tag, Decimal: p.Decimal, phrases: m, months: strings.Fields(m["face.months"]), prefix: "face."}
}

// Of returns the words under another prefix than "face.": those that a caller
// has for itself in the packs.
func (w *Words) Of(prefix string) *Words {
	out := *w
	out.prefix = prefix + "."
	return &out
}

// fallback is the language of the interface where none was asked for and no
// pack serves the story's own.
const fallback = "en"

// For returns the words in which to show a story: in the language of tag, or
// in the story's own if tag is "".
func For(packs *lang.Packs, tag string, s *dossier.Story) *Words {
	return In(packs, append([]string{tag}, s.Languages...)...)
}

// In returns the words of the first of the tags whose pack has phrases for the
// faces.
func In(packs *lang.Packs, tags ...string) *Words {
	for _, t := range tags {
		if w := NewWords(packs.For(t)); len(w.months) == 12 {
			return w
		}
	}
	return NewWords(packs.For(fallback))
}

// ForAll returns the words for what stands around several stories: those of
// the first.
func ForAll(packs *lang.Packs, tag string, d dossier.Dossier) *Words {
	if len(d.Stories) == 0 {
		return For(packs, tag, &dossier.Story{})
	}
	return For(packs, tag, &d.Stories[0])
}

// Say returns the phrase of a key, under "face." or what Of said, with its {places} filled from pairs of
// name and value, and the key itself where the pack lacks it.
func (w *Words) Say(key string, pairs ...string) string {
	s, ok := w.phrases[w.prefix+key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

// Count is Say for a number of things, {n}; key+".one" serves for one where
// the language has it.
func (w *Words) Count(key string, n int, pairs ...string) string {
	if _, ok := w.phrases[w.prefix+key+".one"]; ok && n == 1 {
		key += ".one"
	}
	return w.Say(key, append(pairs, "n", w.Int(n))...)
}

// Label returns the word for a value of a closed set ("kind", "update"), and
// the value itself where the pack has none.
func (w *Words) Label(set, value string) string {
	if s, ok := w.phrases[w.prefix+set+"."+value]; ok {
		return s
	}
	return Line(value)
}

// Int writes n with the language's thousands mark.
func (w *Words) Int(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + w.group() + s[i:]
	}
	return s
}

func (w *Words) group() string {
	if w.Decimal == "," {
		return "."
	}
	return ","
}

// Percent writes a share as whole percent.
func (w *Words) Percent(x float64) string {
	return w.Say("percent", "n", strconv.Itoa(int(math.Round(100*x))))
}

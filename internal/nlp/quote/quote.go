// Package quote finds direct quotations with their speakers, and reported
// speech with its chain of attribution.
package quote

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Quote is words in quotation marks. Span is what stands inside the marks.
type Quote struct {
	text.Span
	Speaker, Role string
	Cue           text.Span
	Direct        bool // speech; false for a scare quote, a title, a nickname
}

// Link is one carrier in a chain of attribution.
type Link struct {
	Name string
	Role string
	Kind string // a source kind: agency|outlet|official|institution|person|document|social|witness
	Cue  string
	Via  bool // carries the words of the link before it
	// Span is where the source is named.
	Span text.Span
}

// Attribution says who is said to say a stretch of text.
type Attribution struct {
	text.Span        // what is attributed: a sentence or a part of one
	Chain     []Link // innermost speaker first
}

// Credit is a source that the whole text is credited to.
type Credit struct {
	text.Span
	Name, Kind string
}

// Finder finds the quotes and attributions of one language.
type Finder struct{}

// New builds a finder from the pack's tables.
func New(p *lang.Pack) *Finder { return &Finder{} }

// Quotes returns the quotations of t in order of their start.
func (f *Finder) Quotes(t *token.Text, names []entity.Mention) []Quote { return nil }

// Attributions returns who is said to say what, in order of Span.Start; quotes
// are those that Quotes returned for t.
func (f *Finder) Attributions(t *token.Text, names []entity.Mention, quotes []Quote) []Attribution {
	return nil
}

// Credits returns the sources that the text as a whole is credited to.
func (f *Finder) Credits(t *token.Text, names []entity.Mention) []Credit { return nil }

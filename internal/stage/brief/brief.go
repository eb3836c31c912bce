// Package brief writes the few sentences that readers are given, each with
// the claims that it rests on.
package brief

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// Writer writes briefs.
type Writer struct{ packs *lang.Packs }

// New builds a writer.
func New(packs *lang.Packs) *Writer { return &Writer{packs: packs} }

// Write returns the brief of s in the language of tag. Every sentence cites at
// least one claim.
func (w *Writer) Write(s news.Story, tag string) []news.Sentence { return nil }

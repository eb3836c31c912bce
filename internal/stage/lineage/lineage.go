// Package lineage finds which articles took text from which.
package lineage

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// Tracer finds the copy graph of a story.
type Tracer struct{ packs *lang.Packs }

// New builds a tracer.
func New(packs *lang.Packs) *Tracer { return &Tracer{packs: packs} }

// Links returns the edges between the readings, sorted by From, To and Kind.
func (t *Tracer) Links(readings []news.Reading) []news.Link { return nil }

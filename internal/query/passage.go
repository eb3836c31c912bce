package query

import (
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/text"
)

// Cut returns the text that a span of code points covers, "" if it does not
// lie inside.
func Cut(s string, sp dossier.Span) string {
	b := text.NewOffsets(s).Bytes(sp)
	return b.Of(s)
}

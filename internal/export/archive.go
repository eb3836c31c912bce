package export

import (
	"fmt"
	"io"

	"github.com/selisik/selisik/internal/stage/ingest"
)

// writeArchive writes the raw documents as a web archive. The record about the
// archive bears the time at which the first document came in, for the archive
// follows from its documents, whenever it is made; without documents nothing is
// written.
func writeArchive(w io.Writer, in *Input) error {
	var out *ingest.WARCWriter
	for d, err := range in.Documents {
		if err != nil {
			return err
		}
		if out == nil {
			if out, err = ingest.NewWARCWriter(w, in.Program, d.Seen); err != nil {
				return err
			}
		}
		if err := out.Write(d.ID, &d.Raw, d.Seen); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	return nil
}

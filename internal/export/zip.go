package export

import (
	"archive/zip"
	"hash/crc32"
	"io"
)

// file is one file of a zip.
type file struct {
	name   string
	data   []byte
	stored bool // not compressed, and with nothing between its name and it
}

// firstDay is 1 January 1980 as a zip writes days: the earliest it can, and the
// same in every export.
const firstDay = 1<<5 | 1

// writeZip writes files in their order, so that the same files give the same
// bytes.
func writeZip(w io.Writer, files []file) error {
	out := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		h.ModifiedDate = firstDay //nolint:staticcheck // Modified would add a field, which the first file of an ODT may not have
		create := out.CreateHeader
		if f.stored {
			h.Method, h.CRC32 = zip.Store, crc32.ChecksumIEEE(f.data)
			h.CompressedSize64, h.UncompressedSize64 = uint64(len(f.data)), uint64(len(f.data))
			create = out.CreateRaw
		}
		part, err := create(h)
		if err != nil {
			return err
		}
		if _, err := part.Write(f.data); err != nil {
			return err
		}
	}
	return out.Close()
}

package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"
)

// Writer writes records of WARC 1.1, each as a gzip member of its own, so that
// one can be read without those before it (ISO 28500, annex D). It is not safe
// for several goroutines.
type Writer struct {
	w  io.Writer
	gz *gzip.Writer
}

// NewWriter returns a writer onto w.
func NewWriter(w io.Writer) *Writer { return &Writer{w, gzip.NewWriter(w)} }

// Name is a named field of a record's header. A value may not hold line breaks:
// they are written as blanks.
type Name struct{ Key, Value string }

// Write writes a record of a type ("response") with an id (a URI) and a date.
// The fields that the format asks of every record, and the block's digest, are
// added to names; an empty value is left out. Times are written in UTC.
func (w *Writer) Write(kind, id string, at time.Time, block []byte, names ...Name) error {
	var head bytes.Buffer
	head.WriteString("WARC/1.1\r\n")
	sum := sha256.Sum256(block)
	for _, n := range append([]Name{
		{"WARC-Type", kind}, {"WARC-Record-ID", "<" + id + ">"}, {"WARC-Date", at.UTC().Format(time.RFC3339Nano)},
		{"WARC-Block-Digest", "sha256:" + hex.EncodeToString(sum[:])},
	}, append(names, Name{"Content-Length", fmt.Sprint(len(block))})...) {
		if n.Value != "" {
			head.WriteString(n.Key + ": " + oneLine.Replace(n.Value) + "\r\n")
		}
	}
	head.WriteString("\r\n")
	w.gz.Reset(w.w)
	for _, part := range [][]byte{head.Bytes(), block, []byte("\r\n\r\n")} {
		if _, err := w.gz.Write(part); err != nil {
			return fmt.Errorf("write WARC record %s: %w", id, err)
		}
	}
	if err := w.gz.Close(); err != nil {
		return fmt.Errorf("write WARC record %s: %w", id, err)
	}
	return nil
}

// oneLine keeps a value from ending its header line.
var oneLine = strings.NewReplacer("\r", " ", "\n", " ", "\x00", " ")

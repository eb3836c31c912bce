// Package gz decompresses untrusted data, gzip and HTTP content encodings, with
// a guard against bombs.
//
// In: compressed bytes. Out: their content, or ErrBomb once it is more than
// Free bytes and more than Ratio times what was read for it. News text shrinks
// three- to tenfold, a page of repeated rows perhaps fiftyfold.
package gz

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Free is how many bytes may come out whatever the ratio; Ratio is how many
// bytes may come out for each that went in beyond that.
const (
	Free  = 64 << 20
	Ratio = 100
)

// ErrBomb means that the data expands beyond Free and Ratio.
var ErrBomb = errors.New("expands too far")

// ErrEncoding means that a content encoding is not known.
var ErrEncoding = errors.New("unknown content encoding")

// Is reports whether b starts as a gzip member does.
func Is(b []byte) bool { return len(b) > 2 && b[0] == 0x1f && b[1] == 0x8b && b[2] == 8 }

// Corrupt reports whether err tells of damaged compressed data.
func Corrupt(err error) bool {
	var c flate.CorruptInputError
	return errors.As(err, &c) || errors.Is(err, zlib.ErrHeader) || errors.Is(err, zlib.ErrChecksum)
}

// Reader reads the content of gzip members, one after the other, as one stream.
type Reader struct {
	in  *counter
	z   *gzip.Reader
	out int64
}

// NewReader reads the header of the first member. Data that ends inside of it
// gives io.ErrUnexpectedEOF.
func NewReader(r io.Reader) (*Reader, error) {
	in := &counter{r: bufio.NewReader(r)}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, cut(err)
	}
	return &Reader{in: in, z: z}, nil
}

// Read gives io.ErrUnexpectedEOF where the data is cut off, and ErrBomb.
func (r *Reader) Read(p []byte) (int, error) {
	n, err := r.z.Read(p)
	if r.out += int64(n); r.out > Free && r.out > Ratio*r.in.n {
		return n, ErrBomb
	}
	return n, err
}

// cut turns an end of data where none should be into io.ErrUnexpectedEOF.
func cut(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// counter counts what is read. It is an io.ByteReader, so that gzip puts no
// buffer of its own before it.
type counter struct {
	r *bufio.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// Decode undoes an HTTP Content-Encoding: gzip, deflate (with or without its
// zlib frame) and identity, or ErrEncoding. Data said to be compressed that
// visibly is not is passed on: archives store decoded bodies under the header
// of the encoded ones.
func Decode(encoding string, body io.Reader) (io.Reader, error) {
	br := bufio.NewReader(body)
	head, _ := br.Peek(3)
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity", "none":
		return br, nil
	case "gzip", "x-gzip":
		if !Is(head) {
			return br, nil
		}
		return NewReader(br)
	case "deflate":
		if len(head) < 2 || strings.ContainsRune("<{ \n\r\t", rune(head[0])) {
			return br, nil
		}
		return inflate(br, head)
	}
	return nil, fmt.Errorf("%w %q", ErrEncoding, encoding)
}

// inflate reads zlib data, and the bare deflate data that some servers send
// under the same name.
func inflate(br *bufio.Reader, head []byte) (io.Reader, error) {
	if head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0 {
		return zlib.NewReader(br)
	}
	return flate.NewReader(br), nil
}

// Package warc reads web archives: WARC 1.0 and 1.1 (ISO 28500).
//
// In: a stream, decompressed. Out: its records in order, each with its header and a body to
// be read before the next is asked for; Record.Page undoes HTTP. Memory is
// bounded by one page. Segmented records (continuation) and revisits, which
// point to another record's body, are not put together.
package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// ErrFormat means that the stream does not follow the format.
var ErrFormat = errors.New("not a WARC record")

// maxHeader is how large a record's header may be.
const maxHeader = 1 << 20

// Reader reads records. It is not safe for several goroutines.
type Reader struct {
	r    *bufio.Reader
	body *io.LimitedReader // of the record returned last
}

// Record is one record.
type Record struct {
	Header Header
	Body   io.Reader // the block, until the next call of Next
}

// Header holds a record's named fields, names in lower case. Of a name that
// comes twice the last counts.
type Header map[string]string

// Type is "response", "resource", "request" ….
func (h Header) Type() string { return strings.ToLower(h["warc-type"]) }

// URL is the address that the record is about; some writers put it in angle
// brackets.
func (h Header) URL() string { return strings.Trim(h["warc-target-uri"], "<>") }

// Date is when the record was made; zero if that is not said.
func (h Header) Date() time.Time {
	t, _ := time.Parse(time.RFC3339, h["warc-date"])
	return t
}

// NewReader returns a reader of r.
func NewReader(r io.Reader) *Reader { return &Reader{r: bufio.NewReaderSize(r, 64<<10)} }

// Next returns the next record. It gives io.EOF after the last,
// io.ErrUnexpectedEOF where the stream is cut off, and ErrFormat.
func (r *Reader) Next() (*Record, error) {
	if err := r.Skip(); err != nil {
		return nil, err
	}
	if err := r.version(); err != nil {
		return nil, err
	}
	h, err := r.header()
	if err != nil {
		return nil, err
	}
	n, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || n < 0 {
		return nil, fmt.Errorf("%w: content length %q", ErrFormat, h["content-length"])
	}
	r.body = &io.LimitedReader{R: r.r, N: n}
	return &Record{Header: h, Body: whole{r.body}}, nil
}

// whole reads a block and tells if it ends before its stated length.
type whole struct{ *io.LimitedReader }

func (w whole) Read(p []byte) (int, error) {
	n, err := w.LimitedReader.Read(p)
	if err == io.EOF && w.N > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// Skip reads the rest of the present record's body. It gives
// io.ErrUnexpectedEOF where the stream is cut off.
func (r *Reader) Skip() error {
	if r.body == nil {
		return nil
	}
	_, err := io.Copy(io.Discard, whole{r.body})
	return err
}

// version reads the line that begins a record, after any blank lines.
func (r *Reader) version() error {
	for {
		line, err := r.line(maxHeader)
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(line, "WARC/"):
			return nil
		case line != "":
			return fmt.Errorf("%w: begins with %.20q", ErrFormat, line)
		}
	}
}

// header reads named fields up to the blank line. A line that begins with
// white space goes on with the field before it.
func (r *Reader) header() (Header, error) {
	h := Header{}
	last, left := "", maxHeader
	for {
		line, err := r.line(left)
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		if left -= len(line) + 2; line == "" {
			return h, nil
		}
		if line[0] == ' ' || line[0] == '\t' {
			h[last] = strings.TrimSpace(h[last] + " " + strings.TrimSpace(line))
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("%w: header line %.20q", ErrFormat, line)
		}
		last = strings.ToLower(strings.TrimSpace(name))
		h[last] = strings.TrimSpace(value)
	}
}

// line reads a line of at most limit bytes without its end. It gives io.EOF
// only before the line's first byte.
func (r *Reader) line(limit int) (string, error) {
	var b []byte
	for {
		part, err := r.r.ReadSlice('\n')
		b = append(b, part...)
		switch {
		case len(b) > limit:
			return "", fmt.Errorf("%w: header larger than %d KiB", ErrFormat, maxHeader>>10)
		case err == nil:
			return strings.TrimRight(string(b), "\r\n"), nil
		case err == io.EOF && len(b) > 0:
			return "", io.ErrUnexpectedEOF
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}

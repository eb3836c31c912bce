package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httputil"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/stage/ingest/gz"
)

// Page is what was at an address.
type Page struct {
	URL       string
	Date      time.Time
	MediaType string // "text/html" or "text/plain"
	Charset   string // as declared; "" if it was not
	Body      []byte // decompressed, in its own character set
}

// ErrLarge means that a page is larger than the limit.
var ErrLarge = errors.New("page is too large")

// Page returns the page that a record holds: the text or HTML of a response
// with status 200, of a resource or of a conversion. It is nil without an error
// for any other record. A body larger than limit bytes, as stored or
// decompressed, gives ErrLarge.
func (rec *Record) Page(limit int64) (*Page, error) {
	p := &Page{URL: rec.Header.URL(), Date: rec.Header.Date()}
	switch rec.Header.Type() {
	case "response":
		return p.response(rec, limit)
	case "resource", "conversion":
		return p.fill(rec.Header["content-type"], rec.Body, limit)
	}
	return nil, nil
}

// response undoes HTTP.
func (p *Page) response(rec *Record, limit int64) (*Page, error) {
	if t := rec.Header["content-type"]; t != "" && !strings.HasPrefix(t, "application/http") {
		return nil, nil // a DNS answer, FTP
	}
	block, err := upTo(rec.Body, limit+maxHeader)
	if err != nil {
		return nil, err
	}
	head, raw := split(block)
	resp, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(head)), nil)
	if err != nil {
		return nil, fmt.Errorf("HTTP head: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, nil
	}
	if slices.Contains(resp.TransferEncoding, "chunked") {
		raw = unchunk(raw)
	}
	body, err := gz.Decode(resp.Header.Get("Content-Encoding"), bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return p.fill(resp.Header.Get("Content-Type"), body, limit)
}

// split parts an HTTP message at the blank line. The message's own
// Content-Length is not heeded: archives store decoded bodies under the
// encoded one's.
func split(block []byte) (head, body []byte) {
	for _, blank := range []string{"\r\n\r\n", "\n\n"} {
		if i := bytes.Index(block, []byte(blank)); i >= 0 {
			return block[:i+len(blank)], block[i+len(blank):]
		}
	}
	return block, nil
}

// unchunk undoes the chunked encoding, unless the archive has already done so.
func unchunk(raw []byte) []byte {
	b, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(raw)))
	if err != nil && len(b) == 0 {
		return raw
	}
	return b
}

// fill reads the body of a page of text; nil for anything else.
func (p *Page) fill(contentType string, body io.Reader, limit int64) (*Page, error) {
	p.describe(contentType)
	if p.MediaType == "" {
		return nil, nil
	}
	var err error
	if p.Body, err = upTo(body, limit); err != nil {
		return nil, err
	}
	return p, nil
}

// describe reads a Content-Type. MediaType stays "" for what is no text.
func (p *Page) describe(contentType string) {
	mt, param, err := mime.ParseMediaType(contentType)
	if err != nil {
		mt, _, _ = strings.Cut(contentType, ";")
		mt = strings.ToLower(strings.TrimSpace(mt))
	}
	p.Charset = param["charset"]
	switch mt {
	case "text/html", "application/xhtml+xml":
		p.MediaType = "text/html"
	case "text/plain", "text/markdown":
		p.MediaType = "text/plain"
	}
}

// upTo reads all of r, or gives ErrLarge.
func upTo(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		return nil, ErrLarge
	}
	return b, err
}

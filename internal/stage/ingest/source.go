package ingest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/gz"
)

// source is one stream of bytes and what is known of it before it is read.
type source struct {
	name    string // as the user named it
	ext     string // "html", "jsonl"; lower case, without ".gz"; may be wrong
	r       *bufio.Reader
	url     string // of what was fetched
	charset string // that HTTP declared
	fetched time.Time
	// web: links in it may be followed; depth counts those that led here.
	web   bool
	depth int
	hint  record // what a feed says of the page
}

const headSize = 64 << 10

func newSource(name, file string, r io.Reader) *source {
	ext := extension(file)
	if ext == "gz" {
		ext = extension(strings.TrimSuffix(file, path.Ext(file)))
	}
	return &source{name: name, ext: ext, r: bufio.NewReaderSize(r, headSize)}
}

func extension(file string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(file), "."))
}

// what is how messages call the source.
func (s *source) what() string { return "read " + s.name }

// nth names the n-th record of the source, from 1.
func (s *source) nth(n int) string { return fmt.Sprintf("%s#%d", s.name, n) }

// line names a line of the source.
func (s *source) line(n int) string { return fmt.Sprintf("%s:%d", s.name, n) }

// stream reads the documents of s, whatever it turns out to be.
func (r *reader) stream(s *source) {
	head, err := s.r.Peek(headSize)
	if len(head) == 0 && err != nil && !errors.Is(err, io.EOF) {
		r.broken(s.what(), err)
		return
	}
	if gz.Is(head) {
		if head, err = s.gunzip(); err != nil {
			r.broken(s.what(), err)
			return
		}
	}
	r.parse(s, sniff(head, s.ext), head)
}

// gunzip puts a decompressor before s and returns the head of what comes out.
func (s *source) gunzip() ([]byte, error) {
	z, err := gz.NewReader(s.r)
	if err != nil {
		return nil, err
	}
	s.r = bufio.NewReaderSize(z, headSize)
	head, err := s.r.Peek(headSize)
	if len(head) > 0 || errors.Is(err, io.EOF) {
		err = nil // one that lies further on is met there
	}
	return head, err
}

// parse reads s as what it is.
func (r *reader) parse(s *source, k kind, head []byte) {
	switch k {
	case empty:
		r.invalid(s.what(), "empty")
	case binary:
		r.invalid(s.what(), "not text but %s", mediaName(head))
	case warcArchive:
		r.warc(s)
	case jsonLines:
		r.jsonLines(s.utf8(head))
	case jsonValue:
		r.json(s.utf8(head))
	case table:
		r.table(s.utf8(head))
	case feedXML, opmlXML:
		r.feed(s, k)
	default:
		r.whole(s, k)
	}
}

// whole reads s as one page or text.
func (r *reader) whole(s *source, k kind) {
	limit := maxText
	if k == html {
		limit = maxPage
	}
	body, err := readUpTo(s.r, limit)
	if err != nil {
		r.broken(s.what(), err)
		return
	}
	d := news.RawDocument{Input: s.name, URL: s.url, MediaType: k.mediaType(), Charset: s.charset, Body: body, Fetched: s.fetched}
	d.Title, d.Published, d.Byline = s.hint[fieldTitle], s.hint[fieldPublished], s.hint[fieldByline]
	if k != html {
		if d.Body, err = decode(body, s.charset); err != nil {
			r.tell(news.ErrInvalid, s.what(), err)
		}
		d.Charset = "utf-8"
	}
	if d.Body != nil {
		r.emit(d)
	}
}

// largeError means that a document is larger than any article.
type largeError struct{ limit int }

func (e largeError) Error() string {
	if e.limit < 1<<20 {
		return fmt.Sprintf("larger than %d KiB", e.limit>>10)
	}
	return fmt.Sprintf("larger than %d MiB", e.limit>>20)
}

// readUpTo reads all of r, or largeError.
func readUpTo(r io.Reader, limit int) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(b) > limit {
		err = largeError{limit}
	}
	return b, err
}

// tooLarge reports whether err is a largeError.
func tooLarge(err error) bool { var e largeError; return errors.As(err, &e) }

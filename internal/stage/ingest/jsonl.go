package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// lines reads lines of at most maxLine bytes, in memory for one of them.
type lines struct {
	r    *bufio.Reader
	n    int // of the line that next returned last, from 1
	long []byte
}

// next returns a line without its end, valid until the next call; largeError for
// one that is too long, after which it can go on; io.EOF after the last.
func (l *lines) next() ([]byte, error) {
	l.n++
	l.long = l.long[:0]
	large := false
	for {
		part, err := l.r.ReadSlice('\n')
		switch {
		case err == nil && len(l.long) == 0 && !large:
			return bytes.TrimRight(part, "\r\n"), nil
		case large:
		case len(l.long)+len(part) > maxLine:
			large, l.long = true, nil
		default:
			l.long = append(l.long, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if large && (err == nil || err == io.EOF) {
			return nil, largeError{maxLine}
		}
		if err == io.EOF && len(l.long) > 0 {
			err = nil
		}
		return bytes.TrimRight(l.long, "\r\n"), err
	}
}

// maxComplaints is how many broken records of one container are told of one by
// one; the others are counted.
const maxComplaints = 20

// complaints tells of broken records, and of their number when they are many.
type complaints struct {
	r *reader
	s *source
	n int
}

func (c *complaints) add(name, format string, args ...any) {
	if c.n++; c.n <= maxComplaints {
		c.r.invalid(name, format, args...)
	}
}

func (c *complaints) close() {
	if c.n > maxComplaints {
		c.r.invalid(c.s.what(), "%d more records could not be used", c.n-maxComplaints)
	}
}

// jsonLines reads one record a line. A line that is broken is told of and the
// others are used.
func (r *reader) jsonLines(s *source) {
	bad := &complaints{r: r, s: s}
	defer bad.close()
	in := lines{r: s.r}
	for !r.done() {
		line, err := in.next()
		name := s.line(in.n)
		switch {
		case errors.Is(err, io.EOF):
			return
		case tooLarge(err):
			bad.add(name, "line is %w", err)
		case err != nil:
			r.broken(name, err)
			return
		default:
			r.jsonRecord(s, bad, name, bytes.TrimSpace(line))
		}
	}
}

// jsonRecord reads one JSON object as a record; blank is none.
func (r *reader) jsonRecord(s *source, bad *complaints, name string, raw []byte) {
	if len(raw) == 0 {
		return
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(raw, &object); err != nil {
		bad.add(name, "%s", jsonCause(raw, err))
		return
	}
	rec := recordOf(object)
	if !rec.hasBody() {
		bad.add(name, "record holds no text")
		return
	}
	if !utf8.Valid(raw) {
		bad.add(name, "not valid UTF-8: replaced what is damaged")
	}
	r.record(s, name, &rec)
}

// jsonCause words a JSON error for people.
func jsonCause(raw []byte, err error) string {
	if raw[0] != '{' {
		return "not a JSON object"
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("not valid JSON at byte %d: %v", syntax.Offset, err)
	}
	return fmt.Sprintf("not valid JSON: %v", err)
}

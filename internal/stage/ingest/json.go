package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
)

// meter is a reader that gives largeError once more is read than it has left.
// Setting left for each record bounds the memory that one may take.
type meter struct {
	r    io.Reader
	left int
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, largeError{maxLine}
	}
	n, err := m.r.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}

// json reads a record, a list of records, an object that holds such a list, or
// several of these one after another. What stands before a syntax error is
// used.
func (r *reader) json(s *source) {
	bad := &complaints{r: r, s: s}
	defer bad.close()
	n := 0
	err := jsonValues(s.r, func(raw json.RawMessage) bool {
		r.jsonRecords(s, bad, &n, raw)
		return !r.done()
	})
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		r.invalid(s.what(), "not valid JSON after %d records: %v", n, err)
	case err != nil:
		r.broken(s.what(), err)
	case n == 0:
		r.invalid(s.what(), "no record with a text in it")
	}
}

// jsonValues calls do with each item of a list, or with each value of a stream
// of them, until it returns false.
func jsonValues(in *bufio.Reader, do func(json.RawMessage) bool) error {
	m := &meter{r: in, left: maxLine}
	list := firstByte(in) == '['
	dec := json.NewDecoder(m)
	if list {
		if _, err := dec.Token(); err != nil {
			return err
		}
	}
	for dec.More() {
		var raw json.RawMessage
		m.left = maxLine
		if err := dec.Decode(&raw); err != nil {
			return err
		}
		if !do(raw) {
			return nil
		}
	}
	if _, err := dec.Token(); err != nil && (list || err != io.EOF) {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return err
	}
	return nil
}

// firstByte peeks at the first byte that is no white space.
func firstByte(r *bufio.Reader) byte {
	head, _ := r.Peek(headSize)
	if head = bytes.TrimSpace(head); len(head) > 0 {
		return head[0]
	}
	return 0
}

// jsonRecords reads the records that raw is or holds; n counts them.
func (r *reader) jsonRecords(s *source, bad *complaints, n *int, raw json.RawMessage) {
	var object map[string]json.RawMessage
	if json.Unmarshal(raw, &object) != nil {
		*n++
		bad.add(s.nth(*n), "not a JSON object")
		return
	}
	if rec := recordOf(object); rec.hasBody() {
		*n++
		r.jsonRecord(s, bad, s.nth(*n), raw)
		return
	}
	items := listIn(object, 0)
	if items == nil {
		*n++
		bad.add(s.nth(*n), "record holds no text")
	}
	if s.web {
		r.items(s, itemsOf(items))
		*n += len(items)
		return
	}
	for _, it := range items {
		*n++
		r.jsonRecord(s, bad, s.nth(*n), it)
	}
}

// listIn finds the list of records in an object, or in an object in it: the
// first by key whose first item is a record.
func listIn(object map[string]json.RawMessage, depth int) []json.RawMessage {
	keys := make([]string, 0, len(object))
	for k := range object {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		var items []json.RawMessage
		var first map[string]json.RawMessage
		if json.Unmarshal(object[k], &items) == nil && len(items) > 0 && json.Unmarshal(items[0], &first) == nil {
			if rec := recordOf(first); rec.hasBody() || rec[fieldURL] != "" {
				return items
			}
		}
	}
	for _, k := range keys {
		var inner map[string]json.RawMessage
		if depth < 2 && json.Unmarshal(object[k], &inner) == nil {
			if items := listIn(inner, depth+1); items != nil {
				return items
			}
		}
	}
	return nil
}

// itemsOf reads the items of a feed.
func itemsOf(raws []json.RawMessage) []record {
	var out []record
	for _, raw := range raws {
		var object map[string]json.RawMessage
		if json.Unmarshal(raw, &object) == nil {
			out = append(out, recordOf(object))
		}
	}
	return out
}

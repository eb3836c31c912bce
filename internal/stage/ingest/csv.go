package ingest

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// columns says which field each column of a table holds; -1 none.
type columns []int

// columnsOf reads a header row. Of several columns for one field the best named
// wins.
func columnsOf(header []string) columns {
	out := make(columns, len(header))
	var best [fieldCount]struct{ col, place int }
	for i, h := range header {
		out[i] = -1
		r, ok := rankOf(strings.TrimSpace(h))
		if !ok {
			continue
		}
		if b := &best[r.field]; b.place == 0 || r.place < b.place {
			if b.place != 0 {
				out[b.col] = -1
			}
			b.col, b.place = i, r.place
			out[i] = int(r.field)
		}
	}
	return out
}

func (c columns) known() (n int) {
	for _, f := range c {
		if f >= 0 {
			n++
		}
	}
	return n
}

func (c columns) hasBody() bool {
	for _, f := range c {
		if f == int(fieldText) || f == int(fieldHTML) {
			return true
		}
	}
	return false
}

// record takes a row apart.
func (c columns) record(row []string) record {
	var rec record
	for i, v := range row {
		if i < len(c) && c[i] >= 0 {
			rec[c[i]] = v
		}
	}
	rec[fieldPublished] = stamp(strings.TrimSpace(rec[fieldPublished]))
	return rec
}

// delimiter returns what parts the columns of a header row: the character with
// which most of them are known.
func delimiter(line string) rune {
	best, most := ',', -1
	for _, d := range ",;\t|" {
		if n := columnsOf(splitRow(line, d)).known(); n > most {
			best, most = d, n
		}
	}
	return best
}

func splitHeader(line string) []string { return splitRow(line, delimiter(line)) }

func splitRow(line string, d rune) []string {
	cr := csv.NewReader(strings.NewReader(strings.TrimRight(line, "\r\n")))
	cr.Comma, cr.LazyQuotes = d, true
	row, _ := cr.Read()
	return row
}

// table reads CSV whose first row names the columns, parted by comma,
// semicolon, tab or bar. A record is named by the line on which it begins.
func (r *reader) table(s *source) {
	head, _ := s.r.Peek(headSize)
	first, _, _ := strings.Cut(string(head), "\n")
	in := &meter{r: s.r, left: maxLine}
	cr := csv.NewReader(bufio.NewReader(in))
	cr.Comma, cr.LazyQuotes, cr.FieldsPerRecord, cr.ReuseRecord = delimiter(first), true, -1, true
	row, err := cr.Read()
	if err != nil {
		r.broken(s.what(), err)
		return
	}
	cols := columnsOf(row)
	if !cols.hasBody() {
		r.invalid(s.what(), "no column named text or html in its first row")
		return
	}
	r.rows(s, cr, cols, in)
}

// rows reads the records below the header.
func (r *reader) rows(s *source, cr *csv.Reader, cols columns, in *meter) {
	bad := &complaints{r: r, s: s}
	defer bad.close()
	for n := 0; !r.done(); n++ {
		in.left = maxLine
		row, err := cr.Read()
		var parse *csv.ParseError
		switch {
		case err == io.EOF:
			if n == 0 {
				r.invalid(s.what(), "no row below the header")
			}
			return
		case errors.As(err, &parse):
			bad.add(s.line(parse.StartLine), "%v", parse.Err)
			continue
		case err != nil:
			r.broken(s.what(), err)
			return
		}
		line, _ := cr.FieldPos(0)
		rec := cols.record(row)
		if !rec.hasBody() {
			bad.add(s.line(line), "record holds no text")
			continue
		}
		r.row(s, bad, s.line(line), rec)
	}
}

// row hands on a row, with damaged UTF-8 replaced.
func (r *reader) row(s *source, bad *complaints, name string, rec record) {
	damaged := false
	for f, v := range rec {
		if good := strings.ToValidUTF8(v, "\ufffd"); good != v {
			rec[f], damaged = good, true
		}
	}
	if damaged {
		bad.add(name, "not valid UTF-8: replaced what is damaged")
	}
	r.record(s, name, &rec)
}

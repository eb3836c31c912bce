package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func rec(kind, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nwarc-type: %s\r\nWARC-Target-URI: <https://kabaruji.example/1>\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, len(block), block)
}

func zip(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// all reads an archive; bodies are read only where skip is false.
func all(data string, skip bool) (got []string, err error) {
	r := NewReader(strings.NewReader(data))
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return got, nil
		}
		if err != nil {
			return got, err
		}
		line := rec.Header.Type() + " " + rec.Header.URL()
		if !skip {
			b, err := io.ReadAll(rec.Body)
			if err != nil {
				return got, err
			}
			line += " " + string(b)
		}
		got = append(got, line)
	}
}

func TestReaderReadsRecords(t *testing.T) {
	a, b := rec("response", "satu"), rec("resource", "dua\r\n\r\n")
	const u = " https://kabaruji.example/1"
	want := []string{"response" + u + " satu", "resource" + u + " dua\r\n\r\n"}
	for name, data := range map[string]string{
		"plain":                     a + b,
		"bare line ends":            strings.ReplaceAll(a[:len(a)-8], "\r\n", "\n") + "satu\n\n" + b,
		"a folded field":            strings.Replace(a, "warc-type: response", "warc-type:\r\n  response", 1) + b,
		"no blank lines at the end": a + strings.TrimSuffix(b, "\r\n\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := all(data, false)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("%v\n%s", err, diff)
			}
			if got, err := all(data, true); len(got) != 2 || err != nil {
				t.Errorf("skipping bodies: got %q, %v", got, err)
			}
		})
	}
}

func TestReaderTellsOfDamage(t *testing.T) {
	a := rec("response", "satu")
	for name, c := range map[string]struct {
		data string
		want error
		used int
	}{
		"cut in the version":      {a + "WAR", io.ErrUnexpectedEOF, 1},
		"cut in the header":       {a + a[:40], io.ErrUnexpectedEOF, 1},
		"cut in the body":         {a + a[:len(a)-6], io.ErrUnexpectedEOF, 1},
		"no record":               {a + "<html>", io.ErrUnexpectedEOF, 1},
		"no record, a whole line": {a + "<html>\n", ErrFormat, 1},
		"no length":               {"WARC/1.0\r\nWARC-Type: x\r\n\r\n", ErrFormat, 0},
		"a negative length":       {"WARC/1.0\r\nContent-Length: -1\r\n\r\n", ErrFormat, 0},
		"a header without colon":  {"WARC/1.0\r\nabc\r\n\r\n", ErrFormat, 0},
		"a header without end":    {"WARC/1.0\r\nA: " + strings.Repeat("x", 2<<20), ErrFormat, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := all(c.data, false)
			if !errors.Is(err, c.want) || len(got) != c.used {
				t.Errorf("got %d records, %v; want %d, %v", len(got), err, c.used, c.want)
			}
		})
	}
}

func TestPageUndoesHTTP(t *testing.T) {
	const html = "<p>Air naik.</p>"
	message := func(head, body string) string { return "HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n" + body }
	for name, c := range map[string]struct {
		block string
		want  *Page
	}{
		"as it is":              {message("Content-Type: text/html; charset=UTF-8", html), &Page{MediaType: "text/html", Charset: "UTF-8", Body: []byte(html)}},
		"XHTML":                 {message("Content-Type: application/xhtml+xml", html), &Page{MediaType: "text/html", Body: []byte(html)}},
		"gzip":                  {message("Content-Type: text/html\r\nContent-Encoding: gzip", zip(t, html)), &Page{MediaType: "text/html", Body: []byte(html)}},
		"gzip undone":           {message("Content-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 5", html), &Page{MediaType: "text/html", Body: []byte(html)}},
		"chunked":               {message("Content-Type: text/html\r\nTransfer-Encoding: chunked", "10\r\n"+html+"\r\n0\r\n\r\n"), &Page{MediaType: "text/html", Body: []byte(html)}},
		"chunked undone":        {message("Content-Type: text/html\r\nTransfer-Encoding: chunked", html), &Page{MediaType: "text/html", Body: []byte(html)}},
		"not found":             {"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + html, nil},
		"moved":                 {"HTTP/1.1 301 Moved\r\nLocation: /2\r\n\r\n", nil},
		"a picture":             {message("Content-Type: image/jpeg", "x"), nil},
		"a type with bad words": {message("Content-Type: text/html; charset", html), &Page{MediaType: "text/html", Body: []byte(html)}},
	} {
		t.Run(name, func(t *testing.T) {
			r := NewReader(strings.NewReader(rec("response", c.block)))
			got, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			p, err := got.Page(1000)
			if err != nil {
				t.Fatal(err)
			}
			if c.want != nil {
				c.want.URL = "https://kabaruji.example/1"
			}
			if diff := cmp.Diff(c.want, p); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPageIsNotLargerThanItsLimit(t *testing.T) {
	for name, block := range map[string]string{
		"as it is": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + strings.Repeat("x", 1001),
		"in gzip":  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + zip(t, strings.Repeat("x", 1001)),
	} {
		r := NewReader(strings.NewReader(rec("response", block)))
		got, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if p, err := got.Page(1000); !errors.Is(err, ErrLarge) {
			t.Errorf("%s: got %v, %v; want ErrLarge", name, p, err)
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(rec("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Air</p>")))
	f.Add([]byte(rec("resource", "satu")))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 99\r\n\r\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := NewReader(bytes.NewReader(b))
		for n := 0; ; n++ {
			if n > len(b) {
				t.Fatal("more records than bytes")
			}
			rec, err := r.Next()
			if err != nil {
				return
			}
			if p, err := rec.Page(1 << 16); p != nil && (err != nil || len(p.Body) > 1<<16) {
				t.Errorf("page of %d bytes, %v", len(p.Body), err)
			}
		}
	})
}

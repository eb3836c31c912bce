package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// record1 is one WARC record.
func record1(kind, mediaType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://kabaruji.example/1\r\nWARC-Date: 2025-06-10T01:02:03Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, mediaType, len(block), block)
}

func TestArchiveGivesItsPages(t *testing.T) {
	answer := func(status, head, body string) string {
		return record1("response", "application/http; msgtype=response", "HTTP/1.1 "+status+"\r\n"+head+"\r\n\r\n"+body)
	}
	in := write(t, "a.warc", record1("warcinfo", "application/warc-fields", "software: x\r\n")+
		record1("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n")+
		answer("200 OK", "Content-Type: text/html; charset=ISO-8859-1", "<p>Caf\xe9</p>")+
		answer("404 Not Found", "Content-Type: text/html", "<p>Tidak ada</p>")+
		answer("200 OK", "Content-Type: image/png", "\x89PNG")+
		answer("200 OK", "Content-Type: text/plain; charset=windows-1252", "Caf\xe9")+
		answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: br", "xyz"))
	docs, problems := read(Options{}, in)
	var got []string
	for _, d := range docs {
		got = append(got, strings.Join([]string{strings.TrimPrefix(d.Input, in), d.MediaType, d.Charset, d.URL, d.Fetched.Format("15:04:05"), string(d.Body)}, " "))
	}
	want := []string{
		"#3 text/html ISO-8859-1 https://kabaruji.example/1 01:02:03 <p>Caf\xe9</p>",
		"#6 text/plain utf-8 https://kabaruji.example/1 01:02:03 Café",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{in + `#7: unknown content encoding "br"`}, lines1(problems)); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkWARC(b *testing.B) {
	var in bytes.Buffer
	body := "<html>" + strings.Repeat("<p>Air sungai naik sejak dini hari dan warga mengungsi.</p>\n", 800) + "</html>"
	for range 50 {
		in.WriteString(zip(b, record1("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+body)))
	}
	b.SetBytes(int64(50 * len(body)))
	b.ReportAllocs()
	for b.Loop() {
		docs, problems := read(Options{Stdin: bytes.NewReader(in.Bytes())}, "-")
		if len(docs) != 50 || problems != nil {
			b.Fatal(len(docs), problems)
		}
	}
}

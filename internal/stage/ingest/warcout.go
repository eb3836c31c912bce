package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/warc"
)

// extra is what a document says beyond what a WARC record has a place for. It
// stands in the record's field Selisik-Document, as JSON, so that reading the
// archive gives the same document again.
type extra struct {
	URL       string `json:"url,omitempty"` // as it was, where the archive cannot have it
	Ref       string `json:"ref,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Byline    string `json:"byline,omitempty"`
	MediaType string `json:"type"`
	Charset   string `json:"charset,omitempty"`
	Fetched   string `json:"fetched,omitempty"` // RFC 3339; none for what was read from a file
}

const extraField = "Selisik-Document"

// WARCWriter writes documents as a web archive, gzip per record, that Read reads
// back to the same documents but for Input, Status and Header.
type WARCWriter struct{ w *warc.Writer }

// NewWARCWriter begins an archive with a record that tells by what (the
// program's name and version) and when it was made.
func NewWARCWriter(w io.Writer, software string, now time.Time) (*WARCWriter, error) {
	out := &WARCWriter{warc.NewWriter(w)}
	info := "software: " + software + "\r\nformat: WARC File Format 1.1\r\n"
	id := "urn:selisik:info:" + now.UTC().Format("20060102T150405Z")
	return out, out.w.Write("warcinfo", id, now, []byte(info), warc.Name{Key: "Content-Type", Value: "application/warc-fields"})
}

// Write writes one document. seen is when it first came in: the date of the
// record of one that was not fetched.
func (w *WARCWriter) Write(id news.DocumentID, d *news.RawDocument, seen time.Time) error {
	x := extra{"", d.Ref, d.Outlet, d.Title, d.Published, d.Byline, d.MediaType, d.Charset, ""}
	at := seen
	if !d.Fetched.IsZero() {
		at, x.Fetched = d.Fetched, d.Fetched.UTC().Format(time.RFC3339Nano)
	}
	target, uri := d.URL, "urn:selisik:"+string(id)
	if !isAddress(target) || strings.ContainsAny(target, " <>\r\n") {
		target, x.URL = uri, d.URL
	}
	told, err := json.Marshal(x)
	if err != nil {
		return fmt.Errorf("write %s: %w", id, err)
	}
	names := []warc.Name{{Key: "WARC-Target-URI", Value: target}, {Key: extraField, Value: string(told)}}
	if d.Fetched.IsZero() || target == uri {
		return w.w.Write("resource", uri, at, d.Body, append(names, warc.Name{Key: "Content-Type", Value: contentType(d)})...)
	}
	return w.w.Write("response", uri, at, answer(d), append(names, warc.Name{Key: "Content-Type", Value: "application/http; msgtype=response"})...)
}

func contentType(d *news.RawDocument) string {
	if d.Charset == "" {
		return d.MediaType
	}
	return d.MediaType + "; charset=" + d.Charset
}

// encoded are fields of an answer that no longer hold for a decoded body.
var encoded = []string{"content-encoding", "content-length", "content-type", "transfer-encoding"}

// answer is a document as the answer of a server, its body decoded.
func answer(d *news.RawDocument) []byte {
	var b bytes.Buffer
	b.WriteString("HTTP/1.1 200 OK\r\n")
	field := func(k, v string) {
		b.WriteString(k + ": " + strings.NewReplacer("\r", " ", "\n", " ").Replace(v) + "\r\n")
	}
	field("content-type", contentType(d))
	for _, k := range slices.Sorted(maps.Keys(d.Header)) {
		if !slices.Contains(encoded, k) {
			field(k, d.Header[k])
		}
	}
	field("content-length", fmt.Sprint(len(d.Body)))
	b.WriteString("\r\n")
	b.Write(d.Body)
	return b.Bytes()
}

// told makes the document that a record written by WARCWriter was made of; false
// for a record of somebody else, or one that was tampered with.
func told(name string, h warc.Header, p *warc.Page) (news.RawDocument, bool) {
	var x extra
	field := h[strings.ToLower(extraField)]
	if field == "" || json.Unmarshal([]byte(field), &x) != nil {
		return news.RawDocument{}, false
	}
	d := news.RawDocument{
		Input: name, Ref: x.Ref, URL: p.URL, MediaType: x.MediaType, Charset: x.Charset, Body: p.Body,
		Outlet: x.Outlet, Title: x.Title, Published: x.Published, Byline: x.Byline,
	}
	if !isAddress(p.URL) {
		d.URL = x.URL
	}
	if x.Fetched != "" {
		at, err := time.Parse(time.RFC3339Nano, x.Fetched)
		if err != nil {
			return d, false
		}
		d.Fetched = at
	}
	ok := slices.ContainsFunc([]kind{plain, markdown, html}, func(k kind) bool { return k.mediaType() == x.MediaType })
	return d, ok
}

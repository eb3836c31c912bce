package ingest

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"unicode/utf8"
)

// kind is what a stream of bytes is.
type kind uint8

const (
	plain kind = iota
	markdown
	html
	jsonLines
	jsonValue
	table
	warcArchive
	feedXML
	opmlXML
	binary
	empty
)

// kinds maps file extensions to what they promise. A folder's files of other
// extensions are left out.
var kinds = map[string]kind{
	"txt": plain, "text": plain, "md": markdown, "markdown": markdown,
	"html": html, "htm": html, "xhtml": html,
	"jsonl": jsonLines, "ndjson": jsonLines, "json": jsonValue,
	"csv": table, "tsv": table, "warc": warcArchive,
	"xml": feedXML, "rss": feedXML, "atom": feedXML, "opml": opmlXML,
}

func (k kind) mediaType() string {
	switch k {
	case html:
		return "text/html"
	case markdown:
		return "text/markdown"
	}
	return "text/plain"
}

const warcMagic = "WARC/"

// sniff tells what head, the first bytes of a stream, begins. Bytes that can
// only be one thing win over ext; where they could be several (plain text or
// Markdown, JSON Lines of one line or JSON) ext decides. It never looks at
// more than head and knows no language.
func sniff(head []byte, ext string) kind {
	promised, known := kinds[ext]
	if bytes.HasPrefix(head, []byte(warcMagic)) {
		return warcArchive
	}
	if wide(head) {
		return sniffWide(promised)
	}
	if isBinary(head) {
		return binary
	}
	body := bytes.TrimSpace(bytes.TrimPrefix(head, []byte(bom)))
	if len(body) == 0 {
		return empty
	}
	switch body[0] {
	case '<':
		return sniffMarkup(body, promised)
	case '{', '[':
		return sniffJSON(body, promised, known)
	}
	if known && promised != plain {
		return unlessPlain(promised, body)
	}
	if looksLikeTable(body) {
		return table
	}
	return plain
}

const bom = "\ufeff"

// wide reports whether head begins with the mark of UTF-16.
func wide(head []byte) bool {
	return bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff})
}

// sniffWide trusts the extension: the bytes are not looked into.
func sniffWide(promised kind) kind {
	if promised == warcArchive || promised == feedXML || promised == opmlXML {
		return plain
	}
	return promised
}

// isBinary reports whether head is a PDF or holds what no text holds: a NUL, or
// one control character in twenty.
func isBinary(head []byte) bool {
	if bytes.HasPrefix(head, []byte("%PDF-")) {
		return true
	}
	odd := 0
	for _, c := range head {
		if c == 0 {
			return true
		}
		if c < ' ' && !strings.ContainsRune("\t\n\v\f\r\b\x1b", rune(c)) {
			odd++
		}
	}
	return odd*20 > len(head)
}

// mediaName names binary data for a message.
func mediaName(head []byte) string {
	name, _, _ := strings.Cut(http.DetectContentType(head), ";")
	if name == "application/octet-stream" || strings.HasPrefix(name, "text/") {
		return "binary data"
	}
	return name
}

// sniffMarkup tells apart what begins with "<".
func sniffMarkup(body []byte, promised kind) kind {
	start := bytes.ToLower(body[:min(len(body), 2048)])
	for _, m := range []struct {
		mark string
		kind kind
	}{{"<html", html}, {"<!doctype html", html}, {"<opml", opmlXML}, {"<rss", feedXML}, {"<rdf:rdf", feedXML}, {"<feed", feedXML}, {"<urlset", feedXML}, {"<sitemapindex", feedXML}} {
		if i := bytes.Index(start, []byte(m.mark)); i >= 0 && prolog(start[:i]) {
			return m.kind
		}
	}
	if promised == markdown || !hasTag(start) {
		return unlessPlain(promised, start)
	}
	return html
}

// prolog reports whether b may stand before a document's first element:
// declarations, comments, white space.
func prolog(b []byte) bool {
	for b = bytes.TrimSpace(b); len(b) > 0; b = bytes.TrimSpace(b) {
		end := ">"
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			end = "-->"
		case !bytes.HasPrefix(b, []byte("<!")) && !bytes.HasPrefix(b, []byte("<?")):
			return false
		}
		_, rest, ok := bytes.Cut(b, []byte(end))
		if !ok {
			return false
		}
		b = rest
	}
	return true
}

// unlessPlain returns what the extension promised, unless it promised a format
// that the bytes show not to be there.
func unlessPlain(promised kind, body []byte) kind {
	switch promised {
	case html:
		if !hasTag(body) {
			return plain
		}
	case warcArchive, feedXML, opmlXML:
		return plain
	}
	return promised
}

// hasTag reports whether b holds an element's tag.
func hasTag(b []byte) bool {
	for i := bytes.IndexByte(b, '<'); i >= 0 && i+1 < len(b); {
		c := b[i+1] | 0x20
		if c >= 'a' && c <= 'z' && bytes.IndexByte(b[i:], '>') > 0 {
			return true
		}
		next := bytes.IndexByte(b[i+1:], '<')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// sniffJSON tells JSON Lines from JSON, and both from a text that begins with
// a bracket.
func sniffJSON(body []byte, promised kind, known bool) kind {
	line, rest, more := bytes.Cut(body, []byte("\n"))
	one := json.Valid(line)
	switch {
	case promised == jsonLines:
		return jsonLines
	case one && line[0] == '{' && len(bytes.TrimSpace(rest)) > 0:
		return jsonLines
	case promised == jsonValue:
		return jsonValue
	case one && line[0] == '{', !known && jsonStart(body):
		return jsonValue
	case !more && !known:
		return jsonLines
	case promised == warcArchive, promised == feedXML, promised == opmlXML:
		return plain
	}
	return promised
}

// jsonStart reports whether body begins as an object or a list of objects does.
func jsonStart(body []byte) bool {
	rest := bytes.TrimSpace(body[1:])
	if body[0] == '[' {
		return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
	}
	return len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
}

// looksLikeTable reports whether the first line names the columns of a table
// of articles: the body and one more at the least.
func looksLikeTable(body []byte) bool {
	line, rest, ok := bytes.Cut(body, []byte("\n"))
	if !ok || len(rest) == 0 || len(line) > 1000 || !utf8.Valid(line) {
		return false
	}
	cols := columnsOf(splitHeader(string(line)))
	return cols.hasBody() && cols.known() >= 2
}

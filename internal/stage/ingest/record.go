package ingest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/selisik/selisik/internal/news"
)

// field is one thing that a record says of its article.
type field uint8

const (
	fieldID field = iota
	fieldOutlet
	fieldURL
	fieldTitle
	fieldPublished
	fieldText
	fieldHTML
	fieldByline
	fieldCount
)

var fieldNames = [fieldCount]string{"id", "outlet", "url", "title", "published", "text", "html", "byline"}

// record is one article of a container.
type record [fieldCount]string

// hasBody reports whether there is something to read.
func (rec *record) hasBody() bool {
	return strings.TrimSpace(rec[fieldText]) != "" || strings.TrimSpace(rec[fieldHTML]) != ""
}

//go:embed fields.tsv
var fieldTable string

// rank says which field a key holds, and how good a name for it the key is:
// the lower, the better.
type rank struct {
	field field
	place int
}

var ranks = sync.OnceValue(func() map[string]rank {
	out := map[string]rank{}
	for n, l := range strings.Split(fieldTable, "\n") {
		name, key, ok := strings.Cut(l, "\t")
		for f := range fieldCount {
			if ok && name == fieldNames[f] {
				out[key] = rank{f, n}
			}
		}
	}
	return out
})

// rankOf looks a key up whatever its case and separators.
func rankOf(key string) (rank, bool) {
	if r, ok := ranks()[key]; ok || len(key) > 40 {
		return r, ok
	}
	r, ok := ranks()[strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, key)]
	return r, ok
}

// recordOf takes what it knows from a JSON object. Values of other types than
// strings are read for what they mean.
func recordOf(object map[string]json.RawMessage) record {
	var rec record
	var best [fieldCount]int
	for key, raw := range object {
		r, ok := rankOf(key)
		if !ok || (rec[r.field] != "" && best[r.field] < r.place) {
			continue
		}
		v := loose(raw, 0)
		if r.field == fieldPublished {
			v = stamp(v)
		}
		if strings.TrimSpace(v) != "" {
			rec[r.field], best[r.field] = v, r.place
		}
	}
	return rec
}

// loose reads any JSON value as the string that it stands for: a list as its
// items, an object as its name, null and truth values as nothing.
func loose(raw json.RawMessage, depth int) string {
	if len(raw) == 0 || depth > 3 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		_ = json.Unmarshal(raw, &s) // the value has been checked as part of the record
		return s
	case '[':
		var items []json.RawMessage
		_ = json.Unmarshal(raw, &items)
		var out []string
		for _, it := range items {
			if s := loose(it, depth+1); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	case '{':
		var named struct{ Name, Title json.RawMessage }
		_ = json.Unmarshal(raw, &named)
		if s := loose(named.Name, depth+1); s != "" {
			return s
		}
		return loose(named.Title, depth+1)
	case 't', 'f', 'n':
		return ""
	}
	return string(raw)
}

// stamp writes a time that is a number (seconds or milliseconds since 1970) as
// RFC 3339 in UTC; all else stays as it is.
func stamp(s string) string {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil:
		return s
	case n > 1e8 && n < 1e10:
		return time.Unix(n, 0).UTC().Format(time.RFC3339)
	case n >= 1e11 && n < 1e13:
		return time.UnixMilli(n).UTC().Format(time.RFC3339)
	}
	return s
}

// record hands on one record of s; name says which. It tells of a record that
// holds nothing to read.
func (r *reader) record(s *source, name string, rec *record) {
	d := news.RawDocument{
		Input: name, Ref: rec[fieldID], URL: rec[fieldURL], Outlet: rec[fieldOutlet],
		Title: rec[fieldTitle], Published: rec[fieldPublished], Byline: rec[fieldByline],
		MediaType: plain.mediaType(), Charset: "utf-8", Fetched: s.fetched,
	}
	body, limit := rec[fieldText], maxText
	if strings.TrimSpace(body) == "" || isFragment(body) {
		if body == "" || rec[fieldHTML] != "" {
			body = rec[fieldHTML]
		}
		d.MediaType, limit = html.mediaType(), maxPage
	}
	switch {
	case strings.TrimSpace(body) == "":
		r.invalid(name, "record holds no text")
		return
	case len(body) > limit:
		r.tell(news.ErrInvalid, name, fmt.Errorf("text is %w", largeError{limit}))
		return
	}
	d.Body = []byte(body)
	r.emit(d)
}

// isFragment reports whether a field said to be text is marked up all the same.
func isFragment(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "<") && strings.Contains(s, "</") && hasTag([]byte(s[:min(len(s), 1000)]))
}

package clean

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// streamCall is how pages of Next.js hand on a stream of data to their script, a
// piece in each of several scripts.
const streamCall = "__next_f.push("

// streamed returns the texts in what scripts hand on in pieces: rows of the form
// NUMBER:JSON and a line break, or NUMBER:Tn, and n bytes of text, numbers in
// base sixteen.
func streamed(scripts []string) [][]line {
	var b strings.Builder
	for _, script := range scripts {
		b.WriteString(streamPiece(script))
	}
	var out [][]line
	for s := b.String(); s != ""; {
		row, text, rest := streamRow(s)
		if text {
			out = append(out, paragraphs([]stringPiece{{0, row}}, false))
		} else {
			out = append(out, jsonTexts(row)...)
		}
		s = rest
	}
	return out
}

// streamPiece returns the piece of a stream that a script hands on, "" if none.
func streamPiece(script string) string {
	_, call, ok := strings.Cut(script, streamCall)
	var args []any
	if !ok || json.NewDecoder(strings.NewReader(call)).Decode(&args) != nil || len(args) != 2 {
		return ""
	}
	piece, _ := args[1].(string)
	return piece
}

// streamRow cuts the first row off a stream, and tells whether it is text.
func streamRow(s string) (row string, text bool, rest string) {
	if m := textRow.FindStringSubmatchIndex(s[:min(len(s), maxRowHead)]); m != nil {
		if n, err := strconv.ParseUint(s[m[2]:m[3]], 16, 31); err == nil && int(n) <= len(s)-m[1] {
			return s[m[1] : m[1]+int(n)], true, s[m[1]+int(n):]
		}
	}
	row, rest, _ = strings.Cut(s, "\n")
	return row, false, rest
}

// textRow is the head of a row that is text.
var textRow = regexp.MustCompile(`^[0-9a-f]{1,8}:T([0-9a-f]{1,8}),`)

// maxRowHead is the length of the longest such head, in bytes.
const maxRowHead = 20

package markdown

import (
	"strings"

	"github.com/selisik/selisik/internal/face"
)

// inside are the characters that start or end markup anywhere in a line,
// atStart those that do so as its first.
const (
	inside  = "\\`*_[]|~$"
	atStart = "-+=#"
)

// references stand for what no backslash makes harmless: HTML, mentions, and
// addresses that GFM would turn into links by itself.
var references = strings.NewReplacer("](", "]\\(", "<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;", "://", "&#58;//", "www.", "www&#46;", "WWW.", "WWW&#46;")

// escape returns s as one line of Markdown that reads as s and is nothing
// else, wherever in a line it is put.
func escape(s string) string {
	var b strings.Builder
	for i, r := range face.Line(s) {
		if strings.ContainsRune(inside, r) || i == 0 && strings.ContainsRune(atStart, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return references.Replace(number(b.String()))
}

// number keeps a line that begins "12." or "12)" from becoming a list.
func number(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	if rest != s && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ")")) {
		return s[:len(s)-len(rest)] + "\\" + rest
	}
	return s
}

// target makes an address safe between "<" and ">".
var target = strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C", "|", "%7C")

// link writes [text](<address>), or the text alone if there is no address that
// a reader may follow. text is Markdown already.
func link(text, address string) string {
	if address == "" {
		return text
	}
	return "[" + text + "](<" + target.Replace(address) + ">)"
}

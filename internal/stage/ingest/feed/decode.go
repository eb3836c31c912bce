package feed

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/selisik/selisik/internal/stage/ingest/gz"
)

// maxUnzipped is how much a feed may hold: the size that the protocol allows a
// sitemap.
const maxUnzipped = 50 << 20

// unzip undoes gzip; cut tells that only the beginning is there.
func unzip(b []byte) (out []byte, cut bool, err error) {
	if !gz.Is(b) {
		return b, false, nil
	}
	r, err := gz.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, false, err
	}
	out, err = io.ReadAll(io.LimitReader(r, maxUnzipped))
	if len(out) > 0 {
		return out, err != nil || len(out) == maxUnzipped, nil
	}
	return nil, false, err
}

// declaration is the XML declaration with its encoding.
var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["'][^>]*\?>`)

// toUTF8 decodes a feed, and takes out its XML declaration so that nothing
// decodes it once more. Bytes that are UTF-8 are taken as that whatever is
// declared; others as HTTP declares, else as the XML does, else as Windows
// 1252, the usual lie.
func toUTF8(b []byte, declared string) []byte {
	if wide(b) {
		b, _, _ = transform.Bytes(unicode.BOMOverride(unicode.UTF8.NewDecoder()), b) // what is damaged is replaced
	}
	b = bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\ufeff")), " \t\r\n")
	own := ""
	if m := declaration.FindSubmatch(b[:min(len(b), 400)]); m != nil {
		own, b = string(m[1]), b[len(m[0]):]
	}
	if !utf8.Valid(b) {
		b = decoded(b, declared, own)
	}
	return visible(b)
}

func wide(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff})
}

// decoded decodes b by the first of labels that is known and is not UTF-8; a
// few damaged bytes in UTF-8 are replaced.
func decoded(b []byte, labels ...string) []byte {
	if mostlyUTF8(b) {
		return bytes.ToValidUTF8(b, []byte("\ufffd"))
	}
	for _, l := range labels {
		enc, name := charset.Lookup(l)
		if enc == nil || strings.HasPrefix(name, "utf-") {
			continue
		}
		if out, err := enc.NewDecoder().Bytes(b); err == nil {
			return out
		}
	}
	out, _ := charmap.Windows1252.NewDecoder().Bytes(b) // every byte decodes
	return out
}

// mostlyUTF8 reports whether at least nine in ten of the characters beyond
// ASCII are UTF-8.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if i += n; r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
	}
	return good >= 9*bad
}

// visible takes out the control characters that XML forbids.
func visible(b []byte) []byte {
	hidden := func(c rune) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' }
	if bytes.IndexFunc(b, hidden) < 0 {
		return b
	}
	return bytes.Map(func(c rune) rune {
		if hidden(c) {
			return -1
		}
		return c
	}, b)
}

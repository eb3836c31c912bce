package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// errCharset means that bytes are text in no character set that is known.
var errCharset = errors.New("not valid UTF-8, nor text in another known character set")

// decode returns plain text as UTF-8 without a byte order mark: by that mark,
// as UTF-8, by the declared character set, as Windows-1252 if it reads like
// it. UTF-8 with a few damaged bytes is returned with U+FFFD for these and an
// error that says where; other bytes give nil and an error.
func decode(b []byte, declared string) ([]byte, error) {
	if wide(b) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b)
	}
	b = bytes.TrimPrefix(b, []byte(bom))
	if utf8.Valid(b) {
		return b, nil
	}
	if enc := lookup(declared); enc != nil {
		return enc.NewDecoder().Bytes(b)
	}
	if western(b) {
		return charmap.Windows1252.NewDecoder().Bytes(b)
	}
	return mend(b)
}

// lookup returns the encoding called name; nil if there is none or if it is
// UTF-8, which the bytes have shown not to be true.
func lookup(name string) encoding.Encoding {
	enc, canonical := charset.Lookup(name)
	if canonical == "utf-8" || canonical == "replacement" {
		return nil
	}
	return enc
}

// western reports whether every byte beyond ASCII reads as Windows-1252: a
// letter beside a letter, or a sign that news text uses.
func western(b []byte) bool {
	for i, c := range b {
		switch {
		case c < 0x80, bytes.IndexByte(signs, c) >= 0:
		case c < 0xc0 || bytes.IndexByte(rare, c) >= 0:
			return false
		case !(i > 0 && letter(b[i-1])) && !(i+1 < len(b) && letter(b[i+1])):
			return false
		}
	}
	return true
}

var (
	// signs: euro, ellipsis, quotation marks, bullet, dashes, trade mark, no-break
	// space, pound, section, copyright, guillemets, registered, degree, powers,
	// middle dot, fractions.
	signs = []byte("\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb1\xb2\xb3\xb7\xbb\xbc\xbd\xbe")
	// rare: letters of Icelandic, the signs between the letters, y with diaeresis.
	rare = []byte("\xd0\xd7\xde\xf0\xf7\xfe\xff")
)

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// mend replaces the damaged bytes of what is UTF-8 but for them: at most one in
// a hundred.
func mend(b []byte) ([]byte, error) {
	first, bad := -1, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			if bad++; first < 0 {
				first = i
			}
		}
		i += n
	}
	if bad > 3+len(b)/100 || bad*2 > len(b) {
		return nil, errCharset
	}
	return bytes.ToValidUTF8(b, []byte("\ufffd")), fmt.Errorf("not valid UTF-8 at byte %d: replaced what is damaged", first)
}

// utf8 makes s, whose first bytes are head, a stream of UTF-8 without a byte
// order mark. Containers are decoded as they are read; damage in them is
// found record by record.
func (s *source) utf8(head []byte) *source {
	var dec io.Reader
	switch {
	case wide(head):
		dec = transform.NewReader(s.r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case bytes.HasPrefix(head, []byte(bom)):
		_, _ = s.r.Discard(len(bom))
		return s
	case !validHead(head) && western(head):
		dec = charmap.Windows1252.NewDecoder().Reader(s.r)
	default:
		return s
	}
	s.r = bufio.NewReaderSize(dec, headSize)
	return s
}

// validHead reports whether head is UTF-8, but for a character that its end
// cuts.
func validHead(head []byte) bool {
	for i := 0; i < utf8.UTFMax && i <= len(head); i++ {
		if utf8.Valid(head[:len(head)-i]) {
			return true
		}
	}
	return false
}

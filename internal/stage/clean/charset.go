package clean

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// decode returns raw as UTF-8. What is UTF-8 is taken for UTF-8 whatever is
// declared: no other encoding in use passes for it by chance. Else the
// declaration of the container counts, then that of the page, then what the
// bytes look like, in the last resort windows-1252.
func decode(raw []byte, declared string) string {
	if e := byMark(raw); e != nil {
		return convert(raw, e)
	}
	if utf8.Valid(raw) || mostlyUTF8(raw) {
		return string(bytes.TrimPrefix(raw, []byte("\ufeff")))
	}
	if e, _ := charset.Lookup(declared); e != nil && declared != "" {
		return convert(raw, e)
	}
	e, _, _ := charset.DetermineEncoding(raw, "text/html")
	return convert(raw, e)
}

// byMark returns the encoding that a byte order mark of UTF-16 tells.
func byMark(raw []byte) encoding.Encoding {
	if !bytes.HasPrefix(raw, []byte{0xfe, 0xff}) && !bytes.HasPrefix(raw, []byte{0xff, 0xfe}) {
		return nil
	}
	e, _, _ := charset.DetermineEncoding(raw, "")
	return e
}

// mostlyUTF8 reports whether raw is UTF-8 but for some damage, as where a page
// was cut or glued from parts.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > 4*bad
}

func convert(raw []byte, e encoding.Encoding) string {
	out, _, err := transform.Bytes(e.NewDecoder(), raw)
	if err != nil {
		return string(bytes.ToValidUTF8(raw, []byte("\ufffd")))
	}
	return strings.TrimPrefix(string(out), "\ufeff")
}

package gz

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"
)

func pack(t testing.TB, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReaderReadsAllMembers(t *testing.T) {
	r, err := NewReader(bytes.NewReader(append(pack(t, "satu "), pack(t, "dua")...)))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(r); string(b) != "satu dua" || err != nil {
		t.Errorf("got %q, %v", b, err)
	}
}

func TestReaderTellsOfDamage(t *testing.T) {
	whole := pack(t, strings.Repeat("Air sungai naik sejak dini hari. ", 50))
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-6] ^= 0xff // in the checksum
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"cut in the body":   {whole[:len(whole)/2], io.ErrUnexpectedEOF},
		"cut in the header": {whole[:5], io.ErrUnexpectedEOF},
		"wrong checksum":    {flipped, gzip.ErrChecksum},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := NewReader(bytes.NewReader(c.data))
			if err == nil {
				_, err = io.ReadAll(r)
			}
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestReaderStopsABomb(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	zeros := make([]byte, 1<<20)
	for range 80 {
		w.Write(zeros)
	}
	w.Close()
	r, err := NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, r)
	if !errors.Is(err, ErrBomb) {
		t.Errorf("got %v after %d bytes, want ErrBomb", err, n)
	}
	if n > Free+1<<20 {
		t.Errorf("%d bytes came out before the bomb was noticed", n)
	}
}

func TestDecodeUndoesContentEncodings(t *testing.T) {
	const page = "<p>Jembatan itu ambruk.</p>"
	var z, f bytes.Buffer
	zw := zlib.NewWriter(&z)
	io.WriteString(zw, page)
	zw.Close()
	fw, _ := flate.NewWriter(&f, 9)
	io.WriteString(fw, page)
	fw.Close()
	for name, c := range map[string]struct{ encoding, body string }{
		"none":             {"", page},
		"identity":         {"identity", page},
		"gzip":             {"gzip", string(pack(t, page))},
		"old name of gzip": {"X-GZIP", string(pack(t, page))},
		"gzip undone":      {"gzip", page},
		"zlib":             {"deflate", z.String()},
		"bare deflate":     {"deflate", f.String()},
		"deflate undone":   {"deflate", page},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Decode(c.encoding, strings.NewReader(c.body))
			if err != nil {
				t.Fatal(err)
			}
			if b, err := io.ReadAll(r); string(b) != page || err != nil {
				t.Errorf("got %q, %v", b, err)
			}
		})
	}
	if _, err := Decode("br", strings.NewReader("x")); !errors.Is(err, ErrEncoding) {
		t.Errorf("brotli: got %v, want ErrEncoding", err)
	}
}

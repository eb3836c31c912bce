package terminal

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

// unseen reports whether a character is not seen on a page, other than a line
// break and the joiners that scripts need.
func unseen(r rune) bool {
	return r != '\n' && r != '\u200c' && r != '\u200d' && unicode.Is(unicode.C, r)
}

func FuzzWrite(f *testing.F) {
	for _, s := range facetest.Hostile() {
		f.Add(s)
	}
	opt := Options{Packs: facetest.Packs(f)}
	f.Fuzz(func(t *testing.T, s string) {
		d := facetest.Spoiled(s)
		e, err := query.Explain(d, "f3")
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, draw := range []func(io.Writer) error{
			func(w io.Writer) error { return Write(w, d, opt) },
			func(w io.Writer) error { return WriteExplanation(w, e, opt) },
			func(w io.Writer) error { return WriteArticle(w, d.Stories[0].Articles[0], opt) },
		} {
			if err := draw(&b); err != nil {
				t.Fatal(err)
			}
		}
		if strings.ContainsFunc(b.String(), unseen) {
			t.Errorf("%q lets characters through that are not seen", s)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	d := facetest.Dossier()
	opt := Options{Packs: facetest.Packs(b), Color: true}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, d, opt); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}

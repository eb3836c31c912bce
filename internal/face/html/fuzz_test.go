package html

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/selisik/selisik/internal/face/facetest"
)

// FuzzWrite checks that whatever the web says, the page has the elements and
// the kinds of link that it has with plain words.
func FuzzWrite(f *testing.F) {
	for _, s := range facetest.Hostile() {
		f.Add(s)
	}
	opt := Options{Packs: facetest.Packs(f)}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		if err := Write(&b, facetest.Spoiled(s), opt); err != nil {
			t.Fatal(err)
		}
		scripts := 0
		z := html.NewTokenizer(&b)
		for z.Next() != html.ErrorToken {
			tok := z.Token()
			switch tok.Data {
			case "script":
				scripts++
			case "img", "iframe", "object", "base", "link", "embed":
				t.Errorf("%q makes <%s>", s, tok.Data)
			}
			for _, a := range tok.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "href" && !fine(a.Val) {
					t.Errorf("%q makes %s=%q", s, a.Key, a.Val)
				}
			}
		}
		if scripts != 2 { // its start and its end
			t.Errorf("%q: %d script tags", s, scripts)
		}
	})
}

func fine(href string) bool {
	return strings.HasPrefix(href, "#") || strings.HasPrefix(href, "http://") || strings.HasPrefix(href, "https://")
}

package markdown

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func draw(t *testing.T, d dossier.Dossier, opt Options) string {
	t.Helper()
	opt.Packs = facetest.Packs(t)
	var b bytes.Buffer
	if err := Write(&b, d, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteMatchesTheGoldenPages(t *testing.T) {
	d := facetest.Dossier()
	for name, got := range map[string]string{
		"dossier.id.md": draw(t, d, Options{}),
		"story.en.md":   draw(t, dossier.Dossier{Stories: d.Stories[1:]}, Options{Tag: "en"}),
		"revised.id.md": draw(t, facetest.Revised(), Options{}),
	} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestEscapeLeavesNoMarkup(t *testing.T) {
	for in, want := range map[string]string{
		"[klik](javascript:alert(1))": `\[klik\]\(javascript:alert(1))`,
		"<script>x</script>":          "&lt;script&gt;x&lt;/script&gt;",
		"a | b `c` *d* _e_ ~f~":       "a \\| b \\`c\\` \\*d\\* \\_e\\_ \\~f\\~",
		"# bukan judul":               `\# bukan judul`,
		"- bukan daftar":              `\- bukan daftar`,
		"2024. Tahun itu":             `2024\. Tahun itu`,
		"a\n\n# b":                    "a # b",
		"lihat https://x.example":     "lihat https&#58;//x.example",
		"surel a@b.example":           "surel a&#64;b.example",
		"R&D &lt;":                    "R&amp;D &amp;lt;",
		"\x1b[31mmerah":               `merah`,
		"“biasa”, 12,5 % (dua).":      "“biasa”, 12,5 % (dua).",
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEveryCitationLeadsToAnAnchor(t *testing.T) {
	out := draw(t, facetest.Dossier(), Options{})
	for _, m := range regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(out, -1) {
		if !strings.Contains(out, `<a id="`+m[1]+`"></a>`) {
			t.Errorf("no anchor %s", m[1])
		}
	}
}

func TestNothingOfTheWebBecomesMarkup(t *testing.T) {
	out := draw(t, facetest.Dossier(), Options{})
	for _, bad := range []string{"<script", "](javascript:", "](<javascript:", "![x]", "\x1b", "\u202e", "](http://jahat"} {
		if strings.Contains(out, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{facetest.Script, facetest.Ansi, facetest.Markdown, facetest.Override, "1) a\n|-|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := escape(s)
		if strings.ContainsAny(out, "\n\r<>\x1b") {
			t.Errorf("escape(%q) = %q", s, out)
		}
	})
}

package face_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/face/facetest"
)

func TestLineShowsNothingButItsCharacters(t *testing.T) {
	for in, want := range map[string]string{
		"\x1b[31mmerah\x1b[0m":            "merah",
		"a\r\nb\tc\u2028d":                "a b c d",
		"x\u202ey\u2066z\u200f":           "xyz",
		"tag\U000e0041\U000e007f":         "tag",
		"keluarga 👨\u200d👩\u200d👧 hangat": "keluarga 👨\u200d👩\u200d👧 hangat",
		"\xffrusak":                       "\ufffdrusak",
		"  ":                              "",
	} {
		if got := face.Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAddressLetsOnlyTheWebThrough(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x?b=1&c=2": "https://a.example/x?b=1&c=2",
		"HTTP://a.example/\"><b>":     "http://a.example/%22%3E%3Cb%3E",
		facetest.JSLink:               "",
		" java\nscript:alert(1)":      "",
		"data:text/html,x":            "",
		"//a.example/x":               "",
		"https:///x":                  "",
		"file:///etc/passwd":          "",
		"":                            "",
	} {
		if got := face.Address(&in); got != want {
			t.Errorf("Address(%q) = %q, want %q", in, got, want)
		}
	}
	if got := face.Address(nil); got != "" {
		t.Errorf("Address(nil) = %q", got)
	}
}

func TestClipCutsAtWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"pendek", 10, "pendek"},
		{"Kebakaran melanda Pasar Telaga Sari", 20, "Kebakaran melanda…"},
		{"Kebakaranmelandapasar", 10, "Kebakaran…"},
		{"apa pun", 0, "…"},
	} {
		if got := face.Clip(c.in, c.n); got != c.want {
			t.Errorf("Clip(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range []string{facetest.Ansi, facetest.Override, facetest.Markdown, "\u2029\x00\u00ad"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := face.Line(s)
		bad := func(r rune) bool { return r != '\u200c' && r != '\u200d' && unicode.Is(unicode.C, r) }
		if !utf8.ValidString(out) || strings.ContainsFunc(out, bad) || strings.Contains(out, "  ") {
			t.Errorf("Line(%q) = %q", s, out)
		}
	})
}

func TestTheMarkStaysInViewOfAClip(t *testing.T) {
	const s = "Majelis hakim menjatuhkan pidana enam tahun penjara kepada mantan wali kota Sagara pada [?] di ruang sidang utama."
	for _, c := range []struct {
		n    int
		want string
	}{
		{200, s},
		{40, "… kota Sagara pada [?] di ruang sidang…"},
		{70, "Majelis hakim … Sagara pada [?] di ruang sidang utama."},
		{99, "Majelis hakim menjatuhkan pidana enam tahun penjara kepada mantan wali kota Sagara pada [?] di…"},
	} {
		got := face.ClipAround(s, "[?]", c.n)
		if got != c.want || utf8.RuneCountInString(got) > c.n {
			t.Errorf("%d: got %q, want %q", c.n, got, c.want)
		}
	}
}

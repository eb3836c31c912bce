package terminal

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
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

func golden(t *testing.T, name, got string) {
	t.Helper()
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

func TestWriteMatchesTheGoldenPages(t *testing.T) {
	d := facetest.Dossier()
	golden(t, "dossier.id.88.txt", draw(t, d, Options{}))
	golden(t, "dossier.en.60.txt", draw(t, d, Options{Tag: "en", Width: 60, Max: 2}))
	one := dossier.Dossier{Schema: dossier.Schema, Stories: d.Stories[1:]}
	golden(t, "story.id.100.txt", draw(t, one, Options{Width: 100}))
	golden(t, "revised.id.88.txt", draw(t, facetest.Revised(), Options{}))
	golden(t, "revised.en.60.txt", draw(t, facetest.Revised(), Options{Tag: "en", Width: 60}))
}

func TestNoLineIsWiderThanThePage(t *testing.T) {
	for _, width := range []int{40, 60, 88, 120} {
		for _, line := range strings.Split(draw(t, facetest.Dossier(), Options{Width: width}), "\n") {
			if columns(line) > width && !strings.Contains(line, "://") {
				t.Errorf("width %d: %d columns: %q", width, columns(line), line)
			}
		}
	}
}

func TestNothingOfTheWebReachesTheTerminalRaw(t *testing.T) {
	out := draw(t, facetest.Dossier(), Options{})
	for _, bad := range []string{"\x1b", "\u202e", "\r", "\u200b"} {
		if strings.Contains(out, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(out, "merah") {
		t.Error("the hostile title is not shown at all")
	}
}

func TestColourIsOnlyStyling(t *testing.T) {
	plain := draw(t, facetest.Dossier(), Options{})
	coloured := draw(t, facetest.Dossier(), Options{Color: true})
	if !strings.Contains(coloured, "\x1b[") {
		t.Error("no colour though asked for")
	}
	if got := sgr(coloured); got != plain {
		t.Errorf("without its sequences the coloured page differs:\n%s", cmp.Diff(plain, got))
	}
}

// sgr drops "ESC [ … m" from s.
func sgr(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "\x1b[")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "m")
	}
}

func TestWriteOfAnEmptyDossierSaysSo(t *testing.T) {
	got := draw(t, dossier.Dossier{Schema: dossier.Schema}, Options{Tag: "id"})
	if got != "Tidak ada cerita.\n" {
		t.Errorf("got %q", got)
	}
}

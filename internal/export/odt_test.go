package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/face/facetest"
)

// unpack returns the files of a zip by name, and their order.
func unpack(t *testing.T, data []byte) (files map[string]string, names []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(b)
		names = append(names, f.Name)
	}
	return files, names
}

// document is what of a text document the tests look at.
type document struct {
	text         string
	links, marks map[string]bool
	elements     map[string]int
}

// parse reads a part strictly to its end.
func parse(t *testing.T, name, part string) document {
	t.Helper()
	out := document{links: map[string]bool{}, marks: map[string]bool{}, elements: map[string]int{}}
	d := xml.NewDecoder(strings.NewReader(part))
	var b strings.Builder
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			out.text = b.String()
			return out
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch x := tok.(type) {
		case xml.CharData:
			b.Write(x)
		case xml.StartElement:
			out.elements[x.Name.Local]++
			for _, a := range x.Attr {
				switch {
				case a.Name.Local == "href":
					out.links[a.Value] = true
				case x.Name.Local == "bookmark":
					out.marks["#"+a.Value] = true
				}
			}
		}
	}
}

func TestATextDocumentBeginsWithItsType(t *testing.T) {
	t.Parallel()
	data := write(t, "odt", input(t, facetest.Dossier()))
	if got := string(data[30 : 38+len(odtType)]); got != "mimetype"+odtType {
		t.Errorf("the file begins with %q", got)
	}
	_, names := unpack(t, data)
	if diff := cmp.Diff([]string{"mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml"}, names); diff != "" {
		t.Error(diff)
	}
}

func TestEveryPartOfATextDocumentIsWellFormed(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		files, names := unpack(t, write(t, "odt", input(t, d)))
		for _, n := range names[1:] {
			parse(t, name+" "+n, files[n])
		}
		content := parse(t, name, files["content.xml"])
		for l := range content.links {
			if strings.HasPrefix(l, "#") && !content.marks[l] {
				t.Errorf("%s: link %s leads nowhere", name, l)
			}
			if !strings.HasPrefix(l, "#") && !strings.HasPrefix(l, "http") {
				t.Errorf("%s: link %q", name, l)
			}
		}
		for _, bad := range []string{"{body}", "{title}", "{language}", "{program}"} {
			if strings.Contains(files["content.xml"]+files["meta.xml"]+files["styles.xml"], bad) {
				t.Errorf("%s: %s was not filled", name, bad)
			}
		}
	}
}

func TestATextDocumentTellsTheStory(t *testing.T) {
	t.Parallel()
	d := facetest.Dossier()
	files, _ := unpack(t, write(t, "odt", input(t, d)))
	content := parse(t, "content", files["content.xml"])
	for _, s := range d.Stories {
		want := []string{s.Title}
		for _, b := range s.Brief {
			if b.Section == "what" {
				want = append(want, b.Text)
			}
		}
		for _, a := range s.Articles {
			want = append(want, face.Title(&a))
		}
		for _, w := range want {
			if !strings.Contains(content.text, face.Line(w)) {
				t.Errorf("%q is missing", w)
			}
		}
	}
	if content.elements["table"] == 0 || content.elements["list"] == 0 || content.elements["h"] < 5 {
		t.Errorf("elements %v", content.elements)
	}
}

// TestOthersOpenATextDocument converts it with LibreOffice where that is.
func TestOthersOpenATextDocument(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here: whether it opens the document is not tested")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "d.odt")
	if err := os.WriteFile(path, write(t, "odt", input(t, facetest.Dossier())), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "txt", "--outdir", dir, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	got, err := os.ReadFile(filepath.Join(dir, "d.txt"))
	if err != nil || !strings.Contains(string(got), "Telaga Sari") {
		t.Errorf("%v: %.200s", err, got)
	}
}

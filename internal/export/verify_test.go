package export

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
)

// verify runs docs/verify.py over files and returns what it says and its exit
// status. Without Python the test is skipped.
func verify(t *testing.T, args ...string) (string, int) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: docs/verify.py is not tested")
	}
	cmd := exec.CommandContext(t.Context(), python, append([]string{"../../docs/verify.py"}, args...)...)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// put writes a file of a test and returns its path.
func put(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOthersFindEveryExportSound(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		if name == "spoiled" || name == "invented" || name == "revised" { // made by hand: statuses and copies do not follow from their texts
			continue
		}
		in := input(t, d)
		args := []string{put(t, "d.json", write(t, "json", in))}
		for _, f := range []string{"annotations", "prov", "csv"} {
			args = append(args, "--"+f, put(t, f, write(t, f, in)))
		}
		if name != "empty" {
			in.Documents = evidence(t, name)
			args = append(args, "--warc", put(t, "e.warc.gz", write(t, "warc", in)))
		}
		if out, status := verify(t, args...); status != 0 {
			t.Errorf("%s: exit status %d\n%s", name, status, out)
		}
	}
}

func TestOthersSeeWhatWasTamperedWith(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(*dossier.Story)
		want  string
	}{
		"a claim's words":          {func(s *dossier.Story) { s.Claims[3].Text += "!" }, "is not its text"},
		"a span outside the text":  {func(s *dossier.Story) { s.Claims[3].Span[1] = 1e6 }, "is not its text"},
		"a quote's words":          {func(s *dossier.Story) { quoted(s).Text = "Tidak" }, "quotes: the span"},
		"a figure in the brief":    {func(s *dossier.Story) { s.Brief[0].Text += " 987 orang." }, "the figure 987"},
		"a sentence without proof": {func(s *dossier.Story) { s.Brief[0].Citations = []string{} }, "b1: cites nothing"},
		"a claim that is not":      {func(s *dossier.Story) { s.Brief[0].Citations[0] = "c9999" }, "b1: cites nothing"},
		"a status":                 {func(s *dossier.Story) { s.Findings[0].Status = "corroborated"; s.Findings[0].Origins = 1 }, "f1: is corroborated"},
		"a count of origins":       {func(s *dossier.Story) { s.Findings[0].Origins = 7 }, "counts 7 origins"},
		"an article left out":      {func(s *dossier.Story) { s.Articles = s.Articles[1:] }, "is not there"},
		"a coverage":               {func(s *dossier.Story) { s.Coverage = s.Coverage[1:] }, "coverage does not tell"},
	} {
		d := copied(t, example(t, "port-ellery-en"))
		c.spoil(&d.Stories[0])
		out, status := verify(t, put(t, "d.json", write(t, "json", input(t, d))))
		if status != 1 || !strings.Contains(out, c.want) {
			t.Errorf("%s: exit status %d, want %q in\n%.600s", name, status, c.want, out)
		}
	}
}

func TestOthersSeeThatFormsDoNotBelongTogether(t *testing.T) {
	t.Parallel()
	path := put(t, "d.json", write(t, "json", input(t, example(t, "port-ellery-en"))))
	other := input(t, facetest.Dossier())
	for _, f := range []string{"annotations", "prov", "csv"} {
		if out, status := verify(t, path, "--"+f, put(t, f, write(t, f, other))); status != 1 {
			t.Errorf("%s: exit status %d\n%.300s", f, status, out)
		}
	}
	if out, status := verify(t, path, "--csv", path); status != 2 || strings.Contains(out, "Traceback") {
		t.Errorf("a zip that is none: exit status %d\n%s", status, out)
	}
}

func TestOthersSeeThatEvidenceWasChanged(t *testing.T) {
	t.Parallel()
	d := example(t, "port-ellery-en")
	in := input(t, d)
	in.Documents = evidence(t, "port-ellery-en")
	path := put(t, "d.json", write(t, "json", in))
	r, err := gzip.NewReader(bytes.NewReader(write(t, "warc", in)))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(bytes.ReplaceAll(plain, []byte("91"), []byte("19"))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out, status := verify(t, path, "--warc", put(t, "e.warc.gz", b.Bytes()))
	if status != 1 || !strings.Contains(out, "digest") || !strings.Contains(out, "stand in no document") {
		t.Errorf("exit status %d\n%.600s", status, out)
	}
}

// copied is a dossier that shares nothing with d.
func copied(t *testing.T, d dossier.Dossier) dossier.Dossier {
	t.Helper()
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var out dossier.Dossier
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// quoted is the first quote of a story.
func quoted(s *dossier.Story) *dossier.Quote {
	for i := range s.Articles {
		if q := s.Articles[i].Quotes; len(q) > 0 {
			return &q[0]
		}
	}
	return nil
}

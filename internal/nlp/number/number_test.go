package number_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/token"
)

var update = flag.Bool("update", false, "rewrite testdata")

// TestQuantities reads testdata/TAG.txt: a line of text, then a line a
// quantity as "\t[span] = bounds unit", "~" before an approximate one.
func TestQuantities(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{"en", "id"} {
		f, s := finder(t, tag)
		golden(t, filepath.Join("testdata", tag+".txt"), func(text string) []string { return render(f, s, text) })
	}
}

func finder(t testing.TB, tag string) (*number.Finder, *token.Splitter) {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return number.New(packs.For(tag)), token.New(packs.For(tag))
}

// golden checks what read gives for each text of a file, or rewrites the file.
func golden(t *testing.T, file string, read func(text string) []string) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n") {
		if strings.HasPrefix(block, "\t") {
			continue
		}
		fmt.Fprintln(&b, block)
		for _, line := range read(block) {
			fmt.Fprintln(&b, "\t"+line)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(raw), b.String()); diff != "" {
		t.Errorf("%s (-want +got)\n%s", file, diff)
	}
}

func render(f *number.Finder, s *token.Splitter, text string) []string {
	var out []string
	for _, q := range f.Find(s.Split(text)) {
		approx := ""
		if q.Approx {
			approx = "~"
		}
		v := bound(q.Min) + ".." + bound(q.Max)
		if q.Min != nil && q.Max != nil && *q.Min == *q.Max {
			v = bound(q.Min)
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("[%s] = %s%s %s", q.Of(text), approx, v, q.Unit)))
	}
	return out
}

func bound(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

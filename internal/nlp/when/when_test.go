package when_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/nlp/when"
)

var update = flag.Bool("update", false, "rewrite testdata")

// TestTimes reads testdata/TAG.txt: the time of publication, then texts, each
// with a line a time as "\t[span] = start..end note".
func TestTimes(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{"en", "id"} {
		file := filepath.Join("testdata", tag+".txt")
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(raw)), "\n")
		anchor, err := time.Parse(time.RFC3339, lines[0])
		if err != nil {
			t.Fatal(err)
		}
		f, s := finder(t, tag)
		got := lines[0] + "\n"
		for _, text := range lines[1:] {
			if !strings.HasPrefix(text, "\t") {
				got += text + "\n" + render(f, s, text, anchor)
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(string(raw), got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", file, diff)
		}
	}
}

func finder(t testing.TB, tag string) (*when.Finder, *token.Splitter) {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return when.New(packs.For(tag)), token.New(packs.For(tag))
}

func render(f *when.Finder, s *token.Splitter, text string, anchor time.Time) string {
	var b strings.Builder
	for _, e := range f.Find(s.Split(text), anchor) {
		v := moment(e.Start, e.StartDay)
		if end := moment(e.End, e.EndDay); end != v {
			v += ".." + end
		}
		fmt.Fprintln(&b, strings.TrimRight(fmt.Sprintf("\t[%s] = %s %s", e.Span.Of(text), v, e.Note), " "))
	}
	return b.String()
}

func moment(t time.Time, day bool) string {
	if day {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// TestTimesCanBeWritten: dates beyond the years that JSON has are none.
func TestTimesCanBeWritten(t *testing.T) {
	f, s := finder(t, "id")
	anchor := time.Date(2025, 6, 10, 9, 0, 0, 0, time.FixedZone("WIB", 7*3600))
	for _, text := range []string{"Kota itu dihuni sejak 3.000 tahun lalu.", "Bumi terbentuk 4,5 miliar tahun lalu.", "Matahari padam 9.000 tahun lagi.", "Sejak 200 abad lalu."} {
		for _, e := range f.Find(s.Split(text), anchor) {
			if _, err := e.Start.MarshalJSON(); err != nil {
				t.Errorf("%s: %v", text, err)
			}
			if _, err := e.End.MarshalJSON(); err != nil {
				t.Errorf("%s: %v", text, err)
			}
		}
	}
}

package revise_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/extract"
	"github.com/selisik/selisik/internal/stage/revise"
)

// desk reads and compares articles.
type desk struct {
	*revise.Reviser
	read *extract.Extractor
}

var load = sync.OnceValues(func() (*desk, error) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		return nil, err
	}
	x, err := extract.New(packs)
	return &desk{revise.New(packs), x}, err
})

func newDesk(t testing.TB) *desk {
	t.Helper()
	d, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// published is when the articles of the tests appeared.
var published = time.Date(2025, 6, 5, 9, 0, 0, 0, time.FixedZone("", 7*3600))

// reading reads an article; "|" parts paragraphs.
func (d *desk) reading(tag, title, body string) news.Reading {
	a := news.Article{Language: tag, Title: title, Text: paragraphs(body), Published: &news.Published{Time: published, Precision: news.Minute}}
	h := sha256.Sum256([]byte(a.Title + "\x00" + a.Text))
	a.ID = news.ArticleID("a-" + hex.EncodeToString(h[:6]))
	return d.read.Read(a)
}

func paragraphs(s string) string { return strings.ReplaceAll(s, " | ", "\n\n") }

// labelled is one case of a labelled set.
type labelled struct{ lang, label, what, old, new string }

func labels(t *testing.T, file string) []labelled {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || f[0] == "lang" {
			continue
		}
		if len(f) != 5 {
			t.Fatalf("%s:%d: %d columns", file, i+1, len(f))
		}
		out = append(out, labelled{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// known are the failures of each set that docs/stage/revise.md tells of.
var known = map[string]int{"testdata/dev.tsv": 0, "testdata/held.tsv": 0}

func TestSubstantiveChangesAreToldFromCosmeticOnes(t *testing.T) {
	d := newDesk(t)
	for file, failures := range known {
		wrong := 0
		all := labels(t, file)
		for _, c := range all {
			rev := d.Compare(d.reading(c.lang, "", c.old), d.reading(c.lang, "", c.new))
			if rev.Substantive != (c.label == "substantive") {
				wrong++
				t.Logf("%s: want %s (%s), got %+v\n  %s\n  %s", file, c.label, c.what, rev.Changes, c.old, c.new)
			}
		}
		if t.Logf("%s: %d of %d right", file, len(all)-wrong, len(all)); wrong != failures {
			t.Errorf("%s: %d wrong, want %d", file, wrong, failures)
		}
	}
}

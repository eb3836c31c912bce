package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/extract"
)

var update = flag.Bool("update", false, "rewrite the wanted parts of testdata")

func newExtractor(t testing.TB) *extract.Extractor {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// article reads the first line as the title and the rest as the text.
func article(tag, in string) news.Article {
	title, body, _ := strings.Cut(strings.TrimSpace(in), "\n\n")
	return news.Article{
		ID: "a-1", Language: tag, Title: title, Text: body,
		Outlet:    &news.Outlet{Name: "Suar Kota", Domain: "suarkota.example"},
		Published: &news.Published{Time: time.Date(2031, 3, 4, 9, 0, 0, 0, time.UTC), Precision: news.Day},
	}
}

func TestReadingsAreThoseOfTestdata(t *testing.T) {
	x := newExtractor(t)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			tag, _, _ := strings.Cut(filepath.Base(f), "-")
			got := describe(x.Read(article(tag, string(ar.Files[0].Data))))
			if *update {
				ar.Files[1].Data = []byte(got)
				if err := os.WriteFile(f, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(ar.Files[1].Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}

// describe writes what this stage adds: claims with who says them, quotations,
// sources.
func describe(r news.Reading) string {
	var b strings.Builder
	for _, c := range r.Claims {
		fmt.Fprintf(&b, "%s %s%s\n", c.Field, mood(c), clip(c.Text))
		for _, a := range c.Attribution {
			via := ""
			if a.Via {
				via = "via "
			}
			fmt.Fprintf(&b, "    %s%s (%s) %q\n", via, a.Name, a.Kind, a.Cue)
		}
	}
	for _, q := range r.Quotes {
		fmt.Fprintf(&b, "quote direct=%v %q: %s\n", q.Direct, q.Speaker, clip(q.Text))
	}
	for _, s := range r.Sources {
		whole := ""
		if s.Whole {
			whole = " whole"
		}
		fmt.Fprintf(&b, "source %s (%s)%s\n", s.Name, s.Kind, whole)
	}
	return b.String()
}

func mood(c news.Claim) string {
	s := ""
	if c.Polarity == news.Denied {
		s += "denied "
	}
	if c.Modality != news.Asserted {
		s += string(c.Modality) + " "
	}
	if c.Quoted {
		s += "quoted "
	}
	return s
}

func clip(s string) string {
	r := []rune(s)
	if len(r) > 64 {
		return string(r[:60]) + " …"
	}
	return s
}

func TestSpansLieInTheirField(t *testing.T) {
	x := newExtractor(t)
	for _, tag := range []string{"id", "en", "und", "xx"} {
		a := article(tag, "“Judul,” kata Ani\n\nIa — “é” — said \"x y z\" according to Reuters.\n\n“Lagi")
		r := x.Read(a)
		for _, c := range r.Claims {
			src := a.Text
			if c.Field == news.InTitle {
				src = a.Title
			}
			if !c.Span.Valid(src) || c.Span.Of(src) != c.Text {
				t.Errorf("%s: claim %q is not its span %v", tag, c.Text, c.Span)
			}
		}
		for _, s := range r.Sources {
			for _, sp := range s.Spans {
				if !sp.Valid(a.Text) {
					t.Errorf("%s: source %s has span %v", tag, s.Name, sp)
				}
			}
		}
	}
}

func TestTheNumberOfAListIsNoClaim(t *testing.T) {
	var got []string
	for _, c := range newExtractor(t).Read(article("id", "Cara Mendaftar\n\n1.\n\nBuka laman dinas itu.\n\n2.\n\nIsi nomor induk.")).Claims {
		got = append(got, c.Text)
	}
	if d := cmp.Diff([]string{"Cara Mendaftar", "Buka laman dinas itu.", "Isi nomor induk."}, got); d != "" {
		t.Error(d)
	}
}

func TestReadingIsTheSameTwice(t *testing.T) {
	a := article("id", "Judul\n\n\"Kami pergi,\" kata Ani Rahayu. \"Lalu pulang,\" ujarnya, seperti dilansir Nusa Warta, Senin (3/3/2031).")
	x := newExtractor(t)
	if d := cmp.Diff(x.Read(a), newExtractor(t).Read(a)); d != "" {
		t.Error(d)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "a", "Judul\n\n\"Isi\" kata Budi.", "x\n\n“Satu\n\n“Dua,” ujarnya."} {
		f.Add(s)
	}
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, in string) {
		for _, tag := range []string{"id", "en"} {
			x.Read(article(tag, in))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	x := newExtractor(b)
	raw, err := txtar.ParseFile("testdata/id-banjir.txtar")
	if err != nil {
		b.Fatal(err)
	}
	a := article("id", string(raw.Files[0].Data))
	b.ReportAllocs()
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		x.Read(a)
	}
}

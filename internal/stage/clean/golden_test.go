package clean_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/selisik/selisik/internal/news"
)

// Each case in testdata is a document (in.txt, in.md or in.html), what its
// record says, and the article: go test ./internal/stage/clean -run Golden -update.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	c := cleaner(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			raw, want := document(t, ar)
			a, err := c.Article(raw)
			if err != nil {
				t.Fatal(err)
			}
			got := show(a)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// document returns what a case gives to Article, and the file with the result.
func document(t *testing.T, ar *txtar.Archive) (raw news.RawDocument, want *txtar.File) {
	t.Helper()
	types := map[string]string{"in.txt": "text/plain", "in.md": "text/markdown", "in.html": "text/html"}
	for i := range ar.Files {
		f := &ar.Files[i]
		switch {
		case f.Name == "want":
			want = f
		case f.Name == "record":
			for _, l := range strings.Split(strings.TrimSpace(string(f.Data)), "\n") {
				k, v, _ := strings.Cut(l, ": ")
				*map[string]*string{"outlet": &raw.Outlet, "title": &raw.Title, "published": &raw.Published, "url": &raw.URL}[k] = v
			}
		case types[f.Name] != "":
			raw.Input, raw.MediaType, raw.Body = f.Name, types[f.Name], f.Data
		}
	}
	if want == nil || raw.Body == nil {
		t.Fatal("no document or no want")
	}
	return raw, want
}

// show writes an article out for the goldens.
func show(a news.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nbyline: %s\nlanguage: %s\n", a.Title, a.Byline, a.Language)
	if o := a.Outlet; o != nil {
		fmt.Fprintf(&b, "outlet: %s, %s, %s\n", o.Name, o.Domain, o.Group)
	}
	if p := a.Published; p != nil {
		fmt.Fprintf(&b, "published: %s by %s, %s\n", p.Time.Format(time.RFC3339), p.Precision, p.Basis)
	}
	fmt.Fprintf(&b, "\n%s\n\n", a.Text)
	for _, r := range a.Removed {
		fmt.Fprintf(&b, "%s: %s\n", r.Reason, r.Text)
	}
	return b.String()
}

func TestWhatAnOutletRepeatsIsTakenOut(t *testing.T) {
	slogan := "Kabar Desa hadir setiap pagi untuk seluruh warga kabupaten."
	background := "Jembatan Wanareja dibangun pada 1987 dan terakhir diperbaiki pada 2010."
	var in []news.Article
	for _, title := range []string{"Harga Cabai Naik", "Tim Voli Juara", "Listrik Padam Semalam", "Panen Raya Dimulai"} {
		in = append(in, article("kabardesa.example", title, title+" menurut laporan warga.", slogan))
	}
	for _, title := range []string{"Jembatan Ambruk", "Jembatan Diperbaiki", "Warga Tunggu Jembatan", "Dana Jembatan Cair"} {
		in = append(in, article("kabardesa.example", title, background))
	}
	in = append(in, article("lain.example", "Panen Jagung", slogan))
	for i, cut := range cleaner(t).Repeated(in) {
		a := in[i].Without(cut)
		if i < 4 && (strings.Contains(a.Text, slogan) || len(a.Removed) != 1) {
			t.Errorf("%s: the slogan stayed: %q, %v", a.Title, a.Text, a.Removed)
		}
		if i >= 4 && a.Text != in[i].Text {
			t.Errorf("%s: got %q, want %q", a.Title, a.Text, in[i].Text)
		}
	}
	if !strings.Contains(in[0].Text, slogan) {
		t.Error("the input was changed")
	}
}

func article(domain, title string, paragraphs ...string) news.Article {
	return news.Article{Title: title, Outlet: &news.Outlet{Domain: domain}, Text: strings.Join(paragraphs, "\n\n")}
}

func FuzzArticle(f *testing.F) {
	for _, s := range []string{"", "Judul\n\nIsi. Baca juga: A", "<p>a</p>", "---\n---\n", "\xff(\x00", "Baca juga: é\xc3", "Baca Juga:\n\"x\n.", "(", "<!DOCTYPE", "# a\n[b](c(d))"} {
		f.Add(s, uint8(len(s)))
	}
	c := cleaner(f)
	types := []string{"text/plain", "text/html", "text/markdown"}
	f.Fuzz(func(t *testing.T, body string, kind uint8) {
		a, err := c.Article(news.RawDocument{Input: "x", MediaType: types[int(kind)%len(types)], Body: []byte(body)})
		if err != nil {
			return
		}
		for _, p := range strings.Split(a.Text, "\n\n") {
			if p == "" || strings.TrimSpace(p) != p || strings.Contains(p, "\n") {
				t.Errorf("paragraph %q", p)
			}
		}
		if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) || strings.ContainsAny(a.Title, "\n\t\x1b") || strings.ContainsRune(a.Text, '\x1b') {
			t.Errorf("title %q, text %q", a.Title, a.Text)
		}
	})
}

package terminal

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

// page draws one of the smaller answers.
func page(t *testing.T, draw func(io.Writer, Options) error, opt Options) string {
	t.Helper()
	opt.Packs = facetest.Packs(t)
	var b bytes.Buffer
	if err := draw(&b, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func explain(t *testing.T, id string, opt Options) string {
	t.Helper()
	e, err := query.Explain(facetest.Dossier(), id)
	if err != nil {
		t.Fatal(err)
	}
	return page(t, func(w io.Writer, o Options) error { return WriteExplanation(w, e, o) }, opt)
}

func TestExplanationsMatchTheGoldenPages(t *testing.T) {
	var all strings.Builder
	for _, id := range []string{"1/b2", "1/f3", "1/f2.d1", "1/c4", "s1", "e1", "a-kota", "s-7be0"} {
		if id == "s1" {
			id = "1/s1"
		}
		all.WriteString("=== " + id + "\n" + explain(t, id, Options{}) + "\n")
	}
	golden(t, "explain.id.88.txt", all.String())
}

func TestComparisonMatchesTheGoldenPage(t *testing.T) {
	s := facetest.Fire()
	var all strings.Builder
	for _, pair := range [][2]string{{"a-pesisir", "a-nusa"}, {"a-kota", "a-niaga"}, {"a-nusa", "a-blog"}} {
		c, err := query.Compare(&s, pair[0], pair[1])
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(page(t, func(w io.Writer, o Options) error { return WriteComparison(w, c, o) }, Options{Tag: "en"}) + "\n")
	}
	golden(t, "compare.en.88.txt", all.String())
}

func TestArticleAndStoriesMatchTheGoldenPages(t *testing.T) {
	d := facetest.Dossier()
	golden(t, "article.id.88.txt", page(t, func(w io.Writer, o Options) error { return WriteArticle(w, d.Stories[0].Articles[0], o) }, Options{}))
	list := dossier.Stories{Stories: []dossier.StoryList{{ID: "s-1", Title: facetest.Ansi, Articles: []dossier.ArticleRef{{ID: "a-1", Ref: &d.Stories[0].ID, Input: "x\x1b]0;t\a.jsonl:3"}}}}}
	golden(t, "stories.en.88.txt", page(t, func(w io.Writer, o Options) error { return WriteStories(w, list, o) }, Options{Tag: "en"}))
}

func TestAnswersAreHarmlessAndFitThePage(t *testing.T) {
	d := facetest.Dossier()
	blog := page(t, func(w io.Writer, o Options) error { return WriteArticle(w, d.Stories[0].Articles[6], o) }, Options{Width: 50})
	for _, out := range []string{blog, explain(t, "1/f10", Options{Width: 50}), explain(t, "a-blog", Options{Width: 50})} {
		if strings.ContainsAny(out, "\x1b\u202e") {
			t.Errorf("raw control characters in:\n%s", out)
		}
		for _, line := range strings.Split(out, "\n") {
			if columns(line) > 50 && !strings.Contains(line, "://") {
				t.Errorf("%d columns: %q", columns(line), line)
			}
		}
	}
}

func TestExplanationMarksThePassage(t *testing.T) {
	if plain := explain(t, "1/c6", Options{Width: 200}); !strings.Contains(plain, "⟦Jumlah korban tewas 11 orang") {
		t.Errorf("passage not marked:\n%s", plain)
	}
	if colour := explain(t, "1/c6", Options{Width: 200, Color: true}); !strings.Contains(colour, "\x1b[7mJumlah korban") {
		t.Errorf("passage not marked by colour:\n%q", colour)
	}
}

package eval

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/selisik/selisik/internal/news"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPassagesToldByTheirPlaceGetTheirWords(t *testing.T) {
	dir, articles := t.TempDir(), filepath.Join(t.TempDir(), "week.jsonl")
	write(t, articles, `{"id":"A","title":"Jembatan “Lama” ditutup","text":"Warga – sejak pagi – memutar."}`)
	write(t, filepath.Join(dir, "jembatan.json"), `{"event":"jembatan","articles":["A"],
		"junk":[{"article":"A","text":"as told"}],
		"facts":[{"id":"f1","statements":[{"article":"A","at":[8,18]},{"article":"A","at":[9,15],"title":true}]}]}`)
	all, err := Set{Dir: dir, Articles: articles}.Read()
	if err != nil {
		t.Fatal(err)
	}
	got := all[0].Facts[0].Statements
	if got[0].Text != "sejak pagi" || got[1].Text != "“Lama”" || all[0].Junk[0].Text != "as told" {
		t.Errorf("got %q, %q and %q", got[0].Text, got[1].Text, all[0].Junk[0].Text)
	}
}

func TestPassagesOutsideTheirArticleAreToldOf(t *testing.T) {
	for _, c := range []struct {
		passage string
		want    error
	}{
		{`{"article":"A","at":[3,9]}`, news.ErrInvalid},
		{`{"article":"A","at":[2,2]}`, news.ErrInvalid},
		{`{"article":"A","at":[-1,2]}`, news.ErrInvalid},
		{`{"article":"B","at":[0,2]}`, news.ErrNotFound},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "articles.jsonl"), `{"id":"A","text":"pendek"}`)
		write(t, filepath.Join(dir, "x.json"), `{"event":"x","keep":[`+c.passage+`]}`)
		if _, err := (Set{Dir: dir}).Read(); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.passage, err, c.want)
		}
	}
}

package pipeline_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/ingest"
)

// example reads a folder of examples, whose README says what a dossier must
// show of it, and gives the articles of each story short names: "02", "06:1".
func example(t *testing.T, folder string) ([]news.Story, map[news.ArticleID]string) {
	t.Helper()
	docs := ingest.Read(context.Background(), []string{filepath.Join("..", "..", "examples", folder)}, ingest.Options{
		Problem: func(err error) { t.Error(err) },
	})
	out, err := newPipeline(t, pipeline.Options{}).Stories(context.Background(), docs)
	if err != nil {
		t.Fatal(err)
	}
	names := map[news.ArticleID]string{}
	for _, s := range out {
		for _, r := range s.Readings {
			base := filepath.Base(r.Article.Input)
			number, _, _ := strings.Cut(base, "-")
			if _, line, ok := strings.Cut(base, ":"); ok {
				number += ":" + line
			}
			names[r.Article.ID] = number
		}
	}
	return out, names
}

// second are the articles of the second event in jembatan-way-talang.
var second = []string{"11", "12", "13"}

func TestTwoLikeEventsStayApart(t *testing.T) {
	all, names := example(t, "jembatan-way-talang")
	for _, s := range all {
		var members []string
		for _, r := range s.Readings {
			members = append(members, names[r.Article.ID])
		}
		slices.Sort(members)
		if slices.Contains(members, second[0]) && !slices.Equal(members, second) {
			t.Errorf("the second event's story holds %v, want %v", members, second)
		}
	}
	if n := len(all[0].Readings); n < 8 {
		t.Errorf("the first event's story holds %d articles", n)
	}
}

func TestCopiesInTheExamplesAreSeen(t *testing.T) {
	for _, c := range []struct{ folder, from, to string }{
		{"jembatan-way-talang", "02", "03"},     // an agency's text
		{"jembatan-way-talang", "06:1", "06:2"}, // a press release
		{"port-ellery-en", "2", "3"},            // an agency's text, changed
	} {
		all, names := example(t, c.folder)
		if !slices.ContainsFunc(all[0].Lineage, func(l news.Link) bool {
			return names[l.From] == c.from && names[l.To] == c.to
		}) {
			t.Errorf("%s: no link from %s to %s in %+v", c.folder, c.from, c.to, all[0].Lineage)
		}
	}
}

func TestTheExamplesLoseTheirJunk(t *testing.T) {
	for _, folder := range []string{"jembatan-way-talang", "port-ellery-en"} {
		all, names := example(t, folder)
		for _, s := range all {
			for _, r := range s.Readings {
				for _, junk := range []string{"SCROLL", "BACA JUGA", "READ MORE", "READ ALSO", "ADVERTISEMENT", "KOMENTAR", "COPYRIGHT", "GOOGLE NEWS", "GAMBAS"} {
					// The blog asks for comments in a sentence of its own.
					if strings.Contains(strings.ToUpper(r.Article.Text), junk) && names[r.Article.ID] != "10" {
						t.Errorf("%s: %q is still in the text", r.Article.Input, junk)
					}
				}
			}
		}
	}
}

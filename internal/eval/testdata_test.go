package eval

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/news"
)

// own is the labels of the project's own events, and the articles that they
// label.
func own(t *testing.T) (map[string]*Labels, map[string]news.RawDocument) {
	t.Helper()
	const dir = "testdata/events"
	records, err := readRecords(filepath.Join(dir, "articles.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	articles := map[string]news.RawDocument{}
	for id, b := range records {
		var r struct{ Title, Text, Published string }
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		articles[id] = news.RawDocument{Title: r.Title, Published: r.Published, Body: []byte(r.Text)}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels in %s: %v", dir, err)
	}
	labels := map[string]*Labels{}
	for _, f := range files {
		l := new(Labels)
		if err := readJSON(f, l); err != nil {
			t.Fatal(err)
		}
		labels[filepath.Base(f)] = l
	}
	return labels, articles
}

// TestLabelsOfTheWeekAreWellFormed holds of the labels that say where their
// passages stand what Set.Read does not: it fails where one stands nowhere.
func TestLabelsOfTheWeekAreWellFormed(t *testing.T) {
	articles := goldtest.Path(t, "data/window-a.jsonl")
	for _, half := range []string{"read", "apart"} {
		all, err := Set{Dir: filepath.Join("testdata/week", half), Articles: articles}.Read()
		if err != nil {
			t.Fatal(err)
		}
		for i := range all {
			wellFormed(t, all[i].Event, &all[i])
			for _, p := range all[i].passages() {
				if p.At == [2]int{} {
					t.Errorf("%s: words of somebody else's article: %q", all[i].Event, p.Text)
				}
			}
		}
	}
}

func TestOwnLabelsAreExactWordsOfTheirArticles(t *testing.T) {
	labels, articles := own(t)
	for file, l := range labels {
		if l.Event+".json" != file {
			t.Errorf("%s: its event is called %s", file, l.Event)
		}
		for _, id := range l.Articles {
			if _, ok := articles[id]; !ok {
				t.Errorf("%s: no article %s", file, id)
			}
		}
		for _, p := range l.passages() {
			a := articles[p.Article]
			if p.Text == "" || !strings.Contains(string(a.Body), p.Text) && !strings.Contains(a.Title, p.Text) {
				t.Errorf("%s: %s does not say %q", file, p.Article, p.Text)
			}
			if !slices.Contains(l.Articles, p.Article) {
				t.Errorf("%s: %s is not of the event", file, p.Article)
			}
		}
	}
}

func TestOwnLabelsAreWellFormed(t *testing.T) {
	labels, _ := own(t)
	for file, l := range labels {
		wellFormed(t, file, l)
	}
}

func wellFormed(t *testing.T, file string, l *Labels) {
	t.Helper()
	for id, p := range l.Published {
		if p != nil && !isTime(*p) {
			t.Errorf("%s: %s published %q", file, id, *p)
		}
	}
	for _, x := range l.Times {
		if !isTime(x.Start) || !isTime(x.End) || day(x.Start) > day(x.End) {
			t.Errorf("%s: %q is %s to %s", file, x.Text, x.Start, x.End)
		}
	}
	for _, q := range l.Quantities {
		if q.Min == nil && q.Max == nil || q.Min != nil && q.Max != nil && *q.Min > *q.Max {
			t.Errorf("%s: %q has no such bounds", file, q.Text)
		}
	}
	for _, f := range l.Facts {
		if !inTwo(f.Statements) {
			t.Errorf("%s: fact %s is in one article only", file, f.ID)
		}
	}
	for _, d := range l.Differences {
		if len(d.Values) < 2 || slices.ContainsFunc(d.Values, func(v Value) bool { return len(v.Statements) == 0 }) {
			t.Errorf("%s: difference %s needs two values that are stated", file, labelled(&d))
		}
	}
}

func isTime(s string) bool {
	layout := time.RFC3339
	if len(s) == len(time.DateOnly) {
		layout = time.DateOnly
	}
	_, err := time.Parse(layout, s)
	return err == nil
}

func inTwo(statements []Passage) bool {
	for _, p := range statements {
		if p.Article != statements[0].Article {
			return true
		}
	}
	return false
}

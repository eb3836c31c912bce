package eval

import (
	"strings"
	"time"

	"github.com/selisik/selisik/internal/dossier"
)

// Page is one line of expected.jsonl.
type Page struct {
	ID    string  `json:"id"`
	URL   string  `json:"url"`
	Title string  `json:"title"`
	Date  float64 `json:"date"` // milliseconds since 1970, 0 if not labelled
	Text  string  `json:"text"`
}

// Page scores the article made of one page: runs of four words for the text,
// averaged over pages; title and minute of publication exact.
func (t *Tally) Page(gold *Page, a *dossier.Article) {
	g, p := shingles(gold.Text, 4), shingles(a.Text, 4)
	hit, ng, np := 0, 0, 0
	for s, n := range g {
		hit, ng = hit+min(n, p[s]), ng+n
	}
	for _, n := range p {
		np += n
	}
	precision, recall := float64(one(ng == 0)), 1.0
	if np > 0 {
		precision = float64(hit) / float64(np)
	}
	if ng > 0 {
		recall = float64(hit) / float64(ng)
	}
	t.average("text", precision, recall)
	if min(precision, recall) < 0.9 {
		t.miss("text", gold.ID, "P %.2f R %.2f %s", precision, recall, gold.URL)
	}
	if gold.Title != "" {
		ok := strings.EqualFold(squash(gold.Title), squash(a.Title))
		t.ratio("title", ok)
		if !ok {
			t.miss("title", gold.ID, "gold %s got %s", gold.Title, a.Title)
		}
	}
	if gold.Date != 0 {
		want := time.UnixMilli(int64(gold.Date)).UTC()
		got := ""
		if a.Published != nil {
			got = a.Published.Time
		}
		ok := len(got) > 10 && instant(got).Equal(want.Truncate(time.Minute))
		t.ratio("published", ok)
		if !ok {
			t.miss("published", gold.ID, "gold %s got %s", want.Format(time.RFC3339), got)
		}
	}
}

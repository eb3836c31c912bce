package stories

import (
	"bufio"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/stage/ingest"
)

// secondDay reads testdata/second-day.txt: the story of each article that has
// company, and the articles that are left out.
func secondDay(t *testing.T) (story map[string]string, out map[string]bool) {
	t.Helper()
	f, err := os.Open("testdata/second-day.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	story, out = map[string]string{}, map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		switch words[0] {
		case "#":
		case "-":
			for _, w := range words[1:] {
				out[w] = true
			}
		default:
			for _, w := range words {
				story[w] = words[0]
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return story, out
}

// A day that nothing is trained on keeps what fits stories-id alone from
// looking good.
func TestSecondDay(t *testing.T) {
	window := goldtest.Path(t, "data/window-a.jsonl")
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	articles, err := p.Articles(ctx, ingest.Read(ctx, []string{window}, ingest.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	story, out := secondDay(t)
	wib := time.FixedZone("WIB", 7*60*60)
	s := &Set{Name: "second-day"}
	for _, a := range articles {
		if a.Published == nil || a.Published.Time.In(wib).Format(time.DateOnly) != "2025-06-09" || out[a.Ref] {
			continue
		}
		s.Articles = append(s.Articles, a)
		if story[a.Ref] == "" {
			story[a.Ref] = a.Ref
		}
		s.Stories = append(s.Stories, story[a.Ref])
	}
	got := Score(s.Stories, cluster.New(packs).Compare(s.Articles).Group(cluster.New(packs)))
	t.Logf("%d articles: %+v", len(s.Articles), got)
	if got.PairF < 0.72 || got.CubeF < 0.95 {
		t.Errorf("%+v", got)
	}
}

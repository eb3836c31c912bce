package stories

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/ingest"
)

// Set is a labelled set: cleaned articles and the story of each.
type Set struct {
	Name     string
	Articles []news.Article
	Stories  []string
	Threads  map[string]string // of each story
}

// Load reads a folder with articles.jsonl and partition.json, and cleans the
// articles as the program does. Articles without a label are left out.
func Load(packs *lang.Packs, dir string) (*Set, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "partition.json"))
	if err != nil {
		return nil, fmt.Errorf("load stories %s: %w", dir, err)
	}
	var gold struct {
		Articles map[string]struct{ Story, Thread string }
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		return nil, fmt.Errorf("load stories %s: %w", dir, err)
	}
	p, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	docs := ingest.Read(ctx, []string{filepath.Join(dir, "articles.jsonl")}, ingest.Options{})
	articles, err := p.Articles(ctx, docs)
	if err != nil {
		return nil, err
	}
	s := &Set{Name: filepath.Base(dir), Threads: map[string]string{}}
	for _, a := range articles {
		if g, ok := gold.Articles[a.Ref]; ok {
			s.Articles = append(s.Articles, a)
			s.Stories = append(s.Stories, g.Story)
			s.Threads[g.Story] = g.Thread
		}
	}
	return s, nil
}

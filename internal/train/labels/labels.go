// Package labels reads events labelled by hand (the label format of
// docs/labels.md) as what scorers are trained on: the labels, the story as the
// pipeline reads it, and which claims hold a labelled statement.
package labels

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/lineage"
)

// Label is one event's label file; only what scorers are trained on.
type Label struct {
	Event    string   `json:"event"`
	Language string   `json:"language"`
	Articles []string `json:"articles"`
	Facts    []struct {
		ID         string      `json:"id"`
		Statements []Statement `json:"statements"`
	} `json:"facts"`
	Only        []Statement `json:"only"`
	Differences []struct {
		Slot   string `json:"slot"`
		Values []struct {
			Statements []Statement `json:"statements"`
		} `json:"values"`
	} `json:"differences"`
}

// Statement is a passage that states a fact.
type Statement struct {
	Article string `json:"article"`
	Text    string `json:"text"`
}

// record is one article as the label set stores it.
type record struct {
	ID, Outlet, URL, Title, Published, Text string
}

// Event is a labelled event with its story, read and traced.
type Event struct {
	Label Label
	Story news.Story
}

// Load reads, cleans and extracts the labelled events of a folder, by file
// name. It returns an error that wraps news.ErrInvalid if there are none.
func Load(ctx context.Context, dir string, packs *lang.Packs) ([]Event, error) {
	labels, err := readLabels(dir)
	if err != nil {
		return nil, err
	}
	docs, err := readRecords(dir)
	if err != nil {
		return nil, err
	}
	pipe, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	trace := lineage.New(packs)
	var out []Event
	for _, l := range labels {
		var raws []news.RawDocument
		for _, id := range l.Articles {
			raws = append(raws, docs[id])
		}
		articles, err := pipe.Articles(ctx, slices.Values(raws))
		if err != nil {
			return nil, err
		}
		s := news.Story{Languages: []string{l.Language}}
		for _, a := range articles {
			s.Readings = append(s.Readings, pipe.Read(a))
		}
		s.Lineage = trace.Links(s.Readings)
		out = append(out, Event{l, s})
	}
	return out, nil
}

// readLabels reads every event of a folder, by file name.
func readLabels(dir string) ([]Label, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []Label
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("labels: %w", err)
		}
		var l Label
		if err := json.Unmarshal(raw, &l); err != nil {
			return nil, fmt.Errorf("labels %s: %w", f, err)
		}
		if l.Event != "" {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("labels %s: %w: no event", dir, news.ErrInvalid)
	}
	return out, nil
}

// readRecords reads articles.jsonl of a folder by id.
func readRecords(dir string) (map[string]news.RawDocument, error) {
	f, err := os.Open(filepath.Join(dir, "articles.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("labels: %w", err)
	}
	defer f.Close()
	out := map[string]news.RawDocument{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for n := 1; sc.Scan(); n++ {
		var r record
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("labels articles.jsonl:%d: %w", n, err)
		}
		out[r.ID] = news.RawDocument{
			Input: fmt.Sprintf("articles.jsonl:%d", n), Ref: r.ID, URL: r.URL, Outlet: r.Outlet,
			Title: r.Title, Published: r.Published, MediaType: "text/plain", Body: []byte(r.Text),
		}
	}
	return out, sc.Err()
}

package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
)

// Runner is the program under measurement.
type Runner interface {
	// Dossier returns the dossier of a JSONL file.
	Dossier(ctx context.Context, path string) (dossier.Dossier, error)
	// Stories returns the grouping of a JSONL file.
	Stories(ctx context.Context, path string) (dossier.Stories, error)
	// Page returns the article of an HTML file that was at url.
	Page(ctx context.Context, path, url string) (dossier.Article, error)
	// Tag returns a name tag for each token of a sentence.
	Tag(tokens []string) ([]string, error)
}

// Run measures r on the labels at set.Dir: a folder of dossiers, stories or
// pages, or a file of tagged names. It fails with news.ErrInvalid where there
// are no labels. Only events whose name contains the filter count, "" for all.
func Run(ctx context.Context, r Runner, set Set, filter string) (*Tally, error) {
	path := set.Dir
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("labels %s: %w", path, news.ErrNotFound)
	}
	has := func(name string) bool { _, err := os.Stat(filepath.Join(path, name)); return err == nil }
	switch {
	case !info.IsDir():
		return runNames(r, path)
	case has("partition.json"):
		return runStories(ctx, r, path)
	case has("expected.jsonl"):
		return runPages(ctx, r, path)
	case set.Articles != "" || has("articles.jsonl"):
		return runDossiers(ctx, r, set, filter)
	}
	return nil, fmt.Errorf("labels %s: %w: neither partition.json, expected.jsonl nor articles.jsonl", path, news.ErrInvalid)
}

func runDossiers(ctx context.Context, r Runner, set Set, filter string) (*Tally, error) {
	records, err := readRecords(set.File())
	if err != nil {
		return nil, err
	}
	all, err := set.read(records)
	if err != nil {
		return nil, err
	}
	t := NewTally()
	for _, labels := range all {
		if !strings.Contains(labels.Event, filter) {
			continue
		}
		err := withRecords(records, labels.Articles, func(path string) error {
			d, err := r.Dossier(ctx, path)
			if err == nil {
				t.Event(&labels, &d)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("event %s: %w", labels.Event, err)
		}
	}
	return t, nil
}

func runStories(ctx context.Context, r Runner, dir string) (*Tally, error) {
	records, err := readRecords(filepath.Join(dir, "articles.jsonl"))
	if err != nil {
		return nil, err
	}
	var gold Partition
	if err := readJSON(filepath.Join(dir, "partition.json"), &gold); err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(gold.Articles))
	for id := range gold.Articles {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	t := NewTally()
	return t, withRecords(records, ids, func(path string) error {
		found, err := r.Stories(ctx, path)
		if err == nil {
			t.Stories(&gold, &found)
		}
		return err
	})
}

func runPages(ctx context.Context, r Runner, dir string) (*Tally, error) {
	t := NewTally()
	return t, eachLine(filepath.Join(dir, "expected.jsonl"), func(line []byte) error {
		var p Page
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		a, err := r.Page(ctx, filepath.Join(dir, p.ID+".html"), p.URL)
		if err == nil {
			t.Page(&p, &a)
		}
		return err
	})
}

func runNames(r Runner, path string) (*Tally, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sentences, err := ReadTagged(f)
	if err != nil {
		return nil, err
	}
	t := NewTally()
	for _, s := range sentences {
		tags, err := r.Tag(s.Tokens)
		if err != nil {
			return nil, err
		}
		t.Names(s, tags)
	}
	return t, nil
}

// readRecords reads articles.jsonl by id, leaving out empty fields.
func readRecords(path string) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := eachLine(path, func(line []byte) error {
		var m map[string]any
		if err := json.Unmarshal(line, &m); err != nil {
			return err
		}
		for k, v := range m {
			if v == "" || v == nil {
				delete(m, k)
			}
		}
		b, err := json.Marshal(m)
		out[fmt.Sprint(m["id"])] = b
		return err
	})
	return out, err
}

// withRecords writes the named records to a temporary file and calls do on it.
func withRecords(records map[string][]byte, ids []string, do func(path string) error) error {
	f, err := os.CreateTemp("", "selisik-eval-*.jsonl")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	for _, id := range ids {
		if rec := records[id]; rec != nil {
			fmt.Fprintf(f, "%s\n", rec)
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	return do(f.Name())
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("labels %s: %w: %w", path, news.ErrInvalid, err)
	}
	return nil
}

// maxLine is the longest record that labels may have.
const maxLine = 64 << 20

func eachLine(path string, do func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, maxLine)
	for n := 1; sc.Scan(); n++ {
		if err := do(sc.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return sc.Err()
}

package claims

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/selisik/selisik/internal/news"
)

// label is one event's label file; only what the scorer is trained on.
type label struct {
	Event    string   `json:"event"`
	Language string   `json:"language"`
	Articles []string `json:"articles"`
	Facts    []struct {
		ID         string      `json:"id"`
		Statements []statement `json:"statements"`
	} `json:"facts"`
	Only []statement `json:"only"`
}

// statement is a passage that states a fact.
type statement struct {
	Article string `json:"article"`
	Text    string `json:"text"`
}

// record is one article as the label set stores it.
type record struct {
	ID, Outlet, URL, Title, Published, Text string
}

// readLabels reads every event of a folder, by file name.
func readLabels(dir string) ([]label, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []label
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("labels: %w", err)
		}
		var l label
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

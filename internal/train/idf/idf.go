// Package idf trains the tables of inverse document frequencies that
// similar.IDF reads: in come files of articles, out goes the table. Only the
// counts of words are kept, no text.
package idf

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
)

// Options bound the table; the zero value means MinDocs 2, Limit 60,000.
type Options struct {
	MinDocs int // words of fewer documents are left out: they count as unseen
	Limit   int // the most frequent words that are kept
}

// Sources returns what the embedded table of a language was counted on, as
// patterns below the folder of training data.
func Sources(tag string) []string {
	return map[string][]string{
		"id": {"data/window-a.jsonl"},
		"en": {"gold/stories-en/articles.jsonl", "gold/pages-en/expected.jsonl", "data/attributions-en/train/text/*.txt"},
	}[tag]
}

// Train counts the words of every article in the files that the patterns name
// (.jsonl with title and text, anything else one text a file) and returns the
// table. The same files give the same bytes.
func Train(patterns []string, p *lang.Pack, o Options) ([]byte, error) {
	if o.MinDocs == 0 {
		o.MinDocs = 2
	}
	if o.Limit == 0 {
		o.Limit = 60_000
	}
	split, count := token.New(p), similar.NewCounter()
	add := func(text string) {
		t := split.Split(text)
		count.Add(similar.Words(t, 0, len(t.Tokens)))
	}
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("train idf: no file %s: %w", pattern, os.ErrNotExist)
		}
		for _, file := range files {
			if err := texts(file, add); err != nil {
				return nil, fmt.Errorf("train idf: %w", err)
			}
		}
	}
	return count.Encode(o.MinDocs, o.Limit), nil
}

// texts calls add for every text of a file.
func texts(file string, add func(string)) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if filepath.Ext(file) != ".jsonl" {
		add(string(raw))
		return nil
	}
	in := bufio.NewScanner(bytes.NewReader(raw))
	in.Buffer(nil, len(raw)+1)
	for line := 1; in.Scan(); line++ {
		var a struct{ Title, Text string }
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			return fmt.Errorf("%s:%d: %w", file, line, err)
		}
		add(a.Title + "\n\n" + a.Text)
	}
	return in.Err()
}

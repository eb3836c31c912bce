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
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
)

// Options bound the table; the zero value means MinDocs 1.5, Limit 60,000.
type Options struct {
	MinDocs float64 // words of fewer documents are left out: they count as unseen
	Limit   int     // the most frequent words that are kept
}

// Sources returns what the embedded table of a language was counted on, as
// patterns below the folder of training data. All of it may be counted; a
// source whose licence is not stated has no place here.
func Sources(tag string) []string {
	return map[string][]string{
		"id": {"data/window-a.jsonl"},
		"en": {"gold/stories-en/articles.jsonl", "gold/pages-en/expected.jsonl"},
	}[tag]
}

// Train counts the stems of every article in the files that the patterns name
// (.jsonl with title and text, anything else one text a file) and returns the
// table. The same files give the same bytes.
//
// Articles about one thing share the weight of one: otherwise the words of
// last week's great event would count as common. The weight of an article is
// one over the sum of its cosines with all articles, itself among them, under
// a first, unweighted table.
func Train(patterns []string, p *lang.Pack, o Options) ([]byte, error) {
	if o.MinDocs == 0 {
		o.MinDocs = 1.5
	}
	if o.Limit == 0 {
		o.Limit = 60_000
	}
	split, stem := token.New(p), morph.New(p)
	var docs [][]string
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("train idf: no file %s: %w", pattern, os.ErrNotExist)
		}
		for _, file := range files {
			err := texts(file, func(text string) {
				t := split.Split(text)
				docs = append(docs, similar.Words(t, 0, len(t.Tokens), stem))
			})
			if err != nil {
				return nil, fmt.Errorf("train idf: %w", err)
			}
		}
	}
	return count(docs, o)
}

// count makes the table in two passes.
func count(docs [][]string, o Options) ([]byte, error) {
	plain := similar.NewCounter()
	for _, d := range docs {
		plain.Add(d, 1)
	}
	first, err := similar.LoadIDF(plain.Encode(o.MinDocs, o.Limit))
	if err != nil {
		return nil, err
	}
	weighted := similar.NewCounter()
	for i, w := range weights(docs, first) {
		weighted.Add(docs[i], w)
	}
	return weighted.Encode(o.MinDocs, o.Limit), nil
}

// alike is the cosine from which two articles are taken to be about one thing.
const alike = 0.15

// weights returns the weight of each document.
func weights(docs [][]string, idf *similar.IDF) []float64 {
	type posting struct {
		doc    int
		weight float64
	}
	vectors := make([]similar.Vector, len(docs))
	postings := map[uint64][]posting{}
	for i, d := range docs {
		vectors[i] = similar.NewVector(d, idf)
		for _, c := range vectors[i] {
			postings[c.Key] = append(postings[c.Key], posting{i, float64(c.Weight)})
		}
	}
	out, cosine := make([]float64, len(docs)), make([]float64, len(docs))
	for i, v := range vectors {
		clear(cosine)
		for _, c := range v {
			for _, p := range postings[c.Key] {
				cosine[p.doc] += float64(c.Weight) * p.weight
			}
		}
		sum := 0.0
		for _, cos := range cosine {
			if cos >= alike {
				sum += cos
			}
		}
		out[i] = 1 / max(1, sum)
	}
	return out
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

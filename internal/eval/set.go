package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/selisik/selisik/internal/news"
)

// Set is a folder of labelled events with the articles that they label.
type Set struct {
	Dir string // of <event>.json
	// Articles is the JSONL file of the articles, "" for articles.jsonl in Dir.
	// Labels of texts that may not be passed on name it.
	Articles string
}

// File returns the path of the articles.
func (s Set) File() string {
	return cmp.Or(s.Articles, filepath.Join(s.Dir, "articles.jsonl"))
}

// Read returns the labelled events, by file name, each passage with its words.
// Its error wraps news.ErrInvalid if there are no articles or no event, or a
// passage stands where its article has no text.
func (s Set) Read() ([]Labels, error) {
	if _, err := os.Stat(s.File()); err != nil {
		return nil, fmt.Errorf("labels %s: %w: no articles: %w", s.Dir, news.ErrInvalid, err)
	}
	records, err := readRecords(s.File())
	if err != nil {
		return nil, err
	}
	return s.read(records)
}

func (s Set) read(records map[string][]byte) ([]Labels, error) {
	files, err := filepath.Glob(filepath.Join(s.Dir, "*.json"))
	if err != nil {
		return nil, err
	}
	var out []Labels
	for _, f := range files {
		var l Labels
		if err := readJSON(f, &l); err != nil {
			return nil, err
		}
		if l.Event == "" {
			continue
		}
		for _, p := range l.passages() {
			if err := p.fill(records); err != nil {
				return nil, fmt.Errorf("labels %s: %w", f, err)
			}
		}
		out = append(out, l)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("labels %s: %w: no event", s.Dir, news.ErrInvalid)
	}
	return out, nil
}

// fill gives p the words that stand where it says.
func (p *Passage) fill(records map[string][]byte) error {
	if p.At == [2]int{} {
		return nil
	}
	var a struct{ Title, Text string }
	if err := json.Unmarshal(records[p.Article], &a); err != nil {
		return fmt.Errorf("article %s: %w", p.Article, news.ErrNotFound)
	}
	runes := []rune(a.Text)
	if p.Title {
		runes = []rune(a.Title)
	}
	if p.At[0] < 0 || p.At[0] >= p.At[1] || p.At[1] > len(runes) {
		return fmt.Errorf("article %s: %w: no text at %v", p.Article, news.ErrInvalid, p.At)
	}
	p.Text = string(runes[p.At[0]:p.At[1]])
	return nil
}

// passages returns every labelled passage of l, to read or to fill.
func (l *Labels) passages() []*Passage {
	var out []*Passage
	for _, list := range [][]Passage{l.Junk, l.Keep, l.Only} {
		out = append(out, pointers(list)...)
	}
	for i := range l.Quotes {
		out = append(out, &l.Quotes[i].Passage)
	}
	for i := range l.Reported {
		out = append(out, &l.Reported[i].Passage)
	}
	for i := range l.Origins {
		out = append(out, &l.Origins[i].Passage)
	}
	for i := range l.Quantities {
		out = append(out, &l.Quantities[i].Passage)
	}
	for i := range l.Times {
		out = append(out, &l.Times[i].Passage)
	}
	for i := range l.Facts {
		out = append(out, pointers(l.Facts[i].Statements)...)
	}
	for i := range l.Differences {
		for _, v := range l.Differences[i].Values {
			out = append(out, pointers(v.Statements)...)
		}
	}
	return out
}

func pointers(list []Passage) []*Passage {
	out := make([]*Passage, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

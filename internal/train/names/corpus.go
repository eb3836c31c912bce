package names

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Sentence is a sentence with its labels; a column that a corpus lacks is nil.
type Sentence struct{ words, pos, names []string }

// columns tells the part of speech and the name tag that the columns of a
// line give; "" for none.
type columns func(cols []string) (pos, name string)

// readColumns reads a file of one word a line, labels in further columns,
// blank lines between sentences.
func readColumns(path string, read columns) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Sentence
	var cur Sentence
	flush := func() {
		if len(cur.words) > 0 {
			out = append(out, cur)
		}
		cur = Sentence{}
	}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		cols := strings.Fields(sc.Text())
		if len(cols) < 2 {
			flush()
			continue
		}
		pos, name := read(cols)
		cur.words = append(cur.words, cols[0])
		if pos != "" {
			cur.pos = append(cur.pos, pos)
		}
		if name != "" {
			cur.names = append(cur.names, name)
		}
	}
	flush()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

// idner reads word, part of speech and name.
func idner(cols []string) (string, string) { return cols[1], cols[len(cols)-1] }

// kinds maps the name kinds of the corpora to ours; what is not here is none.
var kinds = map[string]string{
	"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG", "PPL": "PER", "PLC": "LOC",
}

// foreign reads a name tag of another corpus.
func foreign(cols []string) (string, string) {
	side, kind, ok := strings.Cut(cols[len(cols)-1], "-")
	if k := kinds[kind]; ok && k != "" {
		return "", side + "-" + k
	}
	return "", "O"
}

// article is a record of the unSentence articles.
type article struct{ Text string }

// readArticles reads the texts of a JSONL file.
func readArticles(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	dec := json.NewDecoder(bufio.NewReader(f))
	for dec.More() {
		var a article
		if err := dec.Decode(&a); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, a.Text)
	}
	return out, nil
}

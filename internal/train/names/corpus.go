package names

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// labelled is a sentence with its labels; a column that a corpus lacks is nil.
type labelled struct{ words, pos, names []string }

// readColumns reads a file of one word a line with its labels in the last
// column, and in the one before if pos is set; blank lines part sentences.
// Labels go through the maps; an empty map value drops the sentence's column.
func readColumns(path string, read func(cols []string) (pos, name string)) ([]labelled, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []labelled
	var cur labelled
	flush := func() {
		if len(cur.words) > 0 {
			out = append(out, cur)
		}
		cur = labelled{}
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

// universal maps the parts of speech of posp (INACL) to Universal POS.
var universal = map[string]string{
	"NNO": "NOUN", "NNP": "PROPN", "SYM": "PUNCT", "PPO": "ADP", "VBT": "VERB", "NUM": "NUM",
	"ADJ": "ADJ", "VBI": "VERB", "VBP": "VERB", "CCN": "CCONJ", "ADV": "ADV", "PRR": "PRON",
	"ART": "DET", "CSN": "SCONJ", "ADK": "ADV", "PRN": "PRON", "VBL": "VERB", "NEG": "PART",
	"KUA": "NUM", "VBE": "VERB", "PAR": "PART", "PRI": "PRON", "PRK": "PRON", "INT": "INTJ", "UNS": "X",
}

// posp reads a part of speech of posp.
func posp(cols []string) (string, string) {
	u := universal[strings.TrimPrefix(strings.TrimPrefix(cols[len(cols)-1], "B-"), "I-")]
	if u == "" {
		u = "X"
	}
	return u, ""
}

// article is a record of the unlabelled articles.
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

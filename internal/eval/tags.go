package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Tagged is a sentence of tokens with their name tags in BIO.
type Tagged struct{ Tokens, Tags []string }

// ReadTagged reads a token and its tag (first and last column) a line, a blank
// line between sentences.
func ReadTagged(r io.Reader) ([]Tagged, error) {
	var out []Tagged
	var cur Tagged
	flush := func() {
		if len(cur.Tokens) > 0 {
			out, cur = append(out, cur), Tagged{}
		}
	}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		if len(f) < 2 {
			flush()
			continue
		}
		cur.Tokens, cur.Tags = append(cur.Tokens, f[0]), append(cur.Tags, f[len(f)-1])
	}
	flush()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read tagged sentences: %w", err)
	}
	return out, nil
}

// Names scores the tags found for one sentence: exact span and kind.
func (t *Tally) Names(gold Tagged, found []string) {
	g, p := entities(gold.Tags), entities(found)
	right := 0
	for e := range p {
		right += one(g[e])
		if !g[e] {
			t.miss("names", e.kind, "extra %s", strings.Join(gold.Tokens[e.from:e.to], " "))
		}
	}
	for e := range g {
		if !p[e] {
			t.miss("names", e.kind, "missed %s", strings.Join(gold.Tokens[e.from:e.to], " "))
		}
	}
	t.pairs("names", right, len(p), right, len(g))
}

type entitySpan struct {
	from, to int
	kind     string
}

// entities returns the spans of BIO tags.
func entities(tags []string) map[entitySpan]bool {
	out := map[entitySpan]bool{}
	start, kind := -1, ""
	for i := 0; i <= len(tags); i++ {
		prefix, k := "O", ""
		if i < len(tags) && len(tags[i]) > 2 && (tags[i][:2] == "B-" || tags[i][:2] == "I-") {
			prefix, k = tags[i][:1], tags[i][2:]
		}
		if start >= 0 && (prefix != "I" || k != kind) {
			out[entitySpan{start, i, kind}] = true
			start = -1
		}
		if k != "" && start < 0 {
			start, kind = i, k
		}
	}
	return out
}

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// told are the rows of the README's table of figures and their metrics.
var told = [][2]string{
	{"junk removed", "junk_removed"},
	{"text kept", "text_kept"},
	{"quotations, F1", "quotes"},
	{"quotations with speaker, F1", "quotes_with_speaker"},
	{"reported speech with its source", "reported_speech"},
	{"places where the article knows it from, F1", "origins"},
	{"quantities", "quantities"},
	{"times", "times"},
	{"who copied whom, F1", "copies"},
	{"statements of one fact meet, F1", "facts"},
	{"differences, F1", "differences"},
	{"kind of difference right", "difference_kind"},
	{"number of independent origins exact", "independence"},
	{"main facts told in five sentences", "main_facts_in_brief"},
}

// TestReadmeTellsTheFiguresOfQuality holds the README's figures to those that
// were measured last.
func TestReadmeTellsTheFiguresOfQuality(t *testing.T) {
	readme, quality := file(t, "../../README.md"), file(t, "../../docs/quality.md")
	real, invented := tableBelow(quality, "Twelve real events"), tableBelow(quality, "Invented events")
	for _, r := range told {
		if want := fmt.Sprintf("| %s | %s | %s |\n", r[0], real[r[1]], invented[r[1]]); !strings.Contains(readme, want) {
			t.Errorf("the README lacks the row\n%s", want)
		}
	}
}

func file(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// tableBelow reads the table below a heading of docs/quality.md as the README tells
// it: ".833", or ".990 (P 1.000, R .980)".
func tableBelow(doc, heading string) map[string]string {
	_, doc, _ = strings.Cut(doc, "## "+heading)
	doc, _, _ = strings.Cut(doc, "\n## ")
	out := map[string]string{}
	for _, row := range strings.Split(doc, "\n") {
		c := strings.Split(strings.Trim(row, "| "), "|")
		for i := range c {
			c[i] = strings.TrimPrefix(strings.TrimSpace(c[i]), "0")
		}
		if len(c) == 4 {
			out[c[0]] = fmt.Sprintf("%s (P %s, R %s)", c[3], c[1], c[2])
		} else if len(c) > 1 {
			out[c[0]] = c[1]
		}
	}
	return out
}

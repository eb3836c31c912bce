package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// week holds the articles of our labels of a week.
const week = "../shared/data/window-a.jsonl"

// labelled are the sets that quality is measured on. Those of ../shared lie
// beside a developer's checkout and are no part of the project.
var labelled = []struct{ title, path, articles string }{
	{"Invented events of nine kinds, labelled by us (nothing was trained on them unless the model cards say so)", "internal/eval/testdata/events", ""},
	{"Twelve real events, Indonesian", "../shared/gold/dossiers", ""},
	{"Other events of that week, labelled later in finer grain; what was missed of them was read", "internal/eval/testdata/week/read", week},
	{"And more of them, labelled alike; of missed facts and copies nothing was read", "internal/eval/testdata/week/apart", week},
	{"Stories of one day, Indonesian", "../shared/gold/stories-id", ""},
	{"Stories, English", "../shared/gold/stories-en", ""},
	{"Documents in two languages", "../shared/gold/stories-xl", ""},
	{"Pages, Indonesian", "../shared/gold/pages-id", ""},
	{"Pages, English", "../shared/gold/pages-en", ""},
	{"Names, Indonesian (idner dev)", "../shared/data/names/idner/dev.txt", ""},
}

// quality prints the figures of docs/quality.md.
func quality(w io.Writer) error {
	bin, done, err := build()
	if err != nil {
		return err
	}
	defer done()
	fmt.Fprint(w, `# Quality

Made by `+"`go run ./internal/bench -quality > docs/quality.md`"+`, that is by `+"`selisik eval`"+` on labelled sets.
[labels.md](labels.md) tells what the metrics mean. Figures on sets that weights were trained or rules were tuned on flatter: the pages in
[stage](stage) give those with each event left out. A change of the figures on the invented events fails `+"`go test ./cmd/selisik`"+` until the
record is updated, so that a pull request shows what it did.
`)
	for _, set := range labelled {
		if path := cmp.Or(set.articles, set.path); !exists(path) {
			fmt.Fprintf(w, "\n## %s\n\nNot measured: %s is not here.\n", set.title, filepath.ToSlash(path))
			continue
		}
		out, err := exec.Command(bin, "eval", "--articles", set.articles, set.path).Output()
		if err != nil {
			return fmt.Errorf("eval %s: %w", set.path, err)
		}
		fmt.Fprintf(w, "\n## %s\n\n| metric | P | R | F1 |\n|---|--:|--:|--:|\n%s", set.title, rows(string(out)))
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// rows turns the lines of eval into rows of a table.
func rows(out string) string {
	var b strings.Builder
	for line := range strings.Lines(out) {
		f := strings.Fields(line)
		switch len(f) {
		case 2:
			fmt.Fprintf(&b, "| %s | %s | | |\n", f[0], f[1])
		case 7:
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", f[0], f[2], f[4], f[6])
		}
	}
	return b.String()
}

package clean_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/goldtest"
)

var update = flag.Bool("update", false, "rewrite goldens and derived tables")

var (
	sentenceStart = regexp.MustCompile(`(?:^|[.!?]["”]? |\n)["“]?(\p{Lu}[\p{L}]*)`)
	titleWord     = regexp.MustCompile(`[\p{L}\p{N}]+`)
)

// The table starters is what these counts make of the unlabelled week:
// go test ./internal/stage/clean -run Starters -update.
func TestEmbeddedStartersAreDerived(t *testing.T) {
	starts, titles, small := counts(t)
	sum := func(m map[string]int) (n float64) {
		for _, c := range m {
			n += float64(c)
		}
		return n
	}
	allStarts, allTitles := sum(starts), sum(titles)
	var rows []string
	for w, n := range starts {
		if n < 20 || strings.ToUpper(w) == w || small[strings.ToLower(w)] < n/20+1 {
			continue
		}
		x := math.Log((float64(n+1) / (allStarts + 1000)) / (float64(titles[w]+1) / (allTitles + 1000)))
		if math.Abs(x) >= 0.5 {
			rows = append(rows, fmt.Sprintf("%s\t%.1f", strings.ToLower(w), x))
		}
	}
	slices.SortFunc(rows, cmp.Compare[string])
	want := "# Written for Selisik, Apache-2.0. Derived: go test ./internal/stage/clean -run Starters -update\nform\tweight\n" + strings.Join(rows, "\n") + "\n"
	root, err := goldtest.Root()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, "internal/lang/packs/id/starters.tsv")
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(string(have), want); diff != "" {
		t.Error(diff)
	}
}

// counts returns how often capitalised words begin sentences, in at least
// three families of outlets, how often they stand inside titles, and how often
// words are written small, as names are not.
func counts(t *testing.T) (starts, titles, small map[string]int) {
	f, err := os.Open(goldtest.Path(t, "data/window-a.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	starts, titles, small = map[string]int{}, map[string]int{}, map[string]int{}
	families := map[string]map[string]bool{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var r struct{ Outlet, Title, Text string }
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(r.Outlet, ".")
		for _, m := range sentenceStart.FindAllStringSubmatch(r.Text, -1) {
			starts[m[1]]++
			if families[m[1]] == nil {
				families[m[1]] = map[string]bool{}
			}
			families[m[1]][parts[len(parts)-2]] = true
		}
		for _, w := range titleWord.FindAllString(r.Text, -1) {
			small[w]++
		}
		for i, w := range titleWord.FindAllString(r.Title, -1) {
			if i > 0 && unicode.IsUpper([]rune(w)[0]) {
				titles[w]++
			}
		}
	}
	for w := range starts {
		if len(families[w]) < 3 {
			delete(starts, w)
		}
	}
	return starts, titles, small
}

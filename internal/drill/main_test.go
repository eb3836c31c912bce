package drill

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

var (
	long     = flag.Bool("drill.long", false, "run the drills in their long form")
	reportTo = flag.String("drill.report", "", "write the figures to this `file`")
)

// form is a number of the short form or of the long one.
func form(short, lengthy int) int {
	if *long {
		return lengthy
	}
	return short
}

func TestMain(m *testing.M) {
	if o := os.Getenv(orderVar); o != "" {
		os.Exit(obey(o))
	}
	code := m.Run()
	if err := figures.save(*reportTo); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// figure is what a drill did on one store and what came out.
type figure struct {
	Times          int // killed, stopped, restarted, damaged, …
	Articles       int
	Lost, Doubled  int
	Note           string
	drill, onStore string
}

// table collects figures.
type table struct {
	mu   sync.Mutex
	rows []figure
}

var figures table

// tell puts a figure of the running drill into the table. The store is the name
// of the subtest.
func tell(t *testing.T, f figure) {
	t.Helper()
	f.drill, f.onStore, _ = strings.Cut(strings.TrimPrefix(t.Name(), "Test"), "/")
	t.Logf("%d times, %d articles, %d lost, %d doubled %s", f.Times, f.Articles, f.Lost, f.Doubled, f.Note)
	if t.Failed() {
		return
	}
	figures.mu.Lock()
	defer figures.mu.Unlock()
	figures.rows = append(figures.rows, f)
}

// save writes the table, sorted, unless path is empty.
func (b *table) save(path string) error {
	if path == "" {
		return nil
	}
	var out []string
	for _, f := range b.rows {
		out = append(out, fmt.Sprintf("%s\t%s\t%d\t%d\t%d\t%d\t%s\n", f.drill, f.onStore, f.Times, f.Articles, f.Lost, f.Doubled, f.Note))
	}
	slices.Sort(out)
	head := "drill\tstore\ttimes\tarticles\tlost\tdoubled\tnote\n"
	return os.WriteFile(path, []byte(head+strings.Join(out, "")), 0o644)
}

// Command bench measures Selisik and prints the table of docs/performance.md:
//
//	go run ./internal/bench > docs/performance.md
//	go run ./internal/bench -quality > docs/quality.md
//	go run ./internal/bench -load
//
// It runs the Go benchmarks of every package, then the built program end to
// end: start-up to first output of a brief, and the grouping of an archive where
// one lies beside the checkout. Times on a shared machine are noisy: compare
// ratios inside one run.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

func main() {
	figures := flag.Bool("quality", false, "measure quality on labelled sets instead of speed")
	reading := flag.Bool("load", false, "measure how fast a served store answers many readers")
	c := crowd{}
	flag.IntVar(&c.articles, "articles", 20000, "of -load: how many articles the store has")
	flag.IntVar(&c.clients, "clients", 50, "of -load: how many read at once")
	flag.DurationVar(&c.lasting, "for", 30*time.Second, "of -load: how long they read")
	flag.StringVar(&c.store, "store", "", "of -load: `file` of the store, made if it is not there and kept")
	flag.Parse()
	run := report
	switch {
	case *figures:
		run = quality
	case *reading:
		run = func(w io.Writer) error { return load(context.Background(), w, c) }
	}
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func report(w io.Writer) error {
	fmt.Fprintf(w, "# Performance\n\nMade by `go run ./internal/bench > docs/performance.md` with %s on %s/%s, %d cores.\nThe machine was shared: read ratios, not absolutes.\n\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	if err := endToEnd(w); err != nil {
		return err
	}
	fmt.Fprintf(w, "\n## Stages and parts\n\n| package | benchmark | time/op | MB/s | other | B/op | allocs/op |\n|---|---|--:|--:|---|--:|--:|\n")
	cmd := exec.Command("go", "test", "-run", "^$", "-bench", ".", "-benchmem", "-benchtime", "0.3s", "./internal/...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go test -bench: %w\n%s", err, failed(string(out)))
	}
	for _, r := range parse(string(out)) {
		fmt.Fprintln(w, r)
	}
	return nil
}

// failed are the lines that tell which packages failed, and of what.
func failed(out string) string {
	var lines []string
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "FAIL") || strings.HasPrefix(line, "--- FAIL") || strings.HasPrefix(line, "panic:") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// row is one benchmark's line of the table.
type row struct {
	pkg, name                    string
	time, speed, other, bytes, n string
}

func (r row) String() string {
	return "| " + strings.Join([]string{r.pkg, r.name, r.time, r.speed, r.other, r.bytes, r.n}, " | ") + " |"
}

// parse reads what `go test -bench` prints.
func parse(out string) []row {
	var rows []row
	pkg := ""
	for line := range strings.Lines(out) {
		f := strings.Fields(line)
		if len(f) == 2 && f[0] == "pkg:" {
			pkg = f[1][strings.LastIndex(f[1], "internal/")+len("internal/"):]
		}
		if len(f) < 4 || !strings.HasPrefix(f[0], "Benchmark") {
			continue
		}
		r := row{pkg: pkg, name: strings.TrimSuffix(strings.TrimPrefix(f[0], "Benchmark"), fmt.Sprintf("-%d", runtime.GOMAXPROCS(0)))}
		for i := 2; i+1 < len(f); i += 2 {
			r.set(f[i], f[i+1])
		}
		rows = append(rows, r)
	}
	return rows
}

func (r *row) set(value, unit string) {
	switch unit {
	case "ns/op":
		r.time = nanoseconds(value)
	case "MB/s":
		r.speed = value
	case "B/op":
		r.bytes = value
	case "allocs/op":
		r.n = value
	default:
		r.other = strings.TrimSpace(r.other + " " + value + " " + unit)
	}
}

// nanoseconds prints a number of nanoseconds in a readable unit.
func nanoseconds(s string) string {
	var ns float64
	if _, err := fmt.Sscanf(s, "%g", &ns); err != nil {
		return s
	}
	switch {
	case ns >= 1e9:
		return fmt.Sprintf("%.2f s", ns/1e9)
	case ns >= 1e6:
		return fmt.Sprintf("%.2f ms", ns/1e6)
	case ns >= 1e3:
		return fmt.Sprintf("%.2f µs", ns/1e3)
	}
	return fmt.Sprintf("%.0f ns", ns)
}

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// runs is how often each program run is repeated; the best counts, since
// everything else on the machine can only add to it.
const runs = 5

// endToEnd builds the program and times whole runs of it.
func endToEnd(w io.Writer) error {
	bin, done, err := build()
	if err != nil {
		return err
	}
	defer done()
	info, err := os.Stat(bin)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "## The program, end to end\n\nBinary, as `make release` builds it: %.1f MB. Best of %d runs.\n\n| run | time | articles/s | peak memory |\n|---|--:|--:|--:|\n", float64(info.Size())/1e6, runs)
	for _, c := range cases() {
		if err := c.measure(w, bin); err != nil {
			return err
		}
	}
	return nil
}

// build builds the program and returns its path, and what removes it.
func build() (bin string, done func(), err error) {
	dir, err := os.MkdirTemp("", "selisik-bench-*")
	if err != nil {
		return "", nil, err
	}
	done = func() { _ = os.RemoveAll(dir) }
	bin = filepath.Join(dir, "selisik")
	if out, err := exec.Command("make", "release", "OUT="+bin).CombinedOutput(); err != nil {
		done()
		return "", nil, fmt.Errorf("go build: %w: %s", err, out)
	}
	return bin, done, nil
}

// program is one run of the program that is worth knowing.
type program struct {
	name     string
	args     []string
	articles int
	repeat   int
}

func cases() []program {
	out := []program{{"start-up: `version`", []string{"version"}, 0, runs}}
	if ex, err := filepath.Glob("examples/*"); err == nil {
		for _, dir := range ex {
			if info, err := os.Stat(dir); err == nil && info.IsDir() {
				out = append(out, program{"`brief " + filepath.ToSlash(dir) + "`", []string{"brief", "--format", "json", dir}, 0, runs})
			}
		}
	}
	archive := filepath.Join("..", "shared", "data", "window-a.jsonl")
	if raw, err := os.ReadFile(archive); err == nil {
		n := strings.Count(string(raw), "\n")
		out = append(out, program{fmt.Sprintf("`stories` over %d articles", n), []string{"stories", "--format", "json", archive}, n, 3},
			program{fmt.Sprintf("`add` of %d articles to a new store", n), []string{"add", "--db", newStore, archive}, n, 3})
	}
	return out
}

// newStore stands for a store that is not there yet.
const newStore = "{store}"

// command is one run; done removes what it left.
func (p program) command(bin string) (cmd *exec.Cmd, done func(), err error) {
	dir, err := os.MkdirTemp("", "selisik-store-*")
	if err != nil {
		return nil, nil, err
	}
	args := slices.Clone(p.args)
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], newStore, filepath.Join(dir, "selisik.db"))
	}
	return exec.Command(bin, args...), func() { _ = os.RemoveAll(dir) }, nil
}

func (p program) measure(w io.Writer, bin string) error {
	best, most := time.Duration(0), int64(0)
	for i := range p.repeat {
		cmd, done, err := p.command(bin)
		if err != nil {
			return err
		}
		start := time.Now()
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		done()
		if d := time.Since(start); i == 0 || d < best {
			best = d
		}
		most = max(most, peak(cmd.ProcessState))
	}
	rate := ""
	if p.articles > 0 {
		rate = fmt.Sprintf("%.0f", float64(p.articles)/best.Seconds())
	}
	_, err := fmt.Fprintf(w, "| %s | %s | %s | %d MiB |\n", p.name, best.Round(time.Millisecond), rate, most>>20)
	return err
}

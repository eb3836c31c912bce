package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/store/pgtest"
)

// said runs a command line and returns what it printed; it must succeed.
func said(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	start := time.Now()
	w := world{
		stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr, getenv: func(string) string { return "" },
		now: clock, elapsed: func() time.Duration { return time.Since(start) },
	}
	if got := run(t.Context(), w, args); got != exitDone {
		t.Fatalf("selisik %v: exit status %d: %s", args, got, stderr.String())
	}
	return stdout.String()
}

// TestBothStoresSayTheSame runs the same commands over SQLite and PostgreSQL and
// compares what they print; a backup of one restores into the other.
func TestBothStoresSayTheSame(t *testing.T) {
	pg := pgtest.New(t)
	dir := t.TempDir()
	stores := map[string]string{"sqlite": filepath.Join(dir, "a.db"), "postgres": pg}
	outputs := map[string]map[string]string{}
	for name, db := range stores {
		said(t, "add", "--db", db, "../../examples/jembatan-way-talang")
		said(t, "work", "--db", db, "--drain")
		outputs[name] = map[string]string{}
		for _, line := range []string{
			"stories --format json", "search --format json jembatan putus", "search --format json --in quotes jembatan",
			"search --format json --in findings korban", "export --jsonl",
		} {
			outputs[name][line] = said(t, append(strings.Fields(line), "--db", db)...)
		}
		if got := said(t, "doctor", "--db", db, "--recompute"); !strings.HasPrefix(got, "sound") {
			t.Errorf("%s: %s", name, got)
		}
	}
	if d := cmp.Diff(outputs["sqlite"], outputs["postgres"]); d != "" {
		t.Errorf("(-sqlite +postgres)\n%s", d)
	}
	file, again := filepath.Join(dir, "all.selisik"), filepath.Join(dir, "b.db")
	said(t, "backup", "--db", pg, file)
	said(t, "restore", "--db", again, file)
	if d := cmp.Diff(outputs["postgres"]["stories --format json"], said(t, "stories", "--format", "json", "--db", again)); d != "" {
		t.Errorf("restored from the other store:\n%s", d)
	}
	if got := said(t, "status", "--db", pg); strings.Contains(got, "password") || !strings.Contains(got, "13 articles") {
		t.Errorf("status: %s", got)
	}
}

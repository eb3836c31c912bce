package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestAnInterruptedRunLeavesNothingHalfWritten(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "dossier.html")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	w := world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr, now: clock, getenv: os.Getenv}
	if got := run(ctx, w, []string{"brief", "--format", "html", "--out", out, "../../examples/jembatan-way-talang"}); got != exitFault {
		t.Errorf("exit status %d, want %d", got, exitFault)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 0 {
		t.Errorf("the folder holds %v (%v)", files, err)
	}
	if stdout.Len() != 0 || stderr.String() != "selisik: interrupted\n" {
		t.Errorf("stdout %q, stderr %q", stdout.String(), stderr.String())
	}
}

func TestAFileIsReplacedWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.json")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(path, public, whole([]byte("new and longer"))); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "new and longer" {
		t.Errorf("the file holds %q (%v)", got, err)
	}
	if err := replaceFile(filepath.Join(path, "below", "a-file"), public, whole(nil)); err == nil {
		t.Error("a file below a file was written")
	}
}

//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestAPipeIsWrittenToAndStays: whoever gives a device or a pipe as --out must
// have it afterwards.
func TestAPipeIsWrittenToAndStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	read := make(chan string)
	go func() {
		b, err := os.ReadFile(path)
		if err != nil {
			b = []byte(err.Error())
		}
		read <- string(b)
	}()
	if err := replaceFile(path, public, whole([]byte("dossier"))); err != nil {
		t.Fatal(err)
	}
	if got := <-read; got != "dossier" {
		t.Errorf("the pipe gave %q", got)
	}
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Errorf("what was a pipe is now %v, %v", info, err)
	}
}

package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/selisik/selisik/internal/news"
)

// TestAPlaceThatCannotBeWrittenToIsTheUsersMistake: a folder, and a file in a
// folder that is not there.
func TestAPlaceThatCannotBeWrittenToIsTheUsersMistake(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "no", "file")} {
		if err := replaceFile(path, public, whole([]byte("x"))); !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestWhatFailsHalfwayLeavesNothing(t *testing.T) {
	dir, fault := t.TempDir(), errors.New("fault")
	err := replaceFile(filepath.Join(dir, "file"), public, func(w io.Writer) error {
		_, err := w.Write([]byte("half"))
		return errors.Join(err, fault)
	})
	left, _ := os.ReadDir(dir)
	if !errors.Is(err, fault) || len(left) > 0 {
		t.Errorf("%v, and %d files are left", err, len(left))
	}
}

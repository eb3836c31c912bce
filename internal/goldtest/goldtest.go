// Package goldtest finds the labelled sets and training data that lie beside
// a developer's checkout (../shared). They are not part of the project: tests
// that use them skip, and say why, where they are absent.
package goldtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Path returns the path of name inside ../shared, and skips the test where the
// folder does not exist. It never fails a test by itself.
func Path(t testing.TB, name string) string {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Skipf("no checkout root: %v", err)
	}
	p := filepath.Join(root, "..", "shared", name)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("needs ../shared/%s beside the checkout, which is not here", name)
	}
	return p
}

// Root returns the folder that holds go.mod, found upwards from the working
// directory.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", os.ErrNotExist
		}
		dir = up
	}
}

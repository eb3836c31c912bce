package facetest

import (
	"sync"
	"testing"

	"github.com/selisik/selisik/internal/lang"
)

var load = sync.OnceValues(func() (*lang.Packs, error) { return lang.Load(lang.Embedded()) })

// Packs returns the embedded packs, loaded once.
func Packs(t testing.TB) *lang.Packs {
	t.Helper()
	ps, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

package facetest

import (
	"testing"

	"github.com/selisik/selisik/internal/lang"
)

// Packs loads the embedded packs.
func Packs(t testing.TB) *lang.Packs {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

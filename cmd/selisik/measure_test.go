package main

import (
	"bytes"
	"context"
	"testing"

	"github.com/selisik/selisik/internal/eval"
)

// measure runs the program on labels, or on those events whose names contain
// event.
func measure(t *testing.T, labels, event string) *eval.Tally {
	t.Helper()
	w := process()
	w.stderr = &bytes.Buffer{}
	e, err := (&app{world: w}).newEngine("")
	if err != nil {
		t.Fatal(err)
	}
	m, err := e.measured()
	if err != nil {
		t.Fatal(err)
	}
	tally, err := eval.Run(context.Background(), m, eval.Set{Dir: labels}, event)
	if err != nil {
		t.Fatal(err)
	}
	return tally
}

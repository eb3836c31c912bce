package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/selisik/selisik/internal/news"
)

func TestKindsOfErrorHaveTheirStatus(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{errors.New("disk on fire"), 1},
		{usage("no input"), 2},
		{fmt.Errorf("clean x: %w", news.ErrInvalid), 2},
		{fmt.Errorf("story s-1: %w", news.ErrNotFound), 2},
		{fmt.Errorf("fetch x: %w", news.ErrUnavailable), 3},
		{reported{3}, 3},
		{context.Canceled, 1},
	} {
		var stderr bytes.Buffer
		if got := (world{stderr: &stderr}).finish(c.err); got != c.want {
			t.Errorf("finish(%v) = %d, want %d", c.err, got, c.want)
		}
	}
}

func TestProblemsAreOneHarmlessLine(t *testing.T) {
	var stderr bytes.Buffer
	world{stderr: &stderr}.complain(errors.New("bad\nname \x1b[31mred\x1b[0m \u202etxt"))
	if got, want := stderr.String(), "selisik: bad name red txt\n"; got != want {
		t.Errorf("complain wrote %q, want %q", got, want)
	}
}

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// TestWatchGoesOnUntilItIsToldToEnd starts watch with an admin address, asks it
// how it does, and ends it as Ctrl-C does: no failure.
func TestWatchGoesOnUntilItIsToldToEnd(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	logged, stderr := io.Pipe()
	var stdout bytes.Buffer
	w := world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: stderr, now: clock, getenv: func(string) string { return "" }}
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, w, []string{"watch", "--db", filepath.Join(t.TempDir(), "x.db"), "--admin", ":0", "--log-format", "json"})
		_ = stderr.Close()
	}()
	lines := bufio.NewScanner(logged)
	addr := ""
	for addr == "" && lines.Scan() {
		var l struct{ Msg, At string }
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatalf("not a record: %q", lines.Text())
		}
		if l.Msg == "admin address" {
			addr = l.At
		}
	}
	go func() { _, _ = io.Copy(io.Discard, logged) }()
	if !strings.HasPrefix(addr, "127.0.0.1:") {
		t.Fatalf("the admin address is %q", addr)
	}
	for path, want := range map[string]string{"/readyz": "ready", "/metrics": "selisik_stored{what=\"stories\"} 0"} {
		if body := fetched(t, "http://"+addr+path); !strings.Contains(body, want) {
			t.Errorf("%s: %s", path, body)
		}
	}
	cancel()
	if got := <-status; got != exitDone || stdout.Len() != 0 {
		t.Errorf("exit status %d, stdout %q", got, stdout.String())
	}
}

func fetched(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestServeAnswersUntilItIsToldToEnd runs the command as it is.
func TestServeAnswersUntilItIsToldToEnd(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	out, in := io.Pipe()
	w := world{
		stdin: strings.NewReader(""), stdout: io.Discard, stderr: in, now: clock,
		getenv: func(k string) string { return map[string]string{"SELISIK_DATA": dir, "HOME": dir}[k] },
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, w, []string{"serve", "--watch", "--listen", "127.0.0.1:0", "--log-level", "error"})
		in.Close()
	}()
	lines := bufio.NewScanner(out)
	url := ""
	for url == "" && lines.Scan() {
		_, url, _ = strings.Cut(lines.Text(), "serving at ")
	}
	go io.Copy(io.Discard, out)
	for path, want := range map[string]string{"healthz": "ok\n", "readyz": "ready\n", "api/v1/stories": `{"items":[],"next":""}` + "\n"} {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, url+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || string(body) != want {
			t.Errorf("%s: %d %q, %v", path, resp.StatusCode, body, err)
		}
	}
	cancel()
	select {
	case status := <-ended:
		if status != exitDone {
			t.Errorf("exit status %d", status)
		}
	case <-time.After(20 * time.Second):
		t.Error("it goes on")
	}
}

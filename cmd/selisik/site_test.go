package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
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

// TestServeMayBeToldToEndAtAnyStep ends the command at each of the first times
// at which it looks at the clock: while it opens, as it works, as it polls.
func TestServeMayBeToldToEndAtAnyStep(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for step := range 8 {
		ctx, cancel := context.WithCancel(t.Context())
		var looks atomic.Int64
		var stderr bytes.Buffer
		w := world{
			stdin: strings.NewReader(""), stdout: io.Discard, stderr: &stderr, now: clock,
			getenv: func(k string) string { return map[string]string{"SELISIK_DATA": dir, "HOME": dir}[k] },
			elapsed: func() time.Duration {
				if looks.Add(1) == int64(step)+1 {
					cancel()
				}
				return 0
			},
		}
		status := run(ctx, w, []string{"serve", "--watch", "--listen", "127.0.0.1:0", "--log-level", "error"})
		if said := stderr.String(); status != exitDone || said != "" && !strings.HasPrefix(said, "selisik: serving at ") {
			t.Errorf("step %d: exit status %d, %q", step, status, said)
		}
	}
}

package main

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestPingTellsWhetherAProcessIsReady(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		args   []string
		want   int
	}{
		"ready":     {http.StatusOK, []string{"--listen"}, exitDone},
		"by admin":  {http.StatusOK, []string{"--listen", "127.0.0.1:1", "--admin"}, exitDone},
		"not ready": {http.StatusServiceUnavailable, []string{"--listen"}, exitUnavailable},
	} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/readyz" {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			w.WriteHeader(c.status)
		}))
		address := strings.TrimPrefix(srv.URL, "http://")
		if got, said := ping(append(c.args, address)...); got != c.want || (said == "") != (c.want == exitDone) {
			t.Errorf("%s: exit status %d: %s", name, got, said)
		}
		srv.Close()
		if got, said := ping(append(c.args, address)...); got != exitUnavailable || strings.Count(said, "\n") != 1 {
			t.Errorf("%s, nobody there: exit status %d: %s", name, got, said)
		}
	}
	srv := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer srv.Close()
	if got, said := ping("--tls-cert", "any.pem", "--listen", strings.TrimPrefix(srv.URL, "https://")); got != exitDone {
		t.Errorf("by TLS: exit status %d: %s", got, said)
	}
}

func ping(args ...string) (status int, said string) {
	var out, stderr bytes.Buffer
	w := world{stdin: &bytes.Buffer{}, stdout: &out, stderr: &stderr, now: clock, getenv: func(string) string { return "" }}
	status = run(context.Background(), w, append([]string{"ping"}, args...))
	return status, stderr.String() + out.String()
}

func TestAnAddressThatListensEverywhereIsReachedHere(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{":8383": "127.0.0.1:8383", "0.0.0.0:1": "127.0.0.1:1", "[::]:1": "127.0.0.1:1", "10.0.0.5:1": "10.0.0.5:1", "desk.example:1": "desk.example:1"} {
		if got := here(address); got != want {
			t.Errorf("%s: %s", address, got)
		}
	}
}

package admin_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/admin"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

var noon = time.Date(2031, 3, 14, 12, 0, 0, 0, time.UTC)

func now() time.Time { return noon }

// opened is a store with a source, a job that waits for a minute, and metrics.
func opened(t *testing.T) (store.Store, *admin.Metrics) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), sqlite.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Admin().Close() })
	u := "https://kabaruji.example/feed"
	if _, err := s.Feeds().Add(t.Context(), []news.Feed{{ID: news.NewFeedID(u), URL: u, Added: noon}}); err != nil {
		t.Fatal(err)
	}
	job := store.Job{Kind: store.Clean, Key: "d-1", After: noon.Add(-time.Minute)}
	if err := s.Jobs().Enqueue(t.Context(), []store.Job{job}); err != nil {
		t.Fatal(err)
	}
	return s, admin.NewMetrics(admin.Options{Store: s, Now: now, Health: func(news.Feed, news.FeedState, time.Time) news.Condition {
		return news.Condition{Kind: news.FeedQuiet}
	}})
}

func get(t *testing.T, h http.Handler, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "http://127.0.0.1:9475"+path, nil))
	return w.Code, w.Body.String()
}

func TestMetricsTellWhatIsDoneAndWhatIsStored(t *testing.T) {
	t.Parallel()
	s, m := opened(t)
	m.Job(store.Running{Job: store.Job{Kind: store.Clean}, Attempt: 1}, 20*time.Millisecond, nil)
	m.Job(store.Running{Job: store.Job{Kind: store.Clean}, Attempt: 1}, time.Millisecond, errors.New("x"))
	m.Job(store.Running{Job: store.Job{Kind: store.Clean}, Attempt: store.MaxAttempts}, time.Millisecond, errors.New("x"))
	m.Job(store.Running{Job: store.Job{Kind: store.Reconcile}, Attempt: 1}, time.Second, news.ErrNotFound)
	code, body := get(t, admin.Handler(m, s), "/metrics")
	if code != http.StatusOK {
		t.Fatalf("status %d: %s", code, body)
	}
	for _, want := range []string{
		`selisik_articles_total{outcome="done",stage="clean"} 1`,
		`selisik_articles_total{outcome="retried",stage="clean"} 1`,
		`selisik_articles_total{outcome="dead",stage="clean"} 1`,
		`selisik_job_duration_seconds_count{kind="reconcile",outcome="dead"} 1`,
		`selisik_jobs{kind="clean",state="waiting"} 1`,
		`selisik_job_oldest_seconds{kind="clean"} 60`,
		`selisik_sources{condition="quiet"} 1`,
		`selisik_stored{what="feeds"} 1`,
		`go_goroutines`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("missing: %s", want)
		}
	}
}

func TestHealthIsOfTheProcessAndReadinessOfTheStore(t *testing.T) {
	t.Parallel()
	s, m := opened(t)
	h := admin.Handler(m, s)
	for _, path := range []string{"/healthz", "/readyz", "/debug/pprof/"} {
		if code, _ := get(t, h, path); code != http.StatusOK {
			t.Errorf("%s: %d", path, code)
		}
	}
	if err := s.Admin().Close(); err != nil {
		t.Fatal(err)
	}
	if code, body := get(t, h, "/readyz"); code != http.StatusServiceUnavailable || strings.Contains(body, "sql") {
		t.Errorf("a closed store: %d %q", code, body)
	}
	if code, _ := get(t, h, "/healthz"); code != http.StatusOK {
		t.Errorf("the process is said to be dead: %d", code)
	}
	if code, _ := get(t, h, "/metrics"); code != http.StatusOK {
		t.Errorf("metrics of the process are lost with the store: %d", code)
	}
}

func TestOtherMachinesAreKeptOutUnlessTold(t *testing.T) {
	t.Parallel()
	for addr, fine := range map[string]bool{
		"127.0.0.1:0": true, "localhost:0": true, "[::ffff:127.0.0.1]:0": true,
		"0.0.0.0:0": false, "192.0.2.1:80": false, "desk.example:80": false, "9475": false, ":0": false,
	} {
		l, err := admin.Listen(t.Context(), addr, false)
		if err == nil {
			_ = l.Close()
		}
		if fine != (err == nil) || !fine && !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%s: %v", addr, err)
		}
	}
	l, err := admin.Listen(t.Context(), "0.0.0.0:0", true)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

func TestAPageOfTheWebCannotAsk(t *testing.T) {
	t.Parallel()
	h := admin.OnlyLoopback(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "secret") }))
	for host, want := range map[string]int{"127.0.0.1:9475": 200, "localhost": 200, "[::1]:9475": 200, "evil.example:9475": 403, "": 403} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != want {
			t.Errorf("host %q: %d, want %d", host, w.Code, want)
		}
	}
}

func TestServingEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	l, err := admin.Listen(ctx, "127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- admin.Serve(ctx, l, http.NotFoundHandler()) }()
	resp, err := http.Get("http://" + l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

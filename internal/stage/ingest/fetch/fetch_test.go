package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

const page = "<p>Air naik.</p>"

// site serves on loopback; requests for robots.txt get robots, or 404.
func site(t *testing.T, robots string, pages map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		if robots == "" {
			http.NotFound(w, r)
			return
		}
		io.WriteString(w, robots)
	})
	mux.HandleFunc("/ok", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=ISO-8859-1")
		io.WriteString(w, page)
	})
	for path, h := range pages {
		mux.HandleFunc(path, h)
	}
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

// local is a client that may reach the test's own server and waits for nothing.
func local(t *testing.T, opt Options) *Client {
	t.Helper()
	opt.Loopback, opt.Every = true, time.Nanosecond
	c := New(opt)
	t.Cleanup(c.Close)
	return c
}

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

func TestGetReturnsThePage(t *testing.T) {
	var agent string
	srv := site(t, "", map[string]http.HandlerFunc{
		"/moved": redirect("/ok"),
		"/agent": func(_ http.ResponseWriter, r *http.Request) { agent = r.UserAgent() },
	})
	c := local(t, Options{Version: "1.2"})
	got, err := c.Get(t.Context(), srv.URL+"/moved")
	if err != nil {
		t.Fatal(err)
	}
	if got.URL != srv.URL+"/ok" || got.MediaType != "text/html" || got.Charset != "ISO-8859-1" || string(got.Body) != page {
		t.Errorf("got %+v", got)
	}
	if _, err := c.Get(t.Context(), srv.URL+"/agent"); err != nil {
		t.Fatal(err)
	}
	if want := "Selisik/1.2 (+https://github.com/selisik/selisik)"; agent != want {
		t.Errorf("user agent %q, want %q", agent, want)
	}
}

// TestGetRefusesAddressesThatAreNotPublic needs no network: all of these are
// refused before anything is sent.
func TestGetRefusesAddressesThatAreNotPublic(t *testing.T) {
	c := New(Options{})
	defer c.Close()
	for _, address := range []string{
		"http://127.0.0.1/", "http://127.1.2.3/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/",
		"http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://[fd00::1]/",
		"http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[::ffff:127.0.0.1]/",
		"http://[::ffff:169.254.169.254]/", "http://[64:ff9b::7f00:1]/", "http://[::]/",
	} {
		_, err := c.Get(t.Context(), address)
		if err == nil || err.Error() != "refused: not an address on the public internet" {
			t.Errorf("%s: got %v", address, err)
		}
	}
}

func TestGetTellsWhyItGaveUp(t *testing.T) {
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	z.Write(make([]byte, 12<<20))
	z.Close()
	blocked := func(first string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, first)
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}
	}
	srv := site(t, "User-agent: selisik\nDisallow: /private\n\nUser-agent: *\nDisallow: /", map[string]http.HandlerFunc{
		"/to-private": redirect("http://10.0.0.1/"),
		"/to-meta":    redirect("http://169.254.169.254/latest/meta-data/"),
		"/to-file":    redirect("file:///etc/passwd"),
		"/to-robots":  redirect("/private/1"),
		"/to-user":    redirect("http://a:b@127.0.0.1/"),
		"/loop":       redirect("/loop"),
		"/gone":       func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) },
		"/slow":       blocked("<p>"),
		"/silent":     func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"/large":      func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 11<<20)) },
		"/length":     func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "99999999") },
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb.Bytes())
		},
		"/cut": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "<p>")
		},
		"/brotli": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			io.WriteString(w, "xyz")
		},
		"/wait": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
		},
	})
	patient, hasty := local(t, Options{}), local(t, Options{Timeout: 2 * time.Second, Idle: 300 * time.Millisecond})
	for path, want := range map[string]string{
		"/to-private": "refused: not an address on the public internet",
		"/to-meta":    "refused: not an address on the public internet",
		"/to-file":    "refused: leads to a file address",
		"/to-robots":  "refused by the site's robots.txt",
		"/to-user":    "refused: a password in the address",
		"/private/2":  "refused by the site's robots.txt",
		"/loop":       "more than 5 redirects",
		"/gone":       "the server says 410 Gone",
		"/slow":       "too slow: no data for some seconds",
		"/silent":     "took too long",
		"/large":      "too large: more than 10 MiB",
		"/length":     "too large: more than 10 MiB",
		"/bomb":       "too large: more than 10 MiB",
		"/cut":        "connection closed before the end",
		"/brotli":     `unknown content encoding "br"`,
		"/wait":       "the server says 429 and asks to wait 1h0m0s",
	} {
		t.Run(path[1:], func(t *testing.T) {
			c := patient
			if path == "/slow" || path == "/silent" {
				c = hasty
			}
			if _, err := c.Get(t.Context(), srv.URL+path); err == nil || err.Error() != want {
				t.Errorf("got %v, want %q", err, want)
			}
		})
	}
}

func TestGetTellsOfWhatIsNoServer(t *testing.T) {
	srv := site(t, "", nil)
	dead := srv.URL
	srv.Close()
	c := local(t, Options{})
	for address, want := range map[string]string{
		dead + "/ok":      "connection refused",
		"http://":         "not a valid address: no host in it",
		"http://%zz/":     "not a valid address",
		"gopher://a.test": "refused: leads to a gopher address",
	} {
		if _, err := c.Get(t.Context(), address); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %q", address, err, want)
		}
	}
}

func TestGetWaitsAsTheServerAsks(t *testing.T) {
	var mu sync.Mutex
	asked := 0
	srv := site(t, "", map[string]http.HandlerFunc{"/busy": func(w http.ResponseWriter, _ *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if asked++; asked == 1 {
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		io.WriteString(w, page)
	}})
	var waited time.Duration
	c := local(t, Options{Wait: func(_ context.Context, d time.Duration) error { waited += d; return nil }})
	p, err := c.Get(t.Context(), srv.URL+"/busy")
	if err != nil || string(p.Body) != page || waited != 7*time.Second {
		t.Errorf("got %q, %v after %v", p.Body, err, waited)
	}
}

func TestRetryAfterReadsSecondsAndTimes(t *testing.T) {
	for name, c := range map[string]struct {
		retry, date string
		want        time.Duration
	}{
		"seconds":            {"120", "", 2 * time.Minute},
		"negative":           {"-5", "", 0},
		"none":               {"", "", 0},
		"a time":             {"Tue, 10 Jun 2025 01:00:30 GMT", "Tue, 10 Jun 2025 01:00:00 GMT", 30 * time.Second},
		"a time in the past": {"Tue, 10 Jun 2025 00:00:00 GMT", "Tue, 10 Jun 2025 01:00:00 GMT", 0},
		"a time, no clock":   {"Tue, 10 Jun 2025 01:00:30 GMT", "", 0},
	} {
		h := http.Header{"Retry-After": {c.retry}, "Date": {c.date}}
		if got := retryAfter(h); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestRobotsOfAServerInTroubleAllowNothing(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
	}))
	defer srv.Close()
	_, err := local(t, Options{}).Get(t.Context(), srv.URL+"/ok")
	if err == nil || err.Error() != "robots.txt: the server says 500 Internal Server Error" {
		t.Errorf("got %v", err)
	}
}

func TestRobotsAreAskedOncePerHost(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]int{}
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen[r.URL.Path]++
		mu.Unlock()
	}))
	defer srv.Close()
	c := local(t, Options{})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if _, err := c.Get(t.Context(), fmt.Sprintf("%s/%d", srv.URL, i)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if seen["/robots.txt"] != 1 || len(seen) != 9 {
		t.Errorf("requests: %v", seen)
	}
}

// TestHostsAreAskedInTurn counts requests in a time that allows only few.
func TestHostsAreAskedInTurn(t *testing.T) {
	srv := site(t, "User-agent: *\nCrawl-delay: 10", nil)
	c := New(Options{Loopback: true, Every: time.Millisecond})
	defer c.Close()
	if _, err := c.Get(t.Context(), srv.URL+"/ok"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	var err error
	for range 3 {
		if _, err = c.Get(ctx, srv.URL+"/ok"); err != nil {
			break
		}
	}
	if err == nil || !strings.Contains(err.Error(), "deadline") {
		t.Errorf("three pages in 50 ms despite a crawl delay of 10 s: %v", err)
	}
}

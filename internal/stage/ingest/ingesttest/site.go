package ingesttest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html/charset"
)

// Site serves a script. It is safe for use by several goroutines.
type Site struct {
	*Script
	URL   string // of the server that Start started, without a slash at its end
	clock *Clock

	mu       sync.Mutex
	requests []Request
}

// Request is one request that was answered.
type Request struct {
	At          time.Time
	Path        string
	Status      int // 0 if the connection was broken off
	Conditional bool
	Agent       string
}

// New returns the site of a script by a clock.
func New(script string, clock *Clock) (*Site, error) {
	s, err := ParseScript(script)
	if err != nil {
		return nil, err
	}
	return &Site{Script: s, clock: clock}, nil
}

// Start serves a script on loopback until the test ends. The clock is moved to
// the first event if it is before it.
func Start(t testing.TB, script string, clock *Clock) *Site {
	t.Helper()
	s, err := New(script, clock)
	if err != nil {
		t.Fatal(err)
	}
	clock.Reach(s.Start())
	srv := httptest.NewServer(s)
	s.URL = srv.URL
	t.Cleanup(func() {
		srv.CloseClientConnections()
		srv.Close()
	})
	return s
}

// Requests returns what was asked, in the order of the answers.
func (s *Site) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// ServeHTTP answers as the script says for the time on the clock.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began := s.clock.Now()
	rec := &recorder{ResponseWriter: w}
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		conditional := r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since") != ""
		s.requests = append(s.requests, Request{began, r.URL.Path, rec.status, conditional, r.UserAgent()})
	}()
	st := s.at(began)
	if e, ok := st.fault(r.URL.Path, "delay"); ok {
		if d, err := time.ParseDuration(e.Args[0]); err == nil {
			s.clock.Advance(d)
		}
	}
	if st.spoil(rec, r) {
		return
	}
	st.answer(rec, r)
}

// recorder remembers the status.
type recorder struct {
	http.ResponseWriter
	status int
}

func (w *recorder) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(b)
}

func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// body is what is at a path.
type body struct {
	mediaType, text string
	changed         time.Time
}

// answer serves what is at a path.
func (st *state) answer(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	a := st.pages[path]
	if a != nil && a.gone != 0 {
		http.Error(w, http.StatusText(a.gone), a.gone)
		return
	}
	b, ok := st.body(path, "http://"+r.Host)
	if !ok {
		http.NotFound(w, r)
		return
	}
	text := st.alter(path, b.text)
	sum := sha256.Sum256([]byte(text))
	tag := `"` + hex.EncodeToString(sum[:6]) + `"`
	h := w.Header()
	h.Set("Content-Type", b.mediaType+"; charset=utf-8")
	h.Set("ETag", tag)
	h.Set("Last-Modified", b.changed.UTC().Format(http.TimeFormat))
	h.Set("Date", st.now.UTC().Format(http.TimeFormat))
	if unchanged(r, tag, b.changed) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = io.WriteString(w, text) // a client may leave
}

func unchanged(r *http.Request, tag string, changed time.Time) bool {
	if match := r.Header.Get("If-None-Match"); match != "" {
		return match == tag
	}
	since, err := http.ParseTime(r.Header.Get("If-Modified-Since"))
	return err == nil && !changed.Truncate(time.Second).After(since)
}

func (st *state) body(path, base string) (body, bool) {
	if _, ok := st.fault(path, "page"); ok {
		return body{"text/html", st.front(), st.now}, true
	}
	if f, ok := st.feed(path); ok {
		format, known := feedFormats[f.format]
		if !known {
			return body{"text/plain", "unknown format " + f.format, st.now}, true
		}
		return body{format.mediaType, format.write(st, f, base), st.touched}, true
	}
	switch {
	case path == "/robots.txt" && st.robots != nil:
		return body{"text/plain", strings.ReplaceAll(strings.Join(st.robots, "\n")+"\n", "BASE", base), st.Start()}, true
	case path == "/":
		return body{"text/html", st.front(), st.touched}, true
	case st.pages[path] != nil:
		a := st.pages[path]
		return body{"text/html", st.page(a), a.changed()}, true
	}
	return body{}, false
}

// alter damages a body as the script wants.
func (st *state) alter(path, text string) string {
	if _, ok := st.fault(path, "cut"); ok {
		if i := max(strings.LastIndex(text, "<item"), strings.LastIndex(text, "<entry"), strings.LastIndex(text, "<url>")); i >= 0 {
			text = text[:min(i+20, len(text))]
		}
	}
	if e, ok := st.fault(path, "charset"); ok {
		if enc, _ := charset.Lookup(e.Args[0]); enc != nil {
			if out, err := enc.NewEncoder().String(text); err == nil {
				return out
			}
		}
		return fmt.Sprintf("cannot write %s", e.Args[0])
	}
	return text
}

package fetch

import (
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

func kindOf(t *testing.T, err error) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want an *Error", err)
	}
	return e
}

func TestDoAsksWhetherThePageHasChanged(t *testing.T) {
	srv := site(t, "", map[string]http.HandlerFunc{"/page": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "Tue, 10 Jun 2025 01:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, page)
	}, "/stuck": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }})
	c := local(t, Options{})
	first, err := c.Do(t.Context(), Request{URL: srv.URL + "/page"})
	if err != nil || first.Status != 200 || first.Header.Get("ETag") != `"1"` {
		t.Fatalf("got %+v, %v", first, err)
	}
	again, err := c.Do(t.Context(), Request{URL: srv.URL + "/page", ETag: `"1"`, LastModified: "Tue, 10 Jun 2025 01:00:00 GMT"})
	if err != nil || again.Status != 304 || len(again.Body) != 0 {
		t.Errorf("got %+v, %v", again, err)
	}
	_, err = c.Do(t.Context(), Request{URL: srv.URL + "/stuck"})
	if e := kindOf(t, err); e.Kind != news.FailStatus || e.Status != 304 {
		t.Errorf("304 to a request without validators: got %+v", e)
	}
}

func TestDoTellsWhereAPageHasMovedForGood(t *testing.T) {
	to := func(where string, code int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, where, code) }
	}
	srv := site(t, "", map[string]http.HandlerFunc{
		"/a": to("/b", 301), "/b": to("/c", 308), "/c": to("/ok", 302), "/d": to("/a", 302),
	})
	c := local(t, Options{})
	for path, want := range map[string]string{"/a": srv.URL + "/c", "/c": "", "/d": "", "/ok": ""} {
		r, err := c.Do(t.Context(), Request{URL: srv.URL + path})
		if err != nil || r.MovedTo != want || r.URL != srv.URL+"/ok" {
			t.Errorf("%s: moved to %q, %v", path, r.MovedTo, err)
		}
	}
}

func TestDoTellsABotWallFromTheSite(t *testing.T) {
	say := func(status int, body string, header ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			if len(header) == 2 {
				w.Header().Set(header[0], header[1])
			}
			w.WriteHeader(status)
			io.WriteString(w, body)
		}
	}
	srv := site(t, "", map[string]http.HandlerFunc{
		"/challenge": say(403, "", "Cf-Mitigated", "challenge"),
		"/moment":    say(503, "<title>Just a moment...</title>"),
		"/hidden":    say(200, "<script>window._cf_chl_opt={}</script>"),
		"/plain":     say(403, "<p>Forbidden.</p>"),
		"/about":     say(200, "<p>How a captcha works</p>"),
		"/missing":   say(404, "captcha"),
	})
	c := local(t, Options{})
	for path, want := range map[string]news.FailureKind{
		"/challenge": news.FailWall, "/moment": news.FailWall, "/hidden": news.FailWall,
		"/plain": news.FailStatus, "/about": "", "/missing": news.FailStatus,
	} {
		_, err := c.Do(t.Context(), Request{URL: srv.URL + path})
		if want == "" {
			if err != nil {
				t.Errorf("%s: %v", path, err)
			}
			continue
		}
		if e := kindOf(t, err); e.Kind != want {
			t.Errorf("%s: %s, want %s", path, e.Kind, want)
		}
	}
}

func TestDoTellsWhichRuleForbids(t *testing.T) {
	srv := site(t, "User-agent: other\nDisallow: /tag/x\n\nUser-agent: news\nUser-agent: *\nDisallow: /tag/\nDisallow: /*.pdf$\nCrawl-delay: soon\n", nil)
	c := local(t, Options{})
	for path, want := range map[string]string{"/tag/x/1": "/tag/", "/a.pdf": "/*.pdf$"} {
		_, err := c.Do(t.Context(), Request{URL: srv.URL + path})
		if e := kindOf(t, err); e.Kind != news.FailRobots || e.Path != want {
			t.Errorf("%s: %+v, want %s", path, e.Failure, want)
		}
	}
	if _, err := c.Do(t.Context(), Request{URL: srv.URL + "/ok"}); err != nil {
		t.Error(err)
	}
}

func TestAHostThatAsksToStayAwayIsLeftAlone(t *testing.T) {
	asked, now := 0, time.Unix(1749519120, 0)
	srv := site(t, "", map[string]http.HandlerFunc{"/busy": func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("Retry-After", "30")
		w.WriteHeader(http.StatusTooManyRequests)
	}})
	c := local(t, Options{Now: func() time.Time { return now }})
	_, err := c.Do(t.Context(), Request{URL: srv.URL + "/busy", Hurried: true})
	if e := kindOf(t, err); e.Status != 429 || e.Retry != 30*time.Second {
		t.Errorf("got %+v", e)
	}
	now = now.Add(10 * time.Second)
	_, err = c.Do(t.Context(), Request{URL: srv.URL + "/ok"})
	if e := kindOf(t, err); e.Retry != 20*time.Second || asked != 1 {
		t.Errorf("got %+v after %d requests", e, asked)
	}
	now = now.Add(20 * time.Second)
	if _, err := c.Do(t.Context(), Request{URL: srv.URL + "/ok"}); err != nil {
		t.Error(err)
	}
}

func TestRobotsAreAskedAgainAfterADay(t *testing.T) {
	now, robots := time.Unix(1749519120, 0), "User-agent: *\nDisallow: /"
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, robots) })
	srv := site(t, "", nil)
	srv.Config.Handler = mux
	mux.HandleFunc("/ok", func(http.ResponseWriter, *http.Request) {})
	c := local(t, Options{Now: func() time.Time { return now }})
	for _, step := range []struct {
		after   time.Duration
		allowed bool
	}{{0, false}, {time.Hour, false}, {24 * time.Hour, true}} {
		now = now.Add(step.after)
		if _, err := c.Do(t.Context(), Request{URL: srv.URL + "/ok"}); (err == nil) != step.allowed {
			t.Errorf("after %v: %v", step.after, err)
		}
		robots = "User-agent: *\nAllow: /"
	}
}

func TestDoTakesTheBeginningOfWhatIsTooLarge(t *testing.T) {
	srv := site(t, "", map[string]http.HandlerFunc{
		"/long":   func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, strings.Repeat("x", 5000)) },
		"/header": func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 400<<10)) },
	})
	c := local(t, Options{})
	r, err := c.Do(t.Context(), Request{URL: srv.URL + "/long", MaxBody: 1000, Partial: true})
	if diff := cmp.Diff([]any{1000, true}, []any{len(r.Body), r.Partial}); diff != "" || err != nil {
		t.Error(err, diff)
	}
	for path, want := range map[string]news.FailureKind{"/long": news.FailLarge, "/header": news.FailLarge} {
		_, err := c.Do(t.Context(), Request{URL: srv.URL + path, MaxBody: 1000})
		if e := kindOf(t, err); e.Kind != want {
			t.Errorf("%s: %+v", path, e.Failure)
		}
	}
}

func TestDoTellsWhyThereIsNoSecureConnection(t *testing.T) {
	secret := httptest.NewTLSServer(http.NotFoundHandler())
	defer secret.Close()
	secret.Config.ErrorLog = log.New(io.Discard, "", 0)
	open := site(t, "", nil)
	c := local(t, Options{})
	for address, want := range map[string]string{
		secret.URL: "its certificate is not valid",
		strings.Replace(open.URL, "http:", "https:", 1): "no secure connection",
	} {
		_, err := c.Do(t.Context(), Request{URL: address})
		if e := kindOf(t, err); e.Kind != news.FailTLS || e.Error() != want {
			t.Errorf("%s: %+v, %v", address, e.Failure, err)
		}
	}
}

func TestSitesOfATestHaveNamesOfTheirOwn(t *testing.T) {
	srv := site(t, "", nil)
	opt := Options{Hosts: map[string]string{"kabaruji.example:80": strings.TrimPrefix(srv.URL, "http://")}}
	if p, err := local(t, opt).Get(t.Context(), "http://kabaruji.example/ok"); err != nil || p.URL != "http://kabaruji.example/ok" {
		t.Errorf("got %q, %v", p.URL, err)
	}
	outside := New(opt) // without Loopback no name leads here
	defer outside.Close()
	if conn, err := dial(outside.opt)(t.Context(), "tcp", opt.Hosts["kabaruji.example:80"]); err == nil {
		conn.Close()
		t.Error("loopback was reached")
	}
}

package serve_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/store/sqlite"
)

func now() time.Time { return time.Date(2031, 5, 4, 3, 2, 1, 0, time.UTC) }

// newSite is a site over an empty store, with a route that tells who asks.
func newSite(t *testing.T, o serve.Options, log io.Writer) *serve.Site {
	t.Helper()
	t.Parallel()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "s.db"), sqlite.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Admin().Close() })
	site := serve.New(serve.Deps{Store: s, Packs: packs, Now: now, Log: slog.New(slog.NewTextHandler(log, nil)), Cost: account.Cost{Memory: 64, Passes: 1}}, o)
	site.Routes().HandleFunc("GET /who", serve.Everybody(), func(w http.ResponseWriter, r *http.Request) {
		who := serve.From(r.Context())
		fmt.Fprintf(w, "%s %s from %s at %s", who.Name, who.Role, serve.Client(r), site.Origin(r))
	})
	return site
}

func addAdmin(t *testing.T, s *serve.Site) {
	t.Helper()
	if _, err := s.Accounts.Add(t.Context(), "test", "ratri", account.Admin, "kopi tubruk pagi"); err != nil {
		t.Fatal(err)
	}
}

// ask asks a site from an address; headers are "Name: value".
func ask(s *serve.Site, from, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.RemoteAddr, r.Host = from, "localhost:8383"
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

func TestOnlyTrustedProxiesAreBelieved(t *testing.T) {
	trusted := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::1/128")}
	s := newSite(t, serve.Options{Listen: "127.0.0.1:8383", TrustProxy: trusted}, io.Discard)
	for _, c := range []struct {
		from    string
		headers []string
		want    string
	}{
		{"192.0.2.9:5", []string{"X-Forwarded-For: 203.0.113.1", "X-Forwarded-Host: jahat.example"}, " nobody from 192.0.2.9 at https://localhost:8383"},
		{"10.0.0.1:5", []string{"X-Forwarded-For: 203.0.113.1", "X-Forwarded-Host: desk.example"}, " nobody from 203.0.113.1 at https://desk.example"},
		{"10.0.0.1:5", []string{"X-Forwarded-For: 127.0.0.1, 203.0.113.1, 10.2.3.4"}, " nobody from 203.0.113.1 at https://localhost:8383"},
		{"10.0.0.1:5", []string{"X-Forwarded-For: 127.0.0.1", "X-Forwarded-For: 203.0.113.1"}, " nobody from 203.0.113.1 at https://localhost:8383"},
		{"10.0.0.1:5", []string{"X-Forwarded-For: evil, 10.9.9.9"}, " nobody from 10.9.9.9 at https://localhost:8383"},
		{"10.0.0.1:5", []string{"X-Forwarded-Host: a.example, b.example"}, " nobody from 10.0.0.1 at https://localhost:8383"},
		{"[::1]:5", []string{"X-Forwarded-For: ::ffff:203.0.113.1"}, " nobody from 203.0.113.1 at https://localhost:8383"},
	} {
		if d := cmp.Diff(c.want, ask(s, c.from, "/who", c.headers...).Body.String()); d != "" {
			t.Errorf("%s %v: %s", c.from, c.headers, d)
		}
	}
}

func TestOnlyTheLoopbackIsServedWithoutAccounts(t *testing.T) {
	for _, c := range []struct {
		opt         serve.Options
		bare, staff bool // may listen without and with accounts
	}{
		{serve.Options{Listen: "127.0.0.1:0"}, true, true},
		{serve.Options{Listen: "localhost:0"}, true, true},
		{serve.Options{Listen: "[::1]:0"}, true, true},
		{serve.Options{Listen: ":0"}, false, false},
		{serve.Options{Listen: "0.0.0.0:0"}, false, false},
		{serve.Options{Listen: "0.0.0.0:0", Insecure: true}, false, true},
		{serve.Options{Listen: "127.0.0.1:0", TrustProxy: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}}, false, true},
		{serve.Options{Listen: "127.0.0.1:0", CertFile: "a.pem"}, false, false},
	} {
		t.Run(fmt.Sprintf("%+v", c.opt), func(t *testing.T) {
			s := newSite(t, c.opt, io.Discard)
			check := func(what string, may bool) {
				t.Helper()
				if err := s.Check(t.Context()); (err == nil) != may || err != nil && !errors.Is(err, news.ErrInvalid) {
					t.Errorf("%s: %v", what, err)
				}
			}
			check("without accounts", c.bare)
			addAdmin(t, s)
			check("with accounts", c.staff)
		})
	}
}

func TestPeopleAreSentToSignInAndProgramsAreTold(t *testing.T) {
	s := newSite(t, serve.Options{Listen: "127.0.0.1:8383"}, io.Discard)
	addAdmin(t, s)
	s.SignInPath = "/sign-in"
	s.ErrorPage = func(w http.ResponseWriter, _ *http.Request, p serve.Problem) {
		w.WriteHeader(p.Status)
		fmt.Fprint(w, "page: ", p.Detail)
	}
	s.Routes().HandleFunc("GET /front", serve.For(account.Reader), func(http.ResponseWriter, *http.Request) {})
	s.Routes().HandleFunc("GET /api/x", serve.For(account.Reader), func(http.ResponseWriter, *http.Request) {})
	const people = "Accept: text/html,*/*"
	if w := ask(s, "127.0.0.1:5", "/front?a=1&b=%2F", people); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/sign-in?next=%2Ffront%3Fa%3D1%26b%3D%252F" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := ask(s, "127.0.0.1:5", "/nosuch", people); w.Code != http.StatusNotFound || !strings.HasPrefix(w.Body.String(), "page: ") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for _, path := range []string{"/api/x", "/front"} {
		if w := ask(s, "127.0.0.1:5", path, "Accept: application/json"); w.Code != http.StatusUnauthorized || w.Header().Get("WWW-Authenticate") == "" {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
	}
}

func TestAProcessLivesWithoutItsStore(t *testing.T) {
	s := newSite(t, serve.Options{Listen: "127.0.0.1:8383"}, io.Discard)
	if w := ask(s, "127.0.0.1:5", "/readyz"); w.Code != http.StatusOK {
		t.Errorf("ready: %d", w.Code)
	}
	s.Store.Admin().Close()
	if w := ask(s, "127.0.0.1:5", "/healthz"); w.Code != http.StatusOK {
		t.Errorf("lives: %d", w.Code)
	}
	if w := ask(s, "127.0.0.1:5", "/readyz"); w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "sql") {
		t.Errorf("ready: %d %s", w.Code, w.Body)
	}
}

func TestTheLogHasNoTokenAndNoQuestion(t *testing.T) {
	var log bytes.Buffer
	s := newSite(t, serve.Options{Listen: "127.0.0.1:8383"}, &log)
	ask(s, "127.0.0.1:5", "/feeds/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE.atom?token=hidden-one", "Cookie: selisik=hidden-two", "Authorization: Bearer hidden-three")
	if got := log.String(); strings.Contains(got, "EfGh") || strings.Contains(got, "hidden") || !strings.Contains(got, "/feeds/AbCd….atom") {
		t.Error(got)
	}
}

func TestKindsOfErrorHaveTheirStatus(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err    error
		status int
		says   string
	}{
		{fmt.Errorf("story s-1: %w", news.ErrNotFound), 404, "story s-1"},
		{fmt.Errorf("split \x1b[31m: %w", news.ErrInvalid), 422, "split"},
		{fmt.Errorf("put: host-7 holds it: %w", news.ErrConflict), 409, "changed meanwhile"},
		{fmt.Errorf("dial 10.0.0.3: %w", news.ErrUnavailable), 503, "does not answer"},
		{account.ErrSignIn, 401, "sign in"}, {account.ErrDenied, 403, "role"},
		{account.WaitError{For: time.Minute}, 429, "1m0s"},
		{&http.MaxBytesError{Limit: 9}, 413, "9 bytes"},
		{errors.New("open /var/lib/selisik.db: no space"), 500, "an error of ours"},
		{fmt.Errorf("get sls_0123456789abcdef_Secret-Secret: %w", news.ErrNotFound), 404, "sls_0123456789abcdef_…"},
	} {
		p := serve.NewProblem(c.err)
		if p.Status != c.status || !strings.Contains(p.Detail, c.says) || strings.ContainsAny(p.Detail, "\x1b") {
			t.Errorf("%v: %+v", c.err, p)
		}
		for _, hidden := range []string{"host-7", "10.0.0.3", "/var/lib", "Secret"} {
			if strings.Contains(p.Detail, hidden) {
				t.Errorf("%v tells %s", c.err, hidden)
			}
		}
	}
}

func TestTheInterfaceSpeaksTheReadersLanguage(t *testing.T) {
	t.Parallel()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ target, accept, cookie, want string }{
		{"/", "", "", "id"}, {"/", "en-GB,en;q=0.9", "", "en"}, {"/", "fr-FR", "", "id"}, {"/", "id-ID,en;q=0.8", "", "id"}, {"/", "ms", "", "id"},
		{"/?lang=en", "id", "", "en"}, {"/", "id", "en", "en"}, {"/?lang=xx", "id", "../etc", "id"}, {"/", strings.Repeat("en,", 5000), "", "en"},
	} {
		r := httptest.NewRequest(http.MethodGet, c.target, nil)
		r.Header.Set("Accept-Language", c.accept)
		if c.cookie != "" {
			r.AddCookie(&http.Cookie{Name: "lang", Value: c.cookie})
		}
		if got := serve.NewTongues(packs).Of(r); got != c.want {
			t.Errorf("%+.80v: %s", c, got)
		}
	}
}

func TestWhoLagsIsCutOffAndWhoComesBackIsTold(t *testing.T) {
	s := newSite(t, serve.Options{Listen: "127.0.0.1:8383"}, io.Discard)
	_, slow, cancel := s.Events.Subscribe("")
	defer cancel()
	for i := range 100 {
		s.Events.Publish(serve.Event{Kind: serve.Edited, Edit: int64(i)})
	}
	var last serve.Event
	n := 0
	for e := range slow {
		last = e
		n++
	}
	missed, again, cancel := s.Events.Subscribe(last.ID)
	defer cancel()
	if len(missed) != 100-n || missed[0].Edit != last.Edit+1 {
		t.Errorf("after %d: %d missed, the first %+v", n, len(missed), missed[0])
	}
	s.Events.Publish(serve.Event{Kind: serve.StoryChanged, Story: "s-1"})
	if e := <-again; e.Story != "s-1" {
		t.Errorf("%+v", e)
	}
	for range 600 {
		s.Events.Publish(serve.Event{Kind: serve.Edited})
	}
	for _, id := range []string{last.ID, "other-1", "x", "-", last.ID + "0000"} {
		if missed, _, cancel := s.Events.Subscribe(id); len(missed) != 1 || missed[0].Kind != serve.Missed {
			t.Errorf("%s: %+v", id, missed)
		} else {
			cancel()
		}
	}
}

func TestItServesByTLSAndEndsInOrder(t *testing.T) {
	dir := t.TempDir()
	cert, key, pool := certificate(t, dir)
	var log bytes.Buffer
	s := newSite(t, serve.Options{Listen: "127.0.0.1:0", CertFile: cert, KeyFile: key}, &log)
	begun := make(chan struct{})
	s.Routes().Handle("GET /stream", serve.Rule{Stream: true}, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		if err := s.Stream(r.Context(), w, ""); err != nil {
			t.Error(err)
		}
	}))
	l, err := s.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}}
	resp, err := c.Get(s.URL(l.Addr()) + "stream")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if <-begun; resp.ProtoMajor != 2 || resp.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("%s %v", resp.Proto, resp.Header)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := io.ReadAll(resp.Body); err != nil {
		t.Errorf("the stream was torn: %v", err)
	}
}

// certificate writes a certificate for 127.0.0.1 and its key.
func certificate(t *testing.T, dir string) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	made := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Unix(0, 0), NotAfter: now().AddDate(50, 0, 0), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, made, made, &k.PublicKey, k)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(dir, "c.pem"), filepath.Join(dir, "k.pem")
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool = x509.NewCertPool()
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool.AddCert(parsed)
	return cert, key, pool
}

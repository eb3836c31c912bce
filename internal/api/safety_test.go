package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/api"
	"github.com/selisik/selisik/internal/serve"
)

func TestEveryRouteIsInTheDocumentAndTheOtherWayRound(t *testing.T) {
	b := newBench(t)
	raw := b.ask("GET", "//openapi.json", nil)
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID string `json:"operationId"`
			Role        string `json:"x-role"`
		}
	}
	must(t, json.Unmarshal(raw.body, &doc))
	if !strings.HasPrefix(doc.OpenAPI, "3.1") {
		t.Errorf("OpenAPI %s", doc.OpenAPI)
	}
	served := map[string]string{}
	for _, r := range b.site.Routes().List() {
		if method, path, _ := strings.Cut(r.Pattern, " "); strings.HasPrefix(path, api.Base) {
			served[method+" "+path] = r.Least.String()
		}
	}
	told := map[string]string{}
	ids := map[string]bool{}
	for path, item := range doc.Paths {
		for method, op := range item {
			told[strings.ToUpper(method)+" "+path] = op.Role
			if ids[op.OperationID] {
				t.Errorf("%s names two operations", op.OperationID)
			}
			ids[op.OperationID] = true
		}
	}
	for route, role := range served {
		if told[route] != role {
			t.Errorf("%s: served to %s, the document says %q", route, role, told[route])
		}
	}
	for route := range told {
		if _, ok := served[route]; !ok {
			t.Errorf("%s is told and not served", route)
		}
	}
	if len(served) < 30 {
		t.Errorf("only %d routes", len(served))
	}
}

// matrix says once more, by hand, who may do what: everything that is not named
// is for readers.
var matrix = map[account.Role][]string{
	account.Nobody: {"GET /healthz", "GET /readyz", "GET /openapi.json", "GET /api", "GET /api/reference.css",
		"GET /api/v1/feeds/{token}/{format}", "GET /api/v1/session", "POST /api/v1/session", "DELETE /api/v1/session"},
	account.Editor: {"POST /api/v1/stories/{id}/merge", "POST /api/v1/stories/{id}/split", "POST /api/v1/stories/{id}/move", "POST /api/v1/stories/{id}/pin",
		"POST /api/v1/documents", "POST /api/v1/files", "POST /api/v1/sources", "PATCH /api/v1/sources/{id}", "DELETE /api/v1/sources/{id}",
		"POST /api/v1/sources/opml", "GET /api/v1/log"},
	account.Admin: {"GET /api/v1/accounts", "POST /api/v1/accounts", "PATCH /api/v1/accounts/{name}", "DELETE /api/v1/accounts/{name}"},
}

func least(pattern string) account.Role {
	for role, patterns := range matrix {
		if slices.Contains(patterns, pattern) {
			return role
		}
	}
	return account.Reader
}

func TestEachRouteIsServedToTheRolesThatMay(t *testing.T) {
	b := newBench(t)
	tokens := b.people()
	hole := regexp.MustCompile(`\{\w+\}`)
	for _, route := range b.site.Routes().List() {
		method, path, _ := strings.Cut(route.Pattern, " ")
		for role, token := range tokens {
			want := map[bool]int{true: 0, false: http.StatusForbidden}[role >= least(route.Pattern)]
			if want != 0 && role == account.Nobody {
				want = http.StatusUnauthorized
			}
			b.token = token
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			r := b.request(method, "//"+strings.TrimPrefix(hole.ReplaceAllString(path, "nosuch"), "/"), nil).WithContext(ctx)
			resp, err := b.http.Do(r)
			must(t, err)
			resp.Body.Close() // of a stream, too
			cancel()
			got := resp.StatusCode
			if refused := got == http.StatusUnauthorized || got == http.StatusForbidden; want != 0 && got != want || want == 0 && refused || got >= 500 {
				t.Errorf("%s as %s: status %d, want %d", route.Pattern, role, got, want)
			}
		}
	}
}

func TestWithoutAccountsTheLocalUserMayDoAllAndNobodyElse(t *testing.T) {
	b := newBench(t)
	if who := get[api.Who](b, "/session"); who.Name != "local" || who.Role != account.Admin || !who.Alone {
		t.Errorf("%+v", who)
	}
	b.wants("another host's name", b.ask("GET", "/stories", nil, "Host: selisik.example"), http.StatusMisdirectedRequest)
	b.wants("through a proxy", b.ask("GET", "/stories", nil, "X-Forwarded-For: 192.0.2.1"), http.StatusUnauthorized)
	b.wants("a page of the web", b.ask("POST", "/queries", api.Query{Name: "x"}, "Sec-Fetch-Site: cross-site"), http.StatusForbidden)
	b.wants("a page of the web, old browser", b.ask("POST", "/queries", api.Query{Name: "x"}, "Origin: https://jahat.example"), http.StatusForbidden)
	b.people()
	b.wants("once there are accounts", b.ask("GET", "/stories", nil), http.StatusUnauthorized)
}

func TestBrowsersSignInAndOut(t *testing.T) {
	b := newBench(t)
	b.people()
	var err error
	b.http.Jar, err = cookiejar.New(nil)
	must(t, err)
	in := b.ask("POST", "/session", api.Credentials{Name: "editor1", Password: right})
	b.wants("sign in", in, http.StatusOK)
	cookie := in.header.Get("Set-Cookie")
	for _, want := range []string{"HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("cookie %q lacks %s", cookie, want)
		}
	}
	if who := get[api.Who](b, "/session"); who.Name != "editor1" || who.Role != account.Editor {
		t.Errorf("%+v", who)
	}
	b.wants("a page of the web in its name", b.ask("POST", "/queries", api.Query{Name: "x"}, "Sec-Fetch-Site: cross-site"), http.StatusForbidden)
	b.wants("our own page", b.ask("POST", "/queries", api.Query{Name: "x"}, "Sec-Fetch-Site: same-origin"), http.StatusCreated)
	b.wants("sign out", b.ask("DELETE", "/session", nil), http.StatusNoContent)
	b.wants("after that", b.ask("GET", "/stories", nil), http.StatusUnauthorized)

	b.wants("sign in", b.ask("POST", "/session", api.Credentials{Name: "editor1", Password: right}), http.StatusOK)
	must(t, b.site.Accounts.SetPassword(t.Context(), "test", "editor1", "teh tawar panas"))
	b.wants("after the password changed", b.ask("GET", "/stories", nil), http.StatusUnauthorized)
}

func TestABruteForceIsTurnedAway(t *testing.T) {
	b := newBench(t)
	b.people()
	status := map[int]int{}
	for i := range 40 {
		a := b.ask("POST", "/session", api.Credentials{Name: "admin1", Password: fmt.Sprint("tebakan nomor ", i)})
		if status[a.status]++; a.status == http.StatusTooManyRequests && a.header.Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
	}
	if status[http.StatusUnauthorized] > 6 || status[http.StatusTooManyRequests] < 34 {
		t.Errorf("%v", status)
	}
	b.pass(3 * time.Hour)
	b.wants("its owner, later", b.ask("POST", "/session", api.Credentials{Name: "admin1", Password: right}), http.StatusOK)
}

func TestAddingIsHeldToARate(t *testing.T) {
	b := newBench(t)
	refused := 0
	for range 40 {
		if b.ask("POST", "/documents", api.Document{URL: "ftp://x"}).status == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused != 0 {
		t.Errorf("what is no address was counted")
	}
	for range 40 {
		if b.ask("POST", "/documents", api.Document{Text: " x "}).status == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused < 5 {
		t.Errorf("%d of 40 at once refused", refused)
	}
}

func TestSecretsLeakNowhere(t *testing.T) {
	b := newBench(t)
	tokens := b.people()
	b.token = tokens[account.Admin]
	var seen strings.Builder
	say := func(a answer) { fmt.Fprintf(&seen, "%d %v %s\n", a.status, a.header, a.body) }
	made := decoded[api.Token](b, b.ask("POST", "/tokens", api.NewToken{Label: "uji", Role: "reader"}), http.StatusCreated)
	for _, path := range []string{"/tokens", "/tokens?all=true", "/accounts", "/log", "/session", "/status", "/stories", "/nosuch"} {
		say(b.ask("GET", path, nil))
	}
	say(b.ask("GET", "/tokens/"+b.token, nil))
	say(b.ask("DELETE", "/tokens/nosuch", nil))
	say(b.ask("POST", "/session", map[string]any{"name": "admin1", "password": "rahasia sekali", "more": 1}))
	say(b.ask("POST", "/session", map[string]any{"name": 7, "password": strings.Repeat("rahasia sekali", 30)}))
	say(b.ask("POST", "/accounts", map[string]any{"name": "sari", "role": "king", "password": "rahasia sekali"}))
	say(b.ask("POST", "/accounts", api.NewAccount{Name: "sari", Role: "reader", Password: "rahasia sekali"}))
	b.token = b.token[:len(b.token)-3] + "AAA"
	say(b.ask("GET", "/stories", nil))
	edits, err := b.store.Edits().All(t.Context(), 0, 0)
	must(t, err)
	for name, text := range map[string]string{"answers": seen.String(), "log": b.log.String(), "audit": fmt.Sprint(edits)} {
		for _, hidden := range []string{"rahasia", right, made.Secret[21:], tokens[account.Admin][21:], tokens[account.Reader][21:], "argon2", "goroutine"} {
			if i := strings.Index(text, hidden); i >= 0 {
				t.Errorf("%s hold %q: …%.200s", name, hidden, text[max(0, i-80):])
			}
		}
	}
}

func TestATokenMakesNoGreaterOne(t *testing.T) {
	b := newBench(t)
	tokens := b.people()
	_, small, err := b.site.Accounts.NewToken(t.Context(), "test", account.Token{Account: "admin1", Role: account.Reader}, 0)
	must(t, err)
	b.token = small
	b.wants("an admin's reader token wants an admin token", b.ask("POST", "/tokens", api.NewToken{Label: "x", Role: "admin"}), http.StatusForbidden)
	b.wants("or all tokens", b.ask("GET", "/tokens?all=true", nil), http.StatusForbidden)
	b.token = tokens[account.Editor]
	b.wants("somebody else's", b.ask("POST", "/tokens", api.NewToken{Label: "x", Role: "reader", Account: "admin1"}), http.StatusForbidden)
	list, err := b.site.Accounts.Tokens(t.Context(), "admin1")
	must(t, err)
	b.wants("revoke somebody else's", b.ask("DELETE", "/tokens/"+list[0].ID, nil), http.StatusNotFound)
}

func TestQueriesAreTheirOwners(t *testing.T) {
	b := newBench(t)
	tokens := b.people()
	b.token = tokens[account.Reader]
	type saved struct{ ID string }
	q := decoded[saved](b, b.ask("POST", "/queries", api.Query{Name: "banjir"}), http.StatusCreated)
	b.token = tokens[account.Admin]
	b.wants("read by another", b.ask("GET", "/queries/"+q.ID+"/stories", nil), http.StatusNotFound)
	b.wants("forgotten by another", b.ask("DELETE", "/queries/"+q.ID, nil), http.StatusNotFound)
	b.token = tokens[account.Reader]
	b.wants("changed", b.ask("PUT", "/queries/"+q.ID, api.Query{Name: "rob", Version: 1}), http.StatusOK)
	b.wants("changed over what is no more", b.ask("PUT", "/queries/"+q.ID, api.Query{Name: "rob", Version: 1}), http.StatusConflict)
	b.wants("forgotten", b.ask("DELETE", "/queries/"+q.ID, nil), http.StatusNoContent)
}

func TestPanicsAreErrorsWithoutAStack(t *testing.T) {
	b := newBench(t)
	b.site.Routes().HandleFunc("GET /api/v1/boom", serve.Everybody(), func(http.ResponseWriter, *http.Request) { panic("rahasia") })
	a := b.ask("GET", "/boom", nil)
	b.wants("panic", a, http.StatusInternalServerError)
	if s := string(a.body); strings.Contains(s, "rahasia") || strings.Contains(s, ".go") {
		t.Error(s)
	}
	if log := b.log.String(); !strings.Contains(log, "rahasia") || !strings.Contains(log, a.header.Get("X-Request-Id")) {
		t.Error("the log does not tell")
	}
}

func TestEveryAnswerBindsBrowsers(t *testing.T) {
	b := newBench(t)
	for _, path := range []string{"/stories", "/nosuch", "//api", "//healthz", "//nosuch"} {
		h := b.ask("GET", path, nil).header
		csp := h.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") == "" {
			t.Errorf("%s: %v", path, h)
		}
	}
	page := string(b.ask("GET", "//api", nil).body)
	for _, bad := range []string{"<script", "style=", "http://", "https://", "onclick"} {
		if strings.Contains(page, bad) {
			t.Errorf("the reference page has %s", bad)
		}
	}
}

func TestLargeBodiesAreTurnedAway(t *testing.T) {
	b := newBench(t)
	big := []byte(`{"name":"` + strings.Repeat("x", 2<<20) + `"}`)
	b.wants("query", b.ask("POST", "/queries", big), http.StatusRequestEntityTooLarge)
	r := b.request("POST", "/files", nil)
	r.Body, r.ContentLength = io.NopCloser(io.LimitReader(zeros{}, serve.MaxUpload+1)), -1
	r.Header.Set("Content-Type", "application/octet-stream")
	if resp, err := b.http.Do(r); err == nil {
		resp.Body.Close()
		if resp.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("file: status %d", resp.StatusCode)
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

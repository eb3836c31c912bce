package web_test

import (
	"crypto/rand"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/serve/openid"
	"github.com/selisik/selisik/internal/serve/openid/openidtest"
	"github.com/selisik/selisik/internal/web/webtest"
)

// guarded is a newsroom on the loopback whose people sign in through a provider,
// with a browser that keeps cookies.
type guarded struct {
	*webtest.Newsroom
	t    *testing.T
	idp  *openidtest.Provider
	home string
	http *http.Client
}

const adminPassword = "rahasia yang cukup panjang"

func newGuarded(t *testing.T, change func(*openid.Options), passwords bool) *guarded {
	t.Helper()
	t.Parallel()
	g := &guarded{t: t, idp: openidtest.New(t, time.Now)}
	srv := httptest.NewUnstartedServer(nil)
	g.home = "http://" + srv.Listener.Addr().String()
	opt := openid.Options{
		Issuer: g.idp.URL, ClientID: openidtest.Client, Secret: openidtest.Secret, Redirect: g.home + serve.ComeBack, Name: "Akun <b>Redaksi",
		Roles: map[string]account.Role{"redaksi": account.Editor, "meja": account.Admin}, Claim: "groups", Now: time.Now, Random: rand.Reader,
	}
	if change != nil {
		change(&opt)
	}
	p, err := openid.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	n, err := webtest.Open(t.Context(), webtest.Options{Dir: t.TempDir(), Now: time.Now, OpenID: p, NoPasswords: !passwords})
	if err != nil {
		t.Fatal(err)
	}
	g.Newsroom = n
	srv.Config.Handler = n.Site.Handler()
	srv.Start()
	t.Cleanup(func() { srv.Close(); n.Close() })
	if _, err := n.Site.Accounts.Add(t.Context(), "test", "ani", account.Admin, adminPassword); err != nil {
		t.Fatal(err)
	}
	g.idp.Set(func(s *openidtest.Says) {
		s.Claims = map[string]any{"sub": "s-1", "preferred_username": "ani", "email": "ani@desk.example", "groups": []string{"redaksi"}}
	})
	g.fresh()
	return g
}

// fresh gives the browser new cookies.
func (g *guarded) fresh() {
	jar, err := cookiejar.New(nil)
	if err != nil {
		g.t.Fatal(err)
	}
	g.http = &http.Client{Jar: jar}
}

// visit asks as a browser does, following redirects, and returns where it ends.
func (g *guarded) visit(address string) (status int, at, body string) {
	g.t.Helper()
	r, err := http.NewRequestWithContext(g.t.Context(), http.MethodGet, address, nil)
	if err != nil {
		g.t.Fatal(err)
	}
	return g.ask(r)
}

func (g *guarded) ask(r *http.Request) (status int, at, body string) {
	g.t.Helper()
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Accept-Language", "en")
	resp, err := g.http.Do(r)
	if err != nil {
		g.t.Fatal(err)
	}
	defer resp.Body.Close()
	out := make([]byte, 1<<16)
	n := 0
	for err == nil && n < len(out) {
		var m int
		m, err = resp.Body.Read(out[n:])
		n += m
	}
	return resp.StatusCode, resp.Request.URL.String(), string(out[:n])
}

func (g *guarded) cookie() string {
	u, err := url.Parse(g.home)
	if err != nil {
		g.t.Fatal(err)
	}
	for _, c := range g.http.Jar.Cookies(u) {
		if c.Name == "selisik" {
			return c.Value
		}
	}
	return ""
}

func (g *guarded) audit() string {
	g.t.Helper()
	edits, err := g.Store.Edits().All(g.t.Context(), 0, 0)
	if err != nil {
		g.t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range edits {
		b.WriteString(e.Who + ": " + e.Note + "\n")
	}
	return b.String()
}

func TestPeopleSignInThroughTheProvider(t *testing.T) {
	g := newGuarded(t, nil, true)
	_, at, page := g.visit(g.home + "/help?x=1")
	link := between(page, `href="`+g.home+`/sign-in/provider`, `"`)
	if !strings.Contains(at, "/sign-in?next=") || link != "?next=%2Fhelp%3Fx%3D1" || !strings.Contains(page, "Sign in with Akun &lt;b&gt;Redaksi") || !strings.Contains(page, `name="password"`) {
		t.Fatalf("at %s: link %q in %s", at, link, page)
	}
	g.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	g.visit(g.home + "/sign-in/provider" + link)
	before := g.cookie()
	g.http.CheckRedirect = nil
	status, at, _ := g.visit(g.home + "/sign-in/provider" + link)
	if status != http.StatusOK || at != g.home+"/help?x=1" {
		t.Fatalf("signed in: %d at %s", status, at)
	}
	if after := g.cookie(); before == "" || after == before {
		t.Errorf("the session keeps its token: %q, %q", before, after)
	}
	a, err := g.Site.Accounts.ByIdentity(t.Context(), account.Identity{Issuer: g.idp.URL, Subject: "s-1"})
	if err != nil || a.Name != "ani-2" || a.Role != account.Editor || a.HasPassword() {
		t.Errorf("the account is %+v, %v", a, err)
	}
	if got := g.audit(); !strings.Contains(got, g.idp.URL+": added account ani-2 as editor for s-1\n") {
		t.Errorf("audit: %s", got)
	}
	if _, _, page := g.visit(g.home + "/settings"); !strings.Contains(page, "Signs in through "+g.idp.URL) || strings.Contains(page, `name="old"`) {
		t.Error(page)
	}
	if _, _, page := g.visit(g.home + "/add"); !strings.Contains(page, `action="/add"`) {
		t.Error("an editor may not add")
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, g.home+"/sign-out", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, at, _ := g.ask(r); !strings.HasPrefix(at, g.home+"/sign-in") || g.cookie() != "" {
		t.Errorf("signed out: at %s", at)
	}
}

func TestTheProviderDecidesAboutRoles(t *testing.T) {
	g := newGuarded(t, nil, true)
	role := func(groups ...string) (int, account.Role) {
		t.Helper()
		g.fresh()
		g.idp.Set(func(s *openidtest.Says) { s.Claims["groups"] = groups })
		status, _, _ := g.visit(g.home + "/sign-in/provider?next=/help")
		a, _ := g.Site.Accounts.ByIdentity(t.Context(), account.Identity{Issuer: g.idp.URL, Subject: "s-1"})
		return status, a.Role
	}
	if status, got := role(); status != http.StatusForbidden || got != account.Nobody {
		t.Errorf("in no group: %d, %s", status, got)
	}
	for _, c := range []struct {
		group string
		want  account.Role
	}{{"redaksi", account.Editor}, {"meja", account.Admin}, {"redaksi", account.Editor}} {
		if status, got := role(c.group); status != http.StatusOK || got != c.want {
			t.Errorf("in %s: %d, %s", c.group, status, got)
		}
	}
	if status, _ := role("tamu"); status != http.StatusForbidden {
		t.Errorf("in no group any more: %d", status)
	}
	if got := g.audit(); !strings.Contains(got, g.idp.URL+": made ani-2 admin\n") {
		t.Errorf("audit: %s", got)
	}
}

func TestHostileAnswersAreToldInWords(t *testing.T) {
	g := newGuarded(t, nil, true)
	for name, c := range map[string]struct {
		says   func(*openidtest.Says)
		status int
		words  string
	}{
		"a lie":         {func(s *openidtest.Says) { s.Lie = func(c map[string]any) { c["aud"] = "lain" } }, 401, "cannot be trusted"},
		"no":            {func(s *openidtest.Says) { s.Answer = func(q url.Values) { q.Set("error", "access_denied<script>") } }, 401, "did not sign you in"},
		"another state": {func(s *openidtest.Says) { s.Answer = func(q url.Values) { q.Set("state", "lain") } }, 401, "Begin again here"},
		"nothing":       {func(s *openidtest.Says) { s.Broken = map[string]int{"/token": 500} }, 503, "does not answer"},
	} {
		honest := openidtest.Says{}
		g.idp.Set(func(s *openidtest.Says) { honest = *s; c.says(s) })
		g.fresh()
		if status, _, body := g.visit(g.home + "/sign-in/provider?next=/help"); status != c.status || !strings.Contains(body, c.words) || strings.Contains(body, "<script>") || !strings.Contains(body, "/sign-in/provider?next=") {
			t.Errorf("%s: %d %s", name, status, body)
		}
		g.idp.Set(func(s *openidtest.Says) { *s = honest })
		if g.signedIn() {
			t.Errorf("%s: signed in", name)
		}
	}
	if got := get(t, g.Newsroom, serve.ComeBack+"?state=x&code=y", "Accept-Language", "id"); got.StatusCode != http.StatusUnauthorized || !strings.Contains(got.body, "tidak dimulai di peramban ini") {
		t.Errorf("in Indonesian: %d %s", got.StatusCode, got.body)
	}
}

// signedIn reports whether the browser may see the audit.
func (g *guarded) signedIn() bool {
	_, at, _ := g.visit(g.home + "/audit")
	return at == g.home+"/audit"
}

func TestAnAnswerServesOneBrowserOnce(t *testing.T) {
	g := newGuarded(t, nil, true)
	stop := func(r *http.Request, _ []*http.Request) error {
		if strings.HasPrefix(r.URL.Path, serve.ComeBack) {
			return http.ErrUseLastResponse
		}
		return nil
	}
	answer := func() string {
		t.Helper()
		g.http.CheckRedirect = stop
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, g.home+"/sign-in/provider?next=/help", nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := g.http.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		g.http.CheckRedirect = nil
		return resp.Header.Get("Location")
	}
	theirs := answer()
	g.fresh() // another browser, which is led to the first one's answer
	if status, _, _ := g.visit(theirs); status != http.StatusUnauthorized || g.signedIn() {
		t.Errorf("another browser: %d", status)
	}
	answer()
	if status, _, _ := g.visit(theirs); status != http.StatusUnauthorized || g.signedIn() {
		t.Errorf("another browser that had begun as well: %d", status)
	}
	mine := answer()
	if status, _, _ := g.visit(mine); status != http.StatusOK || !g.signedIn() {
		t.Errorf("its own: %d", status)
	}
	if status, _, _ := g.visit(mine); status != http.StatusUnauthorized {
		t.Errorf("again: %d", status)
	}
}

func TestNobodyIsLedElsewhere(t *testing.T) {
	g := newGuarded(t, nil, true)
	for _, next := range []string{"//jahat.example", "https://jahat.example", `/\jahat.example`, "/\t/jahat.example", "/\n/jahat.example", "javascript:alert(1)", "\x00/x", ""} {
		g.fresh()
		if _, at, _ := g.visit(g.home + "/sign-in/provider?next=" + url.QueryEscape(next)); at != g.home+"/" {
			t.Errorf("%q leads to %s", next, at)
		}
		in := post(t, g.Newsroom, "/sign-in", url.Values{"name": {"ani"}, "password": {adminPassword}, "next": {next}})
		if in.StatusCode != http.StatusSeeOther || in.Header.Get("Location") != "/" {
			t.Errorf("by password %q leads to %q with %d", next, in.Header.Get("Location"), in.StatusCode)
		}
	}
}

func TestPasswordsCanBeOff(t *testing.T) {
	g := newGuarded(t, nil, false)
	if _, _, page := g.visit(g.home + "/sign-in"); strings.Contains(page, `name="password"`) || !strings.Contains(page, "/sign-in/provider") {
		t.Error(page)
	}
	in := post(t, g.Newsroom, "/sign-in", url.Values{"name": {"ani"}, "password": {adminPassword}})
	if in.StatusCode != http.StatusForbidden || len(in.Cookies()) != 0 {
		t.Errorf("by password: %d", in.StatusCode)
	}
	if status, at, _ := g.visit(g.home + "/sign-in/provider?next=/help"); status != http.StatusOK || at != g.home+"/help" {
		t.Errorf("through the provider: %d at %s", status, at)
	}
}

func TestAnAccountThatIsLinkedIsFoundByNothingElse(t *testing.T) {
	g := newGuarded(t, func(o *openid.Options) { o.Roles, o.Default = nil, account.Nobody }, true)
	if status, _, _ := g.visit(g.home + "/sign-in/provider"); status != http.StatusForbidden {
		t.Errorf("a stranger of the same name: %d", status)
	}
	if err := g.Site.Accounts.Link(t.Context(), "test", "ani", account.Identity{Issuer: g.idp.URL, Subject: "s-1"}); err != nil {
		t.Fatal(err)
	}
	if status, at, _ := g.visit(g.home + "/sign-in/provider?next=/audit"); status != http.StatusOK || at != g.home+"/audit" {
		t.Errorf("linked: %d at %s", status, at)
	}
	if a, err := g.Site.Accounts.Account(t.Context(), "ani"); err != nil || a.Role != account.Admin {
		t.Errorf("%+v, %v", a, err)
	}
	g.fresh()
	g.idp.Set(func(s *openidtest.Says) { s.Claims["sub"] = "s-2" })
	if status, _, _ := g.visit(g.home + "/sign-in/provider"); status != http.StatusForbidden {
		t.Errorf("another subject with the same mail address: %d", status)
	}
}

func TestSignInsThatAreBegunAndLeftAreSlowed(t *testing.T) {
	g := newGuarded(t, nil, true)
	slowed := false
	for range 60 {
		w := get(t, g.Newsroom, "/sign-in/provider")
		slowed = slowed || w.StatusCode == http.StatusTooManyRequests && w.Header.Get("Retry-After") != ""
	}
	if !slowed {
		t.Error("sixty were begun at once")
	}
}

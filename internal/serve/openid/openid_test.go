package openid_test

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve/openid"
	"github.com/selisik/selisik/internal/serve/openid/openidtest"
)

const back = "http://127.0.0.1:8383/sign-in/back"

// desk is a provider and somebody who signs in through it.
type desk struct {
	*openidtest.Provider
	t   *testing.T
	now time.Time
	opt openid.Options
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Parallel()
	d := &desk{t: t, now: time.Date(2031, 5, 4, 3, 2, 1, 0, time.UTC)}
	clock := func() time.Time { return d.now }
	d.Provider = openidtest.New(t, clock)
	d.opt = openid.Options{
		Issuer: d.URL, ClientID: openidtest.Client, Secret: openidtest.Secret, Redirect: back, Scopes: []string{"profile"},
		Default: account.Reader, Now: clock, Random: rand.Reader,
	}
	return d
}

func (d *desk) open() *openid.Provider {
	d.t.Helper()
	p, err := openid.New(d.opt)
	if err != nil {
		d.t.Fatal(err)
	}
	return p
}

// begin begins a sign-in and lets the provider answer.
func (d *desk) begin(p *openid.Provider) (openid.Try, url.Values) {
	d.t.Helper()
	address, try, err := p.Begin(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Get(address)
	if err != nil {
		d.t.Fatal(err)
	}
	resp.Body.Close()
	to, err := resp.Location()
	if err != nil || !strings.HasPrefix(to.String(), back+"?") {
		d.t.Fatalf("sent to %v with %d: %v", to, resp.StatusCode, err)
	}
	return try, to.Query()
}

func (d *desk) signIn() (openid.Person, error) {
	d.t.Helper()
	p := d.open()
	try, answer := d.begin(p)
	return p.Finish(d.t.Context(), try, answer)
}

func TestAPersonIsWhoTheProviderSays(t *testing.T) {
	d := newDesk(t)
	d.opt.Roles = map[string]account.Role{"redaksi": account.Editor, "meja": account.Admin}
	d.opt.Claim, d.opt.Domains = "akses.peran", []string{"desk.example"}
	for _, c := range []struct {
		name   string
		alg    string
		claims map[string]any
		info   map[string]any
		want   account.Role
		err    error
	}{
		{"one group", "RS256", map[string]any{"akses": map[string]any{"peran": "redaksi"}, "email": "a@Desk.Example", "email_verified": true}, nil, account.Editor, nil},
		{"the highest of groups", "ES256", map[string]any{"akses": map[string]any{"peran": []string{"redaksi", "meja", "x"}}, "email": "a@desk.example", "email_verified": "true"}, nil, account.Admin, nil},
		{"a claim by its whole name", "RS256", map[string]any{"akses.peran": []string{"meja"}, "email": "a@desk.example", "email_verified": true}, nil, account.Admin, nil},
		{"no group", "RS256", map[string]any{"akses": map[string]any{"peran": []any{1, nil}}, "email": "a@desk.example", "email_verified": true}, nil, account.Reader, nil},
		{"told when asked", "RS256", nil, map[string]any{"sub": "s-1", "akses.peran": []string{"redaksi"}, "email": "a@desk.example", "email_verified": true}, account.Editor, nil},
		{"what the token says stands", "RS256", map[string]any{"email": "a@lain.example", "email_verified": true}, map[string]any{"sub": "s-1", "email": "a@desk.example", "akses.peran": "meja"}, 0, account.ErrStranger},
		{"another's domain", "RS256", map[string]any{"email": "a@desk.example.jahat.example", "email_verified": true}, nil, 0, account.ErrStranger},
		{"a mail address that nobody verified", "RS256", map[string]any{"email": "a@desk.example"}, nil, 0, account.ErrStranger},
		{"no mail address", "RS256", nil, nil, 0, account.ErrStranger},
		{"about another person", "RS256", nil, map[string]any{"sub": "s-2", "email": "a@desk.example"}, 0, openid.ErrToken},
	} {
		claims := map[string]any{"sub": "s-1", "preferred_username": "ratri"}
		for k, v := range c.claims {
			claims[k] = v
		}
		d.Set(func(s *openidtest.Says) { s.Alg, s.Claims, s.Info = c.alg, claims, c.info })
		got, err := d.signIn()
		if !errors.Is(err, c.err) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.err == nil && (got.Role != c.want || !got.Decides || got.Identity != account.Identity{Issuer: d.URL, Subject: "s-1"} || got.Wishes[0] != "ratri") {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func TestNothingFalseIsTrusted(t *testing.T) {
	for name, c := range map[string]struct {
		says func(*openidtest.Says)
		want error
	}{
		"another nonce":            {lie("nonce", "lain"), openid.ErrToken},
		"no nonce":                 {lie("nonce", nil), openid.ErrToken},
		"another audience":         {lie("aud", "klien-lain"), openid.ErrToken},
		"two audiences":            {lie("aud", []string{openidtest.Client, "klien-lain"}), openid.ErrToken},
		"another party":            {lie("azp", "klien-lain"), openid.ErrToken},
		"another issuer":           {lie("iss", "https://lain.example"), openid.ErrToken},
		"another access token":     {lie("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"), openid.ErrToken},
		"expired":                  {lie("exp", 1_000_000_000), openid.ErrToken},
		"not yet":                  {lie("nbf", 4_000_000_000), openid.ErrToken},
		"unsigned":                 {func(s *openidtest.Says) { s.Alg = "none" }, openid.ErrToken},
		"signed with our secret":   {func(s *openidtest.Says) { s.Alg = "HS256" }, openid.ErrToken},
		"signed by another":        {func(s *openidtest.Says) { s.Forge = true }, openid.ErrToken},
		"an answer of another":     {answer("iss", "https://lain.example"), openid.ErrToken},
		"an answer of nobody":      {func(s *openidtest.Says) { s.Metadata = meta("authorization_response_iss_parameter_supported", true) }, openid.ErrToken},
		"another state":            {answer("state", "lain"), openid.ErrStale},
		"no state":                 {answer("state", ""), openid.ErrStale},
		"no code":                  {answer("code", ""), openid.ErrStale},
		"a code that nobody gave":  {answer("code", "lain"), openid.ErrStale},
		"no, says the person":      {answer("error", "access_denied"), openid.ErrRefused},
		"the token address is ill": {broken("/token", http.StatusBadGateway), news.ErrUnavailable},
		"it sends the code away":   {broken("/token", http.StatusTemporaryRedirect), news.ErrUnavailable},
		"the keys are away":        {broken("/keys", http.StatusNotFound), news.ErrUnavailable},
		"what it knows is away": {func(s *openidtest.Says) {
			s.Info, s.Claims = map[string]any{}, map[string]any{"sub": "s-1"}
			broken("/userinfo", 500)(s)
		}, news.ErrUnavailable},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.Set(c.says)
			got, err := d.signIn()
			if !errors.Is(err, c.want) {
				t.Errorf("%+v, %v; want %v", got, err, c.want)
			}
			if err != nil && (strings.Contains(err.Error(), "rahasia") || strings.Contains(err.Error(), "verifier")) {
				t.Errorf("the error tells a secret: %v", err)
			}
		})
	}
}

func lie(claim string, v any) func(*openidtest.Says) {
	return func(s *openidtest.Says) {
		s.Lie = func(claims map[string]any) {
			if claims[claim] = v; v == nil {
				delete(claims, claim)
			}
		}
	}
}

func answer(key, v string) func(*openidtest.Says) {
	return func(s *openidtest.Says) { s.Answer = func(q url.Values) { q.Set(key, v) } }
}

func meta(key string, v any) func(map[string]any) { return func(m map[string]any) { m[key] = v } }

func broken(path string, status int) func(*openidtest.Says) {
	return func(s *openidtest.Says) { s.Broken = map[string]int{path: status} }
}

func TestASignInServesOnceAndNotForLong(t *testing.T) {
	d := newDesk(t)
	p := d.open()
	try, answer := d.begin(p)
	other, _ := d.begin(p)
	if _, err := p.Finish(t.Context(), other, answer); !errors.Is(err, openid.ErrStale) {
		t.Errorf("the answer to another sign-in: %v", err)
	}
	if _, err := p.Finish(t.Context(), openid.Try{}, url.Values{"state": {""}, "code": {"x"}}); !errors.Is(err, openid.ErrStale) {
		t.Errorf("an answer to nothing: %v", err)
	}
	stolen := try
	stolen.Verifier = other.Verifier
	if _, err := p.Finish(t.Context(), stolen, answer); !errors.Is(err, openid.ErrStale) {
		t.Errorf("a code with another's verifier: %v", err)
	}
	try, answer = d.begin(p)
	if _, err := p.Finish(t.Context(), try, answer); err != nil {
		t.Error(err)
	}
	if _, err := p.Finish(t.Context(), try, answer); !errors.Is(err, openid.ErrStale) {
		t.Errorf("a code again: %v", err)
	}
	try, answer = d.begin(p)
	d.now = d.now.Add(openid.Lasts + time.Second)
	if _, err := p.Finish(t.Context(), try, answer); !errors.Is(err, openid.ErrStale) {
		t.Errorf("late: %v", err)
	}
}

func TestAWrongSecretIsNotRepeated(t *testing.T) {
	d := newDesk(t)
	d.opt.Secret = "rahasia lain"
	if _, err := d.signIn(); !errors.Is(err, openid.ErrToken) || strings.Contains(err.Error(), "rahasia") {
		t.Error(err)
	}
}

func TestAProviderThatIsDownIsTriedAgain(t *testing.T) {
	d := newDesk(t)
	d.Set(broken("/.well-known/openid-configuration", 500))
	p := d.open()
	if _, _, err := p.Begin(t.Context()); !errors.Is(err, news.ErrUnavailable) {
		t.Errorf("down: %v", err)
	}
	d.Set(func(s *openidtest.Says) { s.Broken = nil })
	d.begin(p)
	d.Close() // what it told of itself still holds
	d.now = d.now.Add(48 * time.Hour)
	if _, _, err := p.Begin(t.Context()); err != nil {
		t.Errorf("down after it was known: %v", err)
	}
	if _, _, err := d.open().Begin(t.Context()); !errors.Is(err, news.ErrUnavailable) {
		t.Errorf("gone: %v", err)
	}
}

func TestAProviderThatTellsOddThingsOfItselfIsNotAsked(t *testing.T) {
	for name, change := range map[string]func(map[string]any){
		"another issuer":           meta("issuer", "https://lain.example"),
		"a token address in clear": meta("token_endpoint", "http://login.example/token"),
		"keys from a file":         meta("jwks_uri", "file:///etc/passwd"),
		"no address to begin at":   meta("authorization_endpoint", ""),
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.Set(func(s *openidtest.Says) { s.Metadata = change })
			if _, _, err := d.open().Begin(t.Context()); !errors.Is(err, news.ErrUnavailable) {
				t.Error(err)
			}
		})
	}
}

func TestOptionsThatWillNotDoAreRefused(t *testing.T) {
	t.Parallel()
	good := openid.Options{Issuer: "https://login.example/realms/desk", ClientID: "x", Redirect: "https://desk.example/sign-in/back"}
	for name, change := range map[string]func(*openid.Options){
		"issuer in clear":   func(o *openid.Options) { o.Issuer = "http://login.example" },
		"issuer with name":  func(o *openid.Options) { o.Issuer = "https://a:b@login.example" },
		"no address":        func(o *openid.Options) { o.Issuer = "login.example" },
		"redirect in clear": func(o *openid.Options) { o.Redirect = "http://desk.example/sign-in/back" },
		"no client":         func(o *openid.Options) { o.ClientID = "" },
	} {
		o := good
		change(&o)
		if _, err := openid.New(o); !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	p, err := openid.New(good)
	if err != nil || p.Name() != "login.example" {
		t.Errorf("%v, %v", p, err)
	}
}

func TestWhatIsAskedOfTheProvider(t *testing.T) {
	d := newDesk(t)
	address, try, err := d.open().Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	if q.Get("code_challenge") == try.Verifier || len(q.Get("code_challenge")) != 43 || len(try.Verifier) != 43 {
		t.Errorf("challenge %q of %q", q.Get("code_challenge"), try.Verifier)
	}
	q.Del("code_challenge")
	want := url.Values{
		"client_id": {openidtest.Client}, "redirect_uri": {back}, "response_type": {"code"}, "scope": {"openid profile"},
		"state": {try.State}, "nonce": {try.Nonce}, "code_challenge_method": {"S256"},
	}
	if d := cmp.Diff(want, q); d != "" {
		t.Error(d)
	}
	if strings.Contains(address, url.QueryEscape(openidtest.Secret)) {
		t.Error("the secret goes by the browser")
	}
}

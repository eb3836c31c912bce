// Package openidtest is a little OpenID Connect provider on the loopback, for
// tests: discovery, authorization codes with PKCE, ID tokens that it signs with
// nothing but the standard library, keys, and what it knows about a person. It
// can be told to lie.
package openidtest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"
)

// The client that the provider knows.
const (
	Client = "selisik desk"
	Secret = "rahasia: klien/1"
)

// Provider is the provider. Its fields may be changed between two requests, by
// way of Set.
type Provider struct {
	*httptest.Server
	mu    sync.Mutex
	keys  keys
	codes map[string]grant

	Says
}

// Says is what the provider tells.
type Says struct {
	Now    func() time.Time
	Claims map[string]any // of ID tokens, beside those that all have
	Info   map[string]any // about the person, to who asks; nil: it has no such address
	Alg    string         // "RS256", "ES256", "HS256" by the client's secret, "none"
	// Lie changes an ID token's claims before they are signed.
	Lie func(claims map[string]any)
	// Forge signs with a key that is not among the provider's.
	Forge bool
	// Metadata changes what it tells of itself.
	Metadata func(m map[string]any)
	// Answer changes what is sent back with the person.
	Answer func(q url.Values)
	// Broken are paths that fail with this status: "/token".
	Broken map[string]int
}

type keys struct {
	rsa, other *rsa.PrivateKey
	ec         *ecdsa.PrivateKey
}

// grant is what a code stands for.
type grant struct{ nonce, challenge, redirect string }

// New starts a provider that tells the truth. It ends with the test.
func New(t testing.TB, now func() time.Time) *Provider {
	t.Helper()
	p := &Provider{codes: map[string]grant{}, Says: Says{Now: now, Alg: "RS256", Claims: map[string]any{"sub": "s-1", "preferred_username": "ratri"}}}
	var errs [3]error
	p.keys.rsa, errs[0] = rsa.GenerateKey(rand.Reader, 2048)
	p.keys.other, errs[1] = rsa.GenerateKey(rand.Reader, 2048)
	p.keys.ec, errs[2] = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/.well-known/openid-configuration": p.metadata, "/authorize": p.authorize, "/token": p.token, "/keys": p.sets, "/userinfo": p.info,
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			p.mu.Lock()
			defer p.mu.Unlock()
			if status := p.Broken[path]; status != 0 {
				w.Header().Set("Location", "https://elsewhere.example/")
				w.WriteHeader(status)
				return
			}
			h(w, r)
		})
	}
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

// Set changes what the provider tells.
func (p *Provider) Set(change func(*Says)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change(&p.Says)
}

func (p *Provider) metadata(w http.ResponseWriter, _ *http.Request) {
	m := map[string]any{
		"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token", "jwks_uri": p.URL + "/keys",
		"response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		"id_token_signing_alg_values_supported": []string{"RS256", "ES256", "HS256", "none"},
	}
	if p.Info != nil {
		m["userinfo_endpoint"] = p.URL + "/userinfo"
	}
	if p.Metadata != nil {
		p.Metadata(m)
	}
	tell(w, http.StatusOK, m)
}

// authorize signs everybody in and sends them back.
func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("client_id") != Client || q.Get("response_type") != "code" || q.Get("code_challenge_method") != "S256" || q.Get("nonce") == "" {
		http.Error(w, "not what a client asks", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.codes[code] = grant{q.Get("nonce"), q.Get("code_challenge"), q.Get("redirect_uri")}
	back := url.Values{"state": {q.Get("state")}, "code": {code}}
	if p.Answer != nil {
		p.Answer(back)
	}
	http.Redirect(w, r, q.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

// token takes a code, once, from the client with its secret and its verifier.
func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	id, secret, _ := r.BasicAuth()
	user, _ := url.QueryUnescape(id)
	pass, _ := url.QueryUnescape(secret)
	if user != Client || pass != Secret {
		tell(w, http.StatusUnauthorized, map[string]any{"error": "invalid_client", "error_description": "got " + pass})
		return
	}
	g, ok := p.codes[r.PostFormValue("code")]
	delete(p.codes, r.PostFormValue("code"))
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if !ok || b64(sum[:]) != g.challenge || r.PostFormValue("redirect_uri") != g.redirect {
		tell(w, http.StatusBadRequest, map[string]any{"error": "invalid_grant"})
		return
	}
	access := rand.Text()
	half := sha256.Sum256([]byte(access))
	now := p.Now()
	claims := map[string]any{
		"iss": p.URL, "aud": Client, "nonce": g.nonce, "iat": now.Unix(), "exp": now.Add(5 * time.Minute).Unix(), "at_hash": b64(half[:16]),
	}
	maps.Copy(claims, p.Claims)
	if p.Lie != nil {
		p.Lie(claims)
	}
	tell(w, http.StatusOK, map[string]any{"access_token": access, "token_type": "Bearer", "expires_in": 300, "id_token": p.signed(claims)})
}

func (p *Provider) sets(w http.ResponseWriter, _ *http.Request) {
	pub := p.keys.rsa.PublicKey
	point, err := p.keys.ec.PublicKey.Bytes()
	if err != nil {
		panic(err)
	}
	tell(w, http.StatusOK, map[string]any{"keys": []map[string]any{
		{"kty": "RSA", "kid": "r", "use": "sig", "alg": "RS256", "n": b64(pub.N.Bytes()), "e": "AQAB"},
		{"kty": "EC", "kid": "e", "use": "sig", "alg": "ES256", "crv": "P-256", "x": b64(point[1:33]), "y": b64(point[33:])},
	}})
}

func (p *Provider) info(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tell(w, http.StatusOK, p.Info)
}

// signed is a token in its compact form.
func (p *Provider) signed(claims map[string]any) string {
	kid := map[string]string{"RS256": "r", "ES256": "e"}[p.Alg]
	body := part(map[string]any{"alg": p.Alg, "kid": kid, "typ": "JWT"}) + "." + part(claims)
	sum := sha256.Sum256([]byte(body))
	var sig []byte
	var err error
	switch p.Alg {
	case "RS256":
		key := p.keys.rsa
		if p.Forge {
			key = p.keys.other
		}
		sig, err = rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	case "ES256":
		r, s, serr := ecdsa.Sign(rand.Reader, p.keys.ec, sum[:])
		sig, err = append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...), serr
	case "HS256":
		h := hmac.New(sha256.New, []byte(Secret))
		fmt.Fprint(h, body)
		sig = h.Sum(nil)
	}
	if err != nil {
		panic(err)
	}
	return body + "." + b64(sig)
}

func part(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b64(raw)
}

func b64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func tell(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v) //nolint:errcheck // whoever asked is gone then
}

package openid

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
)

// Options is how a provider is asked, and who of those that it knows comes in.
type Options struct {
	Issuer   string // "https://login.example/realms/desk"
	ClientID string
	Secret   string // "" for a client that has none
	Redirect string // address at which the provider sends people back
	Name     string // what people call it; "" for the issuer's host
	Scopes   []string

	Domains []string                // of verified mail addresses that come in; none: all
	Claim   string                  // claim that names a person's groups; a dot goes deeper
	Roles   map[string]account.Role // of groups; the highest holds. None: accounts keep their role
	Default account.Role            // of who is in none of the groups; Nobody: they stay outside

	Now    func() time.Time
	Random io.Reader
	// Transport is how the provider is reached; nil is the usual way.
	Transport http.RoundTripper
}

// Provider is an OpenID Connect provider. It is safe for concurrent use.
type Provider struct {
	opt    Options
	client *http.Client

	mu    sync.Mutex
	known *known
}

// known is what a provider tells of itself.
type known struct {
	provider *oidc.Provider
	verifier *oidc.IDTokenVerifier
	oauth    oauth2.Config
	answers  bool // the provider names itself in its answers
	at       time.Time
}

// New returns a provider, which is not asked yet. news.ErrInvalid if the options
// will not do: addresses without TLS other than on the loopback, or no client.
func New(opt Options) (*Provider, error) {
	for name, address := range map[string]string{"issuer": opt.Issuer, "address to come back to": opt.Redirect} {
		u, err := url.Parse(address)
		if err != nil || !safe(u) || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
			return nil, fmt.Errorf("sign-in through a provider: the %s %q is not https: %w", name, address, news.ErrInvalid)
		}
	}
	if opt.ClientID == "" {
		return nil, fmt.Errorf("sign-in through a provider: it knows us by a client id: %w", news.ErrInvalid)
	}
	if !slices.Contains(opt.Scopes, oidc.ScopeOpenID) {
		opt.Scopes = append([]string{oidc.ScopeOpenID}, opt.Scopes...)
	}
	if opt.Transport == nil {
		opt.Transport = http.DefaultTransport
	}
	client := &http.Client{
		Timeout: patience, Transport: bounded{opt.Transport},
		CheckRedirect: func(*http.Request, []*http.Request) error { return errors.New("the provider sends elsewhere") },
	}
	return &Provider{opt: opt, client: client}, nil
}

// safe reports whether an address is of TLS or of this machine.
func safe(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	local := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	return u.Host != "" && (u.Scheme == "https" || u.Scheme == "http" && local)
}

const (
	patience  = 10 * time.Second // with one answer of the provider
	fresh     = 24 * time.Hour   // after which it is asked about itself anew
	mostBytes = 1 << 20          // of one answer
)

// Name is what people call the provider.
func (p *Provider) Name() string {
	if p.opt.Name != "" {
		return p.opt.Name
	}
	u, err := url.Parse(p.opt.Issuer)
	if err != nil {
		return p.opt.Issuer
	}
	return u.Host
}

// Issuer is the provider's address.
func (p *Provider) Issuer() string { return p.opt.Issuer }

// Redirect is the address at which people come back.
func (p *Provider) Redirect() string { return p.opt.Redirect }

// ask returns what the provider tells of itself, which is kept for a day, and
// longer if it does not answer then.
func (p *Provider) ask(ctx context.Context) (*known, error) {
	p.mu.Lock()
	k := p.known
	p.mu.Unlock()
	if k != nil && p.opt.Now().Sub(k.at).Abs() < fresh {
		return k, nil
	}
	found, err := p.discover(ctx)
	if err != nil && k != nil {
		return k, nil
	}
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	p.known = found
	p.mu.Unlock()
	return found, nil
}

func (p *Provider) discover(ctx context.Context) (*known, error) {
	provider, err := oidc.NewProvider(oidc.ClientContext(ctx, p.client), p.opt.Issuer)
	if err != nil {
		return nil, fmt.Errorf("ask provider %s: %w: %w", p.opt.Issuer, err, news.ErrUnavailable)
	}
	var more struct {
		Token   string   `json:"token_endpoint"`
		Begin   string   `json:"authorization_endpoint"`
		Keys    string   `json:"jwks_uri"`
		Methods []string `json:"token_endpoint_auth_methods_supported"`
		Answers bool     `json:"authorization_response_iss_parameter_supported"`
	}
	if err := provider.Claims(&more); err != nil {
		return nil, fmt.Errorf("ask provider %s: %w: %w", p.opt.Issuer, err, news.ErrUnavailable)
	}
	for _, address := range []string{more.Token, more.Begin, more.Keys} {
		if u, err := url.Parse(address); err != nil || !safe(u) {
			return nil, fmt.Errorf("ask provider %s: it names %q, which is not https: %w", p.opt.Issuer, address, news.ErrUnavailable)
		}
	}
	end := provider.Endpoint()
	end.AuthStyle = oauth2.AuthStyleInHeader
	if p.opt.Secret == "" || len(more.Methods) > 0 && !slices.Contains(more.Methods, "client_secret_basic") {
		end.AuthStyle = oauth2.AuthStyleInParams
	}
	return &known{
		provider: provider,
		verifier: provider.Verifier(&oidc.Config{ClientID: p.opt.ClientID, Now: p.opt.Now}),
		oauth:    oauth2.Config{ClientID: p.opt.ClientID, ClientSecret: p.opt.Secret, Endpoint: end, RedirectURL: p.opt.Redirect, Scopes: p.opt.Scopes},
		answers:  more.Answers, at: p.opt.Now(),
	}, nil
}

// bounded cuts answers that are longer than a provider's are.
type bounded struct{ http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := b.RoundTripper.RoundTrip(r)
	if err == nil {
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(resp.Body, mostBytes), resp.Body}
	}
	return resp, err
}

// domain is what stands behind the @ of a mail address, in lower case.
func domain(mail string) string { return strings.ToLower(mail[strings.LastIndexByte(mail, '@')+1:]) }

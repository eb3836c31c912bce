package main

import (
	"crypto/rand"
	"fmt"
	"os"
	"strings"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/serve/openid"
)

// providing are the settings of signing in through an OpenID Connect provider
// that are flags as well.
var providing = []string{"passwords", "oidc-issuer", "oidc-client", "oidc-secret-file", "oidc-name", "oidc-scopes", "oidc-domains", "oidc-groups", "oidc-roles", "oidc-default"}

// provider is how people sign in through an OpenID Connect provider.
type provider struct {
	Issuer, Client     string
	Secret, SecretFile string
	Name               string
	Scopes, Domains    []string
	Groups             string
	Roles              map[string]account.Role
	Default            account.Role
}

// openID returns the provider that people sign in through, nil for none.
func (a *app) openID() (*openid.Provider, error) {
	p := a.conf.Provider
	switch {
	case p.Issuer == "" && a.conf.NoPasswords:
		return nil, usage("passwords is false, and without oidc-issuer nobody could sign in")
	case p.Issuer == "":
		return nil, nil
	case a.conf.PublicURL == "":
		return nil, usage("oidc-issuer wants public-url, the address at which people come back")
	case p.Secret != "" && p.SecretFile != "":
		return nil, usage("oidc-secret and oidc-secret-file are both set")
	}
	secret := p.Secret
	if p.SecretFile != "" {
		raw, err := os.ReadFile(p.SecretFile)
		if err != nil {
			return nil, fmt.Errorf("read oidc-secret-file %s: %w", p.SecretFile, problem{cause(err), news.ErrInvalid})
		}
		secret = strings.TrimSpace(string(raw))
	}
	return openid.New(openid.Options{
		Issuer: p.Issuer, ClientID: p.Client, Secret: secret, Redirect: strings.TrimRight(a.conf.PublicURL, "/") + serve.ComeBack, Name: p.Name,
		Scopes: p.Scopes, Domains: p.Domains, Claim: p.Groups, Roles: p.Roles, Default: p.Default, Now: a.clock, Random: rand.Reader,
	})
}

// list parts a setting at commas and spaces.
func list(v string) []string {
	return strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' })
}

func setDomains(c *config, v string) error {
	c.Provider.Domains = nil
	for _, d := range list(v) {
		if strings.Contains(d, "@") {
			return fmt.Errorf("%q is no domain such as desk.example", d)
		}
		c.Provider.Domains = append(c.Provider.Domains, strings.ToLower(d))
	}
	return nil
}

// setGroupRoles takes "redaksi=editor,desk admins=admin".
func setGroupRoles(c *config, v string) error {
	c.Provider.Roles = nil
	for pair := range strings.SplitSeq(v, ",") {
		if pair = strings.TrimSpace(pair); pair == "" {
			continue
		}
		i := strings.LastIndexByte(pair, '=')
		if i < 1 {
			return fmt.Errorf("%q is not of the form group=role", pair)
		}
		role, err := account.ParseRole(pair[i+1:])
		if err != nil {
			return fmt.Errorf("%q: use one of reader, editor, admin", pair)
		}
		if c.Provider.Roles == nil {
			c.Provider.Roles = map[string]account.Role{}
		}
		c.Provider.Roles[pair[:i]] = role
	}
	return nil
}

func setDefaultRole(c *config, v string) (err error) {
	c.Provider.Default = account.Nobody
	if v == "none" {
		return nil
	}
	if c.Provider.Default, err = account.ParseRole(v); err != nil {
		return oneOf(v, "none", "reader", "editor", "admin")
	}
	return nil
}

package openid

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
)

// Person is somebody whom the provider vouches for.
type Person = account.Visitor

// person reads the claims of an ID token, and where it lacks one that is needed,
// those that the provider tells when asked.
func (p *Provider) person(ctx context.Context, k *known, id *oidc.IDToken, token *oauth2.Token) (Person, error) {
	claims := map[string]any{}
	if err := id.Claims(&claims); err != nil {
		return Person{}, fmt.Errorf("%w: %w", err, ErrToken)
	}
	if p.lacks(claims) && k.provider.UserInfoEndpoint() != "" {
		if err := p.complete(ctx, k, id, token, claims); err != nil {
			return Person{}, err
		}
	}
	if !p.comesIn(claims) {
		return Person{}, fmt.Errorf("mail address of no such domain: %w", account.ErrStranger)
	}
	out := Person{Identity: account.Identity{Issuer: p.opt.Issuer, Subject: id.Subject}, Role: p.role(claims), Decides: len(p.opt.Roles) > 0}
	for _, key := range []string{"preferred_username", "email", "sub"} {
		if s, ok := claims[key].(string); ok {
			out.Wishes = append(out.Wishes, s)
		}
	}
	return out, nil
}

// lacks reports whether something is needed that claims do not have.
func (p *Provider) lacks(claims map[string]any) bool {
	return claims["preferred_username"] == nil && claims["email"] == nil || len(p.opt.Domains) > 0 && claims["email"] == nil ||
		len(p.opt.Roles) > 0 && at(claims, p.opt.Claim) == nil
}

// complete adds claims that the provider tells when asked. Those of the ID token
// stand.
func (p *Provider) complete(ctx context.Context, k *known, id *oidc.IDToken, token *oauth2.Token, claims map[string]any) error {
	info, err := k.provider.UserInfo(ctx, oauth2.StaticTokenSource(token))
	if err != nil {
		return fmt.Errorf("ask %s about a person: %w: %w", p.opt.Issuer, unaddressed(err), news.ErrUnavailable)
	}
	more := map[string]any{}
	if err := info.Claims(&more); err != nil || info.Subject != id.Subject {
		return fmt.Errorf("told about another person: %w", ErrToken)
	}
	for key, v := range more {
		if _, ok := claims[key]; !ok {
			claims[key] = v
		}
	}
	return nil
}

// comesIn reports whether a person's mail address is of a domain that does.
func (p *Provider) comesIn(claims map[string]any) bool {
	if len(p.opt.Domains) == 0 {
		return true
	}
	mail, _ := claims["email"].(string)
	verified := claims["email_verified"]
	return strings.Contains(mail, "@") && (verified == true || verified == "true") && slices.Contains(p.opt.Domains, domain(mail))
}

// role is the highest that a person's groups have, else the default.
func (p *Provider) role(claims map[string]any) account.Role {
	role := account.Nobody
	for _, g := range words(at(claims, p.opt.Claim)) {
		role = max(role, p.opt.Roles[g])
	}
	if role == account.Nobody {
		return p.opt.Default
	}
	return role
}

// at finds a claim by its name or, with dots, below others: "realm_access.roles".
func at(claims map[string]any, name string) any {
	if v, ok := claims[name]; ok {
		return v
	}
	first, rest, ok := strings.Cut(name, ".")
	below, isMap := claims[first].(map[string]any)
	if !ok || !isMap {
		return nil
	}
	return at(below, rest)
}

// words are the strings of a claim that is one or a list of them.
func words(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

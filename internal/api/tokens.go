package api

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
)

// Token lets a program act for an account.
type Token struct {
	ID      string    `json:"id" doc:"no secret"`
	Account string    `json:"account"`
	Label   string    `json:"label"`
	Role    string    `json:"role" enum:"reader,editor,admin" doc:"at most the account's"`
	Created time.Time `json:"created"`
	Expires time.Time `json:"expires,omitzero"`
	Secret  string    `json:"secret,omitempty" doc:"what to send after Bearer; told this once" readOnly:"true"`
}

// NewToken is a token to be made.
type NewToken struct {
	Account string `json:"account,omitempty" maxLength:"64" doc:"admins only; else your own"`
	Label   string `json:"label" minLength:"1" maxLength:"80" doc:"what it is for"`
	Role    string `json:"role" enum:"reader,editor,admin"`
	Days    int    `json:"days,omitempty" minimum:"0" maximum:"3650" doc:"for how long; 0: without end"`
}

func tokenOf(t account.Token) Token {
	return Token{ID: t.ID, Account: t.Account, Label: t.Label, Role: t.Role.String(), Created: t.Created, Expires: t.Expires}
}

func (a *API) tokens() {
	handle(a, operation{does: "GET /tokens", id: "tokens", says: "List your tokens", tag: "Accounts", least: account.Reader},
		func(ctx context.Context, in *struct {
			All bool `query:"all" doc:"those of all accounts: admins only"`
		}) (*body[Page[Token]], error) {
			who := serve.From(ctx)
			owner := who.Name
			if in.All {
				if owner = ""; who.Role < account.Admin {
					return nil, account.ErrDenied
				}
			}
			list, err := a.Accounts.Tokens(ctx, owner)
			out := Page[Token]{Items: []Token{}}
			for _, t := range list {
				out.Items = append(out.Items, tokenOf(t))
			}
			return answer(out), err
		})
	handle(a, operation{does: "POST /tokens", id: "add-token", says: "Make a token", tag: "Accounts", least: account.Reader, status: http.StatusCreated},
		func(ctx context.Context, in *struct{ Body NewToken }) (*body[Token], error) {
			out, err := a.newToken(ctx, in.Body)
			return answer(out), err
		})
	handle(a, operation{does: "DELETE /tokens/{id}", id: "revoke-token", says: "Revoke a token", tag: "Accounts", least: account.Reader},
		func(ctx context.Context, in *struct {
			ID string `path:"id" maxLength:"40"`
		}) (*nothing, error) {
			who := serve.From(ctx)
			t, err := a.Accounts.Token(ctx, in.ID)
			if err == nil && t.Account != who.Name && who.Role < account.Admin {
				err = fmt.Errorf("token: %w", news.ErrNotFound)
			}
			if err != nil {
				return nil, err
			}
			return nil, a.Accounts.Revoke(ctx, who.Name, t.ID)
		})
}

// newToken makes a token that may no more than who asks.
func (a *API) newToken(ctx context.Context, n NewToken) (Token, error) {
	who := serve.From(ctx)
	role, err := account.ParseRole(n.Role)
	if err != nil {
		return Token{}, err
	}
	owner := cmp.Or(n.Account, who.Name)
	if owner != who.Name && who.Role < account.Admin || role > who.Role {
		return Token{}, account.ErrDenied
	}
	t, secret, err := a.Accounts.NewToken(ctx, who.Name, account.Token{Account: owner, Label: n.Label, Role: role}, time.Duration(n.Days)*24*time.Hour)
	out := tokenOf(t)
	out.Secret = secret
	return out, err
}

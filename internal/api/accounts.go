package api

import (
	"context"
	"net/http"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/serve"
)

// NewAccount is an account to be made.
type NewAccount struct {
	Name     string `json:"name" minLength:"1" maxLength:"64"`
	Role     string `json:"role" enum:"reader,editor,admin"`
	Password string `json:"password" minLength:"1" maxLength:"256" writeOnly:"true"`
}

// Account is somebody who may sign in.
type Account struct {
	account.Account
	Role string `json:"role" enum:"reader,editor,admin"`
}

func accountOf(a account.Account) Account { return Account{a, a.Role.String()} }

// NameRef names an account.
type NameRef struct {
	Name string `path:"name" maxLength:"64"`
}

func (a *API) accounts() {
	handle(a, operation{does: "GET /accounts", id: "accounts", says: "List the accounts", tag: "Accounts", least: account.Admin},
		func(ctx context.Context, _ *nothing) (*body[Page[Account]], error) {
			list, err := a.Accounts.Accounts(ctx)
			out := Page[Account]{Items: []Account{}}
			for _, x := range list {
				out.Items = append(out.Items, accountOf(x))
			}
			return answer(out), err
		})
	handle(a, operation{does: "POST /accounts", id: "add-account", says: "Make an account", tag: "Accounts", least: account.Admin, status: http.StatusCreated,
		more: "The first one is an admin's; from then on everybody has to sign in."},
		func(ctx context.Context, in *struct{ Body NewAccount }) (*body[Account], error) {
			role, err := account.ParseRole(in.Body.Role)
			if err != nil {
				return nil, err
			}
			made, err := a.Accounts.Add(ctx, serve.From(ctx).Name, in.Body.Name, role, in.Body.Password)
			return answer(accountOf(made)), err
		})
	handle(a, operation{does: "PATCH /accounts/{name}", id: "change-account", says: "Change a role or a password", tag: "Accounts", least: account.Admin,
		more: "A new password ends the account's sessions. Tokens stay."},
		func(ctx context.Context, in *struct {
			NameRef
			Body struct {
				Role     string `json:"role,omitempty" enum:"reader,editor,admin"`
				Password string `json:"password,omitempty" maxLength:"256" writeOnly:"true"`
			}
		}) (*nothing, error) {
			return nil, a.changeAccount(ctx, in.Name, in.Body.Role, in.Body.Password)
		})
	handle(a, operation{does: "DELETE /accounts/{name}", id: "remove-account", says: "Remove an account with its tokens", tag: "Accounts", least: account.Admin},
		func(ctx context.Context, in *NameRef) (*nothing, error) {
			return nil, a.Accounts.Remove(ctx, serve.From(ctx).Name, in.Name)
		})
}

func (a *API) changeAccount(ctx context.Context, name, role, password string) error {
	by := serve.From(ctx).Name
	if password != "" {
		if err := a.Accounts.SetPassword(ctx, by, name, password); err != nil {
			return err
		}
	}
	if role == "" {
		return nil
	}
	r, err := account.ParseRole(role)
	if err != nil {
		return err
	}
	return a.Accounts.SetRole(ctx, by, name, r)
}

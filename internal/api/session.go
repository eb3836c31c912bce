package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/serve"
)

// Who tells who asks.
type Who struct {
	Name  string       `json:"name" doc:"empty for who has not signed in"`
	Role  account.Role `json:"role" enum:"nobody,reader,editor,admin"`
	Token string       `json:"token,omitempty" doc:"id of the token that was sent"`
	Alone bool         `json:"alone,omitempty" doc:"there are no accounts: whoever asks is the local user"`
}

func whoOf(w serve.Who) Who { return Who{w.Name, w.Role, w.Token, w.Alone} }

// Credentials are a name and its password.
type Credentials struct {
	Name     string `json:"name" minLength:"1" maxLength:"64"`
	Password string `json:"password" minLength:"1" maxLength:"256" writeOnly:"true"`
}

// signing is a request to sign in; it keeps the request for its session and
// where it comes from.
type signing struct {
	Body Credentials
	ctx  huma.Context
}

// Resolve implements huma.Resolver.
func (s *signing) Resolve(ctx huma.Context) []error {
	s.ctx = ctx
	return nil
}

func (a *API) session() {
	handle(a, operation{does: "GET /session", id: "who", says: "Tell who you are", tag: "Session"},
		func(ctx context.Context, _ *nothing) (*body[Who], error) { return answer(whoOf(serve.From(ctx))), nil })
	handle(a, operation{does: "POST /session", id: "sign-in", says: "Sign in", tag: "Session",
		more: "Sets a cookie. Programs send a token instead. Who fails too often has to wait: 429, with Retry-After."},
		func(_ context.Context, in *signing) (*body[Who], error) {
			r, _ := humago.Unwrap(in.ctx)
			who, err := a.SignIn(r, in.Body.Name, in.Body.Password)
			return answer(whoOf(who)), err
		})
	handle(a, operation{does: "DELETE /session", id: "sign-out", says: "Sign out", tag: "Session"},
		func(ctx context.Context, _ *nothing) (*nothing, error) { return nil, a.SignOut(ctx) })
}

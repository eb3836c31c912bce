package serve

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
)

// Who asks.
type Who struct {
	Name  string // of the account; account.LocalName without accounts; "" for nobody
	Role  account.Role
	Token string // id of the token that was sent, "" if none was
	// Alone is set where there are no accounts: whoever asks is the local user.
	Alone bool

	err error // why a token that was sent is not taken
}

type whoKey struct{}

// From returns who asks.
func From(ctx context.Context) Who {
	w, _ := ctx.Value(whoKey{}).(Who)
	return w
}

// As returns ctx of a request of who.
func As(ctx context.Context, who Who) context.Context { return context.WithValue(ctx, whoKey{}, who) }

// stampKey and nameKey are what a session holds.
const (
	nameKey  = "name"
	stampKey = "stamp"
)

// identified finds out who asks; whoever asks for health is nobody, so that the
// answer does not hang on the store.
func (s *Site) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == healthPath || r.URL.Path == readyPath {
			next.ServeHTTP(w, r)
			return
		}
		who, err := s.who(r)
		if err != nil {
			s.Fail(w, r, err)
			return
		}
		if n := noteOf(r); n != nil {
			n.who = who.Name
		}
		next.ServeHTTP(w, r.WithContext(As(r.Context(), who)))
	})
}

func (s *Site) who(r *http.Request) (Who, error) {
	if scheme, sent, ok := strings.Cut(r.Header.Get("Authorization"), " "); ok && strings.EqualFold(scheme, "Bearer") {
		return s.whoByToken(r.Context(), sent)
	}
	if name := s.sessions.GetString(r.Context(), nameKey); name != "" {
		return s.whoBySession(r.Context(), name)
	}
	return s.whoAlone(r)
}

func (s *Site) whoByToken(ctx context.Context, sent string) (Who, error) {
	a, t, err := s.Accounts.ByToken(ctx, sent)
	if errors.Is(err, account.ErrSignIn) {
		return Who{err: err}, nil
	}
	return Who{Name: a.Name, Role: t.Role, Token: t.ID}, err
}

func (s *Site) whoBySession(ctx context.Context, name string) (Who, error) {
	a, err := s.Accounts.Account(ctx, name)
	if errors.Is(err, news.ErrNotFound) || err == nil && a.Stamp != s.sessions.GetString(ctx, stampKey) {
		return Who{}, s.sessions.Destroy(ctx)
	}
	return Who{Name: a.Name, Role: a.Role}, err
}

// whoAlone is the local user if there are no accounts and nobody else can ask.
func (s *Site) whoAlone(r *http.Request) (Who, error) {
	if !s.private() || forwarded(r) {
		return Who{}, nil
	}
	any, err := s.Accounts.Any(r.Context())
	if err != nil || any {
		return Who{}, err
	}
	return Who{Name: account.LocalName, Role: account.Admin, Alone: true}, nil
}

// SignIn makes the session of ctx one of the account with this name and
// password. Errors are those of account.Book.SignIn; account.ErrDenied where
// nobody signs in by password.
func (s *Site) SignIn(r *http.Request, name, password string) (Who, error) {
	if s.NoPasswords {
		return Who{}, fmt.Errorf("sign-in by password is off: %w", account.ErrDenied)
	}
	a, err := s.Accounts.SignIn(r.Context(), name, password, Client(r))
	if err != nil {
		return Who{}, err
	}
	return Who{Name: a.Name, Role: a.Role}, s.openSession(r, a)
}

// SignOut ends the session of ctx.
func (s *Site) SignOut(ctx context.Context) error { return s.sessions.Destroy(ctx) }

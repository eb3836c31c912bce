package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/serve/openid"
)

// tryKey is what a session holds of a sign-in through a provider that was begun.
const tryKey = "openid"

// ComeBack is the path at which people come back from the provider.
const ComeBack = "/sign-in/back"

// visitLife is how long a session lasts that a provider vouched for: whoever is
// dismissed there stays no longer.
const visitLife = 24 * time.Hour

// BeginOpenID begins a sign-in through the provider and returns the address that
// the person is to be sent to; afterwards they go to next. Errors are those of
// openid, and account.WaitError.
func (s *Site) BeginOpenID(r *http.Request, next string) (string, error) {
	ctx := r.Context()
	if err := s.Accounts.BeginVisit(ctx, Client(r)); err != nil {
		return "", err
	}
	address, try, err := s.OpenID.Begin(ctx)
	if err != nil {
		return "", err
	}
	try.Next = Local(next)
	raw, err := json.Marshal(try)
	if err != nil {
		return "", err
	}
	s.sessions.Put(ctx, tryKey, string(raw))
	if s.sessions.GetString(ctx, nameKey) == "" { // nobody's session yet: it need not be kept for long
		s.sessions.SetDeadline(ctx, s.Now().Add(openid.Lasts))
	}
	return address, nil
}

// EndOpenID makes the session of ctx one of the account of whom the provider's
// answer tells, and returns where the person wanted to go. What was begun serves
// once, whatever comes of it. Errors are those of openid and account.Book.Admit.
func (s *Site) EndOpenID(r *http.Request) (next string, err error) {
	ctx := r.Context()
	raw := s.sessions.PopString(ctx, tryKey)
	var try openid.Try
	if raw == "" || json.Unmarshal([]byte(raw), &try) != nil {
		return "", openid.ErrStale
	}
	person, err := s.OpenID.Finish(ctx, try, r.URL.Query())
	if err != nil {
		return "", err
	}
	a, err := s.Accounts.Admit(ctx, person, Client(r))
	if err != nil {
		return "", fmt.Errorf("admit %q: %w", person.Subject, err)
	}
	if err := s.openSession(r, a); err != nil {
		return "", err
	}
	s.sessions.SetDeadline(ctx, s.Now().Add(visitLife))
	s.Log.Info("signed in through provider", "id", RequestID(ctx), "who", a.Name, "role", a.Role.String(), "issuer", a.Issuer)
	return try.Next, nil
}

// openSession makes the session of a request that of an account, under another
// token than before.
func (s *Site) openSession(r *http.Request, a account.Account) error {
	if err := s.sessions.RenewToken(r.Context()); err != nil {
		return err
	}
	s.sessions.Put(r.Context(), nameKey, a.Name)
	s.sessions.Put(r.Context(), stampKey, a.Stamp)
	return nil
}

// Local returns an address of this site, path and query; "/" for any other, and
// for what a browser might take for another.
func Local(to string) string {
	odd := func(r rune) bool { return r < ' ' || r == '\\' || r == 0x7f }
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsFunc(to, odd) {
		return "/"
	}
	return to
}

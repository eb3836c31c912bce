package serve

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
)

// guarded holds a handler to the rule of its route.
func (s *Site) guarded(rule Rule, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who := From(r.Context())
		if err := s.mayAsk(r, who, rule); err != nil {
			s.refuse(w, r, err)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, rule.Body)
		if rule.Stream {
			//nolint:errcheck // a connection without deadlines has none to lift
			http.NewResponseController(w).SetWriteDeadline(time.Time{})
			h.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), writeTime)
		defer cancel()
		if rule.Body > usualBody {
			select {
			case s.large <- struct{}{}:
				defer func() { <-s.large }()
			case <-ctx.Done():
				s.Fail(w, r, fmt.Errorf("wait for a turn: %w", news.ErrUnavailable))
				return
			}
		}
		h.ServeHTTP(w, r.WithContext(ctx))
	})
}

// mayAsk returns account.ErrSignIn or account.ErrDenied for who may not. What
// a browser sends in the name of its user must come from our own pages; what a
// token is sent with cannot have been sent by a browser.
func (s *Site) mayAsk(r *http.Request, who Who, rule Rule) error {
	if who.Token == "" {
		if err := s.origin.Check(r); err != nil {
			return account.ErrDenied
		}
	}
	switch {
	case who.Role >= rule.Least:
		return nil
	case who.err != nil:
		return who.err
	case who.Name == "":
		return account.ErrSignIn
	}
	return account.ErrDenied
}

// refuse sends people who read pages to sign in, and tells others why not.
func (s *Site) refuse(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, account.ErrSignIn) && s.SignInPath != "" && r.Method == http.MethodGet && forPeople(r) {
		http.Redirect(w, r, s.SignInPath+"?next="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	s.Fail(w, r, err)
}

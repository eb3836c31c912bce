package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/serve/openid"
)

// signInPage asks who it is.
type signInPage struct {
	frame
	Next, Name string
	Wrong      string
	Passwords  bool
	Provider   string // what it is called, "" for none
	To         string // address at which signing in through it begins
}

func (s *site) signInPage(r *http.Request, next string) signInPage {
	p := signInPage{frame: s.frame(r, "signin", ""), Next: serve.Local(next), Passwords: !s.NoPasswords}
	if s.OpenID != nil {
		// At the address where people come back, for the session is of that host.
		home := strings.TrimSuffix(s.OpenID.Redirect(), serve.ComeBack)
		p.Provider, p.To = face.Line(s.OpenID.Name()), home+"/sign-in/provider?next="+url.QueryEscape(p.Next)
	}
	return p
}

func (s *site) signInForm(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, "signin", s.signInPage(r, r.URL.Query().Get("next")))
}

func (s *site) signIn(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return formError(err)
	}
	_, err := s.Site.SignIn(r, r.PostForm.Get("name"), r.PostForm.Get("password"))
	var wait account.WaitError
	switch {
	case errors.As(err, &wait):
		return err
	case errors.Is(err, account.ErrSignIn):
		page := s.signInPage(r, r.PostForm.Get("next"))
		page.Name, page.Wrong = r.PostForm.Get("name"), page.T.Say("signin.wrong")
		return s.showAs(w, http.StatusUnauthorized, "signin", page)
	case err != nil:
		return err
	}
	back(w, r, r.PostForm.Get("next"))
	return nil
}

// toProvider sends somebody to the provider to sign in there.
func (s *site) toProvider(w http.ResponseWriter, r *http.Request) error {
	next := r.URL.Query().Get("next")
	address, err := s.BeginOpenID(r, next)
	if err != nil {
		return s.notSignedIn(w, r, next, err)
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, address, http.StatusSeeOther)
	return nil
}

// fromProvider takes the provider's answer.
func (s *site) fromProvider(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Cache-Control", "no-store")
	next, err := s.EndOpenID(r)
	if err != nil {
		return s.notSignedIn(w, r, "/", err)
	}
	back(w, r, next)
	return nil
}

// hurdles are why somebody does not come in through the provider, in the words
// of the packs.
var hurdles = [...]struct {
	kind   error
	status int
	key    string
}{
	{openid.ErrStale, http.StatusUnauthorized, "stale"},
	{openid.ErrRefused, http.StatusUnauthorized, "refused"},
	{openid.ErrToken, http.StatusUnauthorized, "untrusted"},
	{account.ErrStranger, http.StatusForbidden, "stranger"},
	{news.ErrUnavailable, http.StatusServiceUnavailable, "silent"},
}

// notSignedIn tells why, on the page where it can be tried again, and the log
// the rest.
func (s *site) notSignedIn(w http.ResponseWriter, r *http.Request, next string, err error) error {
	for _, h := range hurdles {
		if errors.Is(err, h.kind) {
			s.Log.Warn("not signed in through provider", "id", serve.RequestID(r.Context()), "from", serve.Client(r).String(), "err", err)
			page := s.signInPage(r, next)
			page.Wrong = page.T.Label("signin.hurdle", h.key)
			return s.showAs(w, h.status, "signin", page)
		}
	}
	return err
}

func (s *site) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := s.SignOut(r.Context()); err != nil {
		return err
	}
	back(w, r, "/")
	return nil
}

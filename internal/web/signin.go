package web

import (
	"errors"
	"net/http"

	"github.com/selisik/selisik/internal/account"
)

// signInPage asks who it is.
type signInPage struct {
	frame
	Next, Name string
	Wrong      string
}

func (s *site) signInForm(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, "signin", signInPage{frame: s.frame(r, "signin", ""), Next: r.URL.Query().Get("next")})
}

func (s *site) signIn(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return formError(err)
	}
	page := signInPage{Next: r.PostForm.Get("next"), Name: r.PostForm.Get("name")}
	_, err := s.Site.SignIn(r, page.Name, r.PostForm.Get("password"))
	var wait account.WaitError
	switch {
	case errors.As(err, &wait):
		return err
	case errors.Is(err, account.ErrSignIn):
		page.frame = s.frame(r, "signin", "")
		page.Wrong = page.T.Say("signin.wrong")
		return s.showAs(w, http.StatusUnauthorized, "signin", page)
	case err != nil:
		return err
	}
	back(w, r, page.Next)
	return nil
}

func (s *site) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := s.SignOut(r.Context()); err != nil {
		return err
	}
	back(w, r, "/")
	return nil
}

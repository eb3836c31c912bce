package web

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
)

// settingsPage is how the reader wants pages, and the account's own.
type settingsPage struct {
	frame
	Languages []language
	Zones     []choice
	Themes    []choice
	Tokens    []token
	Secret    string         // of a token just made; shown this once
	Roles     []account.Role // that a token may have
	New       []account.Role // that a new account may have: the first is an admin's
	Accounts  []person
	Through   string // in words, the provider that the reader signs in through; "" for none
	Password  bool   // the reader has one to change
}

type language struct {
	Tag, Name string
	On        bool
}

type choice struct {
	Value, Name string
	On          bool
}

type token struct{ ID, Label, Role, Made string }

type person struct {
	Name string
	Role account.Role
	Self bool
}

func (s *site) settings(w http.ResponseWriter, r *http.Request) error {
	p := settingsPage{frame: s.frame(r, "settings", "")}
	s.once(w, r, "token", &p.Secret)
	for _, tag := range s.Packs.Tags() {
		if words := face.In(s.Packs, tag).Of("web"); words.Tag == tag {
			p.Languages = append(p.Languages, language{tag, words.Say("language"), tag == p.W.Tag})
		}
	}
	all := zones
	if !slices.Contains(zones, p.Zone) {
		all = append(slices.Clone(zones), p.Zone)
	}
	for _, z := range all {
		name := p.T.Label("zone", z)
		if z == "" {
			name = p.T.Say("zone.published")
		}
		p.Zones = append(p.Zones, choice{z, name, z == p.Zone})
	}
	for _, t := range themes {
		name := p.T.Label("theme", t)
		if t == "" {
			name = p.T.Say("theme.system")
		}
		p.Themes = append(p.Themes, choice{t, name, t == p.Theme})
	}
	if err := s.ownAccount(r, &p); err != nil {
		return err
	}
	return s.show(w, "settings", p)
}

// ownAccount fills in what belongs to an account, and to admins.
func (s *site) ownAccount(r *http.Request, p *settingsPage) error {
	if p.Who.Name == "" {
		return nil
	}
	for _, role := range account.Roles() {
		if role <= p.Who.Role {
			p.Roles = append(p.Roles, role)
		}
	}
	p.New = p.Roles
	if p.Who.Alone {
		p.New = []account.Role{account.Admin}
	} else {
		tokens, err := s.Accounts.Tokens(r.Context(), p.Who.Name)
		if err != nil {
			return err
		}
		for _, t := range tokens {
			p.Tokens = append(p.Tokens, token{t.ID, face.Line(t.Label), t.Role.String(), p.W.Time(t.Created)})
		}
		a, err := s.Accounts.Account(r.Context(), p.Who.Name)
		if err != nil {
			return err
		}
		if p.Password = a.HasPassword() && !s.NoPasswords; !a.Identity.IsZero() {
			p.Through = p.T.Say("settings.through", "issuer", face.Line(a.Issuer))
		}
	}
	if p.Who.Role < account.Admin {
		return nil
	}
	list, err := s.Accounts.Accounts(r.Context())
	for _, a := range list {
		p.Accounts = append(p.Accounts, person{a.Name, a.Role, a.Name == p.Who.Name})
	}
	return err
}

// choose keeps a choice, or changes an account.
func (s *site) choose(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return formError(err)
	}
	switch do := r.PostForm.Get("do"); do {
	case "":
		s.keepChoices(w, r)
		back(w, r, r.PostForm.Get("back"))
		return nil
	case "token":
		return s.newToken(w, r)
	default:
		if err := s.changeAccount(r, do); err != nil {
			return err
		}
		back(w, r, "/settings?done=settings")
		return nil
	}
}

func (s *site) keepChoices(w http.ResponseWriter, r *http.Request) {
	if tag := r.PostForm.Get("lang"); s.Packs.Has(tag) {
		s.keep(w, langCookie, tag)
	}
	if zone := r.PostForm.Get("zone"); r.PostForm.Has("zone") {
		if _, err := time.LoadLocation(zone); err == nil && zone != "Local" {
			s.keep(w, zoneCookie, zone)
		}
	}
	if theme := r.PostForm.Get("theme"); r.PostForm.Has("theme") && slices.Contains(themes, theme) {
		s.keep(w, themeCookie, theme)
	}
}

func (s *site) newToken(w http.ResponseWriter, r *http.Request) error {
	who := serve.From(r.Context())
	role, err := account.ParseRole(r.PostForm.Get("role"))
	if err != nil {
		return err
	}
	if who.Name == "" || who.Alone || role > who.Role {
		return account.ErrDenied
	}
	t := account.Token{Account: who.Name, Label: face.Line(r.PostForm.Get("label")), Role: role}
	_, secret, err := s.Accounts.NewToken(r.Context(), who.Name, t, 0)
	if err != nil {
		return err
	}
	if err := s.ShowOnce(r.Context(), "token", secret); err != nil {
		return err
	}
	back(w, r, "/settings?done=token")
	return nil
}

// changeAccount changes the reader's own account, or, as an admin, another.
func (s *site) changeAccount(r *http.Request, do string) error {
	who, form := serve.From(r.Context()), r.PostForm
	name := form.Get("name")
	switch do {
	case "revoke":
		return s.revoke(r, who, form.Get("id"))
	case "password":
		if _, err := s.Accounts.SignIn(r.Context(), who.Name, form.Get("old"), serve.Client(r)); err != nil {
			return err
		}
		return s.Accounts.SetPassword(r.Context(), who.Name, who.Name, form.Get("password"))
	}
	if who.Role < account.Admin {
		return account.ErrDenied
	}
	role, err := account.ParseRole(form.Get("role"))
	switch do {
	case "account":
		if err == nil {
			_, err = s.Accounts.Add(r.Context(), who.Name, name, role, form.Get("password"))
		}
		return err
	case "role":
		if err == nil {
			err = s.Accounts.SetRole(r.Context(), who.Name, name, role)
		}
		return err
	case "remove":
		return s.Accounts.Remove(r.Context(), who.Name, name)
	}
	return fmt.Errorf("settings %q: %w", do, news.ErrInvalid)
}

func (s *site) revoke(r *http.Request, who serve.Who, id string) error {
	t, err := s.Accounts.Token(r.Context(), id)
	if err != nil {
		return err
	}
	if t.Account != who.Name && who.Role < account.Admin {
		return account.ErrDenied
	}
	return s.Accounts.Revoke(r.Context(), who.Name, id)
}

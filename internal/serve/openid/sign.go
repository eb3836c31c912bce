package openid

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
)

// Why somebody is not signed in. All are account.ErrSignIn.
var (
	// ErrStale tells that the answer does not belong to a sign-in that was begun
	// in this session, or comes late, or again.
	ErrStale = fmt.Errorf("no sign-in was begun that this ends: %w", account.ErrSignIn)
	// ErrRefused tells that the provider, or the person there, said no.
	ErrRefused = fmt.Errorf("the provider says no: %w", account.ErrSignIn)
	// ErrToken tells that what the provider said is not to be trusted.
	ErrToken = fmt.Errorf("the provider's answer is not to be trusted: %w", account.ErrSignIn)
)

// Try is a sign-in that was begun. The session keeps it until it is ended, which
// is once.
type Try struct {
	State    string    `json:"state"`
	Nonce    string    `json:"nonce"`
	Verifier string    `json:"verifier"`
	Next     string    `json:"next"` // where the person wanted to go; ours to check
	Began    time.Time `json:"began"`
}

// Lasts is how long a person may take at the provider.
const Lasts = 10 * time.Minute

// Begin returns the address that a person is to be sent to, and what the session
// is to keep. news.ErrUnavailable if the provider does not answer.
func (p *Provider) Begin(ctx context.Context) (string, Try, error) {
	k, err := p.ask(ctx)
	if err != nil {
		return "", Try{}, err
	}
	t := Try{Began: p.opt.Now()}
	for _, secret := range []*string{&t.State, &t.Nonce, &t.Verifier} {
		raw := make([]byte, 32)
		if _, err := io.ReadFull(p.opt.Random, raw); err != nil {
			return "", Try{}, fmt.Errorf("begin sign-in: %w", err)
		}
		*secret = base64.RawURLEncoding.EncodeToString(raw)
	}
	return k.oauth.AuthCodeURL(t.State, oidc.Nonce(t.Nonce), oauth2.S256ChallengeOption(t.Verifier)), t, nil
}

// Finish returns the person of whom the provider's answer tells. Errors are those
// above, news.ErrUnavailable, and account.ErrStranger for a person whose mail
// address is of no domain that comes in.
func (p *Provider) Finish(ctx context.Context, t Try, answer url.Values) (Person, error) {
	late := p.opt.Now().Sub(t.Began).Abs() > Lasts
	if late || t.State == "" || !same(answer.Get("state"), t.State) {
		return Person{}, ErrStale
	}
	k, err := p.ask(ctx)
	if err != nil {
		return Person{}, err
	}
	if iss := answer.Get("iss"); iss != p.opt.Issuer && (answer.Has("iss") || k.answers) {
		return Person{}, fmt.Errorf("an answer of %q: %w", short(iss), ErrToken)
	}
	if word := answer.Get("error"); word != "" {
		return Person{}, fmt.Errorf("%s: %w", short(word), ErrRefused)
	}
	if answer.Get("code") == "" {
		return Person{}, ErrStale
	}
	ctx = oidc.ClientContext(ctx, p.client)
	token, err := k.oauth.Exchange(ctx, answer.Get("code"), oauth2.VerifierOption(t.Verifier))
	if err != nil {
		return Person{}, exchange(err)
	}
	id, err := p.verified(ctx, k, t, token)
	if err != nil {
		return Person{}, err
	}
	return p.person(ctx, k, id, token)
}

// verified returns the ID token if it is to be trusted.
func (p *Provider) verified(ctx context.Context, k *known, t Try, token *oauth2.Token) (*oidc.IDToken, error) {
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return nil, fmt.Errorf("no ID token: %w", ErrToken)
	}
	id, err := k.verifier.Verify(ctx, raw)
	switch {
	case err != nil && strings.Contains(err.Error(), "fetching keys"): // the library hides the cause
		return nil, fmt.Errorf("keys of %s: %w: %w", p.opt.Issuer, err, news.ErrUnavailable)
	case err != nil:
		return nil, fmt.Errorf("%w: %w", err, ErrToken)
	case !same(id.Nonce, t.Nonce):
		return nil, fmt.Errorf("another nonce: %w", ErrToken)
	case id.AccessTokenHash != "" && id.VerifyAccessToken(token.AccessToken) != nil:
		return nil, fmt.Errorf("another access token: %w", ErrToken)
	}
	var party struct {
		Party string `json:"azp"`
	}
	if err := id.Claims(&party); err != nil {
		return nil, fmt.Errorf("%w: %w", err, ErrToken)
	}
	if party.Party != p.opt.ClientID && (party.Party != "" || len(id.Audience) > 1) {
		return nil, fmt.Errorf("made for %q: %w", short(party.Party), ErrToken)
	}
	return id, nil
}

// same compares secrets in constant time; nothing is like nothing.
func same(a, b string) bool { return a != "" && subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// exchange tells why there is no token for a code, without the provider's own
// words, which may hold what was sent.
func exchange(err error) error {
	var e *oauth2.RetrieveError
	switch {
	case !errors.As(err, &e), e.Response == nil:
		return fmt.Errorf("exchange code: %w: %w", unaddressed(err), news.ErrUnavailable)
	case e.ErrorCode == "invalid_grant":
		return fmt.Errorf("exchange code: %s: %w", short(e.ErrorCode), ErrStale)
	case e.Response.StatusCode >= http.StatusInternalServerError || slices.Contains([]int{http.StatusTooManyRequests, http.StatusRequestTimeout}, e.Response.StatusCode):
		return fmt.Errorf("exchange code: status %d: %w", e.Response.StatusCode, news.ErrUnavailable)
	}
	return fmt.Errorf("exchange code: status %d %s: %w", e.Response.StatusCode, short(e.ErrorCode), ErrToken)
}

// unaddressed is an error without the address that was asked.
func unaddressed(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

var unword = regexp.MustCompile(`[^A-Za-z0-9_.:/-]+`)

// short is a word of the provider's that a line may hold.
func short(s string) string { return unword.ReplaceAllString(s[:min(len(s), 100)], "?") }

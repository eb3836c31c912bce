package account

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/text"
)

// Token lets a program act for an account.
type Token struct {
	ID      string    `json:"id"` // no secret
	Account string    `json:"account"`
	Label   string    `json:"label"`
	Role    Role      `json:"role"` // at most that of the account, at any time
	Created time.Time `json:"created"`
	Expires time.Time `json:"expires,omitzero"` // zero for never
}

// keptToken is a token as it stands in its record.
type keptToken struct {
	Label   string    `json:"label"`
	Role    Role      `json:"role"`
	Created time.Time `json:"created"`
	Hash    string    `json:"hash"` // SHA-256 of the secret, hex
}

// tokenForm is a token as programs send it: mark, id, secret.
var tokenForm = regexp.MustCompile(`^sls_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$`)

// inText is a token, or the greater part of one, anywhere in a text.
var inText = regexp.MustCompile(`(sls_[0-9a-f]{16}_)[A-Za-z0-9_-]+`)

// Redact takes the secrets of tokens out of a text, which then may be logged.
func Redact(s string) string { return inText.ReplaceAllString(s, "${1}…") }

const (
	secretBytes = 32
	mostLabel   = 80 // bytes
)

// NewToken makes a token for an account and returns it with what the program is
// to send, which is told this once. lasts is zero for a token without end.
func (b *Book) NewToken(ctx context.Context, by string, t Token, lasts time.Duration) (Token, string, error) {
	a, err := b.Account(ctx, t.Account)
	if err != nil {
		return Token{}, "", err
	}
	if t.Role == Nobody || t.Role > a.Role {
		return Token{}, "", fmt.Errorf("token of %s: its role is above the account's: %w", a.Name, news.ErrInvalid)
	}
	if t.Label = text.Squash(text.Plain(t.Label)); len(t.Label) > mostLabel || lasts < 0 {
		return Token{}, "", fmt.Errorf("token of %s: a label has at most %d bytes: %w", a.Name, mostLabel, news.ErrInvalid)
	}
	id := make([]byte, 8)
	if _, err := io.ReadFull(b.opt.Random, id); err != nil {
		return Token{}, "", err
	}
	secret, err := b.secret(secretBytes)
	if err != nil {
		return Token{}, "", err
	}
	t.ID, t.Account, t.Created = hex.EncodeToString(id), a.Name, b.opt.Now()
	if lasts > 0 {
		t.Expires = t.Created.Add(lasts)
	}
	if err := b.putToken(ctx, t, hashOf(secret)); err != nil {
		return Token{}, "", err
	}
	return t, "sls_" + t.ID + "_" + secret, b.note(ctx, by, "made token %s (%s) of %s as %s", t.ID, t.Label, t.Account, t.Role)
}

func (b *Book) putToken(ctx context.Context, t Token, hash string) error {
	v, err := json.Marshal(keptToken{t.Label, t.Role, t.Created, hash})
	if err != nil {
		return err
	}
	_, err = b.opt.Records.Put(ctx, store.Record{Collection: tokens, Key: t.ID, Owner: t.Account, Value: v, Expires: t.Expires})
	return err
}

func hashOf(secret string) string {
	h := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(h[:])
}

// Tokens returns the tokens of an account, all with "", by id.
func (b *Book) Tokens(ctx context.Context, account string) ([]Token, error) {
	list, err := b.opt.Records.List(ctx, tokens, account)
	out := []Token{}
	for _, r := range list {
		t, _, err := tokenOf(r)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, err
}

func tokenOf(r store.Record) (Token, string, error) {
	var k keptToken
	if err := json.Unmarshal(r.Value, &k); err != nil {
		return Token{}, "", fmt.Errorf("token %s: damaged: %w", r.Key, err)
	}
	return Token{r.Key, r.Owner, k.Label, k.Role, k.Created, r.Expires}, k.Hash, nil
}

// Token returns the token of an id, or news.ErrNotFound.
func (b *Book) Token(ctx context.Context, id string) (Token, error) {
	r, err := b.opt.Records.Record(ctx, tokens, id)
	if err != nil {
		return Token{}, fmt.Errorf("token: %w", err)
	}
	t, _, err := tokenOf(r)
	return t, err
}

// Revoke takes a token away; news.ErrNotFound if there is none of this id.
func (b *Book) Revoke(ctx context.Context, by, id string) error {
	t, err := b.Token(ctx, id)
	if err != nil {
		return err
	}
	if err := b.opt.Records.Remove(ctx, tokens, t.ID); err != nil {
		return err
	}
	return b.note(ctx, by, "revoked token %s (%s) of %s", t.ID, t.Label, t.Account)
}

// ByToken returns the account that a program acts for, with the token, whose
// role is at most the account's present one. ErrSignIn for what is no token,
// or none any more.
func (b *Book) ByToken(ctx context.Context, sent string) (Account, Token, error) {
	m := tokenForm.FindStringSubmatch(strings.TrimSpace(sent))
	if m == nil {
		return Account{}, Token{}, ErrSignIn
	}
	r, err := b.opt.Records.Record(ctx, tokens, m[1])
	if err != nil {
		return Account{}, Token{}, unknown(err)
	}
	t, hash, err := tokenOf(r)
	if err != nil {
		return Account{}, Token{}, err
	}
	over := !t.Expires.IsZero() && !b.opt.Now().Before(t.Expires)
	if subtle.ConstantTimeCompare([]byte(hashOf(m[2])), []byte(hash)) != 1 || over {
		return Account{}, Token{}, ErrSignIn
	}
	a, err := b.Account(ctx, t.Account)
	if err != nil {
		return Account{}, Token{}, unknown(err)
	}
	t.Role = min(t.Role, a.Role)
	return a, t, nil
}

// unknown makes what is not there a failed sign-in.
func unknown(err error) error {
	if errors.Is(err, news.ErrNotFound) {
		return ErrSignIn
	}
	return err
}

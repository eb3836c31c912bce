package account

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"regexp"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// ErrStranger tells that a provider vouches for somebody who has no account and
// is to have none. It is ErrDenied.
var ErrStranger = fmt.Errorf("no account, and none to be made: %w", ErrDenied)

// Identity is somebody as an OpenID Connect provider knows them. Names and mail
// addresses pass from one person to another; this does not.
type Identity struct {
	Issuer  string `json:"issuer,omitempty"`
	Subject string `json:"subject,omitempty"`
}

// IsZero reports whether it is nobody's.
func (i Identity) IsZero() bool { return i == Identity{} }

// Lengths of what names an identity, in bytes; that of the subject is the
// standard's.
const (
	mostIssuer  = 500
	mostSubject = 255
)

func (i Identity) check() error {
	if i.Issuer == "" || i.Subject == "" || len(i.Issuer) > mostIssuer || len(i.Subject) > mostSubject || text.Plain(i.Subject) != i.Subject {
		return fmt.Errorf("an identity has an issuer and a subject of at most %d bytes: %w", mostSubject, news.ErrInvalid)
	}
	return nil
}

// Visitor is somebody whom a provider vouches for.
type Visitor struct {
	Identity
	Wishes []string // what the account may be called, best first
	Role   Role     // Nobody: no account is to be made
	// Decides tells that the role holds for an account that is there too.
	Decides bool
}

// BeginVisit counts a sign-in through a provider that begins; it counts as
// failed until Admit has been successful. It returns a WaitError to whoever has
// begun too many from an address.
func (b *Book) BeginVisit(ctx context.Context, from netip.Addr) error {
	return b.brake.begin(ctx, b.opt.Now(), visits(from)...)
}

func visits(from netip.Addr) []limit {
	return []limit{{"visits " + nearby(from), 30, 5 * time.Minute}}
}

// Admit returns the account of a visitor, made if there is none: under the first
// wish that is free, so that nobody comes into another's account by a name or a
// mail address. ErrStranger if there is none and none is to be made, or if the
// provider decides and has no role for the visitor. The last admin stays one
// whatever the provider says.
func (b *Book) Admit(ctx context.Context, v Visitor, from netip.Addr) (Account, error) {
	if err := v.check(); err != nil {
		return Account{}, err
	}
	a, err := b.admit(ctx, v)
	if err != nil {
		return Account{}, err
	}
	return a, b.brake.succeeded(ctx, b.opt.Now(), visits(from)...)
}

func (b *Book) admit(ctx context.Context, v Visitor) (Account, error) {
	a, err := b.ByIdentity(ctx, v.Identity)
	switch {
	case errors.Is(err, news.ErrNotFound):
		return b.welcome(ctx, v)
	case err != nil:
		return Account{}, err
	case v.Decides && v.Role == Nobody:
		return Account{}, ErrStranger
	case v.Decides && v.Role != a.Role:
		if err := b.SetRole(ctx, v.Issuer, a.Name, v.Role); err != nil && !errors.Is(err, news.ErrConflict) {
			return Account{}, err
		}
		return b.Account(ctx, a.Name)
	}
	return a, nil
}

// ByIdentity returns the account of an identity, or news.ErrNotFound. Cost: all
// accounts are looked at.
func (b *Book) ByIdentity(ctx context.Context, i Identity) (Account, error) {
	list, err := b.Accounts(ctx)
	if err != nil {
		return Account{}, err
	}
	for _, a := range list {
		if a.Identity == i {
			return a, nil
		}
	}
	return Account{}, fmt.Errorf("account of %s: %w", i.Subject, news.ErrNotFound)
}

// welcome makes the account of a visitor. Two sign-ins at once wish for the same
// name, so that one of them finds the account of the other.
func (b *Book) welcome(ctx context.Context, v Visitor) (Account, error) {
	if v.Role == Nobody {
		return Account{}, ErrStranger
	}
	for _, name := range wished(v.Wishes) {
		a := Account{Name: name, Role: v.Role, Created: b.opt.Now(), Identity: v.Identity}
		var err error
		if a.Stamp, err = b.secret(12); err == nil {
			err = b.checkFirst(ctx, name, v.Role)
		}
		if err != nil {
			return Account{}, err
		}
		err = b.put(ctx, a)
		if errors.Is(err, news.ErrConflict) {
			if a, err := b.ByIdentity(ctx, v.Identity); err == nil {
				return a, nil
			}
			continue
		}
		if err != nil {
			return Account{}, fmt.Errorf("add account %s: %w", name, err)
		}
		return a, b.note(ctx, v.Issuer, "added account %s as %s for %s", name, v.Role, v.Subject)
	}
	return Account{}, fmt.Errorf("add account: all names are taken: %w", news.ErrConflict)
}

// strange is what a name of an account does not have.
var strange = regexp.MustCompile(`[^a-z0-9._@+-]+`)

const (
	mostNamesakes = 50
	anybody       = "user" // who has no name that will do
)

// wished lists names to try: the first wish that has the form of a name, then
// that with a number behind it.
func wished(wishes []string) []string {
	first := anybody
	for _, w := range wishes {
		w = strings.TrimLeft(strange.ReplaceAllString(strings.ToLower(strings.TrimSpace(w)), "."), "._@+-")
		if name, err := checkName(w[:min(len(w), 60)]); err == nil {
			first = name
			break
		}
	}
	out := []string{first}
	for n := 2; n <= mostNamesakes; n++ {
		out = append(out, fmt.Sprintf("%s-%d", first, n))
	}
	return out
}

// Link lets somebody whom a provider knows sign in to an account that is there,
// and nobody by another identity. It ends the account's sessions.
// news.ErrConflict if the identity has another account.
func (b *Book) Link(ctx context.Context, by, name string, i Identity) error {
	if err := i.check(); err != nil {
		return err
	}
	a, err := b.Account(ctx, name)
	if err != nil {
		return err
	}
	other, err := b.ByIdentity(ctx, i)
	if err == nil && other.Name != a.Name {
		return fmt.Errorf("link %s: %s is that identity: %w", a.Name, other.Name, news.ErrConflict)
	}
	if err != nil && !errors.Is(err, news.ErrNotFound) {
		return err
	}
	a.Identity = i
	if a.Stamp, err = b.secret(12); err != nil {
		return err
	}
	if err := b.put(ctx, a); err != nil {
		return fmt.Errorf("link %s: %w", a.Name, err)
	}
	return b.note(ctx, by, "linked account %s to %s of %s", a.Name, i.Subject, i.Issuer)
}

package account

import (
	"context"
	"errors"
	"net/netip"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// SignIn returns the account of a name and its password. It returns ErrSignIn
// if they are not right, and a WaitError, without looking at the password, to
// whoever has failed too often from an address or for a name.
func (b *Book) SignIn(ctx context.Context, name, password string, from netip.Addr) (Account, error) {
	limits := b.limits(name, from)
	if err := b.brake.begin(ctx, b.opt.Now(), limits...); err != nil {
		return Account{}, err
	}
	a, err := b.Account(ctx, name)
	if err != nil && !errors.Is(err, news.ErrNotFound) && !errors.Is(err, news.ErrInvalid) {
		return Account{}, err
	}
	hash := a.password
	if err != nil || hash == "" {
		hash = b.decoy // takes as long
	}
	select {
	case b.hashing <- struct{}{}:
	case <-ctx.Done():
		return Account{}, ctx.Err()
	}
	right := len(password) <= mostPassword && matches(hash, password)
	<-b.hashing
	if err != nil || !right {
		return Account{}, ErrSignIn
	}
	return a, b.brake.succeeded(ctx, b.opt.Now(), limits...)
}

// limits are those of a try to sign in: of a name from an address, of an
// address, and, so that many addresses are no way around, of a name. The last
// waits shortly only, for it hits the name's owner too.
func (b *Book) limits(name string, from netip.Addr) []limit {
	if len(name) > 64 {
		name = name[:64]
	}
	near := nearby(from)
	return []limit{
		{"both " + near + " " + name, 5, 15 * time.Minute},
		{"from " + near, 20, 15 * time.Minute},
		{"name " + name, 50, 20 * time.Second},
	}
}

// nearby is an address, or the network of 64 bits that it is in: one customer
// has that many of version 6.
func nearby(a netip.Addr) string {
	a = a.Unmap()
	if a.Is6() {
		if p, err := a.Prefix(64); err == nil {
			return p.String()
		}
	}
	return a.String()
}

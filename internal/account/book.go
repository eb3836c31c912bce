package account

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Errors of who may do what.
var (
	// ErrSignIn tells that name and password, or the token, are not right. It
	// does not tell which.
	ErrSignIn = errors.New("not signed in")
	// ErrDenied tells that the role does not suffice.
	ErrDenied = errors.New("not allowed")
)

// Account is somebody who may sign in.
type Account struct {
	Name    string    `json:"name"`
	Role    Role      `json:"role"`
	Created time.Time `json:"created"`
	// Identity is who signs in to it through a provider, if anybody does.
	Identity
	// Stamp changes with the password: a session made under another is over.
	Stamp string `json:"-"`

	password string
	version  int64
}

// kept is an account as it stands in its record.
type kept struct {
	Role     Role      `json:"role"`
	Created  time.Time `json:"created"`
	Stamp    string    `json:"stamp"`
	Password string    `json:"password,omitempty"`
	Identity
}

// Options is what a Book is made of; all but Cost is needed.
type Options struct {
	Records store.Records
	Edits   store.Edits
	Now     func() time.Time
	Random  io.Reader
	Cost    Cost
}

// Book holds accounts, tokens and sessions. It is safe for concurrent use.
type Book struct {
	opt     Options
	brake   brake
	hashing chan struct{} // passwords checked at a time, for each takes memory
	decoy   string        // a hash that no password has
}

// atOnce is how many passwords are checked at a time.
const atOnce = 2

const (
	accounts = "accounts"
	tokens   = "tokens"
	sessions = "sessions"
	failures = "failures"
)

// NewBook returns the book of a store.
func NewBook(opt Options) *Book {
	opt.Cost = opt.Cost.withDefaults()
	zero := base64.RawStdEncoding.EncodeToString(make([]byte, keySize))
	decoy := fmt.Sprintf("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s", opt.Cost.Memory, opt.Cost.Passes, lanes, zero[:22], zero)
	return &Book{opt: opt, brake: brake{opt.Records}, hashing: make(chan struct{}, atOnce), decoy: decoy}
}

// nameForm is what names look like; it is the form of mail addresses too.
var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._@+-]{0,63}$`)

// LocalName is the name of whoever uses a Selisik without accounts on this
// machine. No account has it.
const LocalName = "local"

func checkName(name string) (string, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	if !nameForm.MatchString(name) || name == LocalName {
		return "", fmt.Errorf("a name has up to 64 letters a-z, digits and . _ @ + -, and is not %q: %w", LocalName, news.ErrInvalid)
	}
	return name, nil
}

// Any reports whether there is an account.
func (b *Book) Any(ctx context.Context) (bool, error) {
	list, err := b.opt.Records.List(ctx, accounts, "")
	return len(list) > 0, err
}

// Accounts returns all accounts by name.
func (b *Book) Accounts(ctx context.Context) ([]Account, error) {
	list, err := b.opt.Records.List(ctx, accounts, "")
	out := []Account{}
	for _, r := range list {
		a, err := accountOf(r)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, err
}

// Account returns one, or news.ErrNotFound.
func (b *Book) Account(ctx context.Context, name string) (Account, error) {
	name, err := checkName(name)
	if err != nil {
		return Account{}, err
	}
	r, err := b.opt.Records.Record(ctx, accounts, name)
	if err != nil {
		return Account{}, fmt.Errorf("account %s: %w", name, err)
	}
	return accountOf(r)
}

func accountOf(r store.Record) (Account, error) {
	var k kept
	if err := json.Unmarshal(r.Value, &k); err != nil {
		return Account{}, fmt.Errorf("account %s: damaged: %w", r.Key, err)
	}
	return Account{Name: r.Key, Role: k.Role, Created: k.Created, Identity: k.Identity, Stamp: k.Stamp, password: k.Password, version: r.Version}, nil
}

// Add makes an account. by is who does it. news.ErrConflict if the name is
// taken, news.ErrInvalid if the name or the password will not do, or if it is
// the first account and no admin's.
func (b *Book) Add(ctx context.Context, by, name string, role Role, password string) (Account, error) {
	name, err := checkName(name)
	if err != nil {
		return Account{}, err
	}
	if err := b.checkFirst(ctx, name, role); err != nil {
		return Account{}, err
	}
	a := Account{Name: name, Role: role, Created: b.opt.Now()}
	if err := b.setPassword(&a, password); err != nil {
		return Account{}, err
	}
	if err := b.put(ctx, a); err != nil {
		return Account{}, fmt.Errorf("add account %s: %w", name, err)
	}
	return a, b.note(ctx, by, "added account %s as %s", name, role)
}

// checkFirst refuses a first account that is no admin's.
func (b *Book) checkFirst(ctx context.Context, name string, role Role) error {
	any, err := b.Any(ctx)
	if err == nil && !any && role != Admin {
		err = fmt.Errorf("add account %s: the first account is an admin's: %w", name, news.ErrInvalid)
	}
	return err
}

// HasPassword reports whether the account can be signed in to with one.
func (a Account) HasPassword() bool { return a.password != "" }

// SetPassword changes a password, which ends the account's sessions.
func (b *Book) SetPassword(ctx context.Context, by, name, password string) error {
	a, err := b.Account(ctx, name)
	if err != nil {
		return err
	}
	if err := b.setPassword(&a, password); err != nil {
		return err
	}
	if err := b.put(ctx, a); err != nil {
		return fmt.Errorf("password of %s: %w", a.Name, err)
	}
	return b.note(ctx, by, "changed the password of %s", a.Name)
}

// SetRole changes a role. The last admin stays one: news.ErrConflict.
func (b *Book) SetRole(ctx context.Context, by, name string, role Role) error {
	a, err := b.Account(ctx, name)
	if err == nil && role != Admin {
		err = b.checkLast(ctx, a, true)
	}
	if err != nil {
		return err
	}
	a.Role = role
	if err := b.put(ctx, a); err != nil {
		return fmt.Errorf("role of %s: %w", a.Name, err)
	}
	return b.note(ctx, by, "made %s %s", a.Name, role)
}

// Remove takes an account away with its tokens. The last admin goes last:
// news.ErrConflict while there are other accounts.
func (b *Book) Remove(ctx context.Context, by, name string) error {
	a, err := b.Account(ctx, name)
	if err == nil {
		err = b.checkLast(ctx, a, false)
	}
	if err != nil {
		return err
	}
	list, err := b.opt.Records.List(ctx, tokens, a.Name)
	if err != nil {
		return err
	}
	if err := b.opt.Records.Remove(ctx, accounts, a.Name); err != nil {
		return fmt.Errorf("remove account %s: %w", a.Name, err)
	}
	for _, t := range list {
		if err := b.opt.Records.Remove(ctx, tokens, t.Key); err != nil && !errors.Is(err, news.ErrNotFound) {
			return err
		}
	}
	return b.note(ctx, by, "removed account %s", a.Name)
}

// checkLast refuses to lose the last admin.
func (b *Book) checkLast(ctx context.Context, a Account, stays bool) error {
	list, err := b.Accounts(ctx)
	if err != nil || a.Role != Admin {
		return err
	}
	for _, o := range list {
		if o.Role == Admin && o.Name != a.Name {
			return nil
		}
	}
	if len(list) == 1 && !stays {
		return nil
	}
	return fmt.Errorf("%s is the last admin: %w", a.Name, news.ErrConflict)
}

func (b *Book) setPassword(a *Account, password string) error {
	if err := checkPassword(a.Name, password); err != nil {
		return err
	}
	hash, err := b.opt.Cost.hash(b.opt.Random, password)
	if err != nil {
		return err
	}
	a.password = hash
	a.Stamp, err = b.secret(12)
	return err
}

func (b *Book) put(ctx context.Context, a Account) error {
	v, err := json.Marshal(kept{a.Role, a.Created, a.Stamp, a.password, a.Identity})
	if err != nil {
		return err
	}
	_, err = b.opt.Records.Put(ctx, store.Record{Collection: accounts, Key: a.Name, Version: a.version, Value: v})
	return err
}

// secret returns n random bytes as text.
func (b *Book) secret(n int) (string, error) {
	raw := make([]byte, n)
	_, err := io.ReadFull(b.opt.Random, raw)
	return base64.RawURLEncoding.EncodeToString(raw), err
}

// note puts a change into the log of edits.
func (b *Book) note(ctx context.Context, by, format string, args ...any) error {
	_, err := b.opt.Edits.Append(ctx, store.Edit{At: b.opt.Now(), Who: by, Kind: store.Change, Note: fmt.Sprintf(format, args...)}, nil)
	return err
}

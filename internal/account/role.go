package account

import (
	"fmt"

	"github.com/selisik/selisik/internal/news"
)

// Role is what an account may do. Each may do what those before it may.
type Role uint8

// The roles.
const (
	Nobody Role = iota // has not signed in
	Reader             // reads
	Editor             // adds, and changes stories, sources and own queries
	Admin              // changes accounts
)

var roleNames = [...]string{"nobody", "reader", "editor", "admin"}

// Roles are those that an account can have.
func Roles() []Role { return []Role{Reader, Editor, Admin} }

func (r Role) String() string { return roleNames[min(int(r), len(roleNames)-1)] }

// ParseRole reads the name of a role that an account can have; else it returns
// news.ErrInvalid.
func ParseRole(name string) (Role, error) {
	for _, r := range Roles() {
		if r.String() == name {
			return r, nil
		}
	}
	return Nobody, fmt.Errorf("role %q is none of reader, editor, admin: %w", name, news.ErrInvalid)
}

// MarshalText writes the role's name.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (r *Role) UnmarshalText(b []byte) (err error) {
	*r, err = ParseRole(string(b))
	return err
}

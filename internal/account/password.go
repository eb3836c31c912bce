package account

import (
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"

	"github.com/selisik/selisik/internal/news"
)

// Cost is what one password costs to check. The zero value is 19 MiB and two
// passes, as OWASP advises.
type Cost struct {
	Memory uint32 // KiB
	Passes uint32
}

func (c Cost) withDefaults() Cost {
	if c.Memory == 0 {
		c.Memory = 19 << 10
	}
	if c.Passes == 0 {
		c.Passes = 2
	}
	return c
}

// Lengths of passwords.
const (
	leastPassword = 10  // characters
	mostPassword  = 256 // bytes
)

func checkPassword(name, password string) error {
	switch {
	case utf8.RuneCountInString(password) < leastPassword:
		return fmt.Errorf("a password has at least %d characters: %w", leastPassword, news.ErrInvalid)
	case len(password) > mostPassword:
		return fmt.Errorf("a password has at most %d bytes: %w", mostPassword, news.ErrInvalid)
	case strings.Contains(strings.ToLower(password), name) && len(password) < len(name)+leastPassword:
		return fmt.Errorf("the password is little more than the name: %w", news.ErrInvalid)
	}
	return nil
}

const (
	saltSize = 16
	keySize  = 32
	lanes    = 1
)

// hash returns a password's hash in PHC form: "$argon2id$v=19$m=…,t=…,p=1$SALT$KEY".
func (c Cost) hash(random io.Reader, password string) (string, error) {
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	key := argon2.IDKey([]byte(password), salt, c.Passes, c.Memory, lanes, keySize)
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.Memory, c.Passes, lanes, b64(salt), b64(key)), nil
}

// matches reports whether a password has a hash, in a time that does not depend
// on how much of it is right.
func matches(hash, password string) bool {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	var c Cost
	var p uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.Memory, &c.Passes, &p); err != nil {
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	key, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(key) != keySize || c.Passes == 0 || p == 0 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, c.Passes, c.Memory, p, keySize)
	return subtle.ConstantTimeCompare(got, key) == 1
}

package serve

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/json"
	"fmt"
)

// onceKey begins the keys under which a session holds what is shown once.
const onceKey = "once."

// ShowOnce keeps something, as JSON, for the page that whoever asks is sent to
// next, which takes it with Once: a form is answered by sending the browser on,
// so that to load the page again does not send the form again. It may be a
// secret: no address has it, and the store has it sealed, by a key made of the
// session's token, of which the store has the hash alone.
func (s *Site) ShowOnce(ctx context.Context, name string, what any) error {
	plain, err := json.Marshal(what)
	if err != nil {
		return fmt.Errorf("keep %s: %w", name, err)
	}
	if s.sessions.Token(ctx) == "" { // the local user has had no session
		if err := s.sessions.RenewToken(ctx); err != nil {
			return err
		}
	}
	seal, err := s.seal(ctx)
	if err != nil {
		return err
	}
	s.sessions.Put(ctx, onceKey+name, seal.Seal(nil, nil, plain, []byte(name)))
	return nil
}

// Once reads into what was kept under a name by ShowOnce, and forgets it. It
// returns false, and leaves what as it is, if nothing was.
func (s *Site) Once(ctx context.Context, name string, what any) bool {
	sealed := s.sessions.PopBytes(ctx, onceKey+name)
	if sealed == nil {
		return false
	}
	seal, err := s.seal(ctx)
	if err != nil {
		return false
	}
	plain, err := seal.Open(nil, nil, sealed, []byte(name))
	return err == nil && json.Unmarshal(plain, what) == nil
}

// seal is made of the token of the session of ctx.
func (s *Site) seal(ctx context.Context) (cipher.AEAD, error) {
	key, err := hkdf.Key(sha256.New, []byte(s.sessions.Token(ctx)), nil, "selisik once", 32)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}
